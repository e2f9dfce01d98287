//! Questions: what a form asks beyond name and address, and the answers. Forms are an edition's registration form and
//! those of its calls ([`Form`]); an [`Editor`] is who may change one.
//!
//! Questions stand in the organiser's order. One may be shown only if an earlier one was answered in a
//! certain way, so a form read from top to bottom always knows what to show. What kind of answer a
//! question takes, and whether it is sensitive, is fixed once the edition was published. [`parse_answers`]
//! is the only way from what somebody typed to [`Answers`]; pages and the API share it.

mod answers;
mod conditions;
mod create;
mod fields;
mod form;
mod kinds;
mod order;
mod raw_answers;
#[cfg(test)]
mod samples;
mod sealing;
mod store;
mod words;

pub use answers::{Answer, Answers, parse_answers};
pub use conditions::Fault;
pub use create::{change, create};
pub use fields::{CallQuestionFields, ChoiceFields, QuestionFields};
pub use form::{Editor, Form};
pub use kinds::QuestionKind;
pub use order::{archive, reorder};
pub use raw_answers::RawAnswers;
pub use sealing::StoredAnswer;
pub use store::{Choice, Choices, Condition, NewQuestion, Question};
pub use words::{as_typed, in_words};

use diesel_async::AsyncPgConnection;

use crate::{editions::PublicText, error::Error, values::Id};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &["question.create", "question.change", "question.reorder", "question.archive"];

/// What the form asks, in the organiser's order, without what is archived.
///
/// # Errors
/// The database's.
pub async fn questions(conn: &mut AsyncPgConnection, form: impl Into<Form>) -> Result<Vec<Question>, Error> {
    let mut all = store::list(conn, form.into()).await?;
    all.retain(|question| question.archived_at.is_none());
    Ok(all)
}

/// What the form asks and ever asked, in order: old answers still need their question.
///
/// # Errors
/// The database's.
pub async fn questions_ever(
    conn: &mut AsyncPgConnection,
    form: impl Into<Form>,
) -> Result<Vec<Question>, Error> {
    store::list(conn, form.into()).await
}

impl Question {
    /// The same question for the same form of another edition; `form` is the one it stands in, where its condition's
    /// question is found.
    #[must_use]
    pub fn anew(&self, form: &[Self]) -> NewQuestion {
        let condition = |(on, value): (Id<Self>, &str)| {
            let on = form.iter().find(|question| question.id == on)?;
            Some(Condition { question: on.slug.clone(), value: value.to_owned() })
        };
        NewQuestion {
            slug: self.slug.clone(),
            kind: self.kind,
            label: self.label.clone(),
            hint: self.hint.clone(),
            choices: self.choices.clone(),
            required: self.required,
            shown_if: self.shown_if().and_then(condition),
            sensitive: self.sensitive,
            retain_days: self.retain_days,
            required_after_acceptance: self.required_after_acceptance,
            frozen_at: self.frozen_at,
        }
    }

    /// Its public texts, for the report on missing languages.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        let (kind, row, of) = ("question", Some(self.id.uuid()), Some(&self.label));
        let text = |field, text| PublicText { kind, row, of, field, text: Some(text) };
        let mut texts = vec![text("label", &self.label)];
        texts.extend(self.hint.as_ref().map(|hint| text("hint", hint)));
        texts.extend(self.choices.iter().map(|choice| text("choices", &choice.label)));
        texts
    }
}
