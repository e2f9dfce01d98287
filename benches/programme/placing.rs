//! Arranging.

use std::{
    sync::atomic::AtomicBool,
    time::{Duration, Instant},
};

use plenary::{
    programme::arrange::{Arranged, Proposal, Wishes, arrange},
    solver::Budget,
};

use crate::drafts;

/// A little less than the five seconds that somebody may wait.
const LIMIT: Duration = Duration::from_millis(4_500);

pub struct Found {
    empty: bool,
    choices: usize,
    proposal: Proposal,
    pub seconds: f64,
}

/// One arrangement of the draft that `seed` makes, with its sessions in some slots already or `empty`.
pub fn measure(seed: u64, empty: bool) -> Found {
    let (draft, slots) = drafts::small(seed, empty);
    let start = Instant::now();
    let never = AtomicBool::new(false);
    let arranged = arrange(&draft, &slots, &Wishes::default(), &Budget::new(LIMIT, &never)).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let Arranged::Proposed(proposal) = arranged else { panic!("draft {seed}: {arranged:?}") };
    Found { empty, choices: draft.sessions.len() * slots.len(), proposal, seconds }
}

impl Found {
    /// How much better the best may be at most, as a share of what was found; 0 when proven.
    pub fn gap(&self) -> f64 {
        (self.proposal.bound - self.proposal.worth) as f64 / self.proposal.worth.abs().max(1) as f64
    }

    pub fn print(&self) {
        let Proposal { before, after, moves, .. } = &self.proposal;
        let draft = if self.empty { "an empty draft" } else { "a draft" };
        let what = format!("arranging {draft}, {} pairs of session and slot", self.choices);
        let proven =
            if self.gap() == 0.0 { "best".to_owned() } else { format!("gap {:.1} %", self.gap() * 100.0) };
        println!("{what:<60}{:>12}  {proven}", format!("{:.2} s", self.seconds));
        println!(
            "    {} moves; clashes {} to {}, seating {} to {}, track blocks {} to {}",
            moves.len(),
            before.clashes,
            after.clashes,
            before.seating,
            after.seating,
            before.track_blocks,
            after.track_blocks,
        );
    }
}
