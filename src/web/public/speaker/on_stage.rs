//! When and where she is on, as the programme that was released last says.

use super::super::views::address;
use crate::{
    http::{Shown, Ui},
    overview::PublicSnapshot,
    speakers::SpeakerId,
    submissions::OwnSubmission,
    values::time,
};

/// The released session of what she takes part in.
pub(super) struct OnStage {
    /// Its day and time, on the edition's clock.
    pub(super) when: String,
    pub(super) rooms: Vec<Shown>,
    /// Its page.
    pub(super) href: String,
    /// Everything that she is on for, for her own calendar; where the programme names her.
    pub(super) calendar: Option<String>,
}

impl OnStage {
    /// The session made of `row` that takes place, for `who`.
    pub(super) fn of(
        snapshot: &PublicSnapshot,
        row: &OwnSubmission,
        who: SpeakerId,
        ui: &Ui,
    ) -> Option<Self> {
        let (edition, programme) = (snapshot.edition(), snapshot.programme.as_ref()?);
        let made = |submission| submission == Some(row.id);
        let session = programme.taking_place().find(|one| made(one.released.listed.submission))?;
        let time = session.released.listed.time;
        let named = session.has(who) && programme.speaker(who).is_some();
        Some(Self {
            when: time::span(ui.lang, time.start(), time.end(), &edition.zone),
            rooms: programme.rooms_of(session).map(|room| Shown::of(&room.name, ui.lang)).collect(),
            href: address(edition, ui.lang, &format!("/sessions/{}", session.id)),
            calendar: named.then(|| address(edition, ui.lang, &format!("/speakers/{who}/calendar.ics"))),
        })
    }
}
