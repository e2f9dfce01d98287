//! The table `role_grant`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::accounts::Account;
use crate::{
    accounts::{Role, RoleAt},
    db::{
        Tx,
        schema::{account, role_grant},
        violation::{Constraints, named},
    },
    error::Error,
    values::{Id, Moment},
};

const CONSTRAINTS: Constraints =
    &[("role_grant_key", "role", "role_held"), ("role_grant_edition_id_fkey", "edition", "edition_unknown")];

/// A role somebody holds.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = role_grant)]
pub struct Grant {
    /// Its id.
    pub id: Id<Grant>,
    /// Whose.
    pub account_id: Id<Account>,
    /// Which role.
    pub role: Role,
    /// In which edition; none for admin.
    pub edition_id: Option<Uuid>,
    /// Since when.
    pub granted_at: Moment,
}

pub(in crate::accounts) async fn held_by(
    conn: &mut AsyncPgConnection,
    account: Id<Account>,
) -> Result<Vec<RoleAt>, Error> {
    let rows: Vec<(Role, Option<Uuid>)> = role_grant::table
        .filter(role_grant::account_id.eq(account))
        .order(role_grant::id)
        .select((role_grant::role, role_grant::edition_id))
        .load(conn)
        .await?;
    rows.into_iter().map(RoleAt::try_from).collect()
}

pub(in crate::accounts) async fn insert(
    tx: &mut Tx,
    account: Id<Account>,
    at: RoleAt,
) -> Result<Grant, Error> {
    let row = (
        role_grant::id.eq(Id::<Grant>::fresh()),
        role_grant::account_id.eq(account),
        role_grant::role.eq(at.role()),
        role_grant::edition_id.eq(at.edition()),
    );
    let inserted = diesel::insert_into(role_grant::table).values(row).returning(Grant::as_returning());
    inserted.get_result(&mut **tx).await.map_err(|error| named(CONSTRAINTS, error))
}

pub(in crate::accounts) async fn by_id(tx: &mut Tx, id: Id<Grant>) -> Result<Grant, Error> {
    Ok(role_grant::table.find(id).select(Grant::as_select()).first(&mut **tx).await?)
}

/// Deletes the grant; not found when somebody else just did.
pub(in crate::accounts) async fn delete(tx: &mut Tx, id: Id<Grant>) -> Result<(), Error> {
    let deleted = diesel::delete(role_grant::table.find(id)).returning(role_grant::id);
    deleted.get_result::<Uuid>(&mut **tx).await?;
    Ok(())
}

/// Locks every admin's grant and answers how many admins besides `account` may sign in. Whoever takes an admin
/// away must ask first: two who do so at once take turns, and the second sees what the first left.
pub(in crate::accounts) async fn other_admins(tx: &mut Tx, account: Id<Account>) -> Result<i64, Error> {
    let admins = role_grant::table.filter(role_grant::role.eq(Role::Admin));
    admins.order(role_grant::id).select(role_grant::id).for_update().load::<Uuid>(&mut **tx).await?;
    // A statement of its own, so that it sees what was committed while the one above waited.
    let others = admins
        .inner_join(account::table)
        .filter(account::suspended_at.is_null())
        .filter(account::id.ne(account))
        .count();
    Ok(others.get_result(&mut **tx).await?)
}

/// Accounts with their grants, by name: all, or those with a grant in an edition; everybody, or one account.
pub(in crate::accounts) async fn with_accounts(
    conn: &mut AsyncPgConnection,
    edition: Option<Uuid>,
    of: Option<Id<Account>>,
) -> Result<Vec<(Account, Option<Grant>)>, Error> {
    let mut query = account::table
        .left_join(role_grant::table)
        .order((account::name, account::id, role_grant::edition_id, role_grant::id))
        .select((Account::as_select(), Option::<Grant>::as_select()))
        .into_boxed();
    if let Some(edition) = edition {
        query = query.filter(role_grant::edition_id.eq(edition));
    }
    if let Some(id) = of {
        query = query.filter(account::id.eq(id));
    }
    Ok(query.load(conn).await?)
}
