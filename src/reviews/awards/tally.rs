//! What the ballots of an award come to: pure but for gathering them.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};

use super::{Award, Order};
use crate::{
    accounts::Account,
    editions::Edition,
    error::Error,
    keys::Keys,
    reviews::{
        copeland::{Duels, Placing, copeland, duels},
        panel::{barred, judges},
        store,
    },
    submissions::{self, Side, SubmissionId, Whole},
    values::Id,
};

/// What the ballots come to; as it stands, or as it stood when the award was closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Everybody whom some judge ranked, the best first.
    pub placings: Vec<Placing<SubmissionId>>,
    /// How each of them compares with the others.
    pub duels: Duels<SubmissionId>,
    /// Who demonstrates and is in no ballot yet.
    pub unranked: Vec<SubmissionId>,
    /// Every judge who may vote, and whether she has.
    pub judges: Vec<(Id<Account>, bool)>,
}

impl Tally {
    /// Of the orders of judges, each of whom sees those beside her.
    pub(super) fn of(judges: &[(Id<Account>, Order)], everybody: &[SubmissionId]) -> Self {
        let ballots: Vec<_> = judges.iter().map(|(_, order)| order.ballot()).collect();
        let duels = duels(&ballots);
        let unranked = everybody.iter().copied().filter(|id| !duels.contains_key(id)).collect();
        let judges = judges.iter().map(|(account, order)| (*account, !order.is_empty())).collect();
        Self { placings: copeland(&duels), duels, unranked, judges }
    }

    /// How many judges have voted.
    #[must_use]
    pub fn voted(&self) -> usize {
        self.judges.iter().filter(|(_, voted)| *voted).count()
    }
}

/// What the ballots of the panel come to now. A conflict that came after a ballot, and who gave the slot up, count nowhere.
pub(super) async fn tally(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    edition: Id<Edition>,
    award: &Award,
) -> Result<Tally, Error> {
    let everybody = submissions::demonstrating(conn, award.call, award.track).await?;
    let whole = submissions::whole(conn, keys, edition, &everybody, "").await?;
    let panel = judges(conn, award.call).await?;
    let sides: Vec<Side> = whole.iter().map(Whole::side).collect();
    let barred = barred(conn, &panel, &sides).await?;
    let mut ballots = store::award::orders(conn, award.id).await?;
    let mut orders = Vec::new();
    for judge in &panel {
        let free = |id: &SubmissionId| !barred.contains(&(*id, judge.account));
        let seen: BTreeSet<SubmissionId> = everybody.iter().copied().filter(free).collect();
        if !seen.is_empty() {
            let order = ballots.remove(&judge.account).unwrap_or_default();
            orders.push((judge.account, order.within(&seen)));
        }
    }
    Ok(Tally::of(&orders, &everybody))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn who_left_everybody_out_has_not_voted_and_who_is_in_no_ballot_is_unranked() {
        let [one, other] = [1_u128, 2].map(|number| SubmissionId::from(Uuid::from_u128(number)));
        let [ada, bob] = [Id::fresh(), Id::fresh()];
        let votes = [(ada, Order::of_lines([(1, one)])), (bob, Order::default())];
        let tally = Tally::of(&votes, &[one, other]);
        assert_eq!((tally.voted(), tally.judges.len()), (1, 2));
        assert_eq!(tally.unranked, [other]);
        assert_eq!(tally.placings.len(), 1);
    }
}
