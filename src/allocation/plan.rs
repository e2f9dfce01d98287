//! A plan: who gets which slot, who waits behind them, and why.

use std::{cmp::Reverse, collections::BTreeMap, time::Duration};

use serde::{Deserialize, Serialize};

use super::{Applicant, Input, Place, Rules, translate::Translation};
use crate::{
    companies::Region,
    editions::Track,
    error::Error,
    solver::{
        Budget,
        allot::{self, Misfit, reason, solve},
    },
    speakers::SpeakerId,
    submissions::SubmissionId,
    values::Id,
};

/// How long reasons may take for one applicant.
const PATIENCE: Duration = Duration::from_secs(2);

/// A slot and who gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The slot.
    pub place: Id<Place>,
    /// Who gets it.
    pub submission: SubmissionId,
}

/// A rule that may stand in somebody's way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub enum Rule {
    /// What is settled about this one.
    Settled(SubmissionId),
    /// The least of a track.
    TrackMin(Id<Track>),
    /// The most of a track.
    TrackMax(Id<Track>),
    /// The least of a region.
    RegionMin(Region),
    /// The most of a region.
    RegionMax(Region),
    /// A company has one slot; these are of one.
    Company(Vec<SubmissionId>),
    /// Nobody is in two places at a time.
    Presenter(SpeakerId),
}

/// Why somebody has a slot, or none. Amounts are hundredths of a point of merit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Why {
    /// It was settled before.
    Settled,
    /// They are in the best choice.
    Chosen {
        /// By how much the best choice without them is worse; `None` where there is none.
        ahead: Option<i64>,
        /// Who would have a slot in that one.
        instead: Vec<SubmissionId>,
    },
    /// No slot would do; how many fail for each reason.
    NoPlace {
        /// By the word of what is wrong.
        misfits: BTreeMap<String, usize>,
    },
    /// A rule stands in the way.
    Barred {
        /// Which.
        rule: Rule,
        /// By how many it would have to be looser; `None` where it would have to go.
        by: Option<usize>,
        /// By how much the best choice with them is worse; `None` where there is none.
        short: Option<i64>,
        /// Who would lose a slot to them.
        instead: Vec<SubmissionId>,
    },
    /// Others have more merit, and there are not enough slots.
    Outdone {
        /// By how much the best choice with them is worse; `None` where there is none.
        short: Option<i64>,
        /// Who would lose a slot to them.
        instead: Vec<SubmissionId>,
    },
}

/// Who gets what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// In the order of the slots.
    pub seats: Vec<Seat>,
    /// Who waits, in order, track by track; without one at the end.
    pub waiting: Vec<(Option<Id<Track>>, Vec<SubmissionId>)>,
    /// Why, for everybody there was time to find it for.
    pub whys: BTreeMap<SubmissionId, Why>,
    /// The merit of those chosen less what broken bounds cost, in hundredths of a point.
    pub merit: i64,
    /// Whether it is proven that there is no better choice.
    pub is_best: bool,
}

/// What came of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A plan.
    Planned(Plan),
    /// There is none: these rules can't all hold. Without any one of them the others could, if that was made sure of.
    Impossible {
        /// Which.
        rules: Vec<Rule>,
        /// Whether it was.
        minimal: bool,
    },
    /// None was found in time.
    OutOfTime,
}

/// The best plan by `rules`, near to the `last` one where that costs no merit. Keeps a processor busy for as long as `budget` allows.
///
/// # Errors
/// [`Error::Internal`] when the search fails.
pub fn plan(
    input: &Input,
    rules: &Rules,
    last: Option<&Plan>,
    budget: &Budget<'_>,
) -> Result<Outcome, Error> {
    let translation = Translation::of(input, rules, last);
    let found = match solve(&translation.problem, budget)? {
        allot::Outcome::Found(found) => found,
        allot::Outcome::OutOfTime => return Ok(Outcome::OutOfTime),
        allot::Outcome::Impossible { conflict, minimal } => {
            let rules = conflict.into_iter().filter_map(|limit| translation.rule(limit)).collect();
            return Ok(Outcome::Impossible { rules, minimal });
        }
    };
    let mut whys = BTreeMap::new();
    let mut by_merit: Vec<(usize, &Applicant)> = input.applicants.iter().enumerate().collect();
    by_merit.sort_by_key(|(_, one)| Reverse(one.merit));
    for (at, applicant) in by_merit {
        // Without reasons for all, it is still a plan; those who came close ask first.
        let Some(budget) = budget.part(PATIENCE) else { break };
        let found = reason(&translation.problem, &found, at, &budget)?;
        whys.insert(applicant.submission, translation.why(found));
    }
    let seats: Vec<Seat> = found
        .seats
        .iter()
        .zip(&input.places)
        .filter_map(|(who, place)| {
            let applicant = input.applicants.get((*who)?)?;
            Some(Seat { place: place.id, submission: applicant.submission })
        })
        .collect();
    let waiting = waiting(input, &seats);
    Ok(Outcome::Planned(Plan { seats, waiting, whys, merit: found.merit, is_best: found.is_best }))
}

/// Who has no slot and was not settled to have none, by track, the best first.
fn waiting(input: &Input, seats: &[Seat]) -> Vec<(Option<Id<Track>>, Vec<SubmissionId>)> {
    let mut left: Vec<&Applicant> = input
        .applicants
        .iter()
        .filter(|one| one.settled.is_none() && !seats.iter().any(|seat| seat.submission == one.submission))
        .collect();
    left.sort_by_key(|one| (one.track.is_none(), one.track, Reverse(one.merit), one.submission));
    let lines = left.chunk_by(|one, other| one.track == other.track);
    let line = |line: &[&Applicant]| {
        (line.first().and_then(|one| one.track), line.iter().map(|one| one.submission).collect())
    };
    lines.map(line).collect()
}

/// The word of what is wrong with a slot.
pub(super) fn word(misfit: Misfit) -> &'static str {
    match misfit {
        Misfit::Track => "track",
        Misfit::Time => "time",
        Misfit::Power => "power",
        Misfit::Space => "space",
        Misfit::Equipment => "equipment",
        Misfit::Language => "language",
    }
}
