//! What search engines read of an edition: the forum itself, its side events, and who invites to them.

use url::Url;

use super::views::address;
use crate::{
    editions::{PartnerKind, SideEvent},
    error::Error,
    formats::json_ld::{self, Event, Organization, Place, Status},
    overview::PublicSnapshot,
    values::{Lang, Localised},
};

/// Who holds the forum, in the organisers' order.
pub(super) fn hosts(snapshot: &PublicSnapshot, lang: Lang) -> Vec<Organization<'_>> {
    let holds = |kind| matches!(kind, PartnerKind::Host | PartnerKind::CoOrganiser);
    let hosts = snapshot.partners.iter().filter(|partner| holds(partner.kind));
    hosts
        .map(|partner| Organization {
            name: partner.name.pick(lang).text,
            url: partner.url.as_ref().map_or("", |url| url.as_str()),
        })
        .collect()
}

/// The edition as an event; everything else is a part of it.
///
/// # Errors
/// Those of [`json_ld::script`].
pub(super) fn edition(snapshot: &PublicSnapshot, lang: Lang, base: &Url) -> Result<String, Error> {
    let edition = snapshot.edition();
    let home = base.join(&address(edition, lang, "")).map_err(Error::internal)?;
    let about = edition.description.as_ref().or(edition.tagline.as_ref());
    let venue = edition.venue_name.as_ref().map(|name| text(Some(name), lang));
    json_ld::script(&Event {
        url: home.as_str(),
        name: edition.name.pick(lang).text,
        description: text(about, lang),
        start: edition.starts_at,
        end: edition.ends_at,
        zone: &edition.zone,
        status: Status::Scheduled,
        location: venue.map(|name| Place { name, address: text(edition.venue_address.as_ref(), lang) }),
        organizers: &hosts(snapshot, lang),
        performers: &[],
        shows: None,
        languages: &[],
        part_of: None,
    })
}

/// A side event as a part of its edition.
///
/// # Errors
/// Those of [`json_ld::script`].
pub(super) fn side_event(
    snapshot: &PublicSnapshot,
    event: &SideEvent,
    lang: Lang,
    base: &Url,
) -> Result<String, Error> {
    let edition = snapshot.edition();
    let full = |page: &str| base.join(&address(edition, lang, page)).map_err(Error::internal);
    let (url, home) = (full(&format!("/side-events/{}", event.slug))?, full("")?);
    json_ld::script(&Event {
        url: url.as_str(),
        name: event.name.pick(lang).text,
        description: text(event.summary.as_ref(), lang),
        start: event.starts_at,
        end: event.ends_at,
        zone: &edition.zone,
        status: Status::Scheduled,
        location: Some(Place { name: event.place.pick(lang).text, address: event.city.pick(lang).text }),
        organizers: &hosts(snapshot, lang),
        performers: &[],
        shows: None,
        languages: &[],
        part_of: Some((home.as_str(), edition.name.pick(lang).text)),
    })
}

fn text(text: Option<&Localised>, lang: Lang) -> &str {
    text.map_or("", |text| text.pick(lang).text)
}
