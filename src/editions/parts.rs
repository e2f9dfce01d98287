//! Tracks, rooms, partners and side events: four lists of an edition, each in an order that the organiser chose.

use std::{collections::BTreeMap, future::Future};

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Edition, SideEvent, publication};
use crate::{
    accounts::proofs::Organiser,
    audit::{self, Entry},
    db::{Tx, ordering, sources as stored, sources::Source},
    error::Error,
    values::Id,
};

/// What the trail calls the changes of a part.
#[derive(Clone, Copy, Debug)]
pub struct Actions {
    /// One was added.
    pub create: &'static str,
    /// One was changed.
    pub change: &'static str,
    /// One was removed.
    pub remove: &'static str,
    /// They were put in another order.
    pub reorder: &'static str,
}

/// A member of one of these lists, with its queries: [`Track`](super::Track), [`Room`](super::Room),
/// [`Partner`](super::Partner) or [`SideEvent`].
pub trait Part: Serialize + Sized + Send + 'static {
    /// The same, checked but without an id.
    type New: Serialize + Send + Sync;
    /// Its table.
    const TABLE: &'static str;
    /// Its words in the audit trail.
    const ACTIONS: Actions;

    /// Its id.
    fn id(&self) -> Id<Self>;

    /// Inserts one under that id, at that position.
    fn insert(
        tx: &mut Tx,
        edition: Id<Edition>,
        at: (Id<Self>, i32),
        new: &Self::New,
    ) -> impl Future<Output = Result<Self, Error>> + Send;

    /// Reads one of the edition and locks it.
    fn lock(
        tx: &mut Tx,
        edition: Id<Edition>,
        id: Id<Self>,
    ) -> impl Future<Output = Result<Self, Error>> + Send;

    /// Overwrites one.
    fn update(tx: &mut Tx, id: Id<Self>, new: &Self::New)
    -> impl Future<Output = Result<Self, Error>> + Send;

    /// Deletes one.
    fn delete(tx: &mut Tx, id: Id<Self>) -> impl Future<Output = Result<(), Error>> + Send;

    /// All of the edition, in order.
    fn list(
        conn: &mut AsyncPgConnection,
        edition: Id<Edition>,
    ) -> impl Future<Output = Result<Vec<Self>, Error>> + Send;
}

/// All of an edition's, in the organiser's order.
///
/// # Errors
/// The database's.
pub async fn list<P: Part>(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<Vec<P>, Error> {
    P::list(conn, edition).await
}

/// The side events that the public sees, in the organiser's order.
///
/// # Errors
/// The database's.
pub async fn public_side_events(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<SideEvent>, Error> {
    let mut all: Vec<SideEvent> = list(conn, edition).await?;
    all.retain(|event| event.published);
    Ok(all)
}

/// Adds one at the end of its list.
///
/// # Errors
/// [`Error::Invalid`] `slug_taken`.
pub async fn create<P: Part>(tx: &mut Tx, who: &Organiser, new: P::New) -> Result<P, Error> {
    create_as(tx, who, Id::fresh(), new).await
}

/// As [`create`], under an id made beforehand.
///
/// # Errors
/// [`Error::Invalid`] `slug_taken`.
pub async fn create_as<P: Part>(tx: &mut Tx, who: &Organiser, id: Id<P>, new: P::New) -> Result<P, Error> {
    let position = ordering::next_position(tx, P::TABLE, who.edition()).await?;
    let part = P::insert(tx, Edition::of(who), (id, position), &new).await?;
    changed::<P>(tx, who, P::ACTIONS.create, part.id().uuid(), json!({ "after": part })).await?;
    Ok(part)
}

/// Overwrites one.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Invalid`] `slug_taken`.
pub async fn change<P: Part>(tx: &mut Tx, who: &Organiser, id: Id<P>, new: P::New) -> Result<P, Error> {
    let before = P::lock(tx, Edition::of(who), id).await?;
    let after = P::update(tx, id, &new).await?;
    let content = json!({ "before": before, "after": after });
    changed::<P>(tx, who, P::ACTIONS.change, id.uuid(), content).await?;
    Ok(after)
}

/// Removes one that nothing refers to.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `in_use`.
pub async fn remove<P: Part>(tx: &mut Tx, who: &Organiser, id: Id<P>) -> Result<(), Error> {
    let before = P::lock(tx, Edition::of(who), id).await?;
    P::delete(tx, id).await?;
    changed::<P>(tx, who, P::ACTIONS.remove, id.uuid(), json!({ "before": before })).await
}

/// Puts those named first, in this order; the rest keep theirs behind.
///
/// # Errors
/// [`Error::NotFound`] when one is not of the proof's edition.
pub async fn reorder<P: Part>(tx: &mut Tx, who: &Organiser, order: &[Id<P>]) -> Result<(), Error> {
    let ids: Vec<Uuid> = order.iter().map(|id| id.uuid()).collect();
    ordering::reorder(tx, P::TABLE, who.edition(), &ids).await?;
    changed::<P>(tx, who, P::ACTIONS.reorder, who.edition(), json!({ "after": ids })).await
}

/// Where the edition's rows of that kind came from, of those that came from elsewhere.
///
/// # Errors
/// The database's.
pub async fn sources<P: Part>(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<BTreeMap<Uuid, Source>, Error> {
    let all = stored::of_edition(conn, P::TABLE, edition.uuid()).await?;
    Ok(all.into_iter().map(|source| (source.row_id, source)).collect())
}

/// Keeps where rows of that kind came from; only rooms and tracks ever do.
///
/// # Errors
/// The database's.
pub async fn keep_sources<P: Part>(tx: &mut Tx, who: &Organiser, from: &[Source]) -> Result<(), Error> {
    stored::keep(tx, P::TABLE, who.edition(), from).await
}

async fn changed<P: Part>(
    tx: &mut Tx,
    who: &Organiser,
    action: &'static str,
    subject: Uuid,
    content: Value,
) -> Result<(), Error> {
    let edition = Some(who.edition());
    let subject_kind = if Some(subject) == edition { "edition" } else { P::TABLE };
    audit::record(tx, who.actor(), Entry { action, subject_kind, subject, edition, content }).await?;
    publication::bump(tx, Edition::of(who)).await
}
