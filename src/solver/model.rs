//! What is asked, and what is answered.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

/// One way to place one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Whose, counted from 0.
    pub item: usize,
    /// What it takes up.
    pub place: usize,
    /// For how long it takes that up, in any unit; with the time needed to make it ready.
    pub busy: Range<i64>,
    /// For how long the item is on, in the same unit.
    pub time: Range<i64>,
    /// Which stretch of the place it is in, for clusters.
    pub block: usize,
    /// What it is worth; more is better.
    pub worth: i64,
}

/// Items that had better be in few blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Which.
    pub items: BTreeSet<usize>,
    /// What every item is worth that joins another one of them in a block.
    pub worth: u32,
}

impl Cluster {
    /// What more it is worth than any arrangement gives it.
    pub(super) fn most(&self) -> i64 {
        self.items.len() as i64 * i64::from(self.worth)
    }
}

/// Items and where they may go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// How many items there are.
    pub items: usize,
    /// All that is allowed.
    pub choices: Vec<Choice>,
    /// Items with no choice but one, given by its index.
    pub pins: BTreeMap<usize, usize>,
    /// Sets of items no two of which may be on at the same time.
    pub apart: Vec<BTreeSet<usize>>,
    /// What belongs together.
    pub clusters: Vec<Cluster>,
}

/// What a model can fail for. That no two items are in one place at a time is beyond question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    /// This item must be placed, by one of its choices.
    Place(usize),
    /// This item is pinned.
    Pin(usize),
    /// The items of this set, by its index, are never on at the same time.
    Apart(usize),
}

/// Every item placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The index of each item's choice.
    pub chosen: Vec<usize>,
    /// The worth of these choices and of what is together.
    pub worth: i64,
    /// What no arrangement can be worth more than.
    pub bound: i64,
}

impl Arrangement {
    /// Whether it is proven that there is no better one.
    #[must_use]
    pub fn is_best(&self) -> bool {
        self.bound <= self.worth
    }
}

/// How a search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// With the best arrangement that was found.
    Found(Arrangement),
    /// There is none: these constraints can't all hold. Were any one of them dropped, the rest could,
    /// provided that the set is `minimal`, which takes time to make sure of.
    Impossible {
        /// Which.
        conflict: BTreeSet<Constraint>,
        /// Whether none of them is there in vain.
        minimal: bool,
    },
    /// Before one was found.
    OutOfTime,
}

/// How long a search may go on.
#[derive(Clone, Copy, Debug)]
pub struct Budget<'a> {
    end: Instant,
    cancelled: &'a AtomicBool,
}

impl<'a> Budget<'a> {
    /// From now on for `time`, or until somebody sets `cancelled`.
    #[must_use]
    pub fn new(time: Duration, cancelled: &'a AtomicBool) -> Self {
        Self { end: Instant::now() + time, cancelled }
    }

    /// At most `time` of what is left of it; `None` when nothing is.
    #[must_use]
    pub fn part(&self, time: Duration) -> Option<Self> {
        self.slice()?;
        Some(Self { end: self.end.min(Instant::now() + time), cancelled: self.cancelled })
    }

    /// Another of `time` from now on, that ends when this one is cancelled, not when it is spent.
    #[must_use]
    pub fn anew(&self, time: Duration) -> Self {
        Self { end: Instant::now() + time, cancelled: self.cancelled }
    }

    /// What is left of it, but no more than a slice after which to look whether it was cancelled.
    pub(super) fn slice(&self) -> Option<Duration> {
        let left = self.end.saturating_duration_since(Instant::now());
        let goes_on = !left.is_zero() && !self.cancelled.load(Ordering::Relaxed);
        goes_on.then(|| left.min(Duration::from_millis(100)))
    }
}

impl Model {
    /// Everything that it can fail for.
    #[must_use]
    pub fn constraints(&self) -> Vec<Constraint> {
        let items = (0..self.items).map(Constraint::Place);
        let pins = self.pins.keys().copied().map(Constraint::Pin);
        items.chain(pins).chain((0..self.apart.len()).map(Constraint::Apart)).collect()
    }

    /// What the choices with these indexes are worth together; `None` if they break a constraint.
    #[must_use]
    pub fn worth(&self, chosen: &[usize]) -> Option<i64> {
        let made: Vec<&Choice> =
            chosen.iter().map(|index| self.choices.get(*index)).collect::<Option<_>>()?;
        let every_item = made.iter().map(|choice| choice.item).eq(0..self.items);
        let pinned = self.pins.iter().all(|(item, pin)| chosen.get(*item) == Some(pin));
        let clear = made
            .iter()
            .enumerate()
            .all(|(at, one)| made.iter().skip(at + 1).all(|other| !self.in_the_way(one, other)));
        (every_item && pinned && clear).then(|| {
            let worth: i64 = made.iter().map(|choice| choice.worth).sum();
            let joined = |cluster: &Cluster| {
                let of = made.iter().filter(|choice| cluster.items.contains(&choice.item));
                let blocks: BTreeSet<usize> = of.map(|choice| choice.block).collect();
                cluster.most() - blocks.len() as i64 * i64::from(cluster.worth)
            };
            worth + self.clusters.iter().map(joined).sum::<i64>()
        })
    }

    /// What no arrangement can be worth more than, as a glance tells: every item at its best, every cluster
    /// in one block.
    pub(super) fn ceiling(&self) -> i64 {
        let mut best: BTreeMap<usize, i64> = BTreeMap::new();
        for choice in &self.choices {
            let best = best.entry(choice.item).or_insert(choice.worth);
            *best = choice.worth.max(*best);
        }
        let together = |one: &Cluster| (one.most() - i64::from(one.worth)).max(0);
        best.values().sum::<i64>() + self.clusters.iter().map(together).sum::<i64>()
    }

    /// Whether the two choices can't both be made, for other reasons than that they are one item's.
    pub(super) fn in_the_way(&self, one: &Choice, other: &Choice) -> bool {
        let apart = |set: &BTreeSet<usize>| set.contains(&one.item) && set.contains(&other.item);
        (one.place == other.place && overlap(&one.busy, &other.busy))
            || (overlap(&one.time, &other.time) && self.apart.iter().any(apart))
    }
}

fn overlap(one: &Range<i64>, other: &Range<i64>) -> bool {
    one.start < other.end && other.start < one.end
}
