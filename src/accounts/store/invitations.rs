//! The table `invitation`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    accounts::{NewInvitation, Role},
    db::{
        Tx, clock_timestamp,
        schema::invitation,
        violation::{Constraints, named},
    },
    error::Error,
    values::{Email, Id, Lang, Moment},
};

const CONSTRAINTS: Constraints = &[
    ("invitation_open_key", "email", "invitation_open"),
    ("invitation_edition_id_fkey", "edition", "edition_unknown"),
];

/// A role offered by mail; accepting makes the account and the grant.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = invitation)]
pub struct Invitation {
    /// Its id.
    pub id: Id<Invitation>,
    /// Whom it was sent to.
    pub email: Email,
    /// Whom it greets.
    pub name: String,
    /// The language it was written in.
    pub lang: Lang,
    /// The role it offers.
    pub role: Role,
    /// In which edition; none for admin.
    pub edition_id: Option<Uuid>,
    /// When it was sent.
    pub created_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
    /// When it was accepted.
    pub accepted_at: Option<Moment>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

/// Inserts an invitation, after withdrawing one to the same address for the same role that had ended by itself.
pub(in crate::accounts) async fn insert(
    tx: &mut Tx,
    new: &NewInvitation,
    expires_at: Moment,
) -> Result<Invitation, Error> {
    let (role, edition) = (new.at.role(), new.at.edition());
    let ended = invitation::table
        .filter(invitation::email_key.eq(new.to.email.key()))
        .filter(invitation::role.eq(role))
        .filter(invitation::edition_id.is_not_distinct_from(edition))
        .filter(invitation::accepted_at.is_null())
        .filter(invitation::withdrawn_at.is_null())
        .filter(invitation::expires_at.le(clock_timestamp()));
    let withdrawn = invitation::withdrawn_at.eq(invitation::expires_at.nullable());
    diesel::update(ended).set(withdrawn).execute(&mut **tx).await?;
    let row = (
        invitation::id.eq(Id::<Invitation>::fresh()),
        invitation::email.eq(&new.to.email),
        invitation::email_key.eq(new.to.email.key()),
        invitation::name.eq(&new.to.name),
        invitation::lang.eq(new.to.lang),
        invitation::role.eq(role),
        invitation::edition_id.eq(edition),
        invitation::expires_at.eq(expires_at),
    );
    let inserted = diesel::insert_into(invitation::table).values(row).returning(Invitation::as_returning());
    inserted.get_result(&mut **tx).await.map_err(|error| named(CONSTRAINTS, error))
}

pub(in crate::accounts) async fn by_id(
    conn: &mut AsyncPgConnection,
    id: Id<Invitation>,
) -> Result<Invitation, Error> {
    Ok(invitation::table.find(id).select(Invitation::as_select()).first(conn).await?)
}

/// The invitation, locked until the transaction ends, so that it is answered once.
pub(in crate::accounts) async fn locked(tx: &mut Tx, id: Id<Invitation>) -> Result<Invitation, Error> {
    let row = invitation::table.find(id).select(Invitation::as_select()).for_update();
    Ok(row.first(&mut **tx).await?)
}

pub(in crate::accounts) async fn set_accepted(tx: &mut Tx, id: Id<Invitation>) -> Result<(), Error> {
    let change = invitation::accepted_at.eq(clock_timestamp().nullable());
    diesel::update(invitation::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::accounts) async fn set_withdrawn(tx: &mut Tx, id: Id<Invitation>) -> Result<(), Error> {
    let change = invitation::withdrawn_at.eq(clock_timestamp().nullable());
    diesel::update(invitation::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

/// Invitations of an edition, or all; newest first.
pub(in crate::accounts) async fn list(
    conn: &mut AsyncPgConnection,
    edition: Option<Uuid>,
) -> Result<Vec<Invitation>, Error> {
    let mut query =
        invitation::table.order(invitation::id.desc()).select(Invitation::as_select()).into_boxed();
    if let Some(edition) = edition {
        query = query.filter(invitation::edition_id.eq(edition));
    }
    Ok(query.load(conn).await?)
}
