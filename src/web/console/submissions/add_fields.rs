//! Somebody invited, and what she gives, as the inputs of one form.

use super::super::stored::texts;
use crate::{
    error::FieldErrors,
    http::FormData,
    speakers::{NewSpeaker, ProfileFields, SpeakerFields, SpeakerId},
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

/// Who she is, and how she is reached.
pub(super) fn speaker(typed: &FormData) -> SpeakerFields {
    let one = |name: &str| typed.one(name).to_owned();
    SpeakerFields {
        email: one("email"),
        contact_name: one("contact_name"),
        contact_email: one("contact_email"),
        lang: one("lang"),
        profile: ProfileFields {
            name_latin: one("name_latin"),
            name_han: one("name_han"),
            name_title: one("name_title"),
            organisation: one("organisation"),
            job_title: one("job_title"),
            ..ProfileFields::default()
        },
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

/// The errors of a profile, which stands inside the speaker in the API, at the inputs of the form.
pub(super) fn at_inputs(errors: &FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        found.add(error.field.strip_prefix("profile.").unwrap_or(&error.field), error.reason.clone());
    }
    found
}
