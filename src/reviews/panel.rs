//! What the chair does about reviews: who reviews a call, and who gets what.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde_json::json;
use uuid::Uuid;

use super::{
    Candidate, Judge, Panellist,
    assign::Assignment,
    conflicts::conflict_with,
    counting::{Counting, counting},
    store,
};
use crate::{
    accounts::{Account, proofs::Programme},
    audit::{self, Entry},
    calls::{self, CallId, Round, RoundId},
    db::Tx,
    error::Error,
    submissions::{Side, SubmissionId},
    values::Id,
};

/// Everybody who may be asked to review, by name.
///
/// # Errors
/// The database's.
pub async fn candidates(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Candidate>, Error> {
    store::panel::candidates(conn, who.edition()).await
}

/// Who reviews a call.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn panel(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<Panellist>, Error> {
    calls::call(conn, who, call).await?;
    store::panel::panel(conn, call).await
}

/// Makes these the call's panel.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, and when one is no reviewer of it.
pub async fn set_panel(tx: &mut Tx, who: &Programme, call: CallId, panel: &[Panellist]) -> Result<(), Error> {
    calls::call(tx, who, call).await?;
    let may = store::panel::candidates(tx, who.edition()).await?;
    if !panel.iter().all(|one| may.iter().any(|candidate| candidate.id == one.account)) {
        return Err(Error::NotFound);
    }
    let before = store::panel::panel(tx, call).await?;
    store::panel::set_panel(tx, call, panel).await?;
    record(tx, who, "reviewer.set", call.uuid(), json!({ "before": before, "after": panel })).await
}

/// How many submissions each is to review in a round, and how many of those she has; as many as she finds on her desk.
pub type Loads = BTreeMap<Id<Account>, (usize, usize)>;

/// The loads of a round.
///
/// # Errors
/// [`Error::NotFound`] when the round is not of the call, or the call not of the proof's edition.
pub async fn loads(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
    round: RoundId,
) -> Result<Loads, Error> {
    found(conn, who, call, round).await?;
    let mut loads = Loads::new();
    let Counting { assigned, reviews } = counting(conn, call, round).await?;
    for (_, account) in assigned {
        loads.entry(account).or_default().0 += 1;
    }
    for review in reviews {
        loads.entry(review.account).or_default().1 += 1;
    }
    Ok(loads)
}

/// Every pair that must not meet.
pub(super) async fn barred(
    conn: &mut AsyncPgConnection,
    judges: &[Judge],
    sides: &[Side],
) -> Result<Assignment<SubmissionId, Id<Account>>, Error> {
    let ids: Vec<SubmissionId> = sides.iter().map(|one| one.submission).collect();
    let declared = store::panel::declared(conn, &ids).await?;
    let found = sides.iter().flat_map(|one| {
        let barred = judges.iter().filter(|judge| conflict_with(judge, one).is_some());
        barred.map(|judge| (one.submission, judge.account))
    });
    Ok(found.chain(declared).collect())
}

/// The panel of a call, as far as conflicts are concerned.
pub(super) async fn judges(conn: &mut AsyncPgConnection, call: CallId) -> Result<Vec<Judge>, Error> {
    let mut judges = Vec::new();
    for Panellist { account, organisation } in store::panel::panel(conn, call).await? {
        let email = store::panel::account_of(conn, account).await?.email;
        judges.push(Judge {
            account,
            email,
            organisation: organisation.map(|line| line.as_str().to_owned()),
        });
    }
    Ok(judges)
}

pub(super) async fn found(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
    id: RoundId,
) -> Result<Round, Error> {
    let rounds = calls::rounds(conn, who, call).await?;
    rounds.into_iter().find(|round| round.id == id).ok_or(Error::NotFound)
}

pub(super) async fn record(
    tx: &mut Tx,
    who: &Programme,
    action: &'static str,
    subject: Uuid,
    content: serde_json::Value,
) -> Result<(), Error> {
    let entry = Entry { action, subject_kind: "call", subject, edition: Some(who.edition()), content };
    audit::record(tx, who.actor(), entry).await
}
