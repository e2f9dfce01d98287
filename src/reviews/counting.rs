//! What counts in a round.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use diesel_async::AsyncPgConnection;

use super::{Judge, Review, conflicts::conflict_with, panel::judges, store};
use crate::{
    accounts::Account,
    calls::{CallId, RoundId},
    error::Error,
    submissions::{self, Side, SubmissionId},
    values::Id,
};

/// A round without what does not count in it.
pub(super) struct Counting {
    /// Who is to review what.
    pub(super) assigned: Vec<(SubmissionId, Id<Account>)>,
    /// What was said.
    pub(super) reviews: Vec<Review>,
}

/// What counts in a round of a call: nothing about what was withdrawn or does not fit the rules, and nothing by somebody who is not
/// free to judge it, even where that was found after she had.
pub(super) async fn counting(
    conn: &mut AsyncPgConnection,
    call: CallId,
    round: RoundId,
) -> Result<Counting, Error> {
    let mut assigned = store::panel::assigned(conn, round).await?;
    let mut reviews = store::review::of_round(conn, round).await?;
    let sides: BTreeMap<SubmissionId, Side> =
        submissions::sides(conn, call).await?.into_iter().map(|side| (side.submission, side)).collect();
    let ids: Vec<SubmissionId> = sides.keys().copied().collect();
    let declared: BTreeSet<_> = store::panel::declared(conn, &ids).await?.into_iter().collect();
    let judges = everybody(conn, call, &reviews).await?;
    let counts = |pair: (SubmissionId, Id<Account>)| {
        let both = sides.get(&pair.0).zip(judges.get(&pair.1));
        !declared.contains(&pair) && both.is_some_and(|(side, judge)| conflict_with(judge, side).is_none())
    };
    assigned.retain(|pair| counts(*pair));
    reviews.retain(|review| counts((review.submission, review.account)));
    Ok(Counting { assigned, reviews })
}

/// The panel, and those who reviewed and left it since.
async fn everybody(
    conn: &mut AsyncPgConnection,
    call: CallId,
    reviews: &[Review],
) -> Result<BTreeMap<Id<Account>, Judge>, Error> {
    let panel = judges(conn, call).await?;
    let mut all: BTreeMap<_, _> = panel.into_iter().map(|judge| (judge.account, judge)).collect();
    for account in reviews.iter().map(|review| review.account) {
        if let Entry::Vacant(place) = all.entry(account) {
            let email = store::panel::account_of(conn, account).await?.email;
            place.insert(Judge { account, email, organisation: None });
        }
    }
    Ok(all)
}
