//! The one way in. A batch costs about as many round trips as a single registration:
//!
//! 1. who is known already, which claims were made, which pools are drawn on;
//! 2. locks: pools by id, shares of types;
//! 3. who waits before them; then [`Places::seat`](super::seat::Places::seat), which is pure;
//! 4. one INSERT, numbered in the order of receipt;
//! 5. sent together: consents, answers, claims, places, audit, mail.

mod known;
mod write;

use super::{
    Admission, Admitted, doors,
    line::Line,
    seat::Newcomer,
    store::{self, admit::Entered, line::LineType},
};
use crate::{
    db::{Tx, idempotency},
    error::{Error, Reason},
    values::Moment,
};
use known::Known;

/// An address may hold this many live registrations for the forum, or for a side event: an assistant's guests, not a crowd.
const PER_ADDRESS: usize = 20;

/// Takes in `admissions` in the order of receipt and answers each in that order; the transaction is
/// all theirs or nobody's.
///
/// An answer may be [`Error::NotFound`] for a type or edition that is not there for the entrant;
/// [`Error::Conflict`] `registration_not_open` (with `opens_at`), `registration_closed`;
/// [`Error::Invalid`] `too_many_for_address` (with `max`), `idempotency_mismatch`.
///
/// # Errors
/// The database's; [`Error::Conflict`] `registered_meanwhile` when another node took one of them in
/// since we looked. Nothing was written then, and the caller tries each alone, which finds what is there.
pub async fn admit(
    tx: &mut Tx,
    admissions: &[Admission],
    now: Moment,
) -> Result<Vec<Result<Admitted, Error>>, Error> {
    let types: Vec<_> = admissions.iter().map(|admission| admission.new.type_id).collect();
    let (planned, known, draws) = futures_util::join!(
        store::admit::keep_plans(tx),
        Known::load(tx, admissions),
        store::line::draws(tx, &types)
    );
    planned?;
    let mut known = known?;
    let mut line = Line::lock_seen(tx, &types, &draws?).await?;

    let mut answers = Vec::with_capacity(admissions.len());
    let mut entering: Vec<&Admission> = Vec::new();
    for admission in admissions {
        let answer = judge(admission, &line, &mut known, now);
        if let Ok(None) = answer {
            entering.push(admission);
        }
        answers.push(answer);
    }
    let entered = enter(tx, &mut line, &known, &entering).await?;
    write::greet_known(tx, &known, admissions, &answers, now).await?;

    let mut entered = entered.into_iter();
    let complete = |answer: Result<Option<Admitted>, Error>| match answer? {
        Some(admitted) => Ok(admitted),
        None => entered.next().ok_or_else(|| Error::internal("an admission without an outcome")),
    };
    Ok(answers.into_iter().map(complete).collect())
}

/// The answer to one that does not enter; `None` for one that does.
fn judge(
    admission: &Admission,
    line: &Line,
    known: &mut Known,
    now: Moment,
) -> Result<Option<Admitted>, Error> {
    if let Some(repeated) = known.repeated(admission)? {
        known.note_claim(admission, repeated.id(), false);
        return Ok(Some(repeated));
    }
    let way = line.types.get(&admission.new.type_id).ok_or(Error::NotFound)?;
    if let Some(admitted) = known.person(admission, way) {
        known.note_claim(admission, admitted.id(), true);
        return Ok(Some(admitted));
    }
    doors::welcome(admission, way, now)?;
    if known.live_at_address(admission, way) >= PER_ADDRESS {
        return Err(Error::field("email", Reason::new("too_many_for_address").with("max", PER_ADDRESS)));
    }
    known.expect(admission, way);
    Ok(None)
}

/// Seats and inserts; one outcome for each, in order.
async fn enter(
    tx: &Tx,
    line: &mut Line,
    known: &Known,
    entering: &[&Admission],
) -> Result<Vec<Admitted>, Error> {
    if entering.is_empty() {
        idempotency::keep_all(tx, known.new_claims()).await?;
        return Ok(Vec::new());
    }
    let ways =
        entering.iter().filter_map(|admission| Some((*admission, line.types.get(&admission.new.type_id)?)));
    let ways: Vec<(&Admission, &LineType)> = ways.collect();
    let newcomer = |(admission, way): &(&Admission, &LineType)| Newcomer {
        type_id: way.id,
        needs_approval: way.needs_approval,
        pending_holds: way.pending_holds,
        has_place: admission.entrant.has_place(),
    };
    let newcomers: Vec<Newcomer> = ways.iter().map(newcomer).collect();
    let standings = line.places_behind(tx, None).await?.seat(&newcomers);
    let seated = ways.into_iter().zip(standings);
    let entered: Vec<Entered<'_>> = seated
        .map(|((admission, way), standing)| Entered { admission, standing, side_event: way.side_event })
        .collect();
    if store::admit::insert(tx, &entered).await? < entered.len() {
        return Err(Error::conflict("registered_meanwhile"));
    }
    write::what_follows(tx, line, known, &entered).await?;
    let outcome = |one: &Entered<'_>| Admitted::New { id: one.admission.id, state: one.standing.state };
    Ok(entered.iter().map(outcome).collect())
}
