//! Allotting places: how long it takes to the proven best for 30, 200 and 1,000 candidates, beside CBC (Debian's
//! `coinor-cbc`), a mixed-integer solver in C++, that reads the same problem as a program.
//!
//! The reasons for everybody are timed beside, since they take many more searches; CBC gives none.
//!
//! CBC is asked for the greatest merit alone; ours goes on to the fewest changes and the best times. The problems are made
//! up, and the same on every run.
#![expect(clippy::unwrap_used, reason = "a measurement that goes wrong ends")]
#![expect(unreachable_pub, reason = "a bench exports nothing")]

mod other;
mod problems;

use std::{
    sync::atomic::AtomicBool,
    time::{Duration, Instant},
};

use plenary::solver::{
    Budget,
    allot::{Allotment, Outcome, Problem, Reasons, solve},
};

/// Candidates and places, and how many problems of that size.
const SIZES: [(usize, usize, u64); 3] = [(30, 8, 5), (200, 40, 5), (1_000, 80, 3)];
/// The size that the ratio is of.
const COMPARED: usize = 200;
/// How long either may take for one.
const LIMIT: Duration = Duration::from_secs(120);

/// One problem, and the seconds that each took.
struct Measured {
    candidates: usize,
    places: usize,
    ours: f64,
    theirs: f64,
    proven: bool,
    /// What the reasons for all took, where that is asked.
    reasons: Option<f64>,
}

fn main() {
    let measured: Vec<Measured> = SIZES
        .into_iter()
        .flat_map(|(candidates, places, count)| {
            (1..=count).map(move |seed| measure(candidates, places, seed))
        })
        .collect();
    println!("{:<24}{:>12}{:>12}  ", "candidates x places", "ours", "CBC");
    for one in &measured {
        let size = format!("{} x {}", one.candidates, one.places);
        let (ours, theirs) = (format!("{:.1} ms", one.ours * 1e3), format!("{:.1} ms", one.theirs * 1e3));
        let reasons = one.reasons.map(|all| format!(", all reasons {:.1} s", all)).unwrap_or_default();
        let proven = if one.proven { "best" } else { "not proven" };
        println!("{size:<24}{ours:>12}{theirs:>12}  {proven}{reasons}");
    }
    let of = |size: usize| measured.iter().filter(move |one| one.candidates == size);
    let worst = |size: usize| of(size).map(|one| one.ours * 1e3).fold(0.0, f64::max);
    let ratio = of(COMPARED).map(|one| one.theirs / one.ours).fold(f64::INFINITY, f64::min);
    let [small, middle, large] = SIZES.map(|(size, ..)| worst(size));
    println!(
        "{}",
        serde_json::json!({
            "bench": "allocation", "ratio": ratio, "other": "cbc", "worst_ms": { "30x8": small, "200x40": middle, "1000x80": large },
            "proven": measured.iter().filter(|one| one.proven).count(), "problems": measured.len(),
            "worst_reasons_s": of(COMPARED).filter_map(|one| one.reasons).fold(0.0, f64::max),
        })
    );
}

fn measure(candidates: usize, places: usize, seed: u64) -> Measured {
    let problem = problems::made_up(candidates, places, seed);
    let never = AtomicBool::new(false);
    let start = Instant::now();
    let Outcome::Found(best) = solve(&problem, &Budget::new(LIMIT, &never)).unwrap() else {
        panic!("{candidates} x {places}, {seed}: nothing fits")
    };
    let ours = start.elapsed().as_secs_f64();
    let reasons = (candidates <= COMPARED).then(|| seconds_of_reasons(&problem, &best, &never));
    let Allotment { merit, is_best, .. } = best;
    let start = Instant::now();
    let theirs = other::merit(&problem, LIMIT);
    let seconds = start.elapsed().as_secs_f64();
    if let Some(theirs) = theirs {
        assert!(!is_best || theirs == merit, "{candidates} x {places}, {seed}: {merit} and {theirs}");
    }
    Measured { candidates, places, ours, theirs: seconds, proven: is_best, reasons }
}

fn seconds_of_reasons(problem: &Problem, best: &Allotment, never: &AtomicBool) -> f64 {
    let (start, mut all) = (Instant::now(), Reasons::of(problem, best));
    for who in 0..problem.candidates.len() {
        all.why(who, &Budget::new(LIMIT, never)).unwrap();
    }
    start.elapsed().as_secs_f64()
}
