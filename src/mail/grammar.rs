//! What may stand in the braces of a wording. Pure.
//!
//! The engine knows more than anybody should need in a letter: assignments and repetition grow without bound, and other
//! files could be asked for. So only names, simple expressions, `if` and `for` pass.

use crate::error::Reason;

/// The tags that may be written.
const TAGS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];
/// The filters that may be written.
const FILTERS: [&str; 1] = ["link"];

/// Whether everything in braces is of the few kinds that a wording may hold.
///
/// # Errors
/// `wording_open` for a brace that is not closed; `wording_tag`, `wording_filter` with the `name` of a strange one;
/// `wording_sign` with a `sign` that has no place in braces.
pub(super) fn check(text: &str) -> Result<(), Reason> {
    let mut rest = text;
    while let Some((_, found)) = rest.split_once('{') {
        let (inside, after) = braces(found)?;
        if let Some(tag) = inside.strip_prefix('%') {
            let tag = tag.trim_start_matches(['-', '+']).trim_start();
            let name = word(tag);
            if !TAGS.contains(&name) {
                return Err(Reason::new("wording_tag").with("name", name));
            }
        }
        rest = after;
    }
    Ok(())
}

/// What stands in a brace that was just opened, and what follows it. Quoted text is read as the engine reads it.
fn braces(text: &str) -> Result<(&str, &str), Reason> {
    let mut quoted: Option<char> = None;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match (quoted, letter) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(quote), _) => quoted = Some(quote).filter(|quote| *quote != letter),
            (None, '"' | '\'') => quoted = Some(letter),
            (None, '}') => {
                let (inside, rest) = text.split_at(at);
                return Ok((inside, rest.strip_prefix('}').unwrap_or(rest)));
            }
            (None, '|') => filter(text.split_at(at).1)?,
            (None, '{' | '*' | '#') => return Err(Reason::new("wording_sign").with("sign", letter)),
            (None, _) => {}
        }
    }
    Err(Reason::new("wording_open"))
}

/// Whether the filter that `text` begins with, bar and all, is one of ours.
fn filter(text: &str) -> Result<(), Reason> {
    let name = word(text.trim_start_matches('|').trim_start());
    if FILTERS.contains(&name) { Ok(()) } else { Err(Reason::new("wording_filter").with("name", name)) }
}

/// The letters that `text` begins with.
fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    text.split_at(end.unwrap_or(text.len())).0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        check(text).err().map(|reason| reason.code)
    }

    #[test]
    fn names_conditions_and_lists_pass() {
        for text in [
            "no braces at all * # | }",
            "“{title}” of {call}",
            "{% if confirm_by %}by {confirm_by}{% else %}soon{% endif %}",
            "{%- for slot in slots -%}{slot.title}: {slot.now or 'later'}{%- endfor -%}",
            "{links.ticket|link(\"a } and a | and a * in quotes\")}",
            "a literal {\"{\"}",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn what_could_grow_or_reach_elsewhere_does_not() {
        for (text, expected) in [
            ("{title", "wording_open"),
            ("{'title}", "wording_open"),
            ("{% include 'sign-in' %}", "wording_tag"),
            ("{%set a = 1%}", "wording_tag"),
            ("{%- macro m() %}", "wording_tag"),
            ("{% block subject %}", "wording_tag"),
            ("{title|upper}", "wording_filter"),
            ("{'a' * 100000000}", "wording_sign"),
            ("{'\\'' * 9}", "wording_sign"),
            ("{{ title }}", "wording_sign"),
            ("{# hidden #}", "wording_sign"),
        ] {
            assert_eq!(code(text), Some(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in "[{}%'\"|*# a-z中\\\\]{0,60}") {
            let _ = check(&text);
        }
    }
}
