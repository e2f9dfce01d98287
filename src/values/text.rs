//! Free text as people type it, made regular: NFC, no invisible or direction-changing characters,
//! full-width letters and digits as ordinary ones, spaces tidied.
//!
//! Full-width punctuation stays: it is how Chinese is written.

use std::{collections::BTreeSet, str::FromStr};

use unicode_normalization::UnicodeNormalization;

use super::checked::{Checked, Rule};
use crate::error::Reason;

/// One line of at most `MAX` characters (Unicode scalar values).
pub type Line<const MAX: usize> = Checked<OneLine<MAX>>;

/// One or more lines, at most `MAX` characters together, lines ended by `\n`.
pub type Prose<const MAX: usize> = Checked<ManyLines<MAX>>;

/// The rule of [`Line`].
pub enum OneLine<const MAX: usize> {}

/// The rule of [`Prose`].
pub enum ManyLines<const MAX: usize> {}

impl<const MAX: usize> Rule for OneLine<MAX> {
    fn normal(raw: &str) -> Result<String, Reason> {
        within(Shape::Line.tidy(raw), MAX)
    }
}

impl<const MAX: usize> Rule for ManyLines<MAX> {
    fn normal(raw: &str) -> Result<String, Reason> {
        within(Shape::Prose.tidy(raw), MAX)
    }
}

/// Whether a text is one line or may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Every run of white space is one space.
    Line,
    /// Line ends stay, at most one empty line in a row.
    Prose,
}

impl Shape {
    /// The regular form of a free text; doing it twice changes nothing.
    #[must_use]
    pub fn tidy(self, raw: &str) -> String {
        let visible: String =
            raw.nfc().map(letter_to_half_width).filter(|&c| c.is_whitespace() || !is_invisible(c)).collect();
        // Taking characters out may bring a base letter and its accent together.
        let composed: String = visible.nfc().collect();
        match self {
            Self::Line => composed.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Prose => tidy_lines(&composed),
        }
    }
}

/// The regular form of text that machines read (addresses, numbers, codes): as a line, with every
/// full-width ASCII character and the ideographic space made half-width.
#[must_use]
pub fn half_width(raw: &str) -> String {
    let half: String = raw.chars().map(to_half_width).collect();
    Shape::Line.tidy(&half)
}

/// Whether nothing visible was typed.
#[must_use]
pub fn is_blank(raw: &str) -> bool {
    raw.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Those of a fixed list that these words name, each once, in the order of the list. Blank words say nothing.
///
/// # Errors
/// `choice_unknown`.
pub fn chosen<T: FromStr<Err = ()> + Ord>(words: &[String]) -> Result<Vec<T>, Reason> {
    let typed = words.iter().filter(|word| !is_blank(word));
    let named: Result<BTreeSet<T>, ()> = typed.map(|word| word.parse()).collect();
    Ok(named.map_err(|()| Reason::new("choice_unknown"))?.into_iter().collect())
}

/// The text itself if it has at most `max` characters.
///
/// # Errors
/// `too_long` with `max`.
pub fn within(text: String, max: usize) -> Result<String, Reason> {
    if text.chars().nth(max).is_some() { Err(Reason::new("too_long").with("max", max)) } else { Ok(text) }
}

fn tidy_lines(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut tidied = String::with_capacity(text.len());
    let mut empty_lines = 0;
    for line in text.replace('\t', " ").lines().map(str::trim_end) {
        empty_lines = if line.is_empty() { empty_lines + 1 } else { 0 };
        if empty_lines < 2 {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    tidied.trim().to_owned()
}

/// U+FF01 to U+FF5E mirror ASCII at a fixed distance (Unicode, block Halfwidth and Fullwidth Forms).
fn to_half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    }
}

fn letter_to_half_width(c: char) -> char {
    let half = to_half_width(c);
    if half.is_ascii_alphanumeric() { half } else { c }
}

/// Characters with no shape of their own, or that change the direction of their neighbours: they
/// serve to make two texts look alike, or a text look empty.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn full_width_letters_fold_and_chinese_punctuation_stays() {
        let prose = Prose::<100>::parse("第２０２６屆，歡迎！ＡＩ：你好。").unwrap();
        assert_eq!(prose.as_str(), "第2026屆，歡迎！AI：你好。");
        assert_eq!(half_width("ａ＠ｂ．ｃｏｍ　"), "a@b.com");
    }

    #[test]
    fn a_line_has_single_spaces_and_nothing_invisible() {
        assert_eq!(Shape::Line.tidy(" 陳\u{200B}　 大文\u{202E}\r\n "), "陳 大文");
        assert_eq!(Shape::Line.tidy("e\u{200D}\u{301}"), "é");
    }

    #[test]
    fn prose_keeps_paragraphs_but_no_heaps_of_empty_lines() {
        assert_eq!(Shape::Prose.tidy("\r\na  \r\n\r\n\r\n\r\nb\u{2028}c\n"), "a\n\nb\nc");
    }

    #[test]
    fn what_looks_empty_is_missing() {
        assert_eq!(Line::<5>::parse("\u{3164}\u{200B} ").unwrap_err(), Reason::new("required"));
        assert_eq!(Line::<5>::optional(" \u{FEFF}").unwrap(), None);
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert_eq!(Line::<3>::parse(" 陳大文 ").unwrap().as_str(), "陳大文");
        assert_eq!(Line::<2>::parse("陳大文").unwrap_err(), Reason::new("too_long").with("max", 2));
    }

    proptest! {
        #[test]
        fn tidying_twice_is_tidying_once(raw in "\\PC*|[\\s\\PC]{0,40}|(?s:.{0,40})") {
            for shape in [Shape::Line, Shape::Prose] {
                let once = shape.tidy(&raw);
                prop_assert_eq!(&shape.tidy(&once), &once);
                prop_assert!(!once.chars().any(|c| c != '\n' && is_invisible(c)));
            }
        }

        #[test]
        fn blank_is_what_tidies_to_nothing(raw in "[ \\t\u{3000}\u{200B}\u{FEFF}\u{1}a]{0,4}") {
            prop_assert_eq!(is_blank(&raw), Shape::Line.tidy(&raw).is_empty());
        }
    }
}
