//! Names as they are typed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{LONGEST_NAME, LONGEST_TITLE, PersonName};
use crate::{
    error::{FieldErrors, Reason},
    values::text::{self, Shape},
};

/// A name as a form or the API sends it; blank means absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NameFields {
    /// The name in Latin letters.
    pub latin: String,
    /// The name in Chinese characters.
    pub han: String,
    /// The title, such as Prof or 教授.
    pub title: String,
}

impl TryFrom<&NameFields> for PersonName {
    type Error = FieldErrors;

    /// Codes: `name_required` (on `latin`), `name_not_a_name`, `too_long`. Which letters stand in
    /// which box is its owner's business.
    fn try_from(fields: &NameFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let latin = errors.take("latin", named(&fields.latin, LONGEST_NAME)).flatten();
        let han = errors.take("han", named(&fields.han, LONGEST_NAME)).flatten();
        let title = errors.take("title", named(&fields.title, LONGEST_TITLE)).flatten();
        if errors.is_empty() && latin.is_none() && han.is_none() {
            errors.add("latin", Reason::new("name_required"));
        }
        errors.check()?;
        Ok(Self { latin, han, title })
    }
}

fn named(raw: &str, max: usize) -> Result<Option<String>, Reason> {
    if text::is_blank(raw) {
        return Ok(None);
    }
    let name = text::within(Shape::Line.tidy(raw), max)?;
    if is_a_name(&name) { Ok(Some(name)) } else { Err(Reason::new("name_not_a_name")) }
}

/// Names go into mails to the address that came with them, so a name must not carry a message: no
/// digits (〇 is a name's character), no signs of addresses, nothing that a mail reader makes a link.
fn is_a_name(text: &str) -> bool {
    let digit = |c: char| c.is_numeric() && c != '〇';
    let sign = |c| {
        matches!(
            c,
            '@' | '/'
                | '\\'
                | ':'
                | '<'
                | '>'
                | '{'
                | '}'
                | '['
                | ']'
                | '|'
                | '='
                | '%'
                | '#'
                | '*'
                | '_'
                | '：'
                | '。'
        )
    };
    let readable = text.contains(char::is_alphabetic) || text.contains('〇');
    readable && !text.contains(digit) && !text.contains(sign) && !text.split(' ').any(is_host)
}

/// `example.com`, but not `J.R. Smith` or `St.John`.
fn is_host(word: &str) -> bool {
    word.trim_end_matches('.').rsplit_once('.').is_some_and(|(before, top)| {
        before.chars().count() > 2 && top.len() > 1 && top.bytes().all(|b| b.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn parse(latin: &str, han: &str, title: &str) -> Result<PersonName, FieldErrors> {
        PersonName::try_from(&NameFields { latin: latin.into(), han: han.into(), title: title.into() })
    }

    #[test]
    fn names_of_many_kinds_are_names() {
        for latin in [
            "J.R. Smith",
            "Zoë O’Brien-Chan",
            "St.John",
            "ＣＨＡＮ Tai Man, Peter",
            "Nguyễn Văn A",
            "陳大文",
            "X",
        ] {
            assert!(parse(latin, "", "").is_ok(), "{latin}");
        }
        for han in ["李〇", "買買提·艾力", "𠮷野"] {
            assert!(parse("", han, "").is_ok(), "{han}");
        }
    }

    #[test]
    fn a_message_is_no_name() {
        for latin in ["Win at evil.com", "http://x", "a@b.org", "Room 5", "１２３", "...", "<b>"] {
            assert_eq!(
                parse(latin, "", "").unwrap_err().of("latin").unwrap().code,
                "name_not_a_name",
                "{latin}"
            );
        }
        assert_eq!(parse("A", "", "www.x.org").unwrap_err().of("title").unwrap().code, "name_not_a_name");
    }

    #[test]
    fn a_title_alone_is_no_name() {
        assert_eq!(parse(" ", "\u{200B}", "Dr").unwrap_err().of("latin").unwrap().code, "name_required");
    }

    #[test]
    fn every_box_reports_its_own_error() {
        let errors = parse(&"a".repeat(81), "陳1", "").unwrap_err();
        assert_eq!(errors.of("latin").unwrap(), &Reason::new("too_long").with("max", 80));
        assert_eq!(errors.of("han").unwrap().code, "name_not_a_name");
    }

    proptest! {
        #[test]
        fn no_name_holds_a_link_or_a_line_end(raw in "(?s:.{0,30})|[a-z.:/@ \\n]{0,20}") {
            if let Ok(name) = parse(&raw, "", "") {
                let latin = name.latin().unwrap();
                prop_assert!(!latin.contains(['\r', '\n', '@', '/', ':', '<', '>']));
            }
        }
    }
}
