//! Who registers: the part of the form that is the same for signing up, changing and correcting.

use serde_json::{Value, json};

use crate::{
    error::{FieldErrors, Reason},
    values::{Line, PersonName, Phone, names::NameFields, search},
};

/// A person's details besides the address, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What she is called.
    pub name: PersonName,
    /// Where she works, as it shall stand on the badge.
    pub organisation: Option<Line<120>>,
    /// What she does there.
    pub job_title: Option<Line<120>>,
    /// How she can be called.
    pub phone: Option<Phone>,
}

/// The details as they arrive; every form that asks for them has these inputs.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawPerson<'a> {
    pub(super) name_latin: &'a str,
    pub(super) name_han: &'a str,
    pub(super) name_title: &'a str,
    pub(super) organisation: &'a str,
    pub(super) job_title: &'a str,
    pub(super) phone: &'a str,
}

impl Person {
    /// Parses, noting every error under the name of its input.
    pub(super) fn parse(raw: RawPerson<'_>, errors: &mut FieldErrors) -> Option<Self> {
        let name = errors_of_name(raw, errors);
        let organisation = errors.take("organisation", Line::optional(raw.organisation));
        let job_title = errors.take("job_title", Line::optional(raw.job_title));
        let phone = errors.take("phone", Phone::optional(raw.phone));
        Some(Self { name: name?, organisation: organisation?, job_title: job_title?, phone: phone? })
    }

    /// The words under which staff find her, with her address and her ticket's code.
    pub(super) fn search(&self, email: &str, ticket_code: &str) -> String {
        let text = |line: &Option<Line<120>>| line.as_ref().map(|line| line.as_str().to_owned());
        let organisation = text(&self.organisation).unwrap_or_default();
        let phone = self.phone.as_ref().map(Phone::as_str).unwrap_or_default();
        let (latin, han) = (self.name.latin().unwrap_or_default(), self.name.han().unwrap_or_default());
        search::document(&[latin, han, &organisation, email, phone, ticket_code])
    }

    /// What the audit trail shows of her.
    pub(super) fn told(&self) -> Value {
        json!({
            "name": self.name,
            "organisation": self.organisation,
            "job_title": self.job_title,
            "phone": self.phone,
        })
    }
}

fn errors_of_name(raw: RawPerson<'_>, errors: &mut FieldErrors) -> Option<PersonName> {
    let [latin, han, title] = [raw.name_latin, raw.name_han, raw.name_title].map(str::to_owned);
    match PersonName::try_from(&NameFields { latin, han, title }) {
        Ok(name) => Some(name),
        Err(inner) => {
            for error in inner.iter() {
                let reason: Reason = error.reason.clone();
                errors.add(format!("name_{}", error.field), reason);
            }
            None
        }
    }
}
