//! An answer held against the problem, without weights.

use std::collections::BTreeSet;

use super::{Bounds, Limit, Pin, Problem, network::Seats};

/// What seats are worth; the greater comes first by merit, then by changes, then by liking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Worth {
    /// Of all who were chosen, less what soft bounds cost.
    pub(super) merit: i64,
    /// Places that stay as they were, less new ones.
    pub(super) steadiness: i64,
    /// How much the places are liked.
    pub(super) liking: i64,
}

impl Problem {
    /// What these seats are worth. `None` where somebody sits twice or does not fit.
    pub(super) fn worth(&self, seats: &Seats) -> Option<Worth> {
        let mut worth = Worth { merit: 0, steadiness: 0, liking: 0 };
        let mut seen = BTreeSet::new();
        for (at, candidate) in seats.iter().enumerate().filter_map(|(at, one)| Some((at, (*one)?))) {
            let (one, place) = (self.candidates.get(candidate)?, self.places.get(at)?);
            if !seen.insert(candidate) || !one.misfits(place).is_empty() {
                return None;
            }
            worth.merit += i64::from(one.merit.max(1));
            worth.steadiness += match one.before {
                Some(before) if before == at => 1,
                Some(_) => 0,
                None => -1,
            };
            worth.liking += one.liking.get(&at).map_or(0, |liking| i64::from(*liking).min(9));
        }
        let soft = |all: &[Bounds], counts: Vec<usize>| -> i64 {
            let costs = all.iter().zip(counts).filter_map(|(one, count)| Some((one, count, one.price?)));
            let costs = costs.map(|(one, count, price)| {
                i64::from(price.max(1))
                    * (one.min.saturating_sub(count) + count.saturating_sub(one.max)) as i64
            });
            costs.sum()
        };
        worth.merit -=
            soft(&self.tracks, self.in_tracks(seats)) + soft(&self.regions, self.in_regions(seats));
        Some(worth)
    }

    /// The limits that these seats break.
    pub(super) fn broken(&self, seats: &Seats) -> BTreeSet<Limit> {
        let seated: Vec<(usize, usize)> =
            seats.iter().enumerate().filter_map(|(at, one)| Some((at, (*one)?))).collect();
        let place_of = |who: usize| seated.iter().find(|(_, one)| *one == who).map(|(at, _)| *at);
        let mut broken = BTreeSet::new();
        for (who, one) in self.candidates.iter().enumerate() {
            let held = match one.pin {
                None => true,
                Some(Pin::In) => place_of(who).is_some(),
                Some(Pin::At(there)) => place_of(who) == Some(there),
                Some(Pin::Out) => place_of(who).is_none(),
            };
            broken.extend((!held).then_some(Limit::Pin(who)));
        }
        let mut bounded = |all: &[Bounds], counts: Vec<usize>, limits: [fn(usize) -> Limit; 2]| {
            for (at, (one, count)) in
                all.iter().zip(counts).enumerate().filter(|(_, (one, _))| one.price.is_none())
            {
                let [low, high] = limits;
                broken.extend((count < one.min).then(|| low(at)));
                broken.extend((count > one.max).then(|| high(at)));
            }
        };
        bounded(&self.tracks, self.in_tracks(seats), [Limit::TrackMin, Limit::TrackMax]);
        bounded(&self.regions, self.in_regions(seats), [Limit::RegionMin, Limit::RegionMax]);
        for (index, (at, one)) in seated.iter().enumerate() {
            for (there, other) in seated.iter().skip(index + 1) {
                let pair = self.candidates.get(*one).zip(self.candidates.get(*other));
                let places = self.places.get(*at).zip(self.places.get(*there));
                let Some(((one, other), (here, there))) = pair.zip(places) else { continue };
                if one.company == other.company {
                    broken.extend(one.company.map(Limit::Company));
                }
                if here.overlaps(there) {
                    broken.extend(
                        one.presenters.intersection(&other.presenters).map(|who| Limit::Presenter(*who)),
                    );
                }
            }
        }
        broken
    }

    fn in_tracks(&self, seats: &Seats) -> Vec<usize> {
        let of = |track| seats.iter().flatten().filter(|one| self.track_of(**one) == Some(track)).count();
        (0..self.tracks.len()).map(of).collect()
    }

    fn in_regions(&self, seats: &Seats) -> Vec<usize> {
        let region = |one: &usize| self.candidates.get(*one).and_then(|one| one.region);
        let of = |at| seats.iter().flatten().filter(|one| region(one) == Some(at)).count();
        (0..self.regions.len()).map(of).collect()
    }

    fn track_of(&self, candidate: usize) -> Option<usize> {
        self.candidates.get(candidate).and_then(|one| one.track)
    }
}
