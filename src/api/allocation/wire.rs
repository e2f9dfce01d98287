//! Allocation as the API shows it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    allocation::{Applicant, Input, Outcome, Place, Plan, Proposal, Settled},
    companies::Region,
    submissions::{Facility, Spoken},
    values::{Id, Moment},
};

/// A slot of a call.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationPlace)]
pub(in crate::api) struct PlaceBody {
    /// Its id.
    id: Uuid,
    /// The room's id.
    room: Uuid,
    /// The id of the only track that it is for; null for any.
    track: Option<Uuid>,
    /// When it begins.
    starts_at: Moment,
    /// When it ends.
    ends_at: Moment,
    /// Its power in watts; null for as much as anybody needs.
    watts: Option<i32>,
    /// Its floor in square metres; null for as much as anybody needs.
    square_metres: Option<i32>,
    /// What is there; null for whatever anybody needs.
    facilities: Option<Vec<Facility>>,
    /// The languages that it is held in; empty for any. Whatever is interpreted bears all.
    spoken: Vec<Spoken>,
}

impl From<Place> for PlaceBody {
    fn from(place: Place) -> Self {
        Self {
            id: place.id.uuid(),
            room: place.room.uuid(),
            track: place.track.map(Id::uuid),
            starts_at: place.starts_at,
            ends_at: place.ends_at,
            watts: place.watts,
            square_metres: place.square_metres,
            facilities: place.facilities,
            spoken: place.spoken,
        }
    }
}

/// Who wants a slot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationApplicant)]
pub(in crate::api) struct ApplicantBody {
    /// The submission's id.
    submission: Uuid,
    /// The id of its track.
    track: Option<Uuid>,
    /// Its normalised score in hundredths of a point; null where nobody gave one.
    merit: Option<u32>,
    /// Where its company is at home.
    region: Option<Region>,
    /// The id of its company.
    company: Option<Uuid>,
    /// The power that it needs, in watts.
    watts: u32,
    /// The floor that it needs, in square metres.
    square_metres: u32,
    /// What it has to find there.
    facilities: Vec<Facility>,
    /// The languages in which it can be shown; empty for any.
    spoken: Vec<Spoken>,
    /// What is settled: `in`, `out`, or the id of a slot; null where nothing is.
    settled: Option<String>,
}

impl From<Applicant> for ApplicantBody {
    fn from(one: Applicant) -> Self {
        let settled = one.settled.map(|settled| match settled {
            Settled::In => "in".to_owned(),
            Settled::Out => "out".to_owned(),
            Settled::At(place) => place.to_string(),
        });
        Self {
            submission: one.submission.uuid(),
            track: one.track.map(Id::uuid),
            merit: one.merit,
            region: one.region,
            company: one.company.map(Id::uuid),
            watts: one.watts,
            square_metres: one.square_metres,
            facilities: one.facilities.into_iter().collect(),
            spoken: one.spoken.into_iter().collect(),
            settled,
        }
    }
}

/// All that a proposal is made of, and the newest one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Allocation)]
pub(in crate::api) struct AllocationBody {
    /// Whether the round of the scores is closed; before that no proposal can be accepted.
    closed: bool,
    /// Who wants a slot, the earliest first.
    applicants: Vec<ApplicantBody>,
    /// The slots, in the order of time.
    places: Vec<PlaceBody>,
    /// The newest proposal.
    proposal: Option<ProposalBody>,
}

impl AllocationBody {
    pub(super) fn of(input: Input, latest: Option<Proposal>) -> Self {
        Self {
            closed: input.closed,
            applicants: input.applicants.into_iter().map(ApplicantBody::from).collect(),
            places: input.places.into_iter().map(PlaceBody::from).collect(),
            proposal: latest.map(ProposalBody::from),
        }
    }
}

/// Who gets a slot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationSeat)]
pub(in crate::api) struct SeatBody {
    /// The slot's id.
    place: Uuid,
    /// The submission's id.
    submission: Uuid,
}

/// Who waits in one track, in order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationLine)]
pub(in crate::api) struct LineBody {
    /// The id of the track; null for those without one.
    track: Option<Uuid>,
    /// The ids of the submissions.
    submissions: Vec<Uuid>,
}

/// Who gets what, and why.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationPlan)]
pub(in crate::api) struct PlanBody {
    /// In the order of the slots.
    seats: Vec<SeatBody>,
    /// Who waits.
    waiting: Vec<LineBody>,
    /// Why, by the submission's id, for everybody there was time yet to find it for: `kind` is `settled`, `chosen`, `no-place`,
    /// `barred` (by a `rule`) or `outdone`; amounts are hundredths of a point.
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    reasons: BTreeMap<String, Value>,
    /// The merit of those chosen less what broken bounds cost, in hundredths of a point.
    merit: i64,
    /// Whether it is proven that there is no better choice.
    is_best: bool,
}

impl From<Plan> for PlanBody {
    fn from(plan: Plan) -> Self {
        let reason = |(id, why)| (format!("{id}"), serde_json::to_value(why).unwrap_or_default());
        let line = |(track, line): (Option<Id<_>>, Vec<Id<_>>)| LineBody {
            track: track.map(Id::uuid),
            submissions: line.into_iter().map(Id::uuid).collect(),
        };
        Self {
            seats: plan
                .seats
                .iter()
                .map(|seat| SeatBody { place: seat.place.uuid(), submission: seat.submission.uuid() })
                .collect(),
            waiting: plan.waiting.into_iter().map(line).collect(),
            reasons: plan.whys.into_iter().map(reason).collect(),
            merit: plan.merit,
            is_best: plan.is_best,
        }
    }
}

/// A proposal that was kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationProposal)]
pub(in crate::api) struct ProposalBody {
    /// Its id.
    id: Uuid,
    /// From 1 on in its call.
    number: i32,
    /// When it was made.
    made_at: Moment,
    /// When it was accepted.
    accepted_at: Option<Moment>,
    /// Whether reasons are still being worked out; read it again for them.
    lacks_reasons: bool,
    plan: PlanBody,
}

impl From<Proposal> for ProposalBody {
    fn from(proposal: Proposal) -> Self {
        Self {
            id: proposal.id.uuid(),
            number: proposal.number,
            made_at: proposal.made_at,
            accepted_at: proposal.accepted_at,
            lacks_reasons: proposal.lacks_reasons,
            plan: proposal.plan.into(),
        }
    }
}

/// What came of a search.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllocationOutcome)]
pub(in crate::api) struct OutcomeBody {
    /// `planned`; `impossible` where some rules can't all hold; `out-of-time` where none was found in time.
    kind: &'static str,
    /// Who would get what.
    plan: Option<PlanBody>,
    /// The rules that can't all hold: each has a `kind` and what it is `of`.
    #[schema(value_type = Vec<serde_json::Value>)]
    conflict: Vec<Value>,
    /// Whether the others could hold without any one of these.
    minimal: bool,
    /// What was kept.
    proposal: Option<ProposalBody>,
}

impl From<Outcome> for OutcomeBody {
    fn from(outcome: Outcome) -> Self {
        let empty =
            Self { kind: "out-of-time", plan: None, conflict: Vec::new(), minimal: false, proposal: None };
        match outcome {
            Outcome::Planned(plan) => Self { kind: "planned", plan: Some(plan.into()), ..empty },
            Outcome::Impossible { rules, minimal } => {
                let rules = rules.iter().map(|rule| serde_json::to_value(rule).unwrap_or_default());
                Self { kind: "impossible", conflict: rules.collect(), minimal, ..empty }
            }
            Outcome::OutOfTime => empty,
        }
    }
}

impl OutcomeBody {
    /// A plan that was kept.
    pub(super) fn kept(proposal: Proposal) -> Self {
        let empty = Self::from(Outcome::OutOfTime);
        Self { kind: "planned", proposal: Some(proposal.into()), ..empty }
    }
}
