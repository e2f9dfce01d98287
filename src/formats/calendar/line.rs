//! Content lines: escaped, parametrised, folded.

use super::zone;
use crate::values::{Lang, Moment, Zone};

/// The longest line in octets, its CRLF not counted (RFC 5545 section 3.1).
const LONGEST: usize = 75;

/// A growing calendar.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is no text (a URI, a number, a keyword); absent when empty.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            self.fold(&format!("{name}:{value}"));
        }
    }

    /// A text in a language (RFC 5545 section 3.3.11); absent when empty.
    pub(super) fn text(&mut self, name: &str, lang: Lang, text: &str) {
        self.texts(name, lang, &[text]);
    }

    /// Several of them; absent when there are none.
    pub(super) fn texts(&mut self, name: &str, lang: Lang, texts: &[&str]) {
        let escaped: Vec<String> = texts.iter().map(|text| escape(text)).collect();
        self.raw(&format!("{name};LANGUAGE={lang}"), &escaped.join(","));
    }

    /// A moment on its zone's wall clock; in UTC where that would be ambiguous.
    pub(super) fn moment(&mut self, name: &str, moment: Moment, zone: &Zone) {
        match zone::local(moment, zone) {
            Some(local) => self.raw(&format!("{name};TZID={}", zone.name()), &local),
            None => self.raw(name, &zone::utc(moment)),
        }
    }

    /// The calendar so far.
    pub(super) fn into_string(self) -> String {
        self.0
    }

    /// Folds between characters, so that no reader meets half of one.
    fn fold(&mut self, line: &str) {
        let mut room = LONGEST;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text with what means something in a calendar disarmed.
pub(super) fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unescape(value: &str) -> String {
        let mut plain = String::new();
        let mut characters = value.chars();
        while let Some(c) = characters.next() {
            match (c, if c == '\\' { characters.next() } else { None }) {
                (_, Some('n')) => plain.push('\n'),
                (_, Some(escaped)) => plain.push(escaped),
                (c, None) => plain.push(c),
            }
        }
        plain
    }

    #[test]
    fn an_empty_value_makes_no_line() {
        let mut lines = Lines::default();
        lines.text("LOCATION", Lang::En, "");
        assert_eq!(lines.into_string(), "");
    }

    proptest! {
        #[test]
        fn any_text_survives_folding_in_short_lines(text in "[ -~\\n字é😀\\\\,;]{0,200}") {
            let mut lines = Lines::default();
            lines.text("SUMMARY", Lang::ZhHant, &format!("x{text}"));
            let folded = lines.into_string();
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
            let unfolded = folded.replace("\r\n ", "");
            let value = unfolded.strip_prefix("SUMMARY;LANGUAGE=zh-Hant:x").and_then(|rest| rest.strip_suffix("\r\n"));
            prop_assert_eq!(value.map(unescape), Some(text));
        }

        #[test]
        fn no_value_can_begin_a_line_of_its_own(value in "(?s:.{1,80})") {
            let mut lines = Lines::default();
            lines.raw("URL", &value);
            lines.text("SUMMARY", Lang::En, &value);
            let folded = lines.into_string();
            prop_assert!(folded.lines().all(|line| line.starts_with(' ') || line.starts_with("URL") || line.starts_with("SUMMARY")));
        }
    }
}
