//! API tokens.

use plenary::{
    accounts::{
        self, Access, Account, ApiToken, Authority, NewToken, Role, RoleAt, TokenFields, proofs::SignedIn,
    },
    error::Error,
    values::Id,
};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::{Stage, code, operator, visitor};

fn fields(scopes: &[&str], edition: Option<Uuid>) -> TokenFields {
    TokenFields {
        name: "badge printer".to_owned(),
        scopes: scopes.iter().map(ToString::to_string).collect(),
        edition: edition.map(|id| id.to_string()).unwrap_or_default(),
        days: "30".to_owned(),
    }
}

impl Stage {
    async fn signed_in(&self, account: &Account) -> SignedIn {
        self.authority(&self.sign_in(account).await).await.signed_in().unwrap()
    }

    async fn token(
        &self,
        account: &Account,
        scopes: &[&str],
        edition: Option<Uuid>,
    ) -> Result<(Id<ApiToken>, SecretString), Error> {
        let who = self.signed_in(account).await;
        let new = NewToken::try_from(fields(scopes, edition))?;
        self.db.transaction(async |tx| accounts::make_token(tx, &who, new).await).await
    }

    async fn bearer(&self, raw: &SecretString) -> Result<Authority, Error> {
        let mut conn = self.db.read().await.unwrap();
        Authority::by_token(&mut conn, visitor("192.0.2.1"), raw.expose_secret()).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_shown_once_and_stored_hashed() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[stage.at(Role::Organiser)]).await;
    let (_, raw) = stage.token(&ada, &["organiser:write"], None).await.unwrap();
    assert!(raw.expose_secret().starts_with("plenary_"));
    let stored = "SELECT string_agg(t::text, '') FROM api_token t";
    let row: String = stage.sql.query_one(stored, &[]).await.unwrap().get(0);
    assert!(!row.contains(raw.expose_secret()));
    let authority = stage.bearer(&raw).await.unwrap();
    authority.organiser(stage.editions[0], Access::Write).unwrap();
    assert_eq!(code(authority.signed_in()), "forbidden", "a token may not make tokens");
}

#[tokio::test(flavor = "multi_thread")]
async fn its_power_shrinks_with_its_makers_roles() {
    let stage = Stage::new().await;
    let [here, there] = stage.editions;
    let elsewhere = RoleAt::new(Role::Desk, Some(there)).unwrap();
    let ada = stage.account("ada", &[stage.at(Role::Organiser), elsewhere]).await;
    let (_, raw) = stage.token(&ada, &["organiser:write"], None).await.unwrap();
    stage.bearer(&raw).await.unwrap().desk(there, Access::Write).unwrap();
    assert_eq!(code(stage.bearer(&raw).await.unwrap().organiser(there, Access::Read)), "forbidden");
    stage.run("UPDATE role_grant SET role = 'observer' WHERE role = 'organiser'").await;
    let shrunk = stage.bearer(&raw).await.unwrap();
    assert_eq!(code(shrunk.organiser(here, Access::Read)), "forbidden");
    shrunk.observer(here).unwrap();
    stage.run("DELETE FROM role_grant").await;
    assert_eq!(code(stage.bearer(&raw).await.unwrap().observer(here)), "not found");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_at_its_edition_and_at_its_scopes() {
    let stage = Stage::new().await;
    let [here, there] = stage.editions;
    let ada = stage.account("ada", &[RoleAt::ADMIN]).await;
    let (_, raw) = stage.token(&ada, &["organiser:read", "desk:write"], Some(here)).await.unwrap();
    let bearer = stage.bearer(&raw).await.unwrap();
    bearer.organiser(here, Access::Read).unwrap();
    bearer.desk(here, Access::Write).unwrap();
    assert_eq!(code(bearer.organiser(here, Access::Write)), "forbidden");
    assert_eq!(code(bearer.organiser(there, Access::Read)), "not found");
    assert_eq!(code(bearer.admin(Access::Read)), "forbidden");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_ended_was_revoked_or_whose_maker_is_suspended_is_nobody() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[RoleAt::ADMIN]).await;
    for undo in [
        "UPDATE api_token SET expires_at = now()",
        "UPDATE api_token SET revoked_at = now()",
        "UPDATE account SET suspended_at = now()",
    ] {
        let (_, raw) = stage.token(&ada, &["admin:write"], None).await.unwrap();
        stage.bearer(&raw).await.unwrap().admin(Access::Write).unwrap();
        stage.run(undo).await;
        assert_eq!(code(stage.bearer(&raw).await), "sign-in needed", "{undo}");
    }
    for unknown in ["", "plenary_", "plenary_x"] {
        assert_eq!(code(stage.bearer(&SecretString::from(unknown)).await), "sign-in needed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_makes_a_token_stronger_than_herself() {
    let stage = Stage::new().await;
    let [here, there] = stage.editions;
    let ada = stage.account("ada", &[stage.at(Role::Desk)]).await;
    assert_eq!(code(stage.token(&ada, &["organiser:read"], None).await), "scopes: scope_beyond");
    assert_eq!(code(stage.token(&ada, &["desk:read"], Some(there)).await), "scopes: scope_beyond");
    stage.token(&ada, &["desk:read", "observer:read"], Some(here)).await.unwrap();
    let admin = stage.account("admin", &[RoleAt::ADMIN]).await;
    let nowhere = Some(Uuid::now_v7());
    assert_eq!(code(stage.token(&admin, &["desk:read"], nowhere).await), "edition: edition_unknown");
}

#[test]
fn a_token_says_what_for_and_until_when() {
    let refused = |change: &dyn Fn(&mut TokenFields)| {
        let mut fields = fields(&["desk:read"], None);
        change(&mut fields);
        code(NewToken::try_from(fields).map_err(Error::from))
    };
    assert_eq!(refused(&|fields| fields.name = String::new()), "name: required");
    assert_eq!(refused(&|fields| fields.scopes.clear()), "scopes: required");
    assert_eq!(refused(&|fields| fields.scopes = vec!["desk".into()]), "scopes: scope_unknown");
    assert_eq!(refused(&|fields| fields.edition = "2026".into()), "edition: edition_unknown");
    assert_eq!(refused(&|fields| fields.days = "soon".into()), "days: number_invalid");
    for days in ["0", "367", "-1"] {
        assert_eq!(refused(&|fields| fields.days = days.into()), "days: number_out_of_range");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_are_listed_and_revoked_by_their_maker_or_an_admin() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[stage.at(Role::Desk)]).await;
    let eve = stage.account("eve", &[stage.at(Role::Desk)]).await;
    let (first, _) = stage.token(&ada, &["desk:read"], None).await.unwrap();
    let (second, _) = stage.token(&ada, &["desk:read"], None).await.unwrap();
    let (mine, other) = (stage.signed_in(&ada).await, stage.signed_in(&eve).await);
    let revoke = async |who: &SignedIn, id| {
        stage.db.transaction(async |tx| accounts::revoke_token(tx, who, id).await).await
    };
    assert_eq!(code(revoke(&other, first).await), "not found");
    revoke(&mine, first).await.unwrap();
    assert_eq!(code(revoke(&mine, first).await), "not found");
    let any = stage.db.transaction(async |tx| accounts::revoke_any_token(tx, &operator(), second).await);
    any.await.unwrap();
    let mut conn = stage.db.read().await.unwrap();
    assert_eq!(accounts::tokens_of(&mut conn, &mine).await.unwrap().len(), 2);
    assert_eq!(accounts::tokens_of(&mut conn, &other).await.unwrap().len(), 0);
    let all = accounts::all_tokens(&mut conn, &operator()).await.unwrap();
    assert!(all.len() == 2 && all.iter().all(|token| !token.is_live(plenary::values::Moment::now())));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_use_is_noted_once_a_minute() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[stage.at(Role::Desk)]).await;
    let (_, raw) = stage.token(&ada, &["desk:read"], None).await.unwrap();
    for (before, noted) in
        [("NULL", 1), ("now() - interval '59 seconds'", 0), ("now() - interval '61 seconds'", 1)]
    {
        stage.run(&format!("UPDATE api_token SET used_at = {before}")).await;
        let bearer = stage.bearer(&raw).await.unwrap();
        assert_eq!(bearer.is_unnoted(), noted == 1, "{before}");
        stage.db.transaction(async |tx| bearer.touch(tx).await).await.unwrap();
        let recent = "SELECT count(*) FROM api_token WHERE used_at > now() - interval '10 seconds'";
        assert_eq!(stage.count(recent).await, noted, "{before}");
    }
}
