//! A token in a list.

use crate::{
    accounts::{ApiToken, Power},
    editions::Edition,
    http::{Shown, Ui},
    values::{Id, Moment},
    web::console::clock::Clock,
};

/// What a list says of a token; never its secret.
pub(in crate::web) struct TokenRow {
    pub(in crate::web) name: String,
    /// Who made it.
    pub(in crate::web) maker: String,
    pub(in crate::web) scopes: String,
    /// None where it is of every edition of hers.
    pub(in crate::web) edition: Option<Shown>,
    pub(in crate::web) ends: String,
    pub(in crate::web) used: Option<String>,
    /// live, ended or revoked.
    pub(in crate::web) state: &'static str,
    /// What revokes it, while that makes a difference.
    pub(in crate::web) revoke: Option<String>,
}

impl TokenRow {
    /// `act` is the address that revokes a token.
    pub(in crate::web) fn of(
        token: &ApiToken,
        editions: &[Edition],
        act: impl Fn(Id<ApiToken>) -> String,
        clock: &Clock,
        ui: &Ui,
    ) -> Self {
        let edition = editions.iter().find(|edition| Some(edition.id.uuid()) == token.edition_id);
        let unknown = token.edition_id.map(|_| Shown::plain("–", ui.lang));
        let scope = |scope: &crate::accounts::Scope| {
            ui.t2(
                "token-scope",
                "role",
                ui.t(&match scope.power {
                    Power::Role(role) => format!("role-{role}"),
                    Power::Own => "token-own".to_owned(),
                }),
                "access",
                ui.t(&format!("access-{}", scope.access)),
            )
        };
        let state = match token.revoked_at {
            Some(_) => "revoked",
            None if token.is_live(Moment::now()) => "live",
            None => "ended",
        };
        Self {
            name: token.name.clone(),
            maker: token.account.name.clone(),
            scopes: token.scopes.iter().map(scope).collect::<Vec<_>>().join(&ui.t("token-scopes-between")),
            edition: edition.map(|edition| Shown::of(&edition.name, ui.lang)).or(unknown),
            ends: clock.tell(token.expires_at),
            used: clock.maybe(token.used_at),
            state,
            revoke: (state == "live").then(|| act(token.id)),
        }
    }
}
