//! By which rules slots are given out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    calls::Quota,
    companies::Region,
    editions::Track,
    error::{FieldErrors, Reason},
    values::{Id, NumberField},
};

/// As many slots as a call may have, and more points than anybody has.
const MOST: i32 = 1_000;
/// What one too many or too few costs where nothing else is said, in points.
const PRICE: u32 = 10;

/// How many of a group are to be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// At least.
    pub min: u32,
    /// At most; any number where nothing is said.
    pub max: Option<u32>,
}

/// The rules of one proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many of each track; these always hold.
    pub tracks: BTreeMap<Id<Track>, Span>,
    /// How many of each region.
    pub regions: BTreeMap<Region, Span>,
    /// What each one too few or too many of a region costs, in points of merit; `None` where that must not be.
    pub price: Option<u32>,
}

impl Rules {
    /// What the call says itself: its tracks' quotas.
    #[must_use]
    pub fn of_call(quotas: &[Quota]) -> Self {
        let span = |quota: &Quota| (quota.track, Span { min: 0, max: quota.quota.map(i32::unsigned_abs) });
        Self { tracks: quotas.iter().map(span).collect(), regions: BTreeMap::new(), price: Some(PRICE) }
    }
}

/// How many of a group, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SpanFields {
    /// At least so many; blank for none.
    pub min: NumberField,
    /// At most so many; blank for any number.
    pub max: NumberField,
}

/// The rules as they arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RulesFields {
    /// By track.
    #[schema(value_type = BTreeMap<String, SpanFields>)]
    pub tracks: BTreeMap<Id<Track>, SpanFields>,
    /// By region.
    pub regions: BTreeMap<Region, SpanFields>,
    /// What a region's bounds cost where they are broken, from 1 to 1000 points; blank where they must hold.
    pub price: NumberField,
}

impl TryFrom<&RulesFields> for Rules {
    type Error = FieldErrors;

    fn try_from(raw: &RulesFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let mut tracks = BTreeMap::new();
        for (id, fields) in &raw.tracks {
            tracks.insert(*id, span(&format!("tracks.{id}"), fields, &mut errors));
        }
        let mut regions = BTreeMap::new();
        for (region, fields) in &raw.regions {
            regions.insert(*region, span(&format!("regions.{region}"), fields, &mut errors));
        }
        let price = errors.take("price", raw.price.optional_within(1..=MOST)).flatten();
        errors.check()?;
        Ok(Self { tracks, regions, price: price.map(i32::unsigned_abs) })
    }
}

fn span(name: &str, raw: &SpanFields, errors: &mut FieldErrors) -> Span {
    let least = errors.take(&format!("{name}.min"), raw.min.optional_within(0..=MOST)).flatten();
    let most = errors.take(&format!("{name}.max"), raw.max.optional_within(0..=MOST)).flatten();
    if least.zip(most).is_some_and(|(least, most)| least > most) {
        errors.add(format!("{name}.max"), Reason::new("most_below_least"));
    }
    Span { min: least.map_or(0, i32::unsigned_abs), max: most.map(i32::unsigned_abs) }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn the_most_is_not_below_the_least() {
        let track = Id::fresh();
        let fields = |min: &str, max: &str| RulesFields {
            tracks: [(track, SpanFields { min: min.into(), max: max.into() })].into(),
            ..RulesFields::default()
        };
        let name = format!("tracks.{track}.max");
        let errors = Rules::try_from(&fields("3", "2")).unwrap_err();
        assert_eq!(errors.of(&name).unwrap().code, "most_below_least");
        let rules = Rules::try_from(&fields("", "2")).unwrap();
        assert_eq!(rules.tracks.get(&track), Some(&Span { min: 0, max: Some(2) }));
    }
}
