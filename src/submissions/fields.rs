//! What is typed into a submission, and its parsing. A draft may lack anything; what is there must be right.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CallForm, Part};
use crate::{
    calls::SessionType,
    editions::Track,
    error::{FieldErrors, Reason},
    questions::{self, Answers, RawAnswers},
    values::{Email, Id, Line, Localised, LocalisedFields, Prose, text},
};

/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 200;
/// Longest summary, in characters.
pub const LONGEST_SUMMARY: usize = 5000;

crate::text_enum! {
    /// A language in which something is spoken; never the tag of a written text.
    pub enum Spoken {
        /// English.
        English = "en",
        /// Putonghua.
        Putonghua = "cmn",
        /// Cantonese.
        Cantonese = "yue",
        /// It is interpreted into another.
        Interpretation = "interpretation",
    }
}

impl Spoken {
    /// The BCP 47 tag of the language; interpretation is none.
    #[must_use]
    pub fn tag(&self) -> Option<&'static str> {
        (*self != Self::Interpretation).then(|| self.as_str())
    }

    /// The language that a BCP 47 tag means when something is spoken, if it is one of these. Chinese without
    /// more is Putonghua; Hong Kong's and Macau's is Cantonese.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase().replace('_', "-");
        match tag.split('-').next()? {
            "en" => Some(Self::English),
            "yue" => Some(Self::Cantonese),
            "zh" if ["yue", "hk", "mo"].iter().any(|part| tag.split('-').any(|it| it == *part)) => {
                Some(Self::Cantonese)
            }
            "zh" | "cmn" => Some(Self::Putonghua),
            _ => None,
        }
    }
}

/// A submission as it arrives. What is left out is emptied: a form always sends everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DraftFields {
    /// What it is called; at most 200 characters.
    pub title: LocalisedFields,
    /// What it is about; at most 5000 characters.
    pub summary: LocalisedFields,
    /// `en`, `cmn`, `yue`, `interpretation`.
    pub spoken: Vec<String>,
    /// What only the organisers read; at most 2000 characters.
    pub notes: String,
    /// The slug of one of the call's tracks; blank for the only one.
    pub track: String,
    /// The slug of one of the call's session types; blank for the only one.
    pub session_type: String,
    /// Answers by the question's slug.
    pub answers: RawAnswers,
    /// The version that was read, so that nobody's change is overwritten unseen.
    pub version: Option<i32>,
}

/// The contents of a submission, right as far as they go.
#[derive(Clone, Debug, Serialize)]
pub struct Draft {
    /// What it is called.
    pub title: Option<Localised>,
    /// What it is about.
    pub summary: Option<Localised>,
    /// The languages it is spoken in, each once.
    pub spoken: Vec<Spoken>,
    /// What only the organisers read.
    pub notes: Option<Prose<2000>>,
    /// In which track.
    pub track: Option<Id<Track>>,
    /// As which session type.
    pub session_type: Option<Id<SessionType>>,
    /// What the call's questions were answered with; never for the trail.
    #[serde(skip)]
    pub answers: Answers,
    /// The version that was read.
    #[serde(skip)]
    pub seen_version: Option<i32>,
}

impl DraftFields {
    /// Parses against what the call offers and asks. Nothing is demanded yet.
    ///
    /// # Errors
    /// Every field's error: `too_long`, `choice_unknown`, `track_unknown`, and those of answers.
    pub fn parse(&self, form: &CallForm) -> Result<Draft, FieldErrors> {
        let mut errors = FieldErrors::new();
        let title = errors.take("title", self.title.optional_line(LONGEST_TITLE));
        let summary = errors.take("summary", self.summary.optional_prose(LONGEST_SUMMARY));
        let spoken = errors.take("spoken", text::chosen(&self.spoken));
        let notes = errors.take("notes", Prose::optional(&self.notes));
        let track = errors.take("track", form.track(&self.track));
        let session_type = errors.take("session_type", form.session_type(&self.session_type));
        let mut asked = form.questions.clone();
        asked.iter_mut().for_each(|question| question.required = false);
        let answers = questions::parse_answers(&asked, &self.answers);
        match (title, summary, spoken, notes, track, session_type, answers) {
            (
                Some(title),
                Some(summary),
                Some(spoken),
                Some(notes),
                Some(track),
                Some(session_type),
                Ok(answers),
            ) => {
                let seen_version = self.version;
                Ok(Draft { title, summary, spoken, notes, track, session_type, answers, seen_version })
            }
            (.., answers) => Err(FieldErrors::merged([Some(errors), answers.err()])),
        }
    }
}

/// Somebody to be asked to take part, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InviteFields {
    /// Her address.
    pub email: String,
    /// `speaker`, `moderator`, `panellist` or `contact`.
    pub part: String,
}

/// Somebody to be asked to take part.
#[derive(Clone, Debug)]
pub struct Invite {
    /// Her address.
    pub email: Email,
    /// What she is to do.
    pub part: Part,
}

impl TryFrom<&InviteFields> for Invite {
    type Error = FieldErrors;

    fn try_from(raw: &InviteFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = errors.take("email", Email::parse(&raw.email));
        let part = errors.take("part", raw.part.parse().map_err(|()| Reason::new("choice_unknown")));
        match (email, part) {
            (Some(email), Some(part)) => Ok(Self { email, part }),
            _ => Err(errors),
        }
    }
}

/// What staff note about an answer they heard: by whom, how, when.
pub type Note = Line<300>;
