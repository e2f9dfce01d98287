//! The programme: how long it takes to find what clashes in a draft of 1,000 sessions, and to arrange 60
//! sessions in 80 slots.
//!
//! Both work on made-up drafts that are the same on every run, in this process alone.
#![expect(clippy::unwrap_used, reason = "a measurement that goes wrong ends")]
#![expect(unreachable_pub, reason = "a bench exports nothing")]

mod drafts;
mod looking;
mod placing;

fn main() {
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
            "bench": "programme", "clash_ms": looked.milliseconds, "clashes": looked.clashes,
            "arrange_worst_s": seconds, "arrange_worst_gap": gap,
            "arrange_proven": placed.iter().filter(|found| found.gap() == 0.0).count(),
            "arrange_drafts": placed.len(),
        })
    );
}
