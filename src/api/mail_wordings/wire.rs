//! What an edition's mails say, as the API shows it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    mail::{self, Reader, Template, Timing, Wording, WordingFields, wordings::Version},
    outbox::wordings::{Place, Words},
    values::{Lang, Moment},
};

/// Whose words a mail goes out in, in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailWordingLanguage)]
pub(in crate::api) struct LanguageBody {
    /// The language.
    lang: Lang,
    /// Whether they are the edition's own.
    own: bool,
    /// The newest version's number; 0 where there is none.
    version: i32,
    /// When they first could not be printed, so that the mail's own words went out.
    broken_at: Option<Moment>,
}

/// A mail that an edition may word.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailWordings)]
pub(in crate::api) struct WordingsBody {
    /// Its name.
    #[schema(example = "registration-confirmed")]
    template: &'static str,
    /// Whom it is for.
    to: Reader,
    /// When it goes out.
    timing: Timing,
    /// Whose words it goes out in, language by language.
    languages: Vec<LanguageBody>,
}

impl From<(&'static Template, Vec<Version>)> for WordingsBody {
    fn from((template, versions): (&'static Template, Vec<Version>)) -> Self {
        let language = |lang: &Lang| {
            let newest = versions.iter().find(|version| version.lang == *lang);
            LanguageBody {
                lang: *lang,
                own: newest.is_some_and(|version| version.wording().is_some()),
                version: newest.map_or(0, |version| version.number),
                broken_at: newest.and_then(|version| version.broken_at),
            }
        };
        let languages = Lang::ALL.iter().map(language).collect();
        Self { template: template.name, to: template.to, timing: template.timing, languages }
    }
}

/// What a mail says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailWords)]
pub(in crate::api) struct WordsBody {
    /// The subject, with names in braces.
    subject: String,
    /// The line above the greeting; blank where the mail's own stands there.
    heading: String,
    /// Everything between greeting and signature.
    text: String,
}

impl From<Wording> for WordsBody {
    fn from(wording: Wording) -> Self {
        let Wording { subject, heading, body } = wording;
        Self { subject, heading, text: body }
    }
}

/// What an edition says in one mail and language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailWording)]
pub(in crate::api) struct WordingBody {
    /// The mail's name.
    #[schema(example = "registration-confirmed")]
    template: &'static str,
    /// The language.
    lang: Lang,
    /// The newest version's number, 0 where there is none; its `ETag` says the same.
    pub version: i32,
    /// Whether the words are the edition's own.
    own: bool,
    /// The words that count.
    words: WordsBody,
    /// What may stand in braces: in the text all of it, in one line only what is no part and no link.
    names: Vec<String>,
}

impl From<(Place, Words)> for WordingBody {
    fn from((Place { template, lang }, words): (Place, Words)) -> Self {
        let names = mail::known(template, true);
        let Words { wording, own, seen, .. } = words;
        Self { template: template.name, lang, version: seen, own, words: wording.into(), names }
    }
}

/// One version of what an edition says in one mail and language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailWordingVersion)]
pub(in crate::api) struct VersionBody {
    /// Its number, from 1.
    number: i32,
    /// What it says; null where it goes back to the mail's own words.
    words: Option<WordsBody>,
    /// The name of who saved it, where that is known.
    saved_by: Option<String>,
    /// When it was saved.
    saved_at: Moment,
    /// When it first could not be printed, so that the mail's own words went out.
    broken_at: Option<Moment>,
}

/// Every version, the newest first.
pub(super) fn versions(words: Words) -> impl Iterator<Item = VersionBody> {
    let Words { versions, names, .. } = words;
    versions.into_iter().map(move |version| VersionBody {
        number: version.number,
        words: version.wording().map(Into::into),
        saved_by: version.saved_by.and_then(|id| names.get(&id).cloned()),
        saved_at: version.saved_at,
        broken_at: version.broken_at,
    })
}

/// Words to be tried.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = MailTrialFields)]
pub(in crate::api) struct TrialFields {
    /// The subject; at most 160 characters.
    subject: String,
    /// The heading; at most 160 characters, blank for the mail's own.
    heading: String,
    /// Everything between greeting and signature; at most 8000 characters.
    text: String,
    /// The id of a mail of the same template, whose values stand in the place of made-up ones.
    pub mail: Option<Uuid>,
}

impl TrialFields {
    /// The words alone.
    pub(super) fn words(&self) -> WordingFields {
        let (subject, heading) = (self.subject.clone(), self.heading.clone());
        WordingFields { subject, heading, text: self.text.clone() }
    }
}

/// To which words one goes back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = GoBackFields)]
pub(in crate::api) struct GoBackFields {
    /// The number of an earlier version; left out for the mail's own words.
    pub to: Option<i32>,
}
