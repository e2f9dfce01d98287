//! Changing details and answers: the attendee by her link, an organiser for her.

use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{
    Holder, Registration, RegistrationId, State,
    fields::answers_of,
    locked::{Locked, record},
    person::{Person, RawPerson},
    store,
};
use crate::{
    accounts::proofs::Organiser,
    audit::Actor,
    db::Tx,
    editions::{self, Edition},
    error::{Error, FieldErrors, Reason},
    keys::Keys,
    questions::{Answers, Question, RawAnswers},
    values::{Email, Lang, Moment, text},
};

/// Changed details as they arrive. What is left out is emptied: a form always sends everything.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChangeFields {
    /// The address; only an organiser changes it here, and only where it is given.
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
    /// The language she is written to in: `en`, `zh-Hant` or `zh-Hans`; blank for the same as before.
    pub lang: String,
    /// Answers by the question's slug.
    pub answers: RawAnswers,
    /// The version that was read, so that nobody's change is overwritten unseen.
    pub version: Option<i32>,
}

/// A change whose every field is right.
#[derive(Clone, Debug)]
pub struct Change {
    email: Option<Email>,
    person: Person,
    lang: Option<Lang>,
    answers: Answers,
    version: Option<i32>,
}

impl ChangeFields {
    /// Parses against the edition's questions.
    ///
    /// # Errors
    /// Every field's error.
    pub fn parse(&self, asked: &[Question]) -> Result<Change, FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = errors.take("email", Email::optional(&self.email));
        let raw = RawPerson {
            name_latin: &self.name_latin,
            name_han: &self.name_han,
            name_title: &self.name_title,
            organisation: &self.organisation,
            job_title: &self.job_title,
            phone: &self.phone,
        };
        let person = Person::parse(raw, &mut errors);
        let lang = errors.take("lang", self.lang());
        let answers = answers_of(asked, &self.answers, &mut errors);
        match (email, person, lang, answers) {
            (Some(email), Some(person), Some(lang), Some(answers)) if errors.is_empty() => {
                Ok(Change { email, person, lang, answers, version: self.version })
            }
            _ => Err(errors),
        }
    }

    fn lang(&self) -> Result<Option<Lang>, Reason> {
        if text::is_blank(&self.lang) {
            return Ok(None);
        }
        self.lang.parse().map(Some).map_err(|()| Reason::new("choice_unknown"))
    }
}

/// She changes her details and answers, until the forum, or the side event that she registered for, ends. Her address changes by a proof at the new one only.
///
/// # Errors
/// [`Error::Conflict`]: `edition_over`, `registration_cancelled`, `edited_meanwhile`; [`Error::NotFound`] when the link was replaced.
pub async fn change(
    tx: &mut Tx,
    keys: &Keys,
    who: &Holder,
    edition: &Edition,
    change: Change,
    now: Moment,
) -> Result<Registration, Error> {
    let locked = Locked::of_holder(tx, who).await?;
    if editions::occasion(tx, edition, locked.row.side_event).await?.ends_at <= now {
        return Err(Error::conflict("edition_over"));
    }
    let change = Change { email: None, ..change };
    write(tx, keys, who.actor(), "registration.change", &locked, change).await
}

/// An organiser corrects her details. A corrected address gets her links anew, and the old ones die.
///
/// # Errors
/// [`Error::Conflict`]: `registration_cancelled`, `edited_meanwhile`; [`Error::NotFound`] outside the edition.
pub async fn correct(
    tx: &mut Tx,
    keys: &Keys,
    who: &Organiser,
    id: RegistrationId,
    change: Change,
) -> Result<Registration, Error> {
    let mut locked = Locked::of_organiser(tx, who, id).await?;
    locked.row = write(tx, keys, who.actor(), "registration.correct", &locked, change).await?;
    locked.send(tx, |addressee| Some(addressee.changed())).await?;
    Ok(locked.row)
}

async fn write(
    tx: &mut Tx,
    keys: &Keys,
    actor: &Actor,
    action: &'static str,
    locked: &Locked,
    change: Change,
) -> Result<Registration, Error> {
    let before = &locked.row;
    if before.state == State::Cancelled {
        return Err(Error::conflict("registration_cancelled"));
    }
    if change.version.is_some_and(|seen| seen != before.version) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    let email = change.email.as_ref().unwrap_or(&before.email);
    let lang = change.lang.unwrap_or(before.lang);
    let row = store::staff::set_details(tx, before, (email, lang), &change.person).await?;
    let answers = change.answers.stored(keys, before.id.uuid())?;
    store::answers::replace(tx, before.id, &answers).await?;
    let told =
        |row: &Registration| json!({ "email": row.email, "lang": row.lang, "person": row.person().told() });
    record(tx, actor, action, &row, json!({ "before": told(before), "after": told(&row) })).await?;
    Ok(row)
}
