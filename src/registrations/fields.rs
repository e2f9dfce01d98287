//! What is typed on the registration form, and its parsing against what the edition asks.

use std::collections::BTreeMap;

use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    Form,
    person::{Person, RawPerson},
    types::TypeId,
};
use crate::{
    editions::{ConsentKind, Edition},
    error::{FieldErrors, Reason},
    questions::{self, Answers, Question, RawAnswers},
    values::{Email, Id},
};

/// A registration as it arrives.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RegistrationFields {
    /// The registration type's slug.
    #[serde(rename = "type")]
    pub type_slug: String,
    /// Where ticket and news go.
    pub email: String,
    /// The name in Latin letters.
    pub name_latin: String,
    /// The name in Chinese characters.
    pub name_han: String,
    /// The title, such as Prof or 教授.
    pub name_title: String,
    /// The organisation; at most 120 characters.
    pub organisation: String,
    /// The job title; at most 120 characters.
    pub job_title: String,
    /// A phone number with its country code.
    pub phone: String,
    /// Answers by the question's slug.
    pub answers: RawAnswers,
    /// What is agreed to, by kind: `transfer`, `co-hosts`, `marketing`.
    #[schema(value_type = BTreeMap<String, bool>)]
    pub consents: BTreeMap<ConsentKind, bool>,
}

/// A registration whose every field is right.
#[derive(Clone, Debug)]
pub struct NewRegistration {
    /// Of which edition.
    pub edition: Id<Edition>,
    /// By which type.
    pub type_id: TypeId,
    /// Where ticket and news go.
    pub email: Email,
    /// Whom.
    pub person: Person,
    /// What she answered.
    pub answers: Answers,
    /// What she agreed to, and in which version; the statement that is only read among it.
    pub consents: Vec<(ConsentKind, i32)>,
}

impl RegistrationFields {
    /// Parses against what the edition asks.
    ///
    /// # Errors
    /// Every field's error. Codes of its own: `type_unknown`, `consent_required`.
    pub fn parse(&self, form: &Form) -> Result<NewRegistration, FieldErrors> {
        let mut errors = FieldErrors::new();
        let way = errors.take("type", self.way(form));
        let email = errors.take("email", Email::parse(&self.email));
        let person = Person::parse(self.raw_person(), &mut errors);
        let answers = answers_of(&form.questions, &self.answers, &mut errors);
        let consents = self.consents(form, &mut errors);
        errors.check()?;
        let (Some(type_id), Some(email), Some(person), Some(answers)) = (way, email, person, answers) else {
            return Err(errors);
        };
        Ok(NewRegistration { edition: form.edition.id, type_id, email, person, answers, consents })
    }

    fn way(&self, form: &Form) -> Result<TypeId, Reason> {
        if self.type_slug.is_empty() {
            return Err(Reason::new("required"));
        }
        let way = form.types.iter().find(|way| way.slug.as_str() == self.type_slug);
        way.map(|way| way.id).ok_or(Reason::new("type_unknown"))
    }

    fn raw_person(&self) -> RawPerson<'_> {
        RawPerson {
            name_latin: &self.name_latin,
            name_han: &self.name_han,
            name_title: &self.name_title,
            organisation: &self.organisation,
            job_title: &self.job_title,
            phone: &self.phone,
        }
    }

    /// Boxes that are not ticked leave no row; a box that nobody asks about any more counts for nothing.
    fn consents(&self, form: &Form, errors: &mut FieldErrors) -> Vec<(ConsentKind, i32)> {
        let mut given = Vec::new();
        for text in &form.consents {
            let ticked = self.consents.get(&text.kind).copied().unwrap_or(false);
            if ticked || text.kind == ConsentKind::Collection {
                given.push((text.kind, text.version));
            } else if text.required {
                errors.add(format!("consents.{}", text.kind), Reason::new("consent_required"));
            }
        }
        given
    }
}

/// The answers, their errors noted beside those of the other fields.
pub(super) fn answers_of(asked: &[Question], raw: &RawAnswers, errors: &mut FieldErrors) -> Option<Answers> {
    match questions::parse_answers(asked, raw) {
        Ok(answers) => Some(answers),
        Err(inner) => {
            inner.iter().for_each(|error| errors.add(error.field.clone(), error.reason.clone()));
            None
        }
    }
}
