//! Prices for what crosses the flow: whoever is of a region with too many costs more, and so on, until the
//! prices bound the best as tightly as they can (Lagrangian relaxation: Geoffrion, "Lagrangean relaxation for
//! integer programming", Mathematical Programming Study 2, 1974).
//!
//! The bound is convex in each price, and its slope is a count: how many there are less than may be. So between a price
//! that is too low and one that is too high, the next to try is where their two tangents meet (Kelley, "The
//! cutting-plane method for solving convex programs", SIAM Journal 8, 1960), and few tries settle it.

use super::{
    flow::Flow,
    network::{NEVER, Network, Seats, Side},
};

/// How often all prices are gone through.
const ROUNDS: usize = 12;

/// The network at some prices, one for each side; above 0 it is for too many, below for too few.
pub(super) struct Priced<'a> {
    network: &'a Network,
    /// What pairs are worth at these prices.
    worth: Vec<i64>,
    pub(super) prices: Vec<i64>,
    pub(super) bound: i64,
    pub(super) seats: Seats,
    /// For each side, seats that are as good at its price, or nearly so, where it counts otherwise.
    pub(super) rivals: Vec<Option<Seats>>,
}

/// The bound at one price of one side.
#[derive(Clone)]
struct Tried {
    price: i64,
    bound: i64,
    seats: Seats,
    /// How many there are.
    count: i64,
}

impl<'a> Priced<'a> {
    /// At prices that were found for a network like this one.
    pub(super) fn at(network: &'a Network, prices: Vec<i64>) -> Self {
        let mut worth = network.worth.clone();
        for (side, price) in network.sides.iter().zip(&prices) {
            charge(network, &mut worth, side, *price);
        }
        let rivals = vec![None; prices.len()];
        let mut priced = Self { network, worth, prices, bound: 0, seats: Vec::new(), rivals };
        (priced.bound, priced.seats) = priced.reckon();
        priced
    }

    /// What at least is lost by each pair at these prices.
    pub(super) fn losses(&self) -> Vec<i64> {
        let flow = Flow::best(self.network, &self.worth);
        let pairs = (0..self.network.places)
            .flat_map(|place| (0..self.network.candidates).map(move |one| (place, one)));
        let pairs = pairs.zip(&self.network.worth);
        let loss = |((place, one), worth): ((usize, usize), &i64)| match *worth {
            NEVER => i64::MAX,
            _ => flow.loss(place, one),
        };
        pairs.map(loss).collect()
    }

    /// Betters the prices as long as that helps and the bound is above `goal`; hands every choice of seats to `see`, which
    /// answers the goal from then on.
    pub(super) fn settle(&mut self, mut goal: i64, see: &mut impl FnMut(&Seats) -> i64) {
        goal = goal.max(see(&self.seats));
        for _ in 0..ROUNDS {
            let before = self.bound;
            for at in 0..self.network.sides.len() {
                if self.bound <= goal {
                    return;
                }
                self.settle_one(at, &mut |seats| {
                    goal = goal.max(see(seats));
                });
            }
            if self.bound == before {
                return;
            }
        }
    }

    fn settle_one(&mut self, at: usize, see: &mut impl FnMut(&Seats)) {
        let Some(side) = self.network.sides.get(at) else { return };
        let (low, high) = (clamp(side.low), clamp(side.high));
        let mut near = self.tried(at, side);
        if is_settled(side, near.price, near.count) {
            return;
        }
        if near.price > 0 && near.count < high || near.price < 0 && near.count > low {
            let zero = self.try_at(at, side, 0, see);
            if is_settled(side, 0, zero.count) {
                return self.keep(at, side, zero, Some(near));
            }
            match near.price > 0 {
                true if zero.count > high => return self.close_in(at, side, (zero, near), see),
                false if zero.count < low => return self.close_in(at, side, (near, zero), see),
                _ => near = zero,
            }
        }
        let rises = near.count > high;
        let far = self.try_at(at, side, if rises { side.over } else { -side.under }, see);
        match (is_settled(side, far.price, far.count), rises) {
            (true, _) => self.keep(at, side, far, Some(near)),
            (false, true) => self.close_in(at, side, (near, far), see),
            (false, false) => self.close_in(at, side, (far, near), see),
        }
    }

    /// Between two prices, neither on the other side of 0, with too many at the lower one and too few at the upper one.
    fn close_in(&mut self, at: usize, side: &Side, ends: (Tried, Tried), see: &mut impl FnMut(&Seats)) {
        let (mut lower, mut upper) = ends;
        let limit = clamp(if lower.price >= 0 { side.high } else { side.low });
        while upper.price - lower.price > 1 {
            let (fall, rise) = (limit - lower.count, limit - upper.count);
            let height = i128::from(upper.bound) - i128::from(lower.bound);
            let meet = height + i128::from(fall) * i128::from(lower.price)
                - i128::from(rise) * i128::from(upper.price);
            let meet = i64::try_from(meet / i128::from(fall - rise)).unwrap_or(lower.price);
            let price = meet.clamp(lower.price + 1, upper.price - 1);
            let least = lower.bound + fall * (price - lower.price);
            let tried = self.try_at(at, side, price, see);
            if tried.count == limit {
                let rival = if fall.abs() <= rise.abs() { lower } else { upper };
                return self.keep(at, side, tried, Some(rival));
            }
            let met = tried.bound - least <= fall.abs() + rise.abs();
            if tried.count > limit {
                lower = tried
            } else {
                upper = tried
            }
            if met {
                break;
            }
        }
        match lower.bound < upper.bound {
            true => self.keep(at, side, lower, Some(upper)),
            false => self.keep(at, side, upper, Some(lower)),
        }
    }

    fn keep(&mut self, at: usize, side: &Side, best: Tried, rival: Option<Tried>) {
        self.set_price(at, side, best.price);
        (self.bound, self.seats) = (best.bound, best.seats);
        if let Some(kept) = self.rivals.get_mut(at) {
            *kept = rival.map(|rival| rival.seats);
        }
    }

    fn try_at(&mut self, at: usize, side: &Side, price: i64, see: &mut impl FnMut(&Seats)) -> Tried {
        self.set_price(at, side, price);
        let (bound, seats) = self.reckon();
        see(&seats);
        Tried { price, bound, count: clamp(side.count(&seats)), seats }
    }

    fn tried(&self, at: usize, side: &Side) -> Tried {
        let price = self.prices.get(at).copied().unwrap_or_default();
        let (bound, seats) = (self.bound, self.seats.clone());
        Tried { price, bound, count: clamp(side.count(&seats)), seats }
    }

    fn set_price(&mut self, at: usize, side: &Side, price: i64) {
        if let Some(own) = self.prices.get_mut(at) {
            charge(self.network, &mut self.worth, side, price - *own);
            *own = price;
        }
    }

    fn reckon(&self) -> (i64, Seats) {
        let flow = Flow::best(self.network, &self.worth);
        let dues = self.network.sides.iter().zip(&self.prices).map(|(side, price)| match price.signum() {
            1 => price * clamp(side.high),
            _ => price * clamp(side.low),
        });
        (flow.value() + dues.sum::<i64>() + self.network.constant, flow.seats().clone())
    }
}

/// Whether a price answers to how many there are: then no other is better, as far as these seats tell.
pub(super) fn is_settled(side: &Side, price: i64, count: i64) -> bool {
    let (low, high) = (clamp(side.low), clamp(side.high));
    match price.signum() {
        0 => (low..=high).contains(&count),
        1 => count == high || count > high && price >= side.over,
        _ => count == low || count < low && price <= -side.under,
    }
}

/// A number of people, such that "any number" can still be multiplied by a price.
pub(super) fn clamp(count: usize) -> i64 {
    count.min(10_000) as i64
}

fn charge(network: &Network, worth: &mut [i64], side: &Side, price: i64) {
    if price == 0 || network.candidates == 0 {
        return;
    }
    for (row, _) in worth.chunks_mut(network.candidates).zip(&side.at).filter(|(_, here)| **here) {
        for (pair, _) in row.iter_mut().zip(&side.members).filter(|(_, member)| **member) {
            if *pair != NEVER {
                *pair -= price;
            }
        }
    }
}
