//! Numbered rows of a form: `choices.0.value`, `choices.0.label.en` and so on. Rows left empty are passed over, and the
//! rest are numbered anew, so that errors stand beside what they are about.

use std::collections::BTreeSet;

use super::stored::Stored;
use crate::{http::FormData, values::text};

/// Rows that a form may carry; more than any list may have, so that too many are told so.
const MOST: usize = 60;

/// The same with the filled rows called `name` at the end, numbered from 0.
pub(super) fn compacted(typed: &FormData, name: &str) -> FormData {
    let rows = filled(typed, name);
    let others = typed.pairs().filter(|(input, _)| row(input, name).is_none());
    let stored = others.fold(Stored::default(), |stored, (input, value)| stored.with(input, value));
    let of_rows = rows.iter().enumerate().flat_map(|(anew, number)| {
        let own = typed.pairs().filter_map(move |(input, value)| Some((row(input, name)?, value)));
        own.filter(move |((at, _), _)| at == number).map(move |((_, rest), value)| (anew, rest, value))
    });
    let add = |stored: Stored, (number, rest, value): (usize, &str, &str)| {
        stored.with(format!("{name}.{number}.{rest}"), value)
    };
    of_rows.fold(stored, add).data()
}

/// How many rows called `name` something was typed into.
pub(super) fn count(typed: &FormData, name: &str) -> usize {
    filled(typed, name).len()
}

/// How many rows to show: every filled one and `spare` more; the button `more` asks for further ones.
pub(super) fn shown(typed: &FormData, name: &str, spare: usize) -> usize {
    let shown = typed.one("rows").parse::<usize>().unwrap_or_default();
    let wished = if typed.ticked("more") { shown.saturating_add(spare) } else { shown };
    wished.max(count(typed, name) + spare).min(MOST)
}

/// Which text was written first is no text.
fn filled(typed: &FormData, name: &str) -> BTreeSet<usize> {
    let written = typed.pairs().filter(|(_, value)| !text::is_blank(value));
    let rows = written.filter_map(|(input, _)| row(input, name));
    rows.filter(|(number, rest)| *number < MOST && !rest.ends_with(".original"))
        .map(|(number, _)| number)
        .collect()
}

/// The number of the row that an input belongs to, and the rest of its name.
fn row<'a>(input: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let (number, rest) = input.strip_prefix(name)?.strip_prefix('.')?.split_once('.')?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> FormData {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn empty_rows_are_passed_over_and_the_rest_numbered_anew() {
        let rows = [
            ("choices.0.label.original", "en"),
            ("choices.1.value", "vegan"),
            ("choices.1.label.zh-Hant", "純素"),
            ("choices.4.value", "meat"),
            ("slug", "meal"),
        ];
        let compact = compacted(&typed(&rows), "choices");
        assert_eq!(compact.one("choices.0.label.zh-Hant"), "純素");
        assert_eq!((compact.one("choices.0.value"), compact.one("choices.1.value")), ("vegan", "meat"));
        assert_eq!((compact.one("slug"), count(&compact, "choices")), ("meal", 2));
    }

    #[test]
    fn there_is_always_room_for_more_up_to_the_most() {
        assert_eq!(shown(&typed(&[]), "choices", 3), 3);
        assert_eq!(shown(&typed(&[("choices.0.value", "vegan")]), "choices", 3), 4);
        assert_eq!(shown(&typed(&[("rows", "6"), ("more", "yes")]), "choices", 3), 9);
        assert_eq!(shown(&typed(&[("rows", "18446744073709551615"), ("more", "yes")]), "choices", 3), MOST);
    }
}
