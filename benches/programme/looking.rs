//! Finding clashes.

use std::{hint::black_box, time::Instant};

use plenary::programme::clash::clashes;

use crate::drafts;

const RUNS: usize = 201;

pub struct Looked {
    pub milliseconds: f64,
    pub clashes: usize,
}

/// The median of many runs over one draft.
pub fn measure() -> Looked {
    let draft = drafts::large();
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(clashes(black_box(&draft)));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let milliseconds = times.get(RUNS / 2).copied().unwrap();
    Looked { milliseconds, clashes: clashes(&draft).len() }
}

impl Looked {
    pub fn print(&self) {
        let what = format!("{} clashes among {} sessions", self.clashes, drafts::LARGE);
        println!("{what:<60}{:>12}", format!("{:.2} ms", self.milliseconds));
    }
}
