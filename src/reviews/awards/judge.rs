//! What a judge does about awards: she orders those whom she saw.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{Award, AwardId, AwardState, Order};
use crate::{
    accounts::proofs::Reviewer,
    audit::{self, Entry},
    calls::{self, Call},
    companies::Company,
    db::Tx,
    error::{Error, Reason},
    keys::Keys,
    reviews::{desk::judge, panel::barred, store},
    submissions::{self, Side, Submission, SubmissionId, Whole},
    values::Moment,
};

/// Somebody whom a judge may rank.
#[derive(Clone, Debug)]
pub struct Rival {
    /// What is demonstrated.
    pub submission: Submission,
    /// By which company, where one does.
    pub company: Option<Company>,
}

/// An award as a judge votes on it.
#[derive(Clone, Debug)]
pub struct Vote {
    /// The award.
    pub award: Award,
    /// Of which call.
    pub call: Call,
    /// Who demonstrates and does not conflict with her interests, in the order of ids.
    pub rivals: Vec<Rival>,
    /// Her order.
    pub order: Order,
    /// Counts its changes; 0 before she voted.
    pub version: i32,
}

/// The awards that she was ever asked to vote on, the newest first.
///
/// # Errors
/// The database's.
pub async fn awards_to_judge(
    conn: &mut AsyncPgConnection,
    who: &Reviewer,
) -> Result<Vec<(Call, Award)>, Error> {
    let mut all = Vec::new();
    for (call, _) in store::panel::calls_of(conn, who.account()).await? {
        let Ok(call) = calls::by_id(conn, who.edition().into(), call).await else { continue };
        let awards = store::award::of_call(conn, call.id).await?;
        let shown = awards.into_iter().filter(|award| award.state() != AwardState::Draft);
        all.extend(shown.map(|award| (call.clone(), award)));
    }
    all.sort_by_key(|(_, award)| std::cmp::Reverse(award.id));
    Ok(all)
}

/// An award as she votes on it.
///
/// # Errors
/// [`Error::NotFound`] before it was opened, when she is not of the panel of its call, or that call not of the proof's edition.
pub async fn vote(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Reviewer,
    id: AwardId,
) -> Result<Vote, Error> {
    let call = store::award::call_of(conn, id).await?;
    let call = calls::by_id(conn, who.edition().into(), call).await?;
    let judge = judge(conn, who.account(), call.id).await?;
    let award = store::award::find(conn, call.id, id).await?;
    if award.state() == AwardState::Draft {
        return Err(Error::NotFound);
    }
    let everybody = submissions::demonstrating(conn, call.id, award.track).await?;
    let whole = submissions::whole(conn, keys, call.edition, &everybody, "").await?;
    let sides: Vec<Side> = whole.iter().map(Whole::side).collect();
    let barred = barred(conn, &[judge], &sides).await?;
    let free = whole.into_iter().filter(|one| !barred.contains(&(one.submission.id, who.account())));
    let rivals: Vec<Rival> = free
        .map(|one| Rival { submission: one.submission, company: one.application.map(|made| made.company) })
        .collect();
    let seen: BTreeSet<SubmissionId> = rivals.iter().map(|rival| rival.submission.id).collect();
    let (version, order) = store::award::ballot(conn, id, who.account()).await?;
    Ok(Vote { award, call, rivals, order: order.within(&seen), version })
}

/// Her order from now on; answers its version. The same order once more changes nothing, so that what is sent again after a
/// lost answer is taken once.
///
/// # Errors
/// [`Error::NotFound`] as [`vote`]; [`Error::Invalid`] `choice_unknown` for one whom she may not rank; [`Error::Conflict`]:
/// `award_closed`, `ballot_changed` when she changed it elsewhere since `seen`.
pub async fn cast(
    tx: &mut Tx,
    keys: &Keys,
    who: &Reviewer,
    (id, seen): (AwardId, i32),
    order: &Order,
    now: Moment,
) -> Result<i32, Error> {
    let vote = vote(tx, keys, who, id).await?;
    if store::award::lock_shared(tx, vote.call.id, id).await?.state() == AwardState::Closed {
        return Err(Error::conflict("award_closed"));
    }
    let may = |id: SubmissionId| vote.rivals.iter().any(|rival| rival.submission.id == id);
    if !order.everybody().all(may) {
        return Err(Error::field("order", Reason::new("choice_unknown")));
    }
    if *order == vote.order {
        return Ok(vote.version);
    }
    let version = store::award::cast(tx, (id, who.account()), seen, order, now).await?;
    let (subject, edition) = (id.uuid(), Some(who.edition()));
    let content = json!({ "before": vote.order, "after": order });
    let entry = Entry { action: "award.vote", subject_kind: "award", subject, edition, content };
    audit::record(tx, who.actor(), entry).await?;
    Ok(version)
}
