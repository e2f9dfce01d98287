//! Which sessions the reader wants to see; it stands in the address, so that it can be passed on.

use crate::{
    editions::{Room, Track},
    http::{Form, FormData, Shown, Ui},
    overview::{PublicProgramme, PublicSession},
    submissions::Spoken,
};

use super::super::views::Choice;

/// What she asked for; what is blank is not asked.
pub(super) struct Filter {
    form: Form,
}

impl Filter {
    /// As the address has it.
    pub(super) fn of(query: FormData) -> Self {
        Self { form: Form::filled(query) }
    }

    /// As the form shows it.
    pub(super) fn into_form(self) -> Form {
        self.form
    }

    fn asked(&self, name: &str) -> Option<&str> {
        Some(self.form.value(name).trim()).filter(|asked| !asked.is_empty())
    }

    /// Whether everything is wanted.
    pub(super) fn is_open(&self) -> bool {
        !self.is_narrowed() && self.asked("q").is_none()
    }

    /// Whether a track, a room or a language is asked for.
    pub(super) fn is_narrowed(&self) -> bool {
        ["track", "room", "spoken"].into_iter().any(|name| self.asked(name).is_some())
    }

    /// Whether `session` is wanted. A slug that is none finds nothing.
    pub(super) fn admits(&self, programme: &PublicProgramme, session: &PublicSession) -> bool {
        let in_track = |slug| programme.track_of(session).is_some_and(|track| track.slug.as_str() == slug);
        let in_room = |slug| programme.rooms_of(session).any(|room| room.slug.as_str() == slug);
        let spoken_in = |tag| session.released.listed.spoken.iter().any(|spoken| spoken.as_str() == tag);
        self.asked("track").is_none_or(in_track)
            && self.asked("room").is_none_or(in_room)
            && self.asked("spoken").is_none_or(spoken_in)
            && session.is_found(self.form.value("q"))
    }

    /// The room that is asked for, if there is one of that name.
    pub(super) fn room<'a>(&self, programme: &'a PublicProgramme) -> Option<&'a Room> {
        let asked = self.asked("room")?;
        programme.rooms.iter().find(|room| room.slug.as_str() == asked)
    }
}

/// The tracks to choose from.
pub(super) fn tracks(programme: &PublicProgramme, ui: &Ui) -> Vec<Choice> {
    let tracks = programme.tracks.iter();
    let choice =
        |track: &Track| Choice { value: track.slug.to_string(), label: Shown::of(&track.name, ui.lang) };
    tracks.map(choice).collect()
}

/// The rooms to choose from.
pub(super) fn rooms(programme: &PublicProgramme, ui: &Ui) -> Vec<Choice> {
    let rooms = programme.rooms.iter();
    let choice = |room: &Room| Choice { value: room.slug.to_string(), label: Shown::of(&room.name, ui.lang) };
    rooms.map(choice).collect()
}

/// The languages that are spoken anywhere.
pub(super) fn spoken(programme: &PublicProgramme, ui: &Ui) -> Vec<Choice> {
    let anywhere =
        |one: &&Spoken| programme.taking_place().any(|session| session.released.listed.spoken.contains(one));
    let choice = |one: &Spoken| {
        let label = ui.t(&format!("session-spoken-{}", one.as_str()));
        Choice { value: one.as_str().to_owned(), label: Shown::plain(label, ui.lang) }
    };
    Spoken::ALL.iter().filter(anywhere).map(choice).collect()
}
