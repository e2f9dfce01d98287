//! Sharing a round out among the panel, and what that left short of reviewers.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    assign::{Assignment, assign},
    counting::counting,
    panel::{barred, found, judges, record},
    store::{self, panel::Judging},
};
use crate::{
    accounts::{
        Account,
        proofs::{Observer, Programme},
    },
    calls::{self, Call, CallId, Round, RoundId},
    db::Tx,
    editions::{self, Edition},
    error::{Error, Reason},
    keys::Keys,
    mail::{self, Cause, NewMail, Recipient},
    submissions::{self, Side, SubmissionId, Whole},
    values::{Id, time},
};

/// A submission with fewer reviewers than were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// Which.
    pub submission: SubmissionId,
    /// How many it has.
    pub has: usize,
    /// How many were asked for.
    pub wanted: usize,
    /// How many of the panel are free to review it.
    pub free: usize,
}

/// Gives what may still get a slot to the panel: as many reviewers for each as asked for, as evenly as conflicts allow.
/// What is reviewed already stays with its reviewer; everything else is shared out anew. Whoever was given something for the
/// first time in the round is told.
///
/// # Errors
/// [`Error::NotFound`] as [`loads`](super::loads()); [`Error::Conflict`] `round_closed`; `panel_empty` on `panel`.
pub async fn share_out(
    tx: &mut Tx,
    keys: &Keys,
    who: &Programme,
    (call, round): (CallId, RoundId),
    each: usize,
) -> Result<(), Error> {
    let round = found(tx, who, call, round).await?;
    if round.closed_at.is_some() {
        return Err(Error::conflict("round_closed"));
    }
    let judges = judges(tx, call).await?;
    if judges.is_empty() {
        return Err(Error::field("panel", Reason::new("panel_empty")));
    }
    let ids = submissions::to_review(tx, call).await?;
    let whole = submissions::whole(tx, keys, who.edition().into(), &ids, "").await?;
    let sides: Vec<Side> = whole.iter().map(Whole::side).collect();
    let barred = barred(tx, &judges, &sides).await?;
    let kept = store::review::of_round(tx, round.id).await?;
    let kept: Assignment<SubmissionId, Id<Account>> =
        kept.iter().map(|review| (review.submission, review.account)).collect();
    let submissions: BTreeSet<SubmissionId> = ids.into_iter().collect();
    let panel: BTreeSet<Id<Account>> = judges.iter().map(|judge| judge.account).collect();
    let given =
        assign(&submissions, &panel, each, &kept, |judge, submission| !barred.contains(&(submission, judge)));
    let content = json!({ "round": round.id, "each": each, "given": given.len() });
    let receive =
        given.iter().map(|(_, account)| *account).filter(|account| panel.contains(account)).collect();
    store::panel::set_assigned(tx, round.id, given).await?;
    store::panel::note_sharing(tx, round.id, each).await?;
    tell(tx, who, (call, &round), &receive).await?;
    record(tx, who, "reviewer.assign", call.uuid(), content).await
}

/// Tells each of them, once a round.
async fn tell(
    tx: &mut Tx,
    who: &Programme,
    (call, round): (CallId, &Round),
    receive: &BTreeSet<Id<Account>>,
) -> Result<(), Error> {
    let edition = editions::for_staff(tx, &Observer::from(who)).await?;
    let call = calls::call(tx, who, call).await?;
    let judging = store::panel::judging(tx, receive).await?;
    let mails: Vec<NewMail> = judging.iter().map(|one| assigned(one, (&call, round), &edition)).collect();
    mail::queue(tx, &mails).await
}

fn assigned(one: &Judging, (call, round): (&Call, &Round), edition: &Edition) -> NewMail {
    let lang = one.lang;
    let until = round.closes_at.map(|end| time::moment_with_zone(lang, end, &edition.zone));
    let (call, name) = (call.name.pick(lang).text, round.name.pick(lang).text);
    NewMail {
        id: Id::fresh(),
        edition: Some(edition.id.uuid()),
        cause: Cause { kind: "round", id: round.id.uuid() },
        template: "reviews-assigned",
        to: Recipient { email: one.email.clone(), name: one.name.clone(), lang },
        values: json!({ "call": call, "round": name, "until": until.unwrap_or_default() }),
        links: BTreeMap::new(),
        due_at: None,
    }
}

/// What may still get a slot and has fewer reviewers than were asked for when the round was last shared out, in the order of ids:
/// too few of the panel are free, or conflicts and submissions came later. Nothing of a round that is closed, or that nobody
/// shared out.
///
/// # Errors
/// [`Error::NotFound`] as [`loads`](super::loads()).
pub async fn short(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
    round: RoundId,
) -> Result<Vec<Short>, Error> {
    let round = found(conn, who, call, round).await?;
    let wanted = store::panel::sharing(conn, round.id).await?.filter(|_| round.closed_at.is_none());
    let Some(wanted) = wanted else { return Ok(Vec::new()) };
    let judges = judges(conn, call).await?;
    let to_review: BTreeSet<SubmissionId> = submissions::to_review(conn, call).await?.into_iter().collect();
    let mut sides = submissions::sides(conn, call).await?;
    sides.retain(|side| to_review.contains(&side.submission));
    let barred = barred(conn, &judges, &sides).await?;
    let assigned = counting(conn, call, round.id).await?.assigned;
    let all = sides.iter().map(|side| {
        let id = side.submission;
        let has = assigned.iter().filter(|(one, _)| *one == id).count();
        let free = judges.iter().filter(|judge| !barred.contains(&(id, judge.account))).count();
        Short { submission: id, has, wanted, free }
    });
    Ok(all.filter(|one| one.has < one.wanted).collect())
}
