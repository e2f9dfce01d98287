//! A round of review as it arrives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::chosen;
use crate::{
    calls::{NewCriterion, NewRound, RoundKind},
    error::{FieldErrors, Reason},
    values::{LocalisedFields, NumberField, Zone, time},
};

/// No round scores more.
const MOST_CRITERIA: usize = 20;

/// A round as it arrives. Times are local times of the edition's zone, or carry an offset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RoundFields {
    /// `eligibility` or `rubric`.
    pub kind: String,
    /// What it is called; at most 80 characters.
    pub name: LocalisedFields,
    /// Whether reviewers don't learn whose submissions they are.
    pub blind: bool,
    /// From when on one may review; blank for at once.
    pub opens_at: String,
    /// Until when; blank until it is closed by hand.
    pub closes_at: String,
    /// What a rubric scores, in order, 1 to 20; passed over for eligibility.
    pub criteria: Vec<CriterionFields>,
}

/// A criterion as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CriterionFields {
    /// What is scored; at most 120 characters.
    pub name: LocalisedFields,
    /// How much it counts beside the others, 1 to 100; blank for 1.
    pub weight: NumberField,
    /// The lowest score, from 0.
    pub low: NumberField,
    /// The highest, at most 100.
    pub high: NumberField,
    /// What scores mean, each at most 300 characters, by score.
    pub anchors: BTreeMap<i32, LocalisedFields>,
}

impl RoundFields {
    /// Parses times on the wall clock of `zone`.
    ///
    /// # Errors
    /// Codes: `closes_before_opening`, `criteria_count`, `scale_invalid`, `anchor_off_scale`, and those of the values.
    pub fn parse(&self, zone: &Zone) -> Result<NewRound, FieldErrors> {
        let mut errors = FieldErrors::new();
        let kind = errors.take("kind", chosen::<RoundKind>(&self.kind));
        let name = errors.take("name", self.name.line(80));
        let opens_at = errors.take("opens_at", time::optional_local_datetime(&self.opens_at, zone)).flatten();
        let closes_at =
            errors.take("closes_at", time::optional_local_datetime(&self.closes_at, zone)).flatten();
        if closes_at.zip(opens_at).is_some_and(|(closes, opens)| closes <= opens) {
            errors.add("closes_at", Reason::new("closes_before_opening"));
        }
        let mut criteria = Vec::new();
        if kind == Some(RoundKind::Rubric) {
            if !(1..=MOST_CRITERIA).contains(&self.criteria.len()) {
                errors.add("criteria", Reason::new("criteria_count").with("max", MOST_CRITERIA));
            }
            for (number, raw) in self.criteria.iter().enumerate() {
                match NewCriterion::try_from(raw) {
                    Ok(criterion) => criteria.push(criterion),
                    Err(inner) => errors.nest(&format!("criteria.{number}"), inner),
                }
            }
        }
        match (kind, name) {
            (Some(kind), Some(name)) if errors.is_empty() => {
                Ok(NewRound { kind, name, blind: self.blind, opens_at, closes_at, criteria })
            }
            _ => Err(errors),
        }
    }
}

impl TryFrom<&CriterionFields> for NewCriterion {
    type Error = FieldErrors;

    fn try_from(raw: &CriterionFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", raw.name.line(120));
        let weight = errors.take("weight", raw.weight.optional_within(1..=100));
        let low = errors.take("low", raw.low.within(0..=99));
        let high = errors.take("high", raw.high.within(1..=100));
        let (Some(name), Some(weight), Some(low), Some(high)) = (name, weight, low, high) else {
            return Err(errors);
        };
        if high <= low {
            errors.add("high", Reason::new("scale_invalid"));
        }
        let mut anchors = BTreeMap::new();
        for (score, text) in &raw.anchors {
            let field = format!("anchors.{score}");
            if !(low..=high).contains(score) {
                errors.add(field, Reason::new("anchor_off_scale").with("min", low).with("max", high));
            } else if let Some(text) = errors.take(&field, text.optional_prose(300)).flatten() {
                anchors.insert(*score, text);
            }
        }
        errors.check()?;
        Ok(Self { name, weight: weight.unwrap_or(1), low, high, anchors: anchors.into() })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn english(text: &str) -> LocalisedFields {
        LocalisedFields { en: text.into(), ..LocalisedFields::default() }
    }

    fn criterion(low: i32, high: i32, anchored: i32) -> CriterionFields {
        CriterionFields {
            name: english("Novelty"),
            low: low.into(),
            high: high.into(),
            anchors: BTreeMap::from([(anchored, english("Nothing like it exists"))]),
            ..CriterionFields::default()
        }
    }

    fn rubric(criteria: Vec<CriterionFields>) -> Result<NewRound, FieldErrors> {
        let raw = RoundFields {
            kind: "rubric".into(),
            name: english("Rubric"),
            criteria,
            ..RoundFields::default()
        };
        raw.parse(&Zone::parse("Asia/Hong_Kong").unwrap())
    }

    #[test]
    fn a_score_is_anchored_in_words_on_its_scale() {
        let round = rubric(vec![criterion(1, 5, 5)]).unwrap();
        assert!(round.criteria.iter().all(|one| one.weight == 1 && one.anchors.of(5).is_some()));
        let errors = rubric(vec![criterion(1, 5, 6), criterion(5, 5, 5)]).unwrap_err();
        assert_eq!(errors.of("criteria.0.anchors.6").unwrap().code, "anchor_off_scale");
        assert_eq!(errors.of("criteria.1.high").unwrap().code, "scale_invalid");
    }

    #[test]
    fn a_rubric_scores_something() {
        assert_eq!(rubric(Vec::new()).unwrap_err().of("criteria").unwrap().code, "criteria_count");
    }
}
