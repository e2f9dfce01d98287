//! Whom a campaign is for.

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, ToSql},
    sql_types::Jsonb,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::{
    calls::CallId,
    questions::{self, Question, QuestionKind},
    registrations::{
        State,
        types::{RegistrationType, TypeId},
    },
    values::{Id, Lang, Localised},
};

crate::text_enum! {
    /// Which people of the programme.
    pub enum SpeakerGroup {
        /// Those who handed something in, or take part in it.
        Applicants = "applicants",
        /// Those who confirmed.
        Confirmed = "confirmed",
        /// Those of the programme's draft.
        Programme = "programme",
    }
}

crate::text_enum! {
    /// Which companies, by what they were told: what is decided and not told yet is nobody's audience.
    pub enum CompanyGroup {
        /// Those who handed something in.
        Applied = "applied",
        /// Those who have not been told anything.
        Untold = "untold",
        /// Those who were told that they are accepted.
        Accepted = "accepted",
        /// Those who were told that they are on standby.
        Standby = "standby",
        /// Those who were told that they are declined.
        Declined = "declined",
        /// Those who confirmed.
        Confirmed = "confirmed",
    }
}

/// An answer to a question of the registration form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Answered {
    /// The question.
    #[schema(value_type = Uuid)]
    pub question: Id<Question>,
    /// The answer, or one of those that were ticked.
    pub value: Value,
}

/// Who is meant; found anew whenever it is looked for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, AsExpression, FromSqlRow)]
#[diesel(sql_type = Jsonb)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Audience {
    /// People who registered.
    Registrations {
        /// By one of these types; none for all of them.
        #[schema(value_type = Vec<Uuid>)]
        types: Vec<TypeId>,
        /// Standing in one of these states.
        states: Vec<State>,
        /// Who answered so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<Answered>,
    },
    /// People of the programme, or their contacts.
    Speakers {
        /// Which.
        group: SpeakerGroup,
    },
    /// Everybody who acts for a company.
    Companies {
        /// Which.
        group: CompanyGroup,
        /// Of one call alone.
        #[schema(value_type = Option<Uuid>)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        call: Option<CallId>,
    },
    /// Those on the panels of calls.
    Judges {
        /// Of one call alone.
        #[schema(value_type = Option<Uuid>)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        call: Option<CallId>,
    },
}

impl Audience {
    /// The names of the kinds, as forms, API and locale keys have them.
    pub const KINDS: [&'static str; 4] = ["registrations", "speakers", "companies", "judges"];

    /// Which of [`KINDS`](Self::KINDS) it is.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Registrations { .. } => "registrations",
            Self::Speakers { .. } => "speakers",
            Self::Companies { .. } => "companies",
            Self::Judges { .. } => "judges",
        }
    }
}

impl ToSql<Jsonb, Pg> for Audience {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        let json = serde_json::to_value(self)?;
        <Value as ToSql<Jsonb, Pg>>::to_sql(&json, &mut out.reborrow())
    }
}

impl FromSql<Jsonb, Pg> for Audience {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(serde_json::from_value(<Value as FromSql<Jsonb, Pg>>::from_sql(bytes)?)?)
    }
}

/// What an edition has to choose an audience by.
#[derive(Clone, Debug)]
pub struct Options {
    /// Its registration types, those off the form too.
    pub types: Vec<RegistrationType>,
    /// The questions of its registration form that have answers to choose from and are not sensitive.
    pub questions: Vec<Question>,
    /// Its calls, in order.
    pub calls: Vec<(CallId, Localised)>,
}

impl Options {
    /// Whether one may choose by the answer to `question`.
    #[must_use]
    pub(super) fn is_choosable(question: &Question) -> bool {
        !question.sensitive && (question.kind.has_choices() || question.kind == QuestionKind::YesNo)
    }

    /// The answers that one may choose by, as forms send them (`question:value`), each with question and answer in words.
    #[must_use]
    pub fn answers(&self, lang: Lang) -> Vec<(String, String)> {
        let told = |question: &Question, value: &str| {
            let answer = questions::in_words(question, &stored(question, value), lang);
            let sign = if lang.is_chinese() { "：" } else { ": " };
            let words = format!("{}{sign}{answer}", question.label.pick(lang).text);
            (format!("{}:{value}", question.id), words)
        };
        let values = |question: &Question| -> Vec<String> {
            match question.kind {
                QuestionKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
                _ => question.choices.iter().map(|choice| choice.value.as_str().to_owned()).collect(),
            }
        };
        let all = |question: &Question| -> Vec<_> {
            values(question).iter().map(|value| told(question, value)).collect()
        };
        self.questions.iter().flat_map(all).collect()
    }

    /// The answer that a form names by `question:value`.
    pub(super) fn answer(&self, typed: &str) -> Option<Answered> {
        let (id, value) = typed.split_once(':')?;
        let question = self.questions.iter().find(|question| question.id.to_string() == id)?;
        let known = match question.kind {
            QuestionKind::YesNo => matches!(value, "yes" | "no"),
            _ => question.choices.find(value).is_some(),
        };
        known.then(|| Answered { question: question.id, value: stored(question, value) })
    }
}

impl Answered {
    /// As a form sends it.
    #[must_use]
    pub fn typed(&self) -> String {
        let value = questions::as_typed(&self.value).join("");
        format!("{}:{value}", self.question)
    }
}

/// As answers are stored.
fn stored(question: &Question, value: &str) -> Value {
    match question.kind {
        QuestionKind::YesNo => Value::Bool(value == "yes"),
        _ => Value::from(value),
    }
}
