//! The table `address_change`.

use diesel::{
    prelude::*,
    sql_types::{Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::registration::{Registration, RegistrationId};
use crate::{
    db::{
        Tx, clock_timestamp, prepared,
        schema::{address_change, registration},
    },
    editions::Edition,
    error::Error,
    registrations::State,
    values::{Email, Id, Moment},
};

/// Which of these keys are addresses of live registrations.
pub(in crate::registrations) async fn keys_among(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    keys: &[String],
) -> Result<Vec<String>, Error> {
    let live = registration::table.filter(registration::edition_id.eq(edition));
    let live = live.filter(registration::state.ne(State::Cancelled));
    let used = live.filter(registration::email_key.eq_any(keys)).select(registration::email_key);
    Ok(used.distinct().load(conn).await?)
}

/// A new address that waits for its proof.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = address_change)]
pub(in crate::registrations) struct AddressChange {
    pub(in crate::registrations) id: Id<AddressChange>,
    pub(in crate::registrations) registration_id: RegistrationId,
    pub(in crate::registrations) email: Email,
}

pub(in crate::registrations) async fn insert(
    tx: &mut Tx,
    registration: RegistrationId,
    email: &Email,
    expires_at: Moment,
) -> Result<Id<AddressChange>, Error> {
    let id = Id::<AddressChange>::fresh();
    diesel::insert_into(address_change::table)
        .values((
            address_change::id.eq(id),
            address_change::registration_id.eq(registration),
            address_change::email.eq(email),
            address_change::expires_at.eq(expires_at),
        ))
        .execute(&mut **tx)
        .await?;
    Ok(id)
}

pub(in crate::registrations) async fn find(
    conn: &mut AsyncPgConnection,
    id: Id<AddressChange>,
) -> Result<AddressChange, Error> {
    Ok(address_change::table.find(id).select(AddressChange::as_select()).first(conn).await?)
}

/// Uses it, if it is neither used nor too old.
pub(in crate::registrations) async fn take(tx: &mut Tx, id: Id<AddressChange>) -> Result<bool, Error> {
    let live = address_change::table
        .find(id)
        .filter(address_change::used_at.is_null())
        .filter(address_change::expires_at.gt(clock_timestamp()));
    let used = address_change::used_at.eq(clock_timestamp().nullable());
    Ok(diesel::update(live).set(used).execute(&mut **tx).await? == 1)
}

/// Forgets every address she asked for.
pub(in crate::registrations) async fn forget(tx: &mut Tx, registration: RegistrationId) -> Result<(), Error> {
    let hers = address_change::table.filter(address_change::registration_id.eq(registration));
    diesel::delete(hers).execute(&mut **tx).await?;
    Ok(())
}

/// Writes the address and makes every link anew.
pub(in crate::registrations) async fn set(
    tx: &mut Tx,
    id: RegistrationId,
    email: &Email,
    words: &str,
) -> Result<Registration, Error> {
    let taken = diesel::result::DatabaseErrorKind::UniqueViolation;
    prepared(
        "UPDATE registration SET email = ?, email_key = ?, search = array_to_tsvector(string_to_array(?, ' ')),
                link_version = link_version + 1, version = version + 1, updated_at = clock_timestamp()
         WHERE id = ?",
    )
    .bind::<Text, _>(email)
    .bind::<Text, _>(email.key())
    .bind::<Text, _>(words)
    .bind::<SqlUuid, _>(id)
    .execute(&mut **tx)
    .await
    .map_err(|error| match error {
        diesel::result::Error::DatabaseError(kind, _) if kind == taken => {
            Error::conflict("registered_at_address")
        }
        other => other.into(),
    })?;
    Ok(registration::table.find(id).select(Registration::as_select()).first(&mut **tx).await?)
}
