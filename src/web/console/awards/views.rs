//! The ranking of an award, row by row.

use std::cmp::Ordering;

use crate::{
    http::{Shown, Ui},
    reviews::{
        awards::Tally,
        copeland::{Duel, Placing},
    },
    submissions::SubmissionId,
};

/// How one compares with another.
pub(super) struct Against {
    pub(super) name: Shown,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
    /// "Beats it: 3 judges to 1".
    pub(super) words: String,
}

/// One of the ranking.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) name: Shown,
    pub(super) place: usize,
    pub(super) share: String,
    pub(super) won: usize,
    pub(super) lost: usize,
    pub(super) level: usize,
    pub(super) against: Vec<Against>,
}

/// The rows of a tally, the best first.
pub(super) fn rows(
    tally: &Tally,
    name: &dyn Fn(&SubmissionId) -> Shown,
    href: &dyn Fn(&SubmissionId) -> String,
    ui: &Ui,
) -> Vec<Row> {
    let row = |placing: &Placing<SubmissionId>| Row {
        id: placing.of.to_string(),
        href: href(&placing.of),
        name: name(&placing.of),
        place: placing.place,
        share: format!("{:.0}%", 100.0 * placing.share),
        won: placing.won,
        lost: placing.lost,
        level: placing.level,
        // In the order of the ranking, so that the strongest rivals come first.
        against: tally.placings.iter().filter_map(|other| against(tally, placing, other, name, ui)).collect(),
    };
    tally.placings.iter().map(row).collect()
}

fn against(
    tally: &Tally,
    one: &Placing<SubmissionId>,
    other: &Placing<SubmissionId>,
    name: &dyn Fn(&SubmissionId) -> Shown,
    ui: &Ui,
) -> Option<Against> {
    let duel: &Duel = tally.duels.get(&one.of)?.get(&other.of)?;
    let (tone, icon, key) = match duel.outcome() {
        Ordering::Greater => ("good", "check", "award-beats"),
        Ordering::Less => ("bad", "cross", "award-loses"),
        Ordering::Equal => ("rest", "line", "award-level"),
    };
    Some(Against {
        name: name(&other.of),
        tone,
        icon,
        words: ui.t2(key, "ahead", duel.ahead, "behind", duel.behind),
    })
}
