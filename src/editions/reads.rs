//! Finding editions, for the public and for staff.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::{
    ConsentText, Edition, EditionState, Partner, Room, SideEvent, Track, current_consent_texts, parts, store,
};
use crate::{
    accounts::{
        Authority, RoleAt,
        proofs::{Observer, System},
    },
    error::Error,
    values::{Id, Moment},
};

/// An edition with all that the public reads about it, for pages made once and kept in memory.
#[derive(Clone, Debug)]
pub struct PublicEdition {
    /// The edition itself.
    pub edition: Edition,
    /// In the organiser's order of protocol.
    pub partners: Vec<Partner>,
    /// In the organiser's order.
    pub tracks: Vec<Track>,
    /// In the organiser's order.
    pub rooms: Vec<Room>,
    /// Those that the public sees, in the organiser's order.
    pub side_events: Vec<SideEvent>,
    /// What is asked at present, the statement on collection first.
    pub consent_texts: Vec<ConsentText>,
}

/// Loads what belongs to `edition`, which the caller has found by a read of this module.
///
/// # Errors
/// The database's.
pub async fn public_edition(conn: &mut AsyncPgConnection, edition: Edition) -> Result<PublicEdition, Error> {
    let id = edition.id;
    Ok(PublicEdition {
        partners: parts::list(conn, id).await?,
        tracks: parts::list(conn, id).await?,
        rooms: parts::list(conn, id).await?,
        side_events: parts::public_side_events(conn, id).await?,
        consent_texts: current_consent_texts(conn, id).await?,
        edition,
    })
}

/// The published or archived edition with this slug.
///
/// # Errors
/// [`Error::NotFound`] for a draft too.
pub async fn by_slug(conn: &mut AsyncPgConnection, slug: &str) -> Result<Edition, Error> {
    let edition = store::edition::find_slug(conn, slug).await?;
    if edition.state == EditionState::Draft { Err(Error::NotFound) } else { Ok(edition) }
}

/// The edition that `/` leads to; see [`leading`].
///
/// # Errors
/// [`Error::NotFound`] when nothing was ever published.
pub async fn current(conn: &mut AsyncPgConnection, now: Moment) -> Result<Edition, Error> {
    leading(store::edition::public(conn).await?, now).ok_or(Error::NotFound)
}

/// Every edition the public sees, the latest first.
///
/// # Errors
/// The database's.
pub async fn public_editions(conn: &mut AsyncPgConnection) -> Result<Vec<Edition>, Error> {
    store::edition::public(conn).await
}

/// Every edition the public sees, and the drafts that `who` holds a role in; the latest first.
///
/// # Errors
/// The database's.
pub async fn seen_by(conn: &mut AsyncPgConnection, who: &Authority) -> Result<Vec<Edition>, Error> {
    let mut seen = store::edition::list(conn, None).await?;
    seen.retain(|edition| edition.state != EditionState::Draft || who.observer(edition.id.uuid()).is_ok());
    Ok(seen)
}

/// The id behind a slug in whatever state, for whoever goes on to ask what the asker may do there;
/// says nothing about the edition itself.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn id_of_slug(conn: &mut AsyncPgConnection, slug: &str) -> Result<Id<Edition>, Error> {
    store::edition::find_slug(conn, slug).await.map(|edition| edition.id)
}

/// The edition of the proof, in whatever state.
///
/// # Errors
/// The database's.
pub async fn for_staff(conn: &mut AsyncPgConnection, who: &Observer) -> Result<Edition, Error> {
    store::edition::find(conn, Id::from(who.edition())).await
}

/// Every edition in whatever state, the latest first, for duties.
///
/// # Errors
/// The database's.
pub async fn all(conn: &mut AsyncPgConnection, _who: &System) -> Result<Vec<Edition>, Error> {
    store::edition::list(conn, None).await
}

/// The editions that somebody with these roles finds in the console, all of them for an admin; the
/// latest first.
///
/// # Errors
/// The database's.
pub async fn mine(conn: &mut AsyncPgConnection, roles: &[RoleAt]) -> Result<Vec<Edition>, Error> {
    // A role without an edition is of the whole site: then there is no list to keep to.
    let only: Option<Vec<Uuid>> = roles.iter().map(|role| role.edition()).collect();
    store::edition::list(conn, only.as_deref()).await
}

/// The published edition that runs or comes next, else the one that ended last.
#[must_use]
pub fn leading(public: Vec<Edition>, now: Moment) -> Option<Edition> {
    let (ahead, over): (Vec<_>, Vec<_>) = public
        .into_iter()
        .partition(|edition| edition.state == EditionState::Published && edition.ends_at > now);
    let next = ahead.into_iter().min_by_key(|edition| (edition.starts_at, edition.id));
    next.or_else(|| over.into_iter().max_by_key(|edition| (edition.ends_at, edition.id)))
}
