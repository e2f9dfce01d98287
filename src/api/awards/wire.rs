//! Awards as the API shows them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    calls::Call,
    reviews::{
        awards::{Award, AwardState, Tally, Vote},
        copeland::{Duel, Placing},
    },
    submissions::SubmissionId,
    values::{Id, Localised, Moment},
};

/// What judges vote on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Award)]
pub(in crate::api) struct AwardBody {
    /// Its id.
    pub id: Uuid,
    /// The id of its call.
    pub call: Uuid,
    /// The id of the only track that it is for; null for all.
    pub track: Option<Uuid>,
    /// What it is called.
    pub name: Localised,
    /// Where it stands.
    pub state: AwardState,
    /// From when on judges vote.
    pub opened_at: Option<Moment>,
    /// When the vote ended.
    pub closed_at: Option<Moment>,
}

impl From<Award> for AwardBody {
    fn from(award: Award) -> Self {
        Self {
            id: award.id.uuid(),
            call: award.call.uuid(),
            track: award.track.map(Id::uuid),
            state: award.state(),
            opened_at: award.opened_at,
            closed_at: award.closed_at,
            name: award.name,
        }
    }
}

impl From<(Call, Award)> for AwardBody {
    fn from((_, award): (Call, Award)) -> Self {
        award.into()
    }
}

impl Made for AwardBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// How one compares with another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AwardPair)]
pub(in crate::api) struct PairBody {
    /// The other submission's id.
    submission: Uuid,
    /// How many judges put this one ahead of the other.
    ahead: usize,
    /// How many put it behind.
    behind: usize,
    /// How many hold them alike.
    level: usize,
}

/// Where one stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AwardPlacing)]
pub(in crate::api) struct PlacingBody {
    /// The submission's id.
    submission: Uuid,
    /// From 1 on; equal shares have equal ranks.
    rank: usize,
    /// Of those it was compared with, how many it beats, ties counting half; from 0 to 1.
    share: f64,
    /// How many others it beats.
    won: usize,
    /// How many others beat it.
    lost: usize,
    /// With how many others it is level.
    level: usize,
    /// How it compares with each of them.
    pairs: Vec<PairBody>,
}

/// An award, and what its ballots come to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AwardDetail)]
pub(in crate::api) struct AwardDetail {
    award: AwardBody,
    /// How many judges may vote.
    judges: usize,
    /// How many of them have.
    voted: usize,
    /// The best first (A. H. Copeland, 1951).
    placings: Vec<PlacingBody>,
    /// The ids of those who demonstrate and are in no ballot yet.
    unranked: Vec<Uuid>,
}

impl From<(Award, Tally)> for AwardDetail {
    fn from((award, tally): (Award, Tally)) -> Self {
        let placing = |one: &Placing<SubmissionId>| PlacingBody {
            submission: one.of.uuid(),
            rank: one.place,
            share: one.share,
            won: one.won,
            lost: one.lost,
            level: one.level,
            pairs: pairs(&tally, one.of),
        };
        Self {
            judges: tally.judges.len(),
            voted: tally.voted(),
            placings: tally.placings.iter().map(placing).collect(),
            unranked: tally.unranked.iter().map(|id| id.uuid()).collect(),
            award: award.into(),
        }
    }
}

fn pairs(tally: &Tally, of: SubmissionId) -> Vec<PairBody> {
    let others = tally.duels.get(&of).into_iter().flatten();
    let pair = |(other, duel): (&SubmissionId, &Duel)| PairBody {
        submission: other.uuid(),
        ahead: duel.ahead,
        behind: duel.behind,
        level: duel.level,
    };
    others.map(pair).collect()
}

/// Somebody whom a judge may rank.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Rival)]
pub(in crate::api) struct RivalBody {
    /// The submission's id.
    submission: Uuid,
    /// What it is called.
    title: Option<Localised>,
    /// What its company is called.
    company: Option<Localised>,
}

/// A judge's own ballot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ballot)]
pub(in crate::api) struct BallotBody {
    award: AwardBody,
    /// Whom she may rank; what conflicts with her interests is not here.
    rivals: Vec<RivalBody>,
    /// The ids of those whom she saw, the best first, those in one place alike.
    order: Vec<Vec<Uuid>>,
    /// Counts its changes, 0 before the first; send it as `If-Match`.
    pub version: i32,
}

impl From<Vote> for BallotBody {
    fn from(Vote { award, rivals, order, version, .. }: Vote) -> Self {
        let rivals = rivals.into_iter().map(|rival| RivalBody {
            submission: rival.submission.id.uuid(),
            title: rival.submission.title,
            company: rival.company.map(|company| company.name),
        });
        let order = order.places().iter().map(|place| place.iter().map(|id| id.uuid()).collect()).collect();
        Self { award: award.into(), rivals: rivals.collect(), order, version }
    }
}
