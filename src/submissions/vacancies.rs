//! Places that were promised and given up, and who comes next.

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    Answer, Event, Lifecycle, Submission, SubmissionId, Verdict,
    locked::{Move, advance, record},
    store,
    tell::tell_one,
};
use crate::{
    accounts::proofs::Programme,
    audit::Actor,
    companies,
    db::Tx,
    editions::Edition,
    error::Error,
    values::{Moment, Zone},
};

/// A place that nobody has yet.
#[derive(Clone, Debug, Serialize)]
pub struct Vacancy {
    /// Who was told of it and turned it down, let it lapse, or withdrew.
    pub given_up: Submission,
    /// Who is next on standby in the same call and track, fits its rules, and has no other slot of it.
    pub next: Option<Submission>,
}

/// A place that somebody has now who was on standby.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promoted {
    /// The edition.
    pub edition: Uuid,
    /// Who gave it up.
    pub given_up: SubmissionId,
    /// Who has it.
    pub next: SubmissionId,
}

impl Submission {
    /// Whether it left a place that nobody has yet.
    #[must_use]
    pub fn is_vacant(&self) -> bool {
        let gone = matches!(self.answer, Answer::TurnedDown | Answer::Lapsed);
        let gone = gone || self.lifecycle == Lifecycle::Withdrawn;
        gone && self.told == Some(Verdict::Accepted) && self.vacancy_settled_at.is_none()
    }
}

/// What needs doing about places given up, the oldest first.
///
/// # Errors
/// The database's.
pub async fn vacancies(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Vacancy>, Error> {
    let mut vacancies = Vec::new();
    for given_up in store::due::vacancies(conn, Some(who.edition())).await? {
        let next = store::due::next_standby(conn, &given_up).await?;
        vacancies.push(Vacancy { given_up, next });
    }
    Ok(vacancies)
}

/// Gives a place that was given up to the next on standby, and tells her; answers who has whose.
///
/// # Errors
/// [`Error::Conflict`]: `vacancy_settled` when somebody did so before, `no_standby`, `submission_not_standby`;
/// [`Error::NotFound`] outside the proof's edition.
pub async fn promote(
    tx: &mut Tx,
    who: &Programme,
    edition: &Edition,
    given_up: SubmissionId,
    now: Moment,
) -> Result<Promoted, Error> {
    let seen = store::submission::find(tx, given_up).await?;
    if seen.edition.uuid() != who.edition() {
        return Err(Error::NotFound);
    }
    let next = store::due::next_standby(tx, &seen).await?;
    let next = next.ok_or_else(|| Error::conflict("no_standby"))?;
    fill(tx, who.actor(), (&seen, &next), &edition.zone, now).await
}

/// Locks both, in the order of ids as everybody does, and moves the second into the place of the first.
pub(super) async fn fill(
    tx: &mut Tx,
    actor: &Actor,
    (given_up, next): (&Submission, &Submission),
    zone: &Zone,
    now: Moment,
) -> Result<Promoted, Error> {
    if let Some(company) = next.company {
        // Somebody may have given the company a slot in another track since we looked.
        companies::lock(tx, company).await?;
        if store::due::next_standby(tx, given_up).await?.is_none_or(|first| first.id != next.id) {
            return Err(Error::conflict("submission_not_standby"));
        }
    }
    let rows = store::submission::lock(tx, next.edition.uuid(), &[given_up.id, next.id]).await?;
    let locked = |id| rows.iter().find(|row| row.id == id).ok_or(Error::NotFound);
    if !locked(given_up.id)?.is_vacant() {
        return Err(Error::conflict("vacancy_settled"));
    }
    let moved = Move::new("submission.promote", Event::Promote);
    let promoted = advance(tx, actor, locked(next.id)?, moved, now).await?;
    store::due::settle(tx, given_up.id, now).await?;
    tell_one(tx, actor, &promoted, zone, now).await?;
    Ok(Promoted { edition: next.edition.uuid(), given_up: given_up.id, next: next.id })
}

/// Leaves a place that was given up empty.
///
/// # Errors
/// [`Error::Conflict`] `vacancy_settled`; [`Error::NotFound`] outside the proof's edition.
pub async fn leave_empty(
    tx: &mut Tx,
    who: &Programme,
    given_up: SubmissionId,
    now: Moment,
) -> Result<(), Error> {
    let row = store::submission::lock_one(tx, who.edition(), given_up).await?;
    if !row.is_vacant() {
        return Err(Error::conflict("vacancy_settled"));
    }
    store::due::settle(tx, row.id, now).await?;
    record(tx, who.actor(), "submission.leave-empty", &row, json!({ "after": now })).await
}
