//! Branch and bound over what prices leave open (Land and Doig, "An automatic method of solving discrete
//! programming problems", Econometrica 28, 1960): somebody counts for a side, or does not.

use std::collections::BTreeSet;

use super::{
    super::Budget,
    network::{NEVER, Network, Seats, UNIT},
    prices::{Priced, clamp, is_settled},
};

/// The best seats that were found, and what no others can be worth more than.
pub(super) struct Found {
    pub(super) seats: Seats,
    pub(super) value: i64,
    pub(super) bound: i64,
}

/// Whether somebody counts for a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Branch {
    candidate: usize,
    side: usize,
    counts: bool,
}

struct Node {
    branches: BTreeSet<Branch>,
    prices: Vec<i64>,
    bound: i64,
}

struct Search<'a> {
    network: &'a Network,
    best: Option<(i64, Seats)>,
}

/// The best seats, looked for as long as `budget` lasts; the root is looked at whatever it is.
pub(super) fn search(network: &Network, budget: &Budget<'_>) -> Found {
    search_from(network, vec![0; network.sides.len()], budget)
}

/// The same from prices that were found for a network with the same sides: near to those of this one, they are settled soon.
pub(super) fn search_from(network: &Network, prices: Vec<i64>, budget: &Budget<'_>) -> Found {
    let mut search = Search { network, best: None };
    let (reduced, root) = search.begin(prices);
    let mut open = vec![root];
    let mut left = i64::MIN;
    while let Some(node) = open.pop() {
        if node.bound <= search.goal() {
            continue;
        }
        if budget.slice().is_none() {
            left = left.max(node.bound);
            continue;
        }
        // The likelier one is on top.
        open.extend(search.branch(&reduced, &node));
    }
    let (value, seats) = search.best.unwrap_or_default();
    let bound = if left > value + UNIT - 1 { left } else { value };
    Found { seats, value, bound }
}

impl Search<'_> {
    /// What a bound must exceed for anything better to be there.
    fn goal(&self) -> i64 {
        self.best.as_ref().map_or(i64::MIN, |(value, _)| value.saturating_add(UNIT - 1))
    }

    fn see(&mut self, seats: &Seats) -> i64 {
        let value = self.network.value(seats);
        if self.best.as_ref().is_none_or(|(best, _)| value > *best) {
            self.best = Some((value, seats.clone()));
        }
        self.goal()
    }

    /// The network without the pairs that are in nothing better than what was found on the way to its first prices, and the
    /// root at these.
    fn begin(&mut self, prices: Vec<i64>) -> (Network, Node) {
        let network = self.network;
        let mut priced = Priced::at(network, prices);
        priced.settle(i64::MIN, &mut |seats| self.see(seats));
        let slack = priced.bound - self.goal();
        let mut reduced = network.clone();
        for (pair, loss) in reduced.worth.iter_mut().zip(priced.losses()) {
            if loss >= slack {
                *pair = NEVER;
            }
        }
        let root = Node { branches: BTreeSet::new(), bound: priced.bound, prices: priced.prices };
        (reduced, root)
    }

    fn branch(&mut self, network: &Network, node: &Node) -> Vec<Node> {
        let mut own = network.clone();
        node.branches.iter().for_each(|branch| branch.cut(&mut own));
        let mut priced = Priced::at(&own, node.prices.clone());
        priced.settle(self.goal(), &mut |seats| self.see(seats));
        if priced.bound <= self.goal() {
            return Vec::new();
        }
        let Some((candidate, side, likely)) = open_question(&own, &priced, node) else { return Vec::new() };
        let child = |counts: bool| {
            let mut branches = node.branches.clone();
            branches.insert(Branch { candidate, side, counts });
            Node { branches, prices: priced.prices.clone(), bound: priced.bound }
        };
        vec![child(!likely), child(likely)]
    }
}

impl Branch {
    /// Leaves only pairs in which it holds.
    fn cut(&self, network: &mut Network) {
        let Some(side) = network.sides.get(self.side) else { return };
        let own = network.worth.iter_mut().skip(self.candidate).step_by(network.candidates.max(1));
        for (pair, at) in own.zip(&side.at).filter(|(pair, _)| **pair != NEVER) {
            match *at == self.counts {
                true if self.counts => *pair += network.firm,
                true => {}
                false => *pair = NEVER,
            }
        }
        if self.counts {
            network.constant -= network.firm;
        }
    }
}

/// Somebody who is not yet settled of the side that is furthest from its price, and whether she counts now.
fn open_question(network: &Network, priced: &Priced<'_>, node: &Node) -> Option<(usize, usize, bool)> {
    let mut asked: Vec<(i64, usize)> = Vec::new();
    for (at, (side, price)) in network.sides.iter().zip(&priced.prices).enumerate() {
        let count = side.count(&priced.seats);
        let limit = if *price > 0 { side.high } else { side.low };
        let gap = price.saturating_mul(clamp(limit) - clamp(count)).saturating_add(side.cost(count));
        if !is_settled(side, *price, clamp(count)) {
            asked.push((gap.abs(), at));
        }
    }
    asked.sort_unstable();
    asked.into_iter().rev().find_map(|(_, at)| {
        let side = network.sides.get(at)?;
        let who = |seats: &Seats| -> BTreeSet<usize> {
            let seated = seats.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?)));
            seated.filter(|(place, one)| side.has(*place, *one)).map(|(_, one)| one).collect()
        };
        let now = who(&priced.seats);
        let then = priced.rivals.get(at).and_then(Option::as_ref).map(who).unwrap_or_default();
        let open =
            |one: &usize| !node.branches.iter().any(|branch| branch.candidate == *one && branch.side == at);
        let members = side.members.iter().enumerate().filter(|(_, member)| **member).map(|(one, _)| one);
        let differs = now.symmetric_difference(&then).copied().find(open);
        let one =
            differs.or_else(|| now.iter().copied().find(open)).or_else(|| members.into_iter().find(open))?;
        Some((one, at, now.contains(&one)))
    })
}
