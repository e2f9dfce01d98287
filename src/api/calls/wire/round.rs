//! Rounds of review and what they came to.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    calls::{Criterion, Round, RoundKind},
    reviews::{Ranking, scores::Standing},
    submissions::SubmissionId,
    values::{Localised, Moment},
};

/// A round of review.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Round)]
pub(in crate::api) struct RoundBody {
    /// Its id.
    pub id: Uuid,
    /// What is asked.
    pub kind: RoundKind,
    /// What it is called.
    pub name: Localised,
    /// Whether reviewers don't learn whose submissions they are.
    pub blind: bool,
    /// From when on one may review; null for at once.
    pub opens_at: Option<Moment>,
    /// Until when; null until it is closed by hand.
    pub closes_at: Option<Moment>,
    /// Since when its scores are closed for good.
    pub closed_at: Option<Moment>,
    /// What it scores, in order; none for eligibility.
    pub criteria: Vec<CriterionBody>,
}

/// Something a round scores.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Criterion)]
pub(in crate::api) struct CriterionBody {
    /// Its id.
    pub id: Uuid,
    /// What is scored.
    pub name: Localised,
    /// How much it counts beside the others.
    pub weight: i32,
    /// The lowest score.
    pub low: i32,
    /// The highest.
    pub high: i32,
    /// What scores mean in words, by score.
    pub anchors: BTreeMap<String, Localised>,
}

impl From<Criterion> for CriterionBody {
    fn from(criterion: Criterion) -> Self {
        let Criterion { id, name, weight, low, high, anchors } = criterion;
        let anchors = anchors.iter().map(|(score, text)| (score.to_string(), text.clone())).collect();
        Self { id: id.uuid(), name, weight, low, high, anchors }
    }
}

impl From<Round> for RoundBody {
    fn from(round: Round) -> Self {
        let Round { id, kind, name, blind, opens_at, closes_at, closed_at, criteria } = round;
        let criteria = criteria.into_iter().map(CriterionBody::from).collect();
        Self { id: id.uuid(), kind, name, blind, opens_at, closes_at, closed_at, criteria }
    }
}

impl Made for RoundBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// What the reviews of a call come to.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = Ranking)]
pub(in crate::api) struct RankingBody {
    /// The round that the numbers are of: the last with a rubric in which anything was assigned; null before that.
    pub round: Option<Uuid>,
    /// Everything that has a score, the best normalised score first.
    pub items: Vec<StandingBody>,
}

/// The numbers of one submission, from 0 to 100.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewStanding)]
pub(in crate::api) struct StandingBody {
    /// The submission's id.
    pub submission: Uuid,
    /// How many scores it has.
    pub reviews: usize,
    /// How many it was to have.
    pub assigned: usize,
    /// Which share of its reviews has come in, from 0 to 1.
    pub coverage: f64,
    /// Their mean.
    pub mean: f64,
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// The mean of the scores, each seen against how strict its reviewer is.
    pub normalised: f64,
    /// The standard deviation among its scores: how far reviewers disagree.
    pub spread: f64,
    /// What reviewers added for the chair.
    pub comments: Vec<String>,
}

impl StandingBody {
    fn of(id: SubmissionId, standing: &Standing, comments: Vec<String>) -> Self {
        Self {
            submission: id.uuid(),
            reviews: standing.reviews,
            assigned: standing.assigned,
            coverage: standing.coverage(),
            mean: standing.mean,
            median: standing.median,
            normalised: standing.normalised,
            spread: standing.spread,
            comments,
        }
    }
}

impl From<Ranking> for RankingBody {
    fn from(Ranking { round, standings, mut comments }: Ranking) -> Self {
        let one = |(id, standing): (&SubmissionId, &Standing)| {
            StandingBody::of(*id, standing, comments.remove(id).unwrap_or_default())
        };
        let mut items: Vec<StandingBody> = standings.iter().map(one).collect();
        items.sort_by(|one, other| other.normalised.total_cmp(&one.normalised));
        Self { round: Some(round.id.uuid()), items }
    }
}
