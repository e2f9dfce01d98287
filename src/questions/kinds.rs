//! What kinds of answer there are, and how each is read.

use serde_json::Value;

use super::Choices;
use crate::{
    error::Reason,
    values::{Email, Line, Phone, Prose, Region, WebUrl, time},
};

/// A line of an answer.
const SHORT: usize = 200;
/// The longest answer there is.
const LONG: usize = 2000;

crate::text_enum! {
    /// What kind of answer a question takes.
    pub enum QuestionKind {
        /// One line of at most 200 characters.
        ShortText = "short-text",
        /// One or more lines, at most 2000 characters.
        LongText = "long-text",
        /// One of the choices.
        One = "one",
        /// Any of the choices.
        Many = "many",
        /// An e-mail address.
        Email = "email",
        /// A phone number, kept in E.164.
        Phone = "phone",
        /// A country or region, kept as its ISO 3166-1 code.
        Region = "region",
        /// A day, kept as year-month-day.
        Date = "date",
        /// The address of a web page.
        Url = "url",
        /// Yes or no.
        YesNo = "yes-no",
        /// A PDF or a picture, sent beside the form; only calls ask for one.
        File = "file",
    }
}

impl QuestionKind {
    /// Whether it offers choices of the organiser's.
    #[must_use]
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::One | Self::Many)
    }

    /// How many characters may be typed; an input takes no more.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::LongText | Self::Url => LONG,
            Self::Email => Email::LONGEST,
            _ => SHORT,
        }
    }

    /// Reads what was typed or ticked, in normal form; `None` when that is nothing.
    ///
    /// # Errors
    /// The codes of the kind's value; `choice_unknown`, and `answer_single` for several where one is asked.
    pub(super) fn read(self, choices: &Choices, typed: &[String]) -> Result<Option<Value>, Reason> {
        if self == Self::Many {
            return many(choices, typed);
        }
        match typed {
            [] => Ok(None),
            [one] => Ok(self.read_one(choices, one)?),
            _ => Err(Reason::new("answer_single")),
        }
    }

    fn read_one(self, choices: &Choices, typed: &str) -> Result<Option<Value>, Reason> {
        let Some(line) = Line::<LONG>::optional(typed)? else { return Ok(None) };
        let value = match self {
            Self::ShortText => Line::<SHORT>::parse(typed)?.into_string().into(),
            Self::LongText => Prose::<LONG>::parse(typed)?.into_string().into(),
            Self::Email => Email::parse(typed)?.into_string().into(),
            Self::Phone => Phone::parse(typed)?.into_string().into(),
            Self::Region => Region::parse(typed)?.into_string().into(),
            Self::Date => time::date_input(typed)?.to_string().into(),
            Self::Url => WebUrl::parse(typed)?.into_string().into(),
            Self::YesNo => yes_or_no(line.as_str())?,
            Self::File => return Err(Reason::new("file_not_typed")),
            Self::One | Self::Many => {
                choices.find(line.as_str()).map(|choice| choice.value.as_str().into()).ok_or(unknown())?
            }
        };
        Ok(Some(value))
    }
}

/// Chosen ones in the order of the choices, each once, whatever the order they came in.
fn many(choices: &Choices, typed: &[String]) -> Result<Option<Value>, Reason> {
    let typed: Vec<&str> = typed.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
    if typed.iter().any(|value| choices.find(value).is_none()) {
        return Err(unknown());
    }
    let chosen = choices.iter().map(|choice| choice.value.as_str()).filter(|value| typed.contains(value));
    let chosen: Vec<Value> = chosen.map(Value::from).collect();
    Ok((!chosen.is_empty()).then_some(Value::Array(chosen)))
}

fn yes_or_no(typed: &str) -> Result<Value, Reason> {
    match typed {
        "yes" => Ok(true.into()),
        "no" => Ok(false.into()),
        _ => Err(unknown()),
    }
}

fn unknown() -> Reason {
    Reason::new("choice_unknown")
}
