//! A round as inputs. Criteria are numbered rows; what scores mean is one text per language, in which each line begins with
//! its score: `5 Nothing like it exists`.

use std::collections::BTreeMap;

use super::super::{
    rows,
    stored::{Stored, texts},
};
use crate::{
    calls::{Criterion, CriterionFields, Round, RoundFields},
    error::{FieldErrors, Reason},
    http::FormData,
    values::{Lang, LocalisedFields, Zone, text, time},
};

/// What the rows are called.
pub(super) const ROWS: &str = "criteria";

/// What the form sent, its rows closed up.
///
/// # Errors
/// `anchor_line` on texts with a line that does not begin with a score.
pub(super) fn round(typed: &FormData) -> Result<RoundFields, FieldErrors> {
    let mut errors = FieldErrors::new();
    let criteria =
        (0..rows::count(typed, ROWS)).map(|number| criterion(typed, number, &mut errors)).collect();
    errors.check()?;
    let one = |name: &str| typed.one(name).to_owned();
    Ok(RoundFields {
        kind: one("kind"),
        name: texts(typed, "name"),
        blind: typed.ticked("blind"),
        opens_at: one("opens_at"),
        closes_at: one("closes_at"),
        criteria,
    })
}

fn criterion(typed: &FormData, number: usize, errors: &mut FieldErrors) -> CriterionFields {
    let field = |name: &str| format!("{ROWS}.{number}.{name}");
    let number = |name: &str| typed.one(&field(name)).into();
    let anchors = field("anchors");
    CriterionFields {
        name: texts(typed, &field("name")),
        weight: number("weight"),
        low: number("low"),
        high: number("high"),
        anchors: errors.take(&anchors, by_score(&texts(typed, &anchors))).unwrap_or_default(),
    }
}

/// The lines of all languages, brought together by their scores.
fn by_score(written: &LocalisedFields) -> Result<BTreeMap<i32, LocalisedFields>, Reason> {
    let mut found: BTreeMap<i32, LocalisedFields> = BTreeMap::new();
    for lang in Lang::ALL {
        for line in written.typed(*lang).lines().filter(|line| !text::is_blank(line)) {
            let (score, meaning) = scored(line).ok_or(Reason::new("anchor_line"))?;
            let texts = found.entry(score).or_default();
            texts.original = written.original;
            let own = match lang {
                Lang::En => &mut texts.en,
                Lang::ZhHant => &mut texts.zh_hant,
                Lang::ZhHans => &mut texts.zh_hans,
            };
            *own = meaning;
        }
    }
    Ok(found)
}

/// A line's score and its words, whatever sign stands between them.
fn scored(line: &str) -> Option<(i32, String)> {
    let line = text::half_width(line);
    let end = line.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(line.len());
    let (score, rest) = line.split_at_checked(end)?;
    let meaning =
        rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":=.-–—、，,".contains(letter));
    let score = score.parse().ok()?;
    (!meaning.is_empty()).then(|| (score, meaning.to_owned()))
}

/// The errors of single scores at the one input that the form has for all of them.
pub(super) fn at_inputs(errors: &FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        let of_scores = error.field.split_once(".anchors.").map(|(row, _)| format!("{row}.anchors"));
        found.add(of_scores.unwrap_or_else(|| error.field.clone()), error.reason.clone());
    }
    found
}

/// What is stored, as the form sends it.
pub(super) fn stored(round: &Round, zone: &Zone) -> Stored {
    let local = |moment| time::local_input(moment, zone);
    let stored = Stored::default()
        .with("kind", round.kind)
        .text("name", Some(&round.name))
        .ticked("blind", round.blind)
        .maybe("opens_at", round.opens_at.map(local))
        .maybe("closes_at", round.closes_at.map(local));
    let row = |stored: Stored, (number, one): (usize, &Criterion)| {
        let field = |name: &str| format!("{ROWS}.{number}.{name}");
        let stored = stored
            .text(&field("name"), Some(&one.name))
            .with(field("weight"), one.weight)
            .with(field("low"), one.low)
            .with(field("high"), one.high)
            .maybe(&field("anchors.original"), one.anchors.iter().next().map(|(_, text)| text.original()));
        Lang::ALL.iter().fold(stored, |stored, lang| {
            let line = |(score, text): (i32, &crate::values::Localised)| {
                Some(format!("{score} {}", text.get(*lang)?))
            };
            let lines: Vec<String> = one.anchors.iter().filter_map(line).collect();
            stored.with(field(&format!("anchors.{lang}")), lines.join("\n"))
        })
    };
    round.criteria.iter().enumerate().fold(stored, row)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_line_begins_with_its_score_whatever_follows_it() {
        for line in ["5 New", "5: New", "５：New", "5 – New", "5. New", "  5=New"] {
            assert_eq!(scored(line), Some((5, "New".to_owned())), "{line}");
        }
        for line in ["New", "5", "-1 Bad", ": New", "99999999999 New"] {
            assert_eq!(scored(line), None, "{line}");
        }
    }

    #[test]
    fn the_lines_of_all_languages_meet_at_their_scores() {
        let written = LocalisedFields {
            en: "1 Known\n\n5 New".to_owned(),
            zh_hant: "5 前所未有".to_owned(),
            ..LocalisedFields::default()
        };
        let found = by_score(&written).unwrap();
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), [1, 5]);
        assert!(found.get(&5).is_some_and(|text| text.en == "New" && text.zh_hant == "前所未有"));
    }
}
