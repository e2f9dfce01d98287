//! A session as inputs. People are numbered rows, `people.0.speaker` and `people.0.part`; rows without
//! somebody are passed over.

use super::super::stored::{Stored, texts};
use crate::{
    error::FieldErrors,
    http::FormData,
    programme::{PartFields, Planned, SessionFields},
    values::text,
};

/// Rows that a form may carry; more than a session may have people, so that too many are told so.
const MOST_ROWS: usize = 60;

/// Empty rows below the filled ones.
const SPARE: usize = 2;

/// What the form sent.
pub(super) fn session(typed: &FormData) -> SessionFields {
    SessionFields {
        kind: typed.one("kind").to_owned(),
        title: texts(typed, "title"),
        r#abstract: texts(typed, "abstract"),
        spoken: typed.all("spoken").map(str::to_owned).collect(),
        track: typed.one("track").to_owned(),
        minutes: typed.one("minutes").into(),
        setup_minutes: typed.one("setup_minutes").into(),
        expected: typed.one("expected").into(),
        people: filled(typed),
    }
}

/// How many rows of people to show: every filled one and some more; `more` asks for further ones.
pub(super) fn rows(typed: &FormData) -> usize {
    let shown = typed.one("rows").parse::<usize>().unwrap_or_default();
    let wished = if typed.ticked("more") { shown + SPARE } else { shown };
    wished.max(last_filled(typed) + SPARE).min(MOST_ROWS)
}

/// The errors of people, which are one in the API, at the heading above their rows.
pub(super) fn at_inputs(errors: &FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        let people = error.field.starts_with("people");
        found.add(if people { "people" } else { &error.field }, error.reason.clone());
    }
    found
}

/// A new session, before anybody wrote anything.
pub(super) fn blank() -> Stored {
    Stored::default().with("kind", "session").with("minutes", 30)
}

/// What is stored, as the form sends it.
pub(super) fn stored(Planned { row, people, places, .. }: &Planned) -> Stored {
    let known = |number: i32| (number > 0).then_some(number);
    let stored = Stored::default()
        .with("version", row.version)
        .with("kind", row.kind)
        .text("title", Some(&row.title))
        .text("abstract", row.r#abstract.as_ref())
        .maybe("track", row.track)
        .with("minutes", row.minutes)
        .maybe("setup_minutes", known(row.setup_minutes))
        .maybe("expected", known(row.expected))
        .maybe("places", places.map(|places| places.limit));
    let stored = row.spoken.iter().fold(stored, |stored, spoken| stored.with("spoken", spoken));
    people.iter().enumerate().fold(stored, |stored, (number, (person, part))| {
        stored.with(format!("people.{number}.speaker"), person).with(format!("people.{number}.part"), part)
    })
}

fn part(typed: &FormData, number: usize) -> PartFields {
    let speaker = typed.one(&format!("people.{number}.speaker")).to_owned();
    PartFields { speaker, part: typed.one(&format!("people.{number}.part")).to_owned() }
}

fn filled(typed: &FormData) -> Vec<PartFields> {
    let parts = (0..MOST_ROWS).map(|number| part(typed, number));
    parts.filter(|part| !text::is_blank(&part.speaker)).collect()
}

/// One more than the number of the last row with somebody in it.
fn last_filled(typed: &FormData) -> usize {
    let is_filled = |number: &usize| !text::is_blank(&part(typed, *number).speaker);
    (0..MOST_ROWS).rev().find(is_filled).map_or(0, |number| number + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> FormData {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn rows_without_somebody_are_passed_over_and_the_order_is_kept() {
        let rows = [("people.3.speaker", "b"), ("people.1.speaker", "a"), ("people.2.part", "chair")];
        let people: Vec<String> =
            session(&typed(&rows)).people.into_iter().map(|part| part.speaker).collect();
        assert_eq!(people, ["a", "b"]);
    }

    #[test]
    fn there_is_always_room_for_somebody_else_up_to_the_most() {
        assert_eq!(rows(&typed(&[])), SPARE);
        assert_eq!(rows(&typed(&[("people.3.speaker", "b")])), 4 + SPARE);
        assert_eq!(rows(&typed(&[("rows", "6"), ("more", "yes")])), 6 + SPARE);
        assert_eq!(rows(&typed(&[("rows", "100000")])), MOST_ROWS);
    }
}
