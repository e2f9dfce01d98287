//! A call as it arrives, with its tracks and session types.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    calls::{CallKind, NewCall, NewSessionType, Quota, Visibility},
    editions::Track,
    error::{FieldErrors, Reason},
    values::{LocalisedFields, NumberField, Slug, Zone, text, time},
};

/// A call as it arrives. Times are local times of the edition's zone, or carry an offset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CallFields {
    /// `talk`, `panel`, `demo` or `booth`; fixed once the call is listed.
    pub kind: String,
    /// Its short name in addresses.
    pub slug: String,
    /// What it is called; at most 120 characters.
    pub name: LocalisedFields,
    /// What is looked for; at most 5000 characters.
    pub description: LocalisedFields,
    /// From when on one may hand in.
    pub opens_at: String,
    /// The deadline.
    pub closes_at: String,
    /// `public` or `code`; blank means public.
    pub visibility: String,
    /// How many one applicant may hand in, 1 to 100; blank for any number.
    pub limit_per_applicant: NumberField,
    /// How many days an accepted applicant has to confirm, 1 to 90; blank for 14.
    pub confirm_days: NumberField,
    /// Whether the next on standby moves up without anybody's doing.
    pub promotes_by_itself: bool,
    /// Whether those who are declined get the comments that judges marked as shareable.
    pub shares_comments: bool,
    /// The tracks one may choose.
    pub tracks: Vec<QuotaFields>,
    /// What one may propose, in order; at most 20.
    pub session_types: Vec<SessionTypeFields>,
    /// The version that was read, so that nobody's change is overwritten unseen.
    pub version: Option<i32>,
}

/// A track of a call as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct QuotaFields {
    /// The track's slug.
    pub track: String,
    /// How many are meant to be accepted in it, 1 to 1000; blank for any number.
    pub quota: NumberField,
}

/// A session type as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SessionTypeFields {
    /// Its short name, which says which one it is.
    pub slug: String,
    /// What it is called; at most 80 characters.
    pub name: LocalisedFields,
    /// How long it lasts, 1 to 1440 minutes.
    pub minutes: NumberField,
}

impl CallFields {
    /// Parses times on the wall clock of `zone`, and tracks among those of the edition.
    ///
    /// # Errors
    /// Codes: `closes_before_opening`, `track_unknown`, `choice_twice`, and those of the values.
    pub fn parse(&self, zone: &Zone, tracks: &[Track]) -> Result<NewCall, FieldErrors> {
        let mut errors = FieldErrors::new();
        let kind = errors.take("kind", chosen::<CallKind>(&self.kind));
        let slug = errors.take("slug", Slug::parse(&self.slug));
        let name = errors.take("name", self.name.line(120));
        let description = errors.take("description", self.description.optional_prose(5000));
        let opens_at = errors.take("opens_at", time::local_datetime(&self.opens_at, zone));
        let closes_at = errors.take("closes_at", time::local_datetime(&self.closes_at, zone));
        if closes_at.zip(opens_at).is_some_and(|(closes, opens)| closes <= opens) {
            errors.add("closes_at", Reason::new("closes_before_opening"));
        }
        let visibility = match text::is_blank(&self.visibility) {
            true => Some(Visibility::Public),
            false => errors.take("visibility", chosen(&self.visibility)),
        };
        let limit = errors.take("limit_per_applicant", self.limit_per_applicant.optional_within(1..=100));
        let confirm_days = errors.take("confirm_days", self.confirm_days.optional_within(1..=90));
        let quotas = self.quotas(tracks, &mut errors);
        let session_types = self.types(&mut errors);
        errors.check()?;
        let (Some(kind), Some(slug), Some(name), Some(description)) = (kind, slug, name, description) else {
            return Err(errors);
        };
        let (Some(opens_at), Some(closes_at), Some(visibility)) = (opens_at, closes_at, visibility) else {
            return Err(errors);
        };
        Ok(NewCall {
            kind,
            slug,
            name,
            description,
            opens_at,
            closes_at,
            visibility,
            limit_per_applicant: limit.flatten(),
            confirm_days: confirm_days.flatten().unwrap_or(14),
            promotes_by_itself: self.promotes_by_itself,
            shares_comments: self.shares_comments,
            tracks: quotas,
            session_types,
            seen_version: self.version,
        })
    }

    fn quotas(&self, tracks: &[Track], errors: &mut FieldErrors) -> Vec<Quota> {
        let mut quotas: Vec<Quota> = Vec::new();
        for (number, raw) in self.tracks.iter().enumerate() {
            let track = tracks.iter().find(|track| track.slug.as_str() == raw.track);
            let track = track.map(|track| track.id).ok_or(Reason::new("track_unknown"));
            let track = errors.take(&format!("tracks.{number}.track"), track);
            let quota = errors.take(&format!("tracks.{number}.quota"), raw.quota.optional_within(1..=1000));
            let (Some(track), Some(quota)) = (track, quota) else { continue };
            if quotas.iter().any(|other| other.track == track) {
                errors.add(format!("tracks.{number}.track"), Reason::new("choice_twice"));
            }
            quotas.push(Quota { track, quota });
        }
        quotas
    }

    fn types(&self, errors: &mut FieldErrors) -> Vec<NewSessionType> {
        if self.session_types.len() > 20 {
            errors.add("session_types", Reason::new("session_types_count").with("max", 20));
        }
        let (mut types, mut seen) = (Vec::new(), BTreeSet::new());
        for (number, raw) in self.session_types.iter().enumerate() {
            let slug = errors.take(&format!("session_types.{number}.slug"), Slug::parse(&raw.slug));
            let name = errors.take(&format!("session_types.{number}.name"), raw.name.line(80));
            let minutes =
                errors.take(&format!("session_types.{number}.minutes"), raw.minutes.within(1..=1440));
            let (Some(slug), Some(name), Some(minutes)) = (slug, name, minutes) else { continue };
            if !seen.insert(slug.as_str().to_owned()) {
                errors.add(format!("session_types.{number}.slug"), Reason::new("slug_taken"));
            }
            types.push(NewSessionType { slug, name, minutes });
        }
        types
    }
}

/// One of a fixed list.
pub(super) fn chosen<T: std::str::FromStr<Err = ()>>(raw: &str) -> Result<T, Reason> {
    if text::is_blank(raw) {
        return Err(Reason::new("required"));
    }
    raw.parse().map_err(|()| Reason::new("choice_unknown"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn fields() -> CallFields {
        CallFields {
            kind: "talk".into(),
            slug: "talks".into(),
            name: LocalisedFields { en: "Talks".into(), ..LocalisedFields::default() },
            opens_at: "2027-03-01T09:00".into(),
            closes_at: "2027-04-01T23:59".into(),
            ..CallFields::default()
        }
    }

    fn parse(raw: &CallFields, zone: &str) -> Result<NewCall, FieldErrors> {
        raw.parse(&Zone::parse(zone).unwrap(), &[])
    }

    #[test]
    fn a_deadline_is_an_instant_of_the_editions_clock_on_either_side_of_a_change_of_time() {
        let hong_kong = parse(&fields(), "Asia/Hong_Kong").unwrap();
        assert_eq!(hong_kong.closes_at.to_string(), "2027-04-01T15:59:00Z");
        // London moves its clocks between opening and closing.
        let london = parse(&fields(), "Europe/London").unwrap();
        assert_eq!(london.opens_at.to_string(), "2027-03-01T09:00:00Z");
        assert_eq!(london.closes_at.to_string(), "2027-04-01T22:59:00Z");
        let skipped = CallFields { closes_at: "2027-03-28T01:30".into(), ..fields() };
        let errors = parse(&skipped, "Europe/London").unwrap_err();
        assert_eq!(errors.of("closes_at").unwrap().code, "time_skipped");
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let kind = |slug: &str, minutes: i32| SessionTypeFields {
            slug: slug.into(),
            name: fields().name,
            minutes: minutes.into(),
        };
        let raw = CallFields {
            kind: "riddle".into(),
            closes_at: "2027-02-01T09:00".into(),
            limit_per_applicant: 0.into(),
            tracks: vec![QuotaFields { track: "nowhere".into(), quota: 0.into() }],
            session_types: vec![kind("short", 20), kind("short", 0), kind("short", 30)],
            ..fields()
        };
        let errors = parse(&raw, "Asia/Hong_Kong").unwrap_err();
        let wrong: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        let expected = [
            "kind",
            "closes_at",
            "limit_per_applicant",
            "tracks.0.track",
            "tracks.0.quota",
            "session_types.1.minutes",
            "session_types.2.slug",
        ];
        assert_eq!(wrong, expected);
    }
}
