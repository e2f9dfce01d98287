//! What is typed about a speaker, and its parsing.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    error::{FieldErrors, Reason},
    values::{Email, Lang, Line, Localised, LocalisedFields, PersonName, names::NameFields, text},
};

/// A profile as it arrives. What is left out is emptied: a form always sends everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileFields {
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
    /// Who she is; at most 3000 characters.
    pub biography: LocalisedFields,
    /// The version that was read, so that nobody's change is overwritten unseen.
    pub version: Option<i32>,
}

/// A profile whose every field is right.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    /// What she is called.
    pub name: PersonName,
    /// Where she works.
    pub organisation: Option<Line<120>>,
    /// What she does there.
    pub job_title: Option<Line<120>>,
    /// Who she is.
    pub biography: Option<Localised>,
    /// The version that was read.
    #[serde(skip)]
    pub seen_version: Option<i32>,
}

impl TryFrom<&ProfileFields> for Profile {
    type Error = FieldErrors;

    fn try_from(raw: &ProfileFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let names = [&raw.name_latin, &raw.name_han, &raw.name_title];
        let [latin, han, title] = names.map(String::to_owned);
        let name = match PersonName::try_from(&NameFields { latin, han, title }) {
            Ok(name) => Some(name),
            Err(inner) => {
                inner
                    .iter()
                    .for_each(|error| errors.add(format!("name_{}", error.field), error.reason.clone()));
                None
            }
        };
        let organisation = errors.take("organisation", Line::optional(&raw.organisation));
        let job_title = errors.take("job_title", Line::optional(&raw.job_title));
        let biography = errors.take("biography", raw.biography.optional_prose(3000));
        match (name, organisation, job_title, biography) {
            (Some(name), Some(organisation), Some(job_title), Some(biography)) => {
                Ok(Self { name, organisation, job_title, biography, seen_version: raw.version })
            }
            _ => Err(errors),
        }
    }
}

/// A speaker as staff type her.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SpeakerFields {
    /// Her own address; may be blank.
    pub email: String,
    /// Who acts for her; at most 120 characters.
    pub contact_name: String,
    /// Where her mails go instead.
    pub contact_email: String,
    /// The language of her mails: `en`, `zh-Hant` or `zh-Hans`; blank for English.
    pub lang: String,
    /// Her profile.
    pub profile: ProfileFields,
}

/// How a speaker can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Her own address.
    pub email: Option<Email>,
    /// Who acts for her.
    pub contact_name: Option<Line<120>>,
    /// Where her mails go instead.
    pub contact_email: Option<Email>,
    /// The language of her mails.
    pub lang: Lang,
}

/// A speaker, checked.
#[derive(Clone, Debug, Serialize)]
pub struct NewSpeaker {
    /// How she can be reached.
    pub contact: Contact,
    /// Who she is.
    pub profile: Profile,
}

impl TryFrom<&SpeakerFields> for NewSpeaker {
    type Error = FieldErrors;

    /// Codes of its own: `contact_without_address`.
    fn try_from(raw: &SpeakerFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = errors.take("email", Email::optional(&raw.email));
        let contact_name = errors.take("contact_name", Line::optional(&raw.contact_name));
        let contact_email = errors.take("contact_email", Email::optional(&raw.contact_email));
        if matches!((&contact_name, &contact_email), (Some(Some(_)), Some(None))) {
            errors.add("contact_email", Reason::new("contact_without_address"));
        }
        let lang = match text::is_blank(&raw.lang) {
            true => Ok(Lang::En),
            false => raw.lang.parse().map_err(|_| Reason::new("choice_unknown")),
        };
        let lang = errors.take("lang", lang);
        let profile = Profile::try_from(&raw.profile).map_err(|inner| errors.nest("profile", inner)).ok();
        match (email, contact_name, contact_email, lang, profile) {
            (Some(email), Some(contact_name), Some(contact_email), Some(lang), Some(profile))
                if errors.is_empty() =>
            {
                Ok(Self { contact: Contact { email, contact_name, contact_email, lang }, profile })
            }
            _ => Err(errors),
        }
    }
}
