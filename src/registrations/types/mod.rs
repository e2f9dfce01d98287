//! Registration types: the ways to attend the forum or one of its side events, each with a window of its own and the pools
//! it draws on.
//!
//! Whoever changes which pools a type draws on locks those pools first and then the type; whoever
//! registers holds a share of the type's row, so that both see the same pools.

mod fields;
mod side_event;

pub use super::store::types::{NewType, RegistrationType, TypeId};
pub use fields::TypeFields;
pub use side_event::open_for;

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::store;
use crate::{
    accounts::proofs::{Observer, Organiser},
    audit::{self, Entry},
    capacity,
    db::{Tx, ordering},
    editions::{Edition, PublicText, publication},
    error::{Error, Reason},
    values::{Id, Moment},
};

/// The edition's types, in the organiser's order, archived ones at the end.
///
/// # Errors
/// The database's.
pub async fn types(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<RegistrationType>, Error> {
    store::types::of_edition(conn, edition).await
}

/// The types by which one may still register when their time comes, in order.
///
/// # Errors
/// The database's.
pub async fn open_types(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<RegistrationType>, Error> {
    let mut types = types(conn, edition).await?;
    types.retain(|way| way.archived_at.is_none());
    Ok(types)
}

/// Those of them by which one comes to the forum itself, and to no side event.
///
/// # Errors
/// The database's.
pub async fn forum_types(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<RegistrationType>, Error> {
    let mut types = open_types(conn, edition).await?;
    types.retain(|way| way.side_event.is_none());
    Ok(types)
}

/// One type, for staff of its edition.
///
/// # Errors
/// [`Error::NotFound`], for a type of another edition too.
pub async fn find(
    conn: &mut AsyncPgConnection,
    who: &Observer,
    id: TypeId,
) -> Result<RegistrationType, Error> {
    store::types::find(conn, who.edition(), id).await
}

/// Makes a type, the last in order.
///
/// # Errors
/// [`Error::Invalid`]: `slug_taken`, `pool_unknown`, `side_event_unknown`.
pub async fn create(tx: &mut Tx, who: &Organiser, new: NewType) -> Result<RegistrationType, Error> {
    own_pools(tx, who, &new).await?;
    let position = ordering::next_position(tx, "registration_type", who.edition()).await?;
    let id = store::types::insert(tx, who.edition(), position, &new).await?;
    store::types::draw_on(tx, id, &new.pools).await?;
    changed(tx, who, id, "registration-type.create", None).await
}

/// Changes everything about a type; its pools only while nobody is registered by it, and what one attends by it only until
/// somebody registers.
///
/// # Errors
/// [`Error::Conflict`] `type_in_use`; [`Error::Invalid`]: `slug_taken`, `pool_unknown`, `side_event_unknown`,
/// `side_event_fixed`; [`Error::NotFound`].
pub async fn change(
    tx: &mut Tx,
    who: &Organiser,
    id: TypeId,
    new: NewType,
) -> Result<RegistrationType, Error> {
    let seen = store::types::find(tx, who.edition(), id).await?;
    capacity::lock(tx, seen.pools.iter().chain(&new.pools).copied()).await?;
    store::types::lock(tx, id).await?;
    let before = store::types::find(tx, who.edition(), id).await?;
    own_pools(tx, who, &new).await?;
    if before.pools != new.pools {
        if store::types::is_in_use(tx, id).await? {
            return Err(Error::conflict("type_in_use"));
        }
        store::types::draw_on(tx, id, &new.pools).await?;
    }
    store::types::update(tx, id, &new).await?;
    changed(tx, who, id, "registration-type.change", Some(before)).await
}

/// Takes a type off the form for good; who registered by it stays.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn archive(tx: &mut Tx, who: &Organiser, id: TypeId, now: Moment) -> Result<(), Error> {
    let before = store::types::find(tx, who.edition(), id).await?;
    store::types::archive(tx, id, now).await?;
    changed(tx, who, id, "registration-type.archive", Some(before)).await.map(drop)
}

/// Puts the edition's types into this order.
///
/// # Errors
/// [`Error::NotFound`] when one is of another edition.
pub async fn reorder(tx: &mut Tx, who: &Organiser, ids: &[TypeId]) -> Result<(), Error> {
    let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
    ordering::reorder(tx, "registration_type", who.edition(), &ids).await?;
    let subject = who.edition();
    let entry = Entry {
        action: "registration-type.reorder",
        subject_kind: "edition",
        subject,
        edition: Some(subject),
        content: json!({ "after": ids }),
    };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, Id::from(subject)).await
}

/// A type draws on pools of its own edition only.
async fn own_pools(tx: &mut Tx, who: &Organiser, new: &NewType) -> Result<(), Error> {
    let own: BTreeSet<_> =
        capacity::pools(tx, Id::from(who.edition())).await?.iter().map(|pool| pool.id).collect();
    if new.pools.iter().all(|pool| own.contains(pool)) {
        Ok(())
    } else {
        Err(Error::field("pools", Reason::new("pool_unknown")))
    }
}

async fn changed(
    tx: &mut Tx,
    who: &Organiser,
    id: TypeId,
    action: &'static str,
    before: Option<RegistrationType>,
) -> Result<RegistrationType, Error> {
    let after = store::types::find(tx, who.edition(), id).await?;
    let entry = Entry {
        action,
        subject_kind: "registration_type",
        subject: id.uuid(),
        edition: Some(who.edition()),
        content: json!({ "before": before, "after": after }),
    };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, Id::from(who.edition())).await?;
    Ok(after)
}

impl RegistrationType {
    /// Its public texts, for the report on missing languages.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        let (kind, row, of) = ("registration_type", Some(self.id.uuid()), Some(&self.name));
        let own = |field, text| PublicText { kind, row, of, field, text };
        let description = self.description.as_ref().map(|text| own("description", Some(text)));
        std::iter::once(own("name", Some(&self.name))).chain(description).collect()
    }
}
