//! A speaker as the inputs of a form of staff's.

use super::super::stored::{Stored, texts};
use crate::{
    error::FieldErrors,
    http::{FormData, Shown},
    speakers::{ProfileFields, Speaker, SpeakerFields},
    values::Lang,
    web::public::views::Choice,
};

/// Who she is, and how she is reached.
pub(in crate::web::console) fn typed(typed: &FormData) -> SpeakerFields {
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
            biography: texts(typed, "biography"),
            version: typed.one("version").parse().ok(),
        },
    }
}

/// The errors of a profile, which stands inside the speaker in the API, at the inputs of the form.
pub(in crate::web::console) fn at_inputs(errors: &FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        found.add(error.field.strip_prefix("profile.").unwrap_or(&error.field), error.reason.clone());
    }
    found
}

/// The languages that she may be written to in.
pub(in crate::web::console) fn langs() -> Vec<Choice> {
    let lang = |lang: &Lang| Choice { value: lang.to_string(), label: Shown::plain(lang.autonym(), *lang) };
    Lang::ALL.iter().map(lang).collect()
}

/// What is stored of her.
pub(super) fn stored(speaker: &Speaker) -> FormData {
    Stored::default()
        .maybe("email", speaker.email.as_ref())
        .maybe("contact_name", speaker.contact_name.as_ref())
        .maybe("contact_email", speaker.contact_email.as_ref())
        .with("lang", speaker.lang)
        .maybe("name_latin", speaker.name_latin.as_ref())
        .maybe("name_han", speaker.name_han.as_ref())
        .maybe("name_title", speaker.name_title.as_ref())
        .maybe("organisation", speaker.organisation.as_ref())
        .maybe("job_title", speaker.job_title.as_ref())
        .text("biography", speaker.biography.as_ref())
        .with("version", speaker.version)
        .data()
}
