//! A random walk to a good arrangement (simulated annealing: Kirkpatrick, Gelatt and Vecchi, "Optimization
//! by simulated annealing", Science 220, 1983), should the exact search find none in time.
//!
//! It may stray into arrangements that break a constraint, at a price. As it cools it takes fewer steps
//! that make things worse. Its steps are the same on every run.

use std::collections::{BTreeMap, HashMap};

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

use super::{Budget, Choice, Model};

/// Steps for each choice: enough to come back to each of them many times.
const STEPS: usize = 25;
/// Steps between two looks at the budget.
const STRIDE: usize = 512;

/// The best arrangement on the way that breaks nothing; `None` if there was none.
pub(super) fn best_on_the_way(model: &Model, budget: &Budget<'_>) -> Option<Vec<usize>> {
    let mut walk = Walk::begin(model)?;
    let mut numbers = Xoshiro256PlusPlus::seed_from_u64(0);
    let steps = STEPS * model.choices.len();
    let (hot, cold) = (walk.scale as f64, 0.2_f64);
    let mut best: Option<(i64, Vec<usize>)> = None;
    for step in 0..steps {
        if step % STRIDE == 0 && budget.slice().is_none() {
            break;
        }
        let heat = hot * (cold / hot).powf(step as f64 / steps as f64);
        walk.step(&mut numbers, heat);
        if walk.broken == 0 && best.as_ref().is_none_or(|(worth, _)| walk.worth > *worth) {
            best = Some((walk.worth, walk.made.iter().map(|(index, _)| *index).collect()));
        }
    }
    best.map(|(_, chosen)| chosen)
}

/// A choice and its index.
type Indexed<'a> = (usize, &'a Choice);

struct Walk<'a> {
    model: &'a Model,
    /// What each item may choose.
    open: Vec<Vec<Indexed<'a>>>,
    /// The same, by place and begin.
    by_slot: HashMap<(usize, usize, i64), Indexed<'a>>,
    /// Which clusters each item is in.
    clusters: Vec<Vec<(usize, i64)>>,
    /// What each item has chosen.
    made: Vec<Indexed<'a>>,
    /// How many items of a cluster are in a block.
    used: BTreeMap<(usize, usize), usize>,
    /// How many pairs are in each other's way.
    broken: i64,
    /// What it is worth, but for what is the same for all.
    worth: i64,
    /// More than one step can gain.
    scale: i64,
}

impl<'a> Walk<'a> {
    /// Begins with the worthiest choice of each item; `None` if one has no choice.
    fn begin(model: &'a Model) -> Option<Self> {
        let mut open = vec![Vec::new(); model.items];
        for (index, choice) in model.choices.iter().enumerate() {
            if model.pins.get(&choice.item).is_none_or(|pin| *pin == index) {
                open.get_mut(choice.item)?.push((index, choice));
            }
        }
        let key = |choice: &Choice| (choice.item, choice.place, choice.time.start);
        let by_slot = open.iter().flatten().map(|one| (key(one.1), *one)).collect();
        let of_item = |item| {
            let of = model.clusters.iter().enumerate().filter(move |(_, one)| one.items.contains(&item));
            of.map(|(number, one)| (number, i64::from(one.worth))).collect()
        };
        let clusters: Vec<Vec<(usize, i64)>> = (0..model.items).map(of_item).collect();
        let worth = |choice: &Choice| choice.worth;
        let most = model.choices.iter().map(worth).max()? - model.choices.iter().map(worth).min()?;
        let costs = clusters.iter().map(|of| of.iter().map(|(_, cost)| cost).sum::<i64>()).max()?;
        let made: Vec<_> =
            open.iter().map(|of| of.iter().max_by_key(|one| one.1.worth).copied()).collect::<Option<_>>()?;
        let mut walk = Self {
            model,
            open,
            by_slot,
            clusters,
            made: made.clone(),
            used: BTreeMap::new(),
            broken: 0,
            worth: 0,
            scale: most + costs + 1,
        };
        for (item, one) in made.into_iter().enumerate() {
            walk.enter(item, one);
        }
        walk.broken = (0..walk.made.len()).map(|item| walk.in_the_way(item)).sum::<i64>() / 2;
        Some(walk)
    }

    /// Moves one item, and the item whose place it takes to where it was; back again if that is too bad.
    fn step(&mut self, numbers: &mut Xoshiro256PlusPlus, heat: f64) {
        let item = numbers.random_range(0..self.made.len());
        let Some((new, old)) = self.open.get(item).zip(self.made.get(item).copied()) else { return };
        let Some(new) = new.get(numbers.random_range(0..new.len())).copied() else { return };
        let before = self.worth - self.price();
        let there =
            |(_, one): &Indexed<'_>| one.place == new.1.place && one.time == new.1.time && one.item != item;
        let displaced = self.made.iter().find(|made| there(made)).copied();
        self.put(item, new);
        if let Some(displaced) = displaced
            && let Some(back) = self.by_slot.get(&(displaced.1.item, old.1.place, old.1.time.start)).copied()
        {
            self.put(displaced.1.item, back);
        }
        let gain = self.worth - self.price() - before;
        if gain < 0 && numbers.random::<f64>() >= (gain as f64 / heat).exp() {
            if let Some(displaced) = displaced {
                self.put(displaced.1.item, displaced);
            }
            self.put(item, old);
        }
    }

    /// What is broken costs more than any step can gain.
    fn price(&self) -> i64 {
        self.broken * self.scale * 2
    }

    fn put(&mut self, item: usize, new: Indexed<'a>) {
        self.broken -= self.in_the_way(item);
        self.leave(item);
        if let Some(made) = self.made.get_mut(item) {
            *made = new;
        }
        self.enter(item, new);
        self.broken += self.in_the_way(item);
    }

    fn leave(&mut self, item: usize) {
        let Some((_, old)) = self.made.get(item) else { return };
        self.worth -= old.worth;
        for (cluster, cost) in self.clusters.get(item).into_iter().flatten() {
            let used = self.used.entry((*cluster, old.block)).or_default();
            *used -= 1;
            self.worth += if *used == 0 { *cost } else { 0 };
        }
    }

    fn enter(&mut self, item: usize, new: Indexed<'a>) {
        self.worth += new.1.worth;
        for (cluster, cost) in self.clusters.get(item).into_iter().flatten() {
            let used = self.used.entry((*cluster, new.1.block)).or_default();
            self.worth -= if *used == 0 { *cost } else { 0 };
            *used += 1;
        }
    }

    /// How many other items are in the way of this one.
    fn in_the_way(&self, item: usize) -> i64 {
        let Some((_, one)) = self.made.get(item) else { return 0 };
        let others = self.made.iter().filter(|(_, other)| other.item != item);
        others.filter(|(_, other)| self.model.in_the_way(one, other)).count() as i64
    }
}
