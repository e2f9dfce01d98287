//! The programme: how often it is given out over HTTP beside the same bytes from memory, how long it takes to
//! find what clashes in a draft of 1,000 sessions, and to arrange 60 sessions in 80 slots.
//!
//! The drafts are made up, and the same on every run.
#![expect(clippy::unwrap_used, reason = "a measurement that goes wrong ends")]
#![expect(unreachable_pub, reason = "a bench exports nothing")]

mod drafts;
mod load;
mod looking;
mod placing;
#[path = "../shared/served.rs"]
mod served;
mod serving;
mod stage;

use std::{collections::BTreeMap, env};

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let asked: Vec<String> = env::args().skip(1).collect();
    match asked.as_slice() {
        [load, address, path] if load == "load" => {
            runtime.block_on(load::run(address.parse().unwrap(), path))
        }
        _ => report(&runtime.block_on(serving::measure())),
    }
}

fn report(served: &[serving::Served]) {
    served.iter().for_each(serving::Served::print);
    let looked = looking::measure();
    looked.print();
    let placed: Vec<placing::Found> = [false, true]
        .into_iter()
        .flat_map(|empty| (1..=4).map(move |seed| placing::measure(seed, empty)))
        .collect();
    placed.iter().for_each(placing::Found::print);

    let seconds = placed.iter().map(|found| found.seconds).fold(0.0, f64::max);
    let gap = placed.iter().map(placing::Found::gap).fold(0.0, f64::max);
    println!(
        "{}",
        serde_json::json!({
            "bench": "programme", "ratio": served.iter().map(serving::Served::ratio).fold(f64::INFINITY, f64::min),
            "served": served.iter().map(|one| (one.what.as_str(), one.ratio())).collect::<BTreeMap<_, _>>(),
            "clash_ms": looked.milliseconds, "clashes": looked.clashes,
            "arrange_worst_s": seconds, "arrange_worst_gap": gap,
            "arrange_proven": placed.iter().filter(|found| found.gap() == 0.0).count(),
            "arrange_drafts": placed.len(),
        })
    );
}
