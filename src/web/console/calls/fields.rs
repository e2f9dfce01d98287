//! A call as inputs: a box `tracks` for each track and its quota beside it, `quota.SLUG`; session types are numbered rows.

use super::super::{
    rows,
    stored::{Stored, texts},
};
use crate::{
    calls::{Call, CallFields, Quota, QuotaFields, SessionType, SessionTypeFields},
    editions::Track,
    error::FieldErrors,
    http::FormData,
    values::{Zone, time},
};

/// What the rows are called.
pub(super) const ROWS: &str = "session_types";

/// What the form sent, its rows closed up.
pub(super) fn call(typed: &FormData) -> CallFields {
    let one = |name: &str| typed.one(name).to_owned();
    let quota = |track: &str| QuotaFields {
        track: track.to_owned(),
        quota: typed.one(&format!("quota.{track}")).into(),
    };
    let kind = |number: usize| SessionTypeFields {
        slug: one(&format!("session_types.{number}.slug")),
        name: texts(typed, &format!("session_types.{number}.name")),
        minutes: typed.one(&format!("session_types.{number}.minutes")).into(),
    };
    CallFields {
        kind: one("kind"),
        slug: one("slug"),
        name: texts(typed, "name"),
        description: texts(typed, "description"),
        opens_at: one("opens_at"),
        closes_at: one("closes_at"),
        visibility: one("visibility"),
        limit_per_applicant: typed.one("limit_per_applicant").into(),
        confirm_days: typed.one("confirm_days").into(),
        promotes_by_itself: typed.ticked("promotes_by_itself"),
        shares_comments: typed.ticked("shares_comments"),
        tracks: typed.all("tracks").map(quota).collect(),
        session_types: (0..rows::count(typed, ROWS)).map(kind).collect(),
        version: typed.one("version").parse().ok(),
    }
}

/// The errors of tracks, which are numbered in the API, at the inputs that the form has for them.
pub(super) fn at_inputs(errors: &FieldErrors, typed: &FormData) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        let field = error.field.strip_prefix("tracks.").map(|rest| {
            let number = rest.strip_suffix(".quota").and_then(|number| number.parse().ok());
            let track = number.and_then(|number: usize| typed.all("tracks").nth(number));
            track.map_or_else(|| "tracks".to_owned(), |track| format!("quota.{track}"))
        });
        found.add(field.unwrap_or_else(|| error.field.clone()), error.reason.clone());
    }
    found
}

/// What is stored, as the form sends it.
pub(super) fn stored(
    call: &Call,
    (quotas, types): (&[Quota], &[SessionType]),
    tracks: &[Track],
    zone: &Zone,
) -> Stored {
    let stored = Stored::default()
        .with("kind", call.kind)
        .text("name", Some(&call.name))
        .text("description", call.description.as_ref())
        .with("slug", &call.slug)
        .with("opens_at", time::local_input(call.opens_at, zone))
        .with("closes_at", time::local_input(call.closes_at, zone))
        .with("visibility", call.visibility)
        .maybe("limit_per_applicant", call.limit_per_applicant)
        .with("confirm_days", call.confirm_days)
        .ticked("promotes_by_itself", call.promotes_by_itself)
        .ticked("shares_comments", call.shares_comments);
    let named = |quota: &Quota| {
        Some((tracks.iter().find(|track| track.id == quota.track)?.slug.clone(), quota.quota))
    };
    let stored = quotas.iter().filter_map(named).fold(stored, |stored, (slug, quota)| {
        stored.with("tracks", &slug).maybe(&format!("quota.{slug}"), quota)
    });
    types.iter().enumerate().fold(stored, |stored, (number, kind)| {
        stored
            .text(&format!("session_types.{number}.name"), Some(&kind.name))
            .with(format!("session_types.{number}.slug"), &kind.slug)
            .with(format!("session_types.{number}.minutes"), kind.minutes)
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::error::Reason;

    #[test]
    fn a_wrong_quota_is_told_at_its_own_track() {
        let pairs = [("tracks", "robotics"), ("tracks", "biomedicine"), ("quota.biomedicine", "many")];
        let typed: FormData =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let [_, second] = call(&typed).tracks.try_into().unwrap();
        assert_eq!((second.track.as_str(), second.quota), ("biomedicine", "many".into()));
        let mut errors = FieldErrors::new();
        errors.add("tracks.1.quota", Reason::new("number_invalid"));
        errors.add("tracks.0.track", Reason::new("track_unknown"));
        let found = at_inputs(&errors, &typed);
        assert!(found.of("quota.biomedicine").is_some() && found.of("tracks").is_some());
    }
}
