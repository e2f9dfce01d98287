//! The mails to those whose slot a release changed, as `docs/mail.md` lists them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{
    Release, Released, Session,
    diff::{Change, Changes, Listed, SlotChange, affected},
    interval::Interval,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    editions::{self, Room, parts},
    error::Error,
    mail::{self, CalendarEntry, Cause},
    speakers,
    values::{Id, Lang, Zone, time},
};

/// One mail for each slot to whom it concerns, or to her contact: a calendar takes one entry from a mail. Who has no
/// address is told by somebody else.
pub(super) async fn tell(
    tx: &mut Tx,
    who: &Programme,
    (release, content): (&Release, &BTreeMap<Id<Session>, Released>),
    changes: &Changes,
) -> Result<(), Error> {
    let edition = editions::for_staff(tx, &who.into()).await?;
    let rooms = parts::list::<Room>(tx, edition.id).await?;
    let words = SlotWords { zone: &edition.zone, rooms: &rooms };
    let mut mails = Vec::new();
    for (person, slots) in affected(changes) {
        let speaker = speakers::find(tx, who, person).await?;
        let Some(addressee) = speaker.addressee() else { continue };
        let lang = addressee.lang();
        let on_behalf = speaker.contact_email.as_ref().map(|_| speaker.name().display(lang));
        for (session, what) in slots {
            let (Some(change), Some(released)) = (changes.get(&session), content.get(&session)) else {
                continue;
            };
            let entry = words.entry(lang, (session, released.sequence), change, what);
            let values = json!({
                "speaker": on_behalf.clone().unwrap_or_default(),
                "title": change.told_as(what).title.pick(lang).text,
                "slots": [words.slot(lang, change, what)],
                "calendar": entry,
            });
            // One mail per release, session and person.
            let cause = Cause::of_all("release", &[release.id.uuid(), session.uuid(), person.uuid()]);
            mails.push(addressee.mail("slot-changed", cause, values));
        }
    }
    mail::queue(tx, &mails).await
}

/// What slots are told with.
#[derive(Clone, Copy, Debug)]
pub struct SlotWords<'a> {
    /// The edition's zone.
    pub zone: &'a Zone,
    /// The edition's rooms.
    pub rooms: &'a [Room],
}

impl SlotWords<'_> {
    /// What became of one slot: `what`, `title`, `now` and `before`, each of these two blank where there is none.
    #[must_use]
    pub fn slot(&self, lang: Lang, change: &Change, what: SlotChange) -> Value {
        let (before, now) = match change {
            Change::Added(to) => (None, Some(to)),
            Change::Cancelled(from) => (Some(from), None),
            Change::Edited { from, to } => (Some(from.as_ref()), Some(to)),
        };
        // Who joins a session was not there before, and who left it is not there any more.
        let before = before.filter(|_| what != SlotChange::New);
        let now = now.filter(|_| what != SlotChange::Gone);
        let title = change.told_as(what).title.pick(lang).text;
        let told =
            |listed: Option<&Listed>| listed.map(|listed| self.place(lang, listed)).unwrap_or_default();
        json!({ "what": what.as_str(), "title": title, "now": told(now), "before": told(before) })
    }

    /// The session, with its sequence, as an entry for a calendar.
    fn entry(
        &self,
        lang: Lang,
        (session, sequence): (Id<Session>, u32),
        change: &Change,
        what: SlotChange,
    ) -> CalendarEntry {
        let listed = change.told_as(what);
        CalendarEntry {
            session: session.uuid(),
            sequence,
            cancelled: what == SlotChange::Gone,
            starts_at: listed.time.start(),
            ends_at: listed.time.end(),
            title: listed.title.pick(lang).text.to_owned(),
            room: self.names(lang, &listed.rooms).join(", "),
        }
    }

    /// Time and rooms in one line.
    #[must_use]
    pub fn place(&self, lang: Lang, listed: &Listed) -> String {
        let comma = if lang.is_chinese() { "，" } else { ", " };
        let mut said = vec![self.time(lang, listed.time)];
        said.extend(self.names(lang, &listed.rooms));
        said.join(comma)
    }

    fn time(&self, lang: Lang, time: Interval) -> String {
        time::span(lang, time.start(), time.end(), self.zone)
    }

    fn names(&self, lang: Lang, of: &BTreeSet<Id<Room>>) -> Vec<String> {
        let named = self.rooms.iter().filter(|room| of.contains(&room.id));
        named.map(|room| room.name.pick(lang).text.to_owned()).collect()
    }
}
