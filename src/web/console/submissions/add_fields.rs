//! Somebody invited, and what she gives, as the inputs of one form.

use super::super::stored::texts;
use crate::{
    error::FieldErrors,
    http::FormData,
    speakers::{NewSpeaker, SpeakerId},
    submissions::{Draft, DraftFields},
};

/// Whose submission it is.
pub(super) enum Who {
    /// Somebody who is on the list already.
    Known(SpeakerId),
    /// Somebody to be put on it.
    New(Box<NewSpeaker>),
}

/// What she gives.
pub(super) fn draft(typed: &FormData) -> DraftFields {
    DraftFields {
        title: texts(typed, "title"),
        track: typed.one("track").to_owned(),
        session_type: typed.one("session_type").to_owned(),
        ..DraftFields::default()
    }
}

/// Both, or what is wrong in either.
pub(super) fn both(
    draft: Result<Draft, FieldErrors>,
    speaker: Result<NewSpeaker, FieldErrors>,
) -> Result<(Draft, Who), FieldErrors> {
    match (draft, speaker) {
        (Ok(draft), Ok(speaker)) => Ok((draft, Who::New(Box::new(speaker)))),
        (draft, speaker) => Err(FieldErrors::merged([draft.err(), speaker.err()])),
    }
}
