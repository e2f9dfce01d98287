//! What anybody may know of an edition; the only thing that cached pages are made of.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;

use super::{PublicProgramme, programme::public_programme};
use crate::{
    calls::{self, Call},
    editions::{Edition, Partner, Track, parts},
    error::Error,
    registrations::{self, Availability, Form, types::TypeId},
    values::Moment,
};

/// What anybody may know of a published edition at one moment.
#[derive(Clone, Debug)]
pub struct PublicSnapshot {
    /// Who is behind it, in protocol order.
    pub partners: Vec<Partner>,
    /// Its fields.
    pub tracks: Vec<Track>,
    /// The calls that everybody may see, in the organiser's order.
    pub calls: Vec<Call>,
    /// The edition with its side events, and what its registration form asks.
    pub form: Form,
    /// The programme, once one was released.
    pub programme: Option<PublicProgramme>,
    /// What a newcomer would find for each type of the form.
    pub availability: BTreeMap<TypeId, Availability>,
    /// When a window opens or closes next, the edition begins or ends, or a side event ends: out of date from then on.
    fresh_until: Option<Moment>,
}

impl PublicSnapshot {
    /// The edition it is of.
    #[must_use]
    pub fn edition(&self) -> &Edition {
        &self.form.edition
    }

    /// Whether no window has opened or closed since.
    #[must_use]
    pub fn is_fresh(&self, now: Moment) -> bool {
        self.fresh_until.is_none_or(|until| now < until)
    }
}

/// Reads everything public of `edition`.
///
/// # Errors
/// The database's.
pub async fn public_snapshot(
    conn: &mut AsyncPgConnection,
    edition: Edition,
    now: Moment,
) -> Result<PublicSnapshot, Error> {
    let partners = parts::list(conn, edition.id).await?;
    let tracks = parts::list(conn, edition.id).await?;
    let programme = public_programme(conn, edition.id).await?;
    let calls = calls::public_calls(conn, edition.id).await?;
    let form = registrations::form(conn, edition).await?.public();
    let availability = registrations::availability(conn, &form, now).await?;
    let windows = form.types.iter().flat_map(|way| [way.opens_at, way.closes_at]).flatten();
    let windows = windows.chain(calls.iter().flat_map(|call| [call.opens_at, call.closes_at]));
    let turns = windows.chain([form.edition.starts_at, form.edition.ends_at]);
    let turns = turns.chain(form.side_events.iter().map(|event| event.ends_at));
    let fresh_until = turns.filter(|turn| *turn > now).min();
    Ok(PublicSnapshot { partners, tracks, programme, calls, form, availability, fresh_until })
}
