//! Acting on a proposal.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Input, Proposal, applicants::input, proposals::record, store};
use crate::{
    accounts::proofs::Programme,
    calls::{self, CallId},
    db::Tx,
    error::Error,
    programme::{self, Placement},
    submissions::{self, Choice, Decision, Lifecycle, Submission, SubmissionId, Verdict},
    values::{Id, Moment},
};

/// Accepts the newest proposal of a call: those with a slot are accepted and have it in the programme's draft, the others are on
/// standby in its order. All of it or nothing; nobody is told.
///
/// # Errors
/// [`Error::Conflict`]: `allocation_superseded` when there is a newer one, `allocation_accepted` when it was accepted before,
/// `allocation_stale` when anything that it was made of has changed, `allocation_round_open` while scores can still change, and
/// those of deciding and placing; [`Error::NotFound`].
pub async fn accept(
    tx: &mut Tx,
    who: &Programme,
    (call, seen): (CallId, Id<Proposal>),
    now: Moment,
) -> Result<(), Error> {
    let call = calls::hold(tx, who, call).await?;
    let proposal = store::proposal::latest(tx, call.id).await?.ok_or(Error::NotFound)?;
    if proposal.id != seen {
        return Err(Error::conflict("allocation_superseded"));
    }
    if proposal.accepted_at.is_some() {
        return Err(Error::conflict("allocation_accepted"));
    }
    let input = input(tx, who, call.id).await?;
    if input.digest()? != proposal.digest {
        return Err(Error::conflict("allocation_stale"));
    }
    if !input.closed {
        return Err(Error::conflict("allocation_round_open"));
    }
    let failed = failed(tx, who, &input, call.id).await?;
    let choices = choices(tx, who, &proposal, &failed).await?;
    submissions::decide(tx, who, &choices, now).await?;
    let nowhere = failed.iter().map(|row| (row.id, None));
    let slots = slots(&input, &proposal).into_iter().chain(nowhere).collect();
    programme::reserve(tx, who, &slots).await?;
    store::proposal::set_accepted(tx, proposal.id, now).await?;
    let content = json!({
        "number": proposal.number, "rules": proposal.rules, "seats": proposal.plan.seats, "waiting": proposal.plan.waiting,
    });
    record(tx, who, "allocation.accept", call.id, content).await
}

/// What was found not to fit the rules, and was promised nothing: a proposal knows nothing of it.
async fn failed(tx: &mut Tx, who: &Programme, input: &Input, call: CallId) -> Result<Vec<Submission>, Error> {
    let mut failed = Vec::new();
    for id in submissions::failed(tx, call).await? {
        if !input.applicants.iter().any(|one| one.submission == id) {
            failed.push(submissions::find(tx, who, id).await?);
        }
    }
    Ok(failed)
}

/// What is to be decided that is not decided so already. What failed and nobody was told about is undecided again.
async fn choices(
    tx: &mut Tx,
    who: &Programme,
    proposal: &Proposal,
    failed: &[Submission],
) -> Result<Vec<Choice>, Error> {
    let seats = proposal.plan.seats.iter().map(|seat| (seat.submission, Decision::Accepted));
    let lines = proposal.plan.waiting.iter();
    let waiting = lines.flat_map(|(_, line)| line.iter().copied().zip((1..).map(Decision::Standby)));
    let mut choices = Vec::new();
    for (submission, decision) in seats.chain(waiting) {
        let seen = submissions::find(tx, who, submission).await?.standing().decision;
        if seen != Some(decision) {
            choices.push(Choice { submission, seen, decision: Some(decision) });
        }
    }
    let hoping = [Some(Verdict::Accepted), Some(Verdict::Standby)];
    let untold = failed.iter().filter(|row| row.lifecycle == Lifecycle::Submitted && row.told.is_none());
    let untold = untold.filter(|row| hoping.contains(&row.decision));
    let undone =
        untold.map(|row| Choice { submission: row.id, seen: row.standing().decision, decision: None });
    choices.extend(undone);
    Ok(choices)
}

/// Where everybody is to be; nowhere for those without a slot.
fn slots(input: &Input, proposal: &Proposal) -> BTreeMap<SubmissionId, Option<Placement>> {
    let slot = |id: SubmissionId| {
        let seat = proposal.plan.seats.iter().find(|seat| seat.submission == id)?;
        let place = input.places.iter().find(|place| place.id == seat.place)?;
        let minutes = place.ends_at.duration_since(*place.starts_at).as_mins();
        Some(Placement {
            starts_at: Some(place.starts_at),
            rooms: BTreeSet::from([place.room]),
            minutes: i32::try_from(minutes).ok(),
            pinned: true,
        })
    };
    input.applicants.iter().map(|one| (one.submission, slot(one.submission))).collect()
}
