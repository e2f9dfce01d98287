//! What a call has, in the words of the solver, and the solver's answer in the words of the call.

use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
    ops::Range,
};

use super::{Applicant, Input, Place, Plan, Rule, Rules, Settled, Span, Why, plan::word};
use crate::{
    companies::{CompanyId, Region},
    editions::Track,
    solver::allot::{self, Bounds, Candidate, Limit, Needs, Obstacle, Offer, Pin, Problem, Reason},
    speakers::SpeakerId,
    submissions::{Spoken, SubmissionId},
    values::{Id, Moment},
};

/// A problem and whose its numbers are.
pub(super) struct Translation<'a> {
    pub(super) problem: Problem,
    input: &'a Input,
    tracks: Vec<Id<Track>>,
    regions: Vec<Region>,
    companies: Vec<CompanyId>,
    presenters: Vec<SpeakerId>,
}

/// How much a place is liked that lies in a half day that somebody would like best.
const LIKED: u8 = 1;

impl<'a> Translation<'a> {
    pub(super) fn of(input: &'a Input, rules: &Rules, last: Option<&Plan>) -> Self {
        let all = &input.applicants;
        let of_places = input.places.iter().filter_map(|place| place.track);
        let tracks = numbered(
            all.iter().filter_map(|one| one.track).chain(of_places).chain(rules.tracks.keys().copied()),
        );
        let regions = numbered(all.iter().filter_map(|one| one.region).chain(rules.regions.keys().copied()));
        let mut translation = Self {
            problem: Problem::default(),
            input,
            companies: numbered(all.iter().filter_map(|one| one.company)),
            presenters: numbered(all.iter().flat_map(|one| one.presenters.iter().copied())),
            tracks,
            regions,
        };
        let price = rules.price.map(|points| points.saturating_mul(100));
        translation.problem = Problem {
            candidates: all.iter().map(|one| translation.candidate(one, last)).collect(),
            places: input.places.iter().map(|place| translation.place(place)).collect(),
            tracks: translation.tracks.iter().map(|id| bounds(rules.tracks.get(id), None)).collect(),
            regions: translation.regions.iter().map(|word| bounds(rules.regions.get(word), price)).collect(),
        };
        translation
    }

    fn place(&self, place: &Place) -> allot::Place {
        let number = |value: Option<i32>| value.map(i32::unsigned_abs);
        allot::Place {
            time: place.starts_at.as_second()..place.ends_at.as_second(),
            track: place.track.and_then(|id| number_of(&self.tracks, &id)),
            offer: Offer {
                power: number(place.watts),
                space: number(place.square_metres).map(|metres| metres * 10),
                equipment: place.facilities.as_ref().map(|all| all.iter().map(|one| *one as usize).collect()),
                languages: languages(&place.spoken),
            },
        }
    }

    fn candidate(&self, one: &Applicant, last: Option<&Plan>) -> Candidate {
        let places = &self.input.places;
        let at = |id| places.iter().position(|place| place.id == id);
        let before = last.and_then(|plan| plan.seats.iter().find(|seat| seat.submission == one.submission));
        let pin = one.settled.map(|settled| match settled {
            Settled::In => Pin::In,
            Settled::At(id) => at(id).map_or(Pin::In, Pin::At),
            Settled::Out => Pin::Out,
        });
        Candidate {
            merit: one.merit.unwrap_or_default(),
            track: one.track.and_then(|id| number_of(&self.tracks, &id)),
            region: one.region.and_then(|region| number_of(&self.regions, &region)),
            company: one.company.and_then(|id| number_of(&self.companies, &id)),
            presenters: one.presenters.iter().filter_map(|id| number_of(&self.presenters, id)).collect(),
            needs: Needs {
                power: one.watts,
                space: one.square_metres * 10,
                equipment: one.facilities.iter().map(|one| *one as usize).collect(),
                languages: one.spoken.iter().map(|one| *one as usize).collect(),
            },
            available: shared(&one.available),
            busy: one.busy.iter().map(|(from, to)| from.as_second()..to.as_second()).collect(),
            liking: liking(places, &one.preferred),
            pin,
            before: before.and_then(|seat| at(seat.place)),
        }
    }

    /// The rule that a limit stands for of those that can't all hold, with what keeps who is settled from which slots.
    pub(super) fn rule_against(&self, limit: Limit) -> Option<Rule> {
        let Limit::Pin(who) = limit else { return self.rule(limit) };
        let one = self.problem.candidates.get(who)?;
        let asked = |at: &usize| !matches!(one.pin, Some(Pin::At(there)) if there != *at);
        let places = self.problem.places.iter().enumerate().filter(|(at, _)| asked(at));
        let mut misfits: BTreeMap<String, usize> = BTreeMap::new();
        for misfit in places.flat_map(|(_, place)| one.misfits(place)) {
            *misfits.entry(word(misfit).to_owned()).or_default() += 1;
        }
        if misfits.is_empty() || one.pin == Some(Pin::Out) {
            return self.rule(limit);
        }
        Some(Rule::Unfit(self.submission(who)?, misfits))
    }

    /// The rule that a limit of the problem stands for.
    pub(super) fn rule(&self, limit: Limit) -> Option<Rule> {
        Some(match limit {
            Limit::Pin(at) => Rule::Settled(self.submission(at)?),
            Limit::TrackMin(at) => Rule::TrackMin(*self.tracks.get(at)?),
            Limit::TrackMax(at) => Rule::TrackMax(*self.tracks.get(at)?),
            Limit::RegionMin(at) => Rule::RegionMin(*self.regions.get(at)?),
            Limit::RegionMax(at) => Rule::RegionMax(*self.regions.get(at)?),
            Limit::Company(at) => {
                let company = self.companies.get(at)?;
                let own = self.input.applicants.iter().filter(|one| one.company.as_ref() == Some(company));
                Rule::Company(own.map(|one| one.submission).collect())
            }
            Limit::Presenter(at) => Rule::Presenter(*self.presenters.get(at)?),
        })
    }

    /// A reason in the words of the call.
    pub(super) fn why(&self, reason: Reason) -> Why {
        let names = |all: Vec<usize>| all.into_iter().filter_map(|at| self.submission(at)).collect();
        match reason {
            Reason::Pinned => Why::Settled,
            Reason::Chosen { ahead, instead } => Why::Chosen { ahead, instead: names(instead) },
            Reason::LeftOut { obstacle: Obstacle::NoPlace(counts), .. } => {
                let misfits = counts.into_iter().map(|(misfit, count)| (word(misfit).to_owned(), count));
                Why::NoPlace { misfits: misfits.collect() }
            }
            Reason::LeftOut { obstacle: Obstacle::Outdone, short, instead } => {
                Why::Outdone { short, instead: names(instead) }
            }
            Reason::LeftOut { obstacle: Obstacle::Limit { limit, by }, short, instead } => {
                let instead = names(instead);
                match self.rule(limit) {
                    Some(rule) => Why::Barred { rule, by, short, instead },
                    None => Why::Outdone { short, instead },
                }
            }
        }
    }

    fn submission(&self, at: usize) -> Option<SubmissionId> {
        self.input.applicants.get(at).map(|one| one.submission)
    }
}

/// Each once, in order.
fn numbered<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<BTreeSet<T>>().into_iter().collect()
}

/// The languages that a place bears; any where none is named or all is interpreted.
fn languages(spoken: &[Spoken]) -> Option<BTreeSet<usize>> {
    let some = !spoken.is_empty() && !spoken.contains(&Spoken::Interpretation);
    some.then(|| spoken.iter().map(|one| *one as usize).collect())
}

/// The places that lie wholly in a stretch that is liked best.
fn liking(places: &[Place], preferred: &[(Moment, Moment)]) -> BTreeMap<usize, u8> {
    let best = joined(preferred);
    let within = |place: &Place| {
        let (from, to) = (place.starts_at.as_second(), place.ends_at.as_second());
        best.iter().any(|span| span.start <= from && to <= span.end)
    };
    places.iter().enumerate().filter(|(_, place)| within(place)).map(|(at, _)| (at, LIKED)).collect()
}

fn number_of<T: Ord>(all: &[T], one: &T) -> Option<usize> {
    all.binary_search(one).ok()
}

fn bounds(span: Option<&Span>, price: Option<u32>) -> Bounds {
    let span = span.copied().unwrap_or_default();
    let max = span.max.map_or(usize::MAX, |max| max as usize);
    Bounds { min: span.min as usize, max, price }
}

/// When all of them can come; empty for always. Who can never come has a stretch that holds nothing.
fn shared(all: &[Vec<(Moment, Moment)>]) -> Vec<Range<i64>> {
    let mut each = all.iter().map(|spans| joined(spans));
    let Some(first) = each.next() else { return Vec::new() };
    let both = each.fold(first, |open, other| {
        let pairs = open.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
        let met = pairs.map(|(one, other)| one.start.max(other.start)..one.end.min(other.end));
        met.filter(|both| !both.is_empty()).collect()
    });
    if both.is_empty() { iter::once(0..0).collect() } else { both }
}

/// Stretches in seconds, those that touch as one: a slot may lie across noon.
fn joined(spans: &[(Moment, Moment)]) -> Vec<Range<i64>> {
    let mut joined: Vec<Range<i64>> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from.as_second() <= last.end => last.end = last.end.max(to.as_second()),
            _ => joined.push(from.as_second()..to.as_second()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn span(from: i64, to: i64) -> (Moment, Moment) {
        let moment = |second| Moment::from(jiff::Timestamp::from_second(second).unwrap());
        (moment(from), moment(to))
    }

    #[test]
    fn all_must_be_able_to_come() {
        let one = vec![span(0, 40), span(40, 80)];
        let other = vec![span(20, 60), span(70, 90)];
        assert_eq!(shared(&[one.clone(), other]), [20..60, 70..80]);
        assert_eq!(
            shared(&[one, vec![span(100, 120)]]),
            iter::once(0..0).collect::<Vec<_>>(),
            "never, which is not always"
        );
        assert_eq!(shared(&[]), []);
    }
}
