//! What staff write in the place of a mail's own subject and lead, with blanks for what differs from mail to mail.
//!
//! A blank is the name of one of the mail's values in braces, such as `{title}`. Staff are trusted with links; what
//! fills a blank comes from outsiders, and is defused as everywhere.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    NewMail,
    links::{CLOSE, OPEN},
};
use crate::error::Reason;

/// The key among a mail's values under which its wording stands.
const KEY: &str = "wording";

/// A subject and the paragraphs between greeting and button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// One line.
    pub subject: String,
    /// Paragraphs, with empty lines between them.
    pub lead: String,
}

impl NewMail {
    /// The same mail in these words.
    #[must_use]
    pub fn worded(mut self, wording: Option<Wording>) -> Self {
        if let (Some(wording), Some(values)) = (wording, self.values.as_object_mut()) {
            let Wording { subject, lead } = wording;
            values.insert(KEY.to_owned(), json!({ "subject": subject, "lead": lead }));
        }
        self
    }
}

/// The wording that a mail carries, its blanks filled with the values beside it, which are defused already.
pub(super) fn of(raw: &Value, defused: &Value) -> Option<Wording> {
    let wording = Wording::deserialize(raw.get(KEY)?).ok()?;
    let fill = |text: &str| filled(&without_delimiters(text), defused);
    Some(Wording { subject: fill(&wording.subject), lead: fill(&wording.lead) })
}

/// Nobody but a template may say where a secret link goes.
fn without_delimiters(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

fn filled(text: &str, values: &Value) -> String {
    pieces(text)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Blank(name) => match values.get(name).and_then(Value::as_str) {
                Some(value) => value.to_owned(),
                None => format!("{{{name}}}"),
            },
        })
        .collect()
}

enum Piece<'a> {
    Text(&'a str),
    Blank(&'a str),
}

/// Text and blanks, in turn. A brace that no name follows is text.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = blank(rest) {
            rest = after;
            return Some(Piece::Blank(name));
        }
        let next = rest.char_indices().skip(1).find(|(_, letter)| *letter == '{').map(|(at, _)| at);
        let (text, after) = rest.split_at(next.unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Text(text))
    })
}

fn blank(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    is_name.then_some((name, after))
}

/// That `text` leaves no blank but those with a name in `known`, and parses as what it is to be.
///
/// # Errors
/// `blank_unknown` with the first that nobody fills; what `parse` finds.
pub fn parse_wording<T>(
    text: &str,
    known: &[&str],
    parse: impl FnOnce(&str) -> Result<T, Reason>,
) -> Result<T, Reason> {
    let strange = pieces(text).find_map(|piece| match piece {
        Piece::Blank(name) if !known.contains(&name) => Some(name.to_owned()),
        _ => None,
    });
    match strange {
        Some(name) => Err(Reason::new("blank_unknown").with("name", format!("{{{name}}}"))),
        None => parse(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn printed(lead: &str) -> String {
        let raw = json!({ "wording": { "subject": "s", "lead": lead } });
        of(&raw, &json!({ "title": "Robots", "call": "" })).map(|wording| wording.lead).unwrap_or_default()
    }

    #[test]
    fn blanks_are_filled_and_everything_else_stays() {
        assert_eq!(printed("“{title}” of {call}, {title}"), "“Robots” of , Robots");
        assert_eq!(printed("a { brace } {} {Title} {"), "a { brace } {} {Title} {");
        assert_eq!(printed("{unknown}"), "{unknown}");
        assert_eq!(printed("a\u{FDD0}speaker\u{FDD1}b"), "aspeakerb");
    }

    #[test]
    fn a_blank_that_nobody_fills_is_told() {
        let parse = |text: &str| parse_wording(text, &["title"], |text| Ok(text.to_owned()));
        assert_eq!(parse("Hello {titel}").map_err(|reason| reason.code), Err("blank_unknown"));
        assert_eq!(parse("Hello {title} {").ok().as_deref(), Some("Hello {title} {"));
    }

    proptest! {
        #[test]
        fn text_without_braces_is_printed_as_it_is(text in "[^{}\u{FDD0}\u{FDD1}]{0,40}") {
            prop_assert_eq!(printed(&text), text);
        }

        #[test]
        fn what_fills_a_blank_is_not_read_for_blanks(value in "\\PC{0,20}") {
            let raw = json!({ "wording": { "subject": "s", "lead": "<{title}>" } });
            let filled = of(&raw, &json!({ "title": value, "call": "never" })).map(|wording| wording.lead);
            prop_assert_eq!(filled, Some(format!("<{value}>")));
        }
    }
}
