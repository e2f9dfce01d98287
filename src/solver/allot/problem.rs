//! What is asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// What a place must have for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Electric power, in watts.
    pub power: u32,
    /// Floor, in tenths of a square metre.
    pub space: u32,
    /// Equipment, by any numbers.
    pub equipment: BTreeSet<usize>,
    /// Languages, of which the place must bear one; none where any will do.
    pub languages: BTreeSet<usize>,
}

/// What a place has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Electric power, in watts; `None` for as much as anybody wants.
    pub power: Option<u32>,
    /// Floor, in tenths of a square metre; `None` for as much as anybody wants.
    pub space: Option<u32>,
    /// Equipment; `None` for whatever anybody wants.
    pub equipment: Option<BTreeSet<usize>>,
    /// Languages it bears; `None` for any.
    pub languages: Option<BTreeSet<usize>>,
}

/// A slot that somebody may get.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// When it is, in any unit.
    pub time: Range<i64>,
    /// The only track that it is for.
    pub track: Option<usize>,
    /// What is there.
    pub offer: Offer,
}

/// What is settled already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pin {
    /// Has a place, whichever.
    In,
    /// Has this one.
    At(usize),
    /// Has none.
    Out,
}

/// Somebody who wants a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// In any unit, such as hundredths of a point; to be chosen is worth one unit at least.
    pub merit: u32,
    /// In which track.
    pub track: Option<usize>,
    /// From which region.
    pub region: Option<usize>,
    /// Of which company; no company gets two places.
    pub company: Option<usize>,
    /// Who presents; nobody is in two places at a time.
    pub presenters: BTreeSet<usize>,
    /// What it takes.
    pub needs: Needs,
    /// When they can come, each a stretch of time; empty for always.
    pub available: Vec<Range<i64>>,
    /// When they are somewhere else.
    pub busy: Vec<Range<i64>>,
    /// How much they would like a place, from 0 to 9; 0 where nothing is said.
    pub liking: BTreeMap<usize, u8>,
    /// What is settled already.
    pub pin: Option<Pin>,
    /// The place that they were to have in the last proposal.
    pub before: Option<usize>,
}

/// How many of a group are to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
    /// `None` where that must hold; else what each one too few or too many costs, in units of merit.
    pub price: Option<u32>,
}

/// Candidates and places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Who wants a place.
    pub candidates: Vec<Candidate>,
    /// What there is.
    pub places: Vec<Place>,
    /// How many of each track.
    pub tracks: Vec<Bounds>,
    /// How many of each region.
    pub regions: Vec<Bounds>,
}

/// What a problem can fail for. That a place holds one, and who fits where, is beyond question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// This candidate is pinned.
    Pin(usize),
    /// The least of this track.
    TrackMin(usize),
    /// The most of this track.
    TrackMax(usize),
    /// The least of this region.
    RegionMin(usize),
    /// The most of this region.
    RegionMax(usize),
    /// This company has one place.
    Company(usize),
    /// This presenter is in one place at a time.
    Presenter(usize),
}

/// Why somebody can't have a place, whoever else has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Misfit {
    /// It is for another track.
    Track,
    /// They can't come at that time.
    Time,
    /// Somebody of them is somewhere else then.
    Busy,
    /// It has too little power.
    Power,
    /// It is too small.
    Space,
    /// It lacks equipment.
    Equipment,
    /// It bears none of their languages.
    Language,
}

impl Candidate {
    /// What keeps them from this place; empty if it would do.
    #[must_use]
    pub fn misfits(&self, place: &Place) -> BTreeSet<Misfit> {
        let Offer { power, space, equipment, languages } = &place.offer;
        let all = [
            (Misfit::Track, place.track.is_some() && place.track != self.track),
            (Misfit::Time, !self.can_come(&place.time)),
            (Misfit::Busy, self.busy.iter().any(|busy| meet(busy, &place.time))),
            (Misfit::Power, power.is_some_and(|power| power < self.needs.power)),
            (Misfit::Space, space.is_some_and(|space| space < self.needs.space)),
            (Misfit::Equipment, equipment.as_ref().is_some_and(|all| !self.needs.equipment.is_subset(all))),
            (Misfit::Language, languages.as_ref().is_some_and(|all| !self.speaks(all))),
        ];
        all.into_iter().filter(|(_, wrong)| *wrong).map(|(misfit, _)| misfit).collect()
    }

    fn speaks(&self, languages: &BTreeSet<usize>) -> bool {
        self.needs.languages.is_empty() || !self.needs.languages.is_disjoint(languages)
    }

    fn can_come(&self, time: &Range<i64>) -> bool {
        self.available.is_empty()
            || self.available.iter().any(|open| open.start <= time.start && time.end <= open.end)
    }
}

impl Place {
    /// Whether the two share any time.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        meet(&self.time, &other.time)
    }
}

fn meet(one: &Range<i64>, other: &Range<i64>) -> bool {
    one.start < other.end && other.start < one.end
}

impl Problem {
    /// Everything that it can fail for.
    #[must_use]
    pub fn limits(&self) -> Vec<Limit> {
        let pins = self.candidates.iter().enumerate().filter(|(_, one)| one.pin.is_some());
        let firm = |bounds: &&Bounds| bounds.price.is_none();
        let tracks = self.tracks.iter().enumerate().filter(|(_, one)| firm(one));
        let regions = self.regions.iter().enumerate().filter(|(_, one)| firm(one));
        pins.map(|(at, _)| Limit::Pin(at))
            .chain(tracks.flat_map(|(at, _)| [Limit::TrackMin(at), Limit::TrackMax(at)]))
            .chain(regions.flat_map(|(at, _)| [Limit::RegionMin(at), Limit::RegionMax(at)]))
            .chain(self.companies().into_keys().map(Limit::Company))
            .chain(self.presenters().into_keys().map(Limit::Presenter))
            .collect()
    }

    /// The same without what is not among `kept`. Who is pinned out stays out of what is not pinned.
    #[must_use]
    pub(super) fn only(&self, kept: &BTreeSet<Limit>) -> Self {
        let mut problem = self.clone();
        for (at, one) in problem.candidates.iter_mut().enumerate() {
            one.pin = one.pin.filter(|_| kept.contains(&Limit::Pin(at)));
            one.company = one.company.filter(|company| kept.contains(&Limit::Company(*company)));
            one.presenters.retain(|presenter| kept.contains(&Limit::Presenter(*presenter)));
        }
        let loosen = |all: &mut Vec<Bounds>, low: fn(usize) -> Limit, high: fn(usize) -> Limit| {
            for (at, one) in all.iter_mut().enumerate().filter(|(_, one)| one.price.is_none()) {
                one.min = if kept.contains(&low(at)) { one.min } else { 0 };
                one.max = if kept.contains(&high(at)) { one.max } else { usize::MAX };
            }
        };
        loosen(&mut problem.tracks, Limit::TrackMin, Limit::TrackMax);
        loosen(&mut problem.regions, Limit::RegionMin, Limit::RegionMax);
        problem
    }

    /// Who is of each company of which there are several.
    pub(super) fn companies(&self) -> BTreeMap<usize, BTreeSet<usize>> {
        self.several(|one| one.company.into_iter().collect())
    }

    /// What each presenter presents who presents several.
    pub(super) fn presenters(&self) -> BTreeMap<usize, BTreeSet<usize>> {
        self.several(|one| one.presenters.clone())
    }

    fn several(&self, of: impl Fn(&Candidate) -> BTreeSet<usize>) -> BTreeMap<usize, BTreeSet<usize>> {
        let mut found: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (at, one) in self.candidates.iter().enumerate() {
            for key in of(one) {
                found.entry(key).or_default().insert(at);
            }
        }
        found.retain(|_, members| members.len() > 1);
        found
    }
}
