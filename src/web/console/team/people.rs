//! People, the roles they hold and the roles they were offered, as the pages show them.

use crate::{
    accounts::{Grant, Invitation, InvitationState, Role, RoleAt, StaffMember},
    editions::Edition,
    error::Error,
    http::{Shown, Ui},
    values::Moment,
    web::{console::clock::Clock, public::views::Choice},
};

/// A role and where it holds.
pub(in crate::web) struct Held {
    pub(in crate::web) role: String,
    /// None for the whole site.
    pub(in crate::web) edition: Option<Shown>,
    /// What withdraws it, where that is offered.
    pub(in crate::web) withdraw: Option<String>,
}

impl Held {
    /// The role `at`; an edition that is not among `editions` is not named.
    pub(in crate::web) fn of(at: RoleAt, editions: &[Edition], ui: &Ui) -> Self {
        let edition = editions.iter().find(|edition| Some(edition.id.uuid()) == at.edition());
        Self {
            role: ui.t(&format!("role-{}", at.role())),
            edition: edition.map(|edition| Shown::of(&edition.name, ui.lang)),
            withdraw: None,
        }
    }

    /// A grant that `base` followed by its id withdraws.
    fn granted(grant: &Grant, editions: &[Edition], base: &str, ui: &Ui) -> Result<Self, Error> {
        let at = RoleAt::try_from((grant.role, grant.edition_id))?;
        let withdraw = Some(format!("{base}/{}/withdraw", grant.id));
        Ok(Self { withdraw, ..Self::of(at, editions, ui) })
    }
}

/// Somebody with an account.
pub(in crate::web) struct Person {
    pub(in crate::web) id: String,
    pub(in crate::web) name: String,
    pub(in crate::web) email: String,
    pub(in crate::web) suspended: bool,
    pub(in crate::web) roles: Vec<Held>,
}

impl Person {
    /// Somebody whose roles are withdrawn under `base`.
    pub(in crate::web) fn of(
        member: &StaffMember,
        editions: &[Edition],
        base: &str,
        ui: &Ui,
    ) -> Result<Self, Error> {
        let held = member.grants.iter().map(|grant| Held::granted(grant, editions, base, ui));
        Ok(Self {
            id: member.account.id.to_string(),
            name: member.account.name.clone(),
            email: member.account.email.as_str().to_owned(),
            suspended: member.account.suspended_at.is_some(),
            roles: held.collect::<Result<_, _>>()?,
        })
    }
}

/// A role that somebody was offered by mail.
pub(in crate::web) struct Invited {
    pub(in crate::web) name: String,
    pub(in crate::web) email: String,
    pub(in crate::web) role: Held,
    pub(in crate::web) state: &'static str,
    pub(in crate::web) sent: String,
    pub(in crate::web) ends: String,
    /// What takes it back, while it is open.
    pub(in crate::web) withdraw: Option<String>,
}

impl Invited {
    /// An invitation that is taken back under `base`.
    pub(in crate::web) fn of(
        invitation: &Invitation,
        editions: &[Edition],
        base: &str,
        clock: &Clock,
        ui: &Ui,
    ) -> Result<Self, Error> {
        let state = invitation.state(Moment::now());
        let open = state == InvitationState::Open;
        Ok(Self {
            name: invitation.name.clone(),
            email: invitation.email.as_str().to_owned(),
            role: Held::of(invitation.at()?, editions, ui),
            state: state.as_str(),
            sent: clock.tell(invitation.created_at),
            ends: clock.tell(invitation.expires_at),
            withdraw: open.then(|| format!("{base}/{}/withdraw", invitation.id)),
        })
    }
}

/// Roles to choose; the admin's only where the whole site is meant.
pub(in crate::web) fn roles(site: bool, ui: &Ui) -> Vec<Choice> {
    let offered = Role::ALL.iter().filter(|role| site || **role != Role::Admin);
    let choice = |role: &Role| Choice {
        value: role.to_string(),
        label: Shown::plain(ui.t(&format!("role-{role}")), ui.lang),
    };
    offered.map(choice).collect()
}
