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
        allot::{self, Allotment, Misfit, Reasons, solve},
    },
    speakers::SpeakerId,
    submissions::SubmissionId,
    values::Id,
};

/// How long somebody waits for reasons once there is a plan; those that are still missing then are worked out [later](explain).
const AT_ONCE: Duration = Duration::from_millis(500);
/// How long the reason for one applicant may take at most.
const PATIENCE: Duration = Duration::from_secs(20);

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
    /// What is settled about this one, for whom so many slots fail, by the word of what is wrong with them.
    Unfit(SubmissionId, BTreeMap<String, usize>),
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
    /// Why, for everybody there was time yet to find it for.
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

impl Plan {
    /// Whether it is said of everybody why.
    #[must_use]
    pub fn is_explained(&self, input: &Input) -> bool {
        self.whys.len() == input.applicants.len()
    }
}

/// The best plan by `rules`, near to the `last` one where that costs no merit, with the reasons that are found soon. Keeps a processor
/// busy for as long as `budget` allows.
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
            let rules = conflict.into_iter().filter_map(|limit| translation.rule_against(limit)).collect();
            return Ok(Outcome::Impossible { rules, minimal });
        }
    };
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
    let whys = match budget.part(AT_ONCE) {
        Some(budget) => reasons(input, &translation, (&found, &BTreeMap::new()), &budget)?,
        None => BTreeMap::new(),
    };
    Ok(Outcome::Planned(Plan { seats, waiting, whys, merit: found.merit, is_best: found.is_best }))
}

/// Works out reasons that a plan still lacks, as many as `budget` allows but at least one. It was made of the same.
///
/// # Errors
/// [`Error::Internal`] when the search fails.
pub fn explain(
    input: &Input,
    rules: &Rules,
    (plan, last): (&Plan, Option<&Plan>),
    budget: &Budget<'_>,
) -> Result<BTreeMap<SubmissionId, Why>, Error> {
    let translation = Translation::of(input, rules, last);
    let who = |place: &Place| {
        let seat = plan.seats.iter().find(|seat| seat.place == place.id)?;
        input.applicants.iter().position(|one| one.submission == seat.submission)
    };
    let seats = input.places.iter().map(who).collect();
    let found = Allotment { seats, merit: plan.merit, is_best: plan.is_best };
    reasons(input, &translation, (&found, &plan.whys), budget)
}

/// Why, of those of whom it is not `known`, one more at least: those who came close ask first. One that is begun is finished, so
/// that it does not depend on how fast the machine is.
fn reasons(
    input: &Input,
    translation: &Translation<'_>,
    (found, known): (&Allotment, &BTreeMap<SubmissionId, Why>),
    budget: &Budget<'_>,
) -> Result<BTreeMap<SubmissionId, Why>, Error> {
    let (mut whys, mut all) = (BTreeMap::new(), Reasons::of(&translation.problem, found));
    let mut by_merit: Vec<(usize, &Applicant)> = input.applicants.iter().enumerate().collect();
    by_merit.retain(|(_, one)| !known.contains_key(&one.submission));
    by_merit.sort_by_key(|(_, one)| Reverse(one.merit));
    for (at, applicant) in by_merit {
        let why = all.why(at, &budget.anew(PATIENCE))?;
        whys.insert(applicant.submission, translation.why(why));
        if budget.part(PATIENCE).is_none() {
            break;
        }
    }
    Ok(whys)
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
        Misfit::Busy => "busy",
        Misfit::Power => "power",
        Misfit::Space => "space",
        Misfit::Equipment => "equipment",
        Misfit::Language => "language",
    }
}
