//! Who holds which role: granting, withdrawing, listing.

use diesel_async::AsyncPgConnection;
use serde_json::json;
use uuid::Uuid;

use super::{
    Account, Grant, Role, RoleAt, mails,
    proofs::{Admin, Organiser},
    sessions, store,
};
use crate::{
    audit::{self, Actor, Entry},
    db::Tx,
    error::Error,
    mail,
    values::Id,
};

/// Who manages roles: an admin everywhere, an organiser inside her edition, and never the admin's.
#[derive(Clone, Copy, Debug)]
pub enum Manager<'a> {
    /// An admin of the site.
    Admin(&'a Admin),
    /// An organiser of one edition.
    Organiser(&'a Organiser),
}

impl Manager<'_> {
    pub(super) fn actor(&self) -> &Actor {
        match self {
            Self::Admin(admin) => admin.actor(),
            Self::Organiser(organiser) => organiser.actor(),
        }
    }

    /// The edition whose roles she sees; none for all.
    pub(super) fn edition(&self) -> Option<Uuid> {
        match self {
            Self::Admin(_) => None,
            Self::Organiser(organiser) => Some(organiser.edition()),
        }
    }

    /// What lies outside an organiser's edition is not found, the site's admins included.
    pub(super) fn check(&self, at: RoleAt) -> Result<(), Error> {
        match self {
            Self::Organiser(organiser) if at.edition() != Some(organiser.edition()) => Err(Error::NotFound),
            _ => Ok(()),
        }
    }
}

/// Somebody with an account, and the roles she holds as far as the asker may see them.
#[derive(Clone, Debug)]
pub struct StaffMember {
    /// Who.
    pub account: Account,
    /// Which roles.
    pub grants: Vec<Grant>,
}

/// Grants a role, ends her sessions and tells her by mail.
///
/// # Errors
/// [`Error::NotFound`] for what lies outside the manager's edition, or an unknown account; `role_held` on `role`;
/// `edition_unknown` on `edition`.
pub async fn grant(tx: &mut Tx, by: Manager<'_>, account: Id<Account>, at: RoleAt) -> Result<Grant, Error> {
    by.check(at)?;
    let account = store::accounts::locked(tx, account).await?;
    let grant = give(tx, by.actor(), account.id, at).await?;
    mail::queue(tx, &[mails::role_changed(&account, grant.id.uuid(), at, true)]).await?;
    Ok(grant)
}

/// Grants a role without a mail: to who asked for it by accepting, or at the shell.
pub(super) async fn give(
    tx: &mut Tx,
    actor: &Actor,
    account: Id<Account>,
    at: RoleAt,
) -> Result<Grant, Error> {
    let grant = store::roles::insert(tx, account, at).await?;
    sessions::end_all(tx, actor, account).await?;
    audit::record(tx, actor, entry("role.grant", &grant)).await?;
    Ok(grant)
}

/// Withdraws a role, ends her sessions and tells her by mail.
///
/// # Errors
/// [`Error::NotFound`] when there is no such grant or it lies outside the manager's edition; [`Error::Conflict`]
/// `last_admin`.
pub async fn withdraw(tx: &mut Tx, by: Manager<'_>, id: Id<Grant>) -> Result<(), Error> {
    let grant = store::roles::by_id(tx, id).await?;
    let at = RoleAt::try_from((grant.role, grant.edition_id))?;
    by.check(at)?;
    if at.role() == Role::Admin && store::roles::other_admins(tx, grant.account_id).await? == 0 {
        return Err(Error::conflict("last_admin"));
    }
    store::roles::delete(tx, id).await?;
    sessions::end_all(tx, by.actor(), grant.account_id).await?;
    audit::record(tx, by.actor(), entry("role.withdraw", &grant)).await?;
    let account = store::accounts::by_id(tx, grant.account_id).await?;
    mail::queue(tx, &[mails::role_changed(&account, id.uuid(), at, false)]).await
}

/// Who has what, by name: for an admin every account with every role, for an organiser the roles of her edition.
///
/// # Errors
/// The database's.
pub async fn who_has_what(conn: &mut AsyncPgConnection, by: Manager<'_>) -> Result<Vec<StaffMember>, Error> {
    let rows = store::roles::with_accounts(conn, by.edition(), None).await?;
    Ok(gathered(rows))
}

/// One account with its roles, as far as the manager may see them.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it holds no role in the organiser's edition.
pub async fn staff_member(
    conn: &mut AsyncPgConnection,
    by: Manager<'_>,
    id: Id<Account>,
) -> Result<StaffMember, Error> {
    let rows = store::roles::with_accounts(conn, by.edition(), Some(id)).await?;
    gathered(rows).pop().ok_or(Error::NotFound)
}

/// Rows of one account stand together.
fn gathered(rows: Vec<(Account, Option<Grant>)>) -> Vec<StaffMember> {
    let mut staff: Vec<StaffMember> = Vec::new();
    for (account, grant) in rows {
        match staff.last_mut().filter(|last| last.account.id == account.id) {
            Some(member) => member.grants.extend(grant),
            None => staff.push(StaffMember { account, grants: grant.into_iter().collect() }),
        }
    }
    staff
}

fn entry(action: &'static str, grant: &Grant) -> Entry {
    let content = json!({ "account": grant.account_id, "role": grant.role });
    Entry { action, subject_kind: "role_grant", subject: grant.id.uuid(), edition: grant.edition_id, content }
}
