//! Made-up problems: three fields, three regions, companies that apply twice, presenters who are shared,
//! needs that not every place meets, and an earlier proposal.

use std::collections::{BTreeMap, BTreeSet};

use plenary::solver::allot::{Bounds, Candidate, Needs, Offer, Place, Problem};
use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

/// Places that are on at the same time.
const ROOMS: usize = 4;
const TRACKS: usize = 3;
const REGIONS: usize = 3;

pub fn made_up(candidates: usize, places: usize, seed: u64) -> Problem {
    let mut numbers = Xoshiro256PlusPlus::seed_from_u64(seed);
    let candidates = (0..candidates).map(|_| candidate(&mut numbers, candidates, places)).collect();
    let tracks = (0..TRACKS).map(|track| {
        let fair = places / TRACKS;
        // The first field has fewer places than it would take.
        Bounds { min: fair / 2, max: if track == 0 { fair } else { fair + fair / 2 }, price: None }
    });
    let regions = (0..REGIONS).map(|region| {
        let min = if region == 2 { places / 4 } else { places / 8 };
        Bounds { min, max: places * 5 / 8, price: None }
    });
    let (tracks, regions) = (tracks.collect(), regions.collect());
    Problem { candidates, places: (0..places).map(|at| place(&mut numbers, at)).collect(), tracks, regions }
}

fn place(numbers: &mut Xoshiro256PlusPlus, at: usize) -> Place {
    let start = i64::try_from(at / ROOMS).unwrap() * 20;
    let offer = Offer {
        power: Some(if at.is_multiple_of(ROOMS) { 3_000 } else { 1_000 }),
        space: Some(if at.is_multiple_of(2) { 90 } else { 60 }),
        equipment: Some((0..3).filter(|_| numbers.random_bool(0.8)).collect()),
        languages: None,
    };
    Place { time: start..start + 15, track: None, offer }
}

fn candidate(numbers: &mut Xoshiro256PlusPlus, candidates: usize, places: usize) -> Candidate {
    let chance = |numbers: &mut Xoshiro256PlusPlus, share: f64| numbers.random_bool(share);
    let end = i64::try_from(places.div_ceil(ROOMS)).unwrap() * 20;
    let half = if chance(numbers, 0.5) { 0..end / 2 } else { end / 2..end };
    let liking = (0..places).filter(|_| numbers.random_bool(0.2)).map(|at| (at, 5_u8));
    let liking: BTreeMap<usize, u8> = liking.collect();
    Candidate {
        merit: numbers.random_range(3_000..9_500),
        track: Some(numbers.random_range(0..TRACKS)),
        // Most come from one region.
        region: Some(if chance(numbers, 0.6) { 0 } else { numbers.random_range(0..REGIONS) }),
        company: Some(numbers.random_range(0..candidates)),
        presenters: (0..2).map(|_| numbers.random_range(0..candidates * 2)).collect(),
        needs: Needs {
            power: if chance(numbers, 0.15) { 2_000 } else { 500 },
            space: if chance(numbers, 0.3) { 80 } else { 40 },
            equipment: (0..3).filter(|_| chance(numbers, 0.1)).collect(),
            languages: BTreeSet::new(),
        },
        busy: Vec::new(),
        available: if chance(numbers, 0.25) { vec![half] } else { Vec::new() },
        liking,
        pin: None,
        before: if chance(numbers, 0.1) { Some(numbers.random_range(0..places)) } else { None },
    }
}
