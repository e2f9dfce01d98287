//! An edition's details as inputs: reading them, and filling them with what is stored.

use super::super::stored::{Stored, texts};
use crate::{
    editions::{Edition, EditionFields},
    http::FormData,
    values::{Moment, time},
};

/// The input that carries the version one saw; drafts pass over names that begin with an underscore.
pub(super) const VERSION: &str = "_version";

/// What the form sent.
pub(in crate::web::console) fn edition(typed: &FormData) -> EditionFields {
    let one = |name: &str| typed.one(name).to_owned();
    EditionFields {
        slug: one("slug"),
        number: typed.one("number").into(),
        name: texts(typed, "name"),
        tagline: texts(typed, "tagline"),
        description: texts(typed, "description"),
        venue_name: texts(typed, "venue_name"),
        venue_address: texts(typed, "venue_address"),
        zone: one("zone"),
        starts_at: one("starts_at"),
        ends_at: one("ends_at"),
        contact_email: one("contact_email"),
        offer_hours: typed.one("offer_hours").into(),
        offers_end_at: one("offers_end_at"),
        reminder_days: typed.one("reminder_days").into(),
        thanks_days: typed.one("thanks_days").into(),
        mail_kept_days: typed.one("mail_kept_days").into(),
    }
}

/// What is stored, as the form sends it.
pub(super) fn stored(edition: &Edition) -> Stored {
    let local = |moment: Moment| time::local_input(moment, &edition.zone);
    Stored::default()
        .with(VERSION, edition.version)
        .text("name", Some(&edition.name))
        .text("tagline", edition.tagline.as_ref())
        .text("description", edition.description.as_ref())
        .with("number", edition.number)
        .with("slug", &edition.slug)
        .with("zone", &edition.zone)
        .with("starts_at", local(edition.starts_at))
        .with("ends_at", local(edition.ends_at))
        .text("venue_name", edition.venue_name.as_ref())
        .text("venue_address", edition.venue_address.as_ref())
        .with("contact_email", edition.contact_email.as_str())
        .with("offer_hours", edition.offer_hours)
        .maybe("offers_end_at", edition.offers_end_at.map(local))
        .maybe("reminder_days", edition.reminder_days)
        .maybe("thanks_days", edition.thanks_days)
        .maybe("mail_kept_days", edition.mail_kept_days)
}
