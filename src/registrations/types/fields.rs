//! What is typed about a registration type, and its parsing.

use serde::Deserialize;
use utoipa::ToSchema;

use super::NewType;
use crate::{
    capacity::PoolId,
    editions::SideEvent,
    error::{FieldErrors, Reason},
    values::{Id, LocalisedFields, Slug, Zone, text, time},
};

/// A registration type as it arrives. Times are local times of the edition's zone, or carry an offset.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypeFields {
    /// Its short name in addresses and imports.
    pub slug: String,
    /// What it is called; at most 120 characters.
    pub name: LocalisedFields,
    /// Whom it is for; at most 500 characters.
    pub description: LocalisedFields,
    /// When registration opens; blank means at once.
    pub opens_at: String,
    /// When it closes; blank means with the edition's end.
    pub closes_at: String,
    /// Whether an organiser looks at each registration.
    pub needs_approval: bool,
    /// Whether one that awaits approval holds a place.
    pub pending_holds: bool,
    /// The id of the side event that one attends by it; blank for the forum itself. Fixed once somebody registered.
    pub side_event: String,
    /// The ids of the pools it draws on.
    pub pools: Vec<String>,
}

impl TypeFields {
    /// Parses times on the wall clock of `zone`.
    ///
    /// # Errors
    /// Codes: `closes_before_opening`, `pool_unknown`, `side_event_unknown`, and those of the values.
    pub fn parse(&self, zone: &Zone) -> Result<NewType, FieldErrors> {
        let mut errors = FieldErrors::new();
        let slug = errors.take("slug", Slug::parse(&self.slug));
        let name = errors.take("name", self.name.line(120));
        let description = errors.take("description", self.description.optional_prose(500));
        let opens_at = errors.take("opens_at", time::optional_local_datetime(&self.opens_at, zone)).flatten();
        let closes_at =
            errors.take("closes_at", time::optional_local_datetime(&self.closes_at, zone)).flatten();
        if closes_at.zip(opens_at).is_some_and(|(closes, opens)| closes <= opens) {
            errors.add("closes_at", Reason::new("closes_before_opening"));
        }
        let side_event = errors.take("side_event", self.side_event());
        let pools = errors.take("pools", self.pools());
        errors.check()?;
        let (Some(slug), Some(name), Some(description), Some(side_event), Some(pools)) =
            (slug, name, description, side_event, pools)
        else {
            return Err(errors);
        };
        let (needs_approval, pending_holds) = (self.needs_approval, self.pending_holds);
        Ok(NewType {
            slug,
            name,
            description,
            opens_at,
            closes_at,
            needs_approval,
            pending_holds,
            side_event,
            pools,
        })
    }

    fn side_event(&self) -> Result<Option<Id<SideEvent>>, Reason> {
        if text::is_blank(&self.side_event) {
            return Ok(None);
        }
        self.side_event.trim().parse().map(Some).map_err(|_| Reason::new("side_event_unknown"))
    }

    /// Each once and in the order of ids, so that two lists of the same pools are equal.
    fn pools(&self) -> Result<Vec<PoolId>, Reason> {
        let ids: Result<Vec<PoolId>, _> = self.pools.iter().map(|id| id.parse()).collect();
        let mut ids = ids.map_err(|_| Reason::new("pool_unknown"))?;
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn fields() -> TypeFields {
        let name = LocalisedFields { en: "Delegate".into(), ..LocalisedFields::default() };
        TypeFields { slug: "delegate".into(), name, ..TypeFields::default() }
    }

    fn zone() -> Zone {
        Zone::parse("Asia/Hong_Kong").unwrap()
    }

    #[test]
    fn a_window_is_read_on_the_editions_clock_and_may_be_open_on_both_sides() {
        let parsed = TypeFields { opens_at: "2026-10-01T09:00".into(), ..fields() }.parse(&zone()).unwrap();
        assert_eq!(parsed.opens_at.unwrap().to_string(), "2026-10-01T01:00:00Z");
        assert_eq!(parsed.closes_at, None);
    }

    #[test]
    fn a_window_that_closes_before_it_opens_is_refused_beside_the_other_errors() {
        let raw = TypeFields {
            slug: "x".into(),
            opens_at: "2026-10-02T09:00".into(),
            closes_at: "2026-10-01T09:00".into(),
            side_event: "road-show".into(),
            pools: vec!["north hall".into()],
            ..fields()
        };
        let errors = raw.parse(&zone()).unwrap_err();
        let code = |field| errors.of(field).unwrap().code;
        assert_eq!(
            [code("slug"), code("closes_at"), code("side_event"), code("pools")],
            ["slug_invalid", "closes_before_opening", "side_event_unknown", "pool_unknown"]
        );
    }

    #[test]
    fn the_same_pools_in_any_order_are_the_same_list() {
        let (one, two) = (PoolId::fresh().to_string(), PoolId::fresh().to_string());
        let parse = |pools| TypeFields { pools, ..fields() }.parse(&zone()).unwrap().pools;
        assert_eq!(parse(vec![two.clone(), one.clone(), two.clone()]), parse(vec![one, two]));
    }
}
