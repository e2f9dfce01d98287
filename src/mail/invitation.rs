//! A session for the recipient's own calendar: the iTIP part of a mail (RFC 5546), carried as RFC 6047 section 2 has it.

use lettre::message::{SinglePart, header::ContentType};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Letterhead,
    defuse::{defuse, one_line},
    message::{Sender, address},
    render::place,
    store::Claimed,
};
use crate::{
    error::Error,
    formats::calendar::{self, Invitation, Method, Party},
    values::Moment,
};

/// What a mail tells its recipient's calendar; stands in its values as `calendar`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CalendarEntry {
    /// The session, whose entry has the same name in every calendar that we write.
    pub session: Uuid,
    /// The calendar's SEQUENCE (RFC 5545 section 3.8.7.4).
    pub sequence: u32,
    /// Whether it is off, for her.
    pub cancelled: bool,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Its title.
    pub title: String,
    /// Its rooms; may be empty.
    pub room: String,
}

/// The part for her calendar; none where the mail tells of no session. Whoever gets the mail is the one who is invited,
/// for a calendar heeds only what is meant for its owner.
pub(super) fn part(
    sender: &Sender,
    row: &Claimed,
    edition: &Letterhead,
) -> Result<Option<SinglePart>, Error> {
    let Some(told) = row.values().get("calendar") else { return Ok(None) };
    let entry: CalendarEntry = serde_json::from_value(told.clone()).map_err(Error::internal)?;
    let method = if entry.cancelled { Method::Cancel } else { Method::Request };
    let venue = place(row.lang, edition);
    let location: Vec<String> =
        [defuse(&entry.room), venue].into_iter().filter(|it| !it.is_empty()).collect();
    let event = calendar::Event {
        uid: &format!("{}@{}", entry.session, sender.host()),
        sequence: entry.sequence,
        stamp: row.created_at,
        start: entry.starts_at,
        end: entry.ends_at,
        zone: &edition.zone,
        status: calendar::Status::Confirmed,
        summary: &defuse(&entry.title),
        description: "",
        location: &location.join(", "),
        url: sender.base_url.as_str(),
        categories: &[],
    };
    let (organizer, attendee) = (address(edition.contact.as_str())?, address(&row.recipient)?);
    let name = one_line(edition.name.pick(row.lang).text);
    let invitation = Invitation {
        method,
        event: &event,
        organizer: Party { name: &name, email: organizer.as_ref() },
        attendee: Party { name: &defuse(&row.recipient_name), email: attendee.as_ref() },
    };
    let media_type = ContentType::parse(&method.media_type()).map_err(Error::internal)?;
    Ok(Some(SinglePart::builder().header(media_type).body(calendar::invite(row.lang, &invitation))))
}
