//! Makes plain words of what outsiders wrote: in a mail that carries our name, nothing they typed may
//! become a link, another header or a stand-in for a secret link.
//!
//! Mail programs turn anything that looks like an address into a link, with or without a scheme. A
//! space in the right place stops them all, keeps what was typed readable and copyable, and looks
//! natural where no link was meant (`Dr.Chan` becomes `Dr. Chan`).

use serde_json::Value;

use super::links::unmarked;

/// One line of text in which no mail program finds a link. Doing it twice changes nothing.
#[must_use]
pub(super) fn defuse(text: &str) -> String {
    let line = one_line(text);
    line.split(' ').map(defuse_word).collect::<Vec<_>>().join(" ")
}

/// The same text in one line: no control characters, no placeholder's delimiters, single spaces.
#[must_use]
pub(super) fn one_line(text: &str) -> String {
    let spaced: String =
        unmarked(text).chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text inside a JSON value, defused.
#[must_use]
pub(super) fn defuse_value(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(defuse(text)),
        Value::Array(items) => items.iter().map(defuse_value).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), defuse_value(value))).collect()
        }
        other => other.clone(),
    }
}

fn defuse_word(word: &str) -> String {
    let may_be_an_ip_address = word.matches('.').count() >= 3;
    let mut safe = String::with_capacity(word.len() + 8);
    let mut before: Option<char> = None;
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        safe.push(c);
        let after = rest.peek().copied();
        // `9:30`, `3.5%`, `2026.11.20`: no top-level domain and no scheme begins or ends with a digit.
        let is_number = is_digit(before) && is_digit(after) && !may_be_an_ip_address;
        if !is_number && breaks(before, c, after) {
            safe.push(' ');
        }
        before = Some(c);
    }
    safe
}

/// Whether a space must follow `c`: after a dot inside what may be a host, after `@`, after the colon
/// of a scheme, and between two strokes of a network path.
fn breaks(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match c {
        '.' => before.is_some() && is_host(after),
        // Other dots that domain names may be written with (UTS 46 section 2.3); 。 also ends Chinese sentences.
        '\u{3002}' | '\u{FF0E}' | '\u{FF61}' => {
            before.is_some_and(|before| before.is_ascii_alphanumeric()) && after.is_ascii_alphanumeric()
        }
        '@' | '\u{FF20}' => before.is_some(),
        ':' => after == '/' || after == '\\' || is_host(after),
        '/' => after == '/',
        '\\' => after == '\\',
        _ => false,
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use linkify::LinkFinder;
    use proptest::prelude::*;

    use super::*;

    fn links_in(text: &str) -> usize {
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false).email_domain_must_have_dot(false);
        finder.links(text).count()
    }

    #[test]
    fn addresses_stop_being_links_and_stay_readable() {
        for (typed, safe) in [
            ("https://evil.example/win?a=1", "https: / /evil. example/win?a=1"),
            ("www.evil.com", "www. evil. com"),
            ("me@evil.com", "me@ evil. com"),
            ("例子.中国", "例子. 中国"),
            ("evil。com", "evil。 com"),
            ("\\\\server\\share", "\\ \\server\\share"),
            ("192.168.0.1", "192. 168. 0. 1"),
            ("tel:+85291234567", "tel:+85291234567"),
        ] {
            assert_eq!(defuse(typed), safe);
            assert_eq!(links_in(&defuse(typed)), 0, "{typed}");
        }
    }

    #[test]
    fn ordinary_writing_is_left_alone() {
        for text in [
            "陳大文 教授",
            "Dr. Chan Tai Man",
            "9:30",
            "3.5%",
            "你好。再見",
            "R&D / 研發",
            "2026.11.20",
            "A-B_C",
        ] {
            assert_eq!(defuse(text), text);
        }
    }

    #[test]
    fn no_line_end_and_no_delimiter_survives() {
        assert_eq!(defuse("Chan\r\nBcc: a"), "Chan Bcc: a");
        assert_eq!(defuse("a\u{FDD0}manage\u{FDD1}b"), "amanageb");
    }

    proptest! {
        #[test]
        fn no_linkifier_finds_anything(text in "([a-zA-Z0-9中。.@:/\\\\_ -]|https?://|www\\.|mailto:|\\.com){0,30}") {
            prop_assert_eq!(links_in(&defuse(&text)), 0, "{}", defuse(&text));
        }

        #[test]
        fn defusing_twice_is_defusing_once(text in "([a-z0-9中。.@:/\\\\_ -]|https?://|\\.com){0,30}") {
            let once = defuse(&text);
            prop_assert_eq!(defuse(&once), once);
        }
    }
}
