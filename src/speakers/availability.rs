//! When speakers can come.

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

pub use super::store::Span;
use super::{
    Presenter, Speaker, SpeakerId,
    presenter::locked,
    profile::{me, record},
    staff, store,
};
use crate::{
    accounts::proofs::Programme,
    audit::Actor,
    db::Tx,
    error::{Error, FieldErrors, Reason},
    values::{Zone, time},
};

/// Nobody gives more spans.
const MOST: usize = 50;

/// Spans as they arrive: local times of the edition's zone, or with offsets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AvailabilityFields {
    /// Pairs of beginning and end; at most 50.
    pub spans: Vec<[String; 2]>,
}

impl AvailabilityFields {
    /// Parses times on the wall clock of `zone`. Spans that touch or overlap become one.
    ///
    /// # Errors
    /// Codes: `span_backwards`, `spans_count`, and those of times, under `spans.NUMBER`.
    pub fn parse(&self, zone: &Zone) -> Result<Vec<Span>, FieldErrors> {
        let mut errors = FieldErrors::new();
        if self.spans.len() > MOST {
            errors.add("spans", Reason::new("spans_count").with("max", MOST));
        }
        let mut spans = Vec::new();
        for (number, [from, to]) in self.spans.iter().enumerate() {
            let field = format!("spans.{number}");
            let starts_at = errors.take(&field, time::local_datetime(from, zone));
            let ends_at = errors.take(&field, time::local_datetime(to, zone));
            let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at) else { continue };
            if ends_at <= starts_at {
                errors.add(field, Reason::new("span_backwards"));
            }
            spans.push(Span { starts_at, ends_at });
        }
        errors.check()?;
        Ok(merged(spans))
    }
}

fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(|span| span.starts_at);
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.starts_at <= last.ends_at => last.ends_at = last.ends_at.max(span.ends_at),
            _ => apart.push(span),
        }
    }
    apart
}

/// When a speaker of the proof's edition can come, the earliest first; empty when nothing is known.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn availability(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SpeakerId,
) -> Result<Vec<Span>, Error> {
    staff::find(conn, who, id).await?;
    store::spans(conn, id).await
}

/// When she said that she can come, the earliest first; empty when she said nothing.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn own_availability(conn: &mut AsyncPgConnection, who: &Presenter) -> Result<Vec<Span>, Error> {
    let me = me(conn, who).await?;
    store::spans(conn, me.id).await
}

/// She says when she can come, in the place of all she said before.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn set_own_availability(tx: &mut Tx, who: &Presenter, spans: &[Span]) -> Result<(), Error> {
    let row = locked(tx, who).await?;
    set(tx, who.actor(), &row, spans).await
}

/// Staff note when she can come.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn set_availability(
    tx: &mut Tx,
    who: &Programme,
    id: SpeakerId,
    spans: &[Span],
) -> Result<(), Error> {
    let row = staff::lock(tx, who, id).await?;
    set(tx, who.actor(), &row, spans).await
}

async fn set(tx: &mut Tx, actor: &Actor, row: &Speaker, spans: &[Span]) -> Result<(), Error> {
    let before = store::spans(tx, row.id).await?;
    store::set_spans(tx, row.id, spans).await?;
    let content = json!({ "before": before, "after": spans });
    record(tx, actor, "speaker.set-availability", row, content).await
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn fields(spans: &[[&str; 2]]) -> AvailabilityFields {
        AvailabilityFields { spans: spans.iter().map(|span| span.map(str::to_owned)).collect() }
    }

    #[test]
    fn spans_that_touch_are_one_and_those_that_end_before_they_begin_are_refused() {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let noon = "2027-11-19T12:00";
        let raw = fields(&[[noon, "2027-11-19T18:00"], ["2027-11-19T09:00", noon]]);
        assert_eq!(raw.parse(&zone).unwrap().len(), 1);
        let errors = fields(&[[noon, noon]]).parse(&zone).unwrap_err();
        assert_eq!(errors.of("spans.0").unwrap().code, "span_backwards");
    }

    proptest! {
        #[test]
        fn merged_spans_stand_apart_and_cover_the_same_time(raw in proptest::collection::vec((0..50_i64, 1..9_i64), 0..20)) {
            let at = |hour: i64| jiff::Timestamp::from_second(hour * 3600).unwrap().into();
            let spans: Vec<Span> =
                raw.iter().map(|(from, hours)| Span { starts_at: at(*from), ends_at: at(from + hours) }).collect();
            let apart = merged(spans.clone());
            prop_assert!(apart.iter().zip(apart.iter().skip(1)).all(|(one, next)| one.ends_at < next.starts_at));
            for hour in 0..60 {
                let covers = |span: &Span| span.starts_at <= at(hour) && at(hour) < span.ends_at;
                prop_assert_eq!(spans.iter().any(covers), apart.iter().any(covers));
            }
        }
    }
}
