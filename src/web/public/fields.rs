//! Reading what was typed about a person, for signing up and for changing.

use crate::{
    editions::ConsentKind,
    http::FormData,
    questions::RawAnswers,
    registrations::{ChangeFields, RegistrationFields},
};

/// What the registration form sent.
pub(crate) fn registration(typed: &FormData) -> RegistrationFields {
    let one = |name: &str| typed.one(name).to_owned();
    let consents = ConsentKind::ALL.iter().map(|kind| (*kind, typed.ticked(&format!("consents.{kind}"))));
    RegistrationFields {
        type_slug: one("type"),
        email: one("email"),
        name_latin: one("name_latin"),
        name_han: one("name_han"),
        name_title: one("name_title"),
        organisation: one("organisation"),
        job_title: one("job_title"),
        phone: one("phone"),
        answers: RawAnswers::from_form(typed.pairs()),
        consents: consents.collect(),
    }
}

/// What the form of changes sent.
pub(crate) fn change(typed: &FormData) -> ChangeFields {
    let one = |name: &str| typed.one(name).to_owned();
    ChangeFields {
        email: one("email"),
        name_latin: one("name_latin"),
        name_han: one("name_han"),
        name_title: one("name_title"),
        organisation: one("organisation"),
        job_title: one("job_title"),
        phone: one("phone"),
        lang: one("lang"),
        answers: RawAnswers::from_form(typed.pairs()),
        version: typed.one("version").parse().ok(),
    }
}
