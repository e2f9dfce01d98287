//! The model as a mixed-integer program: a binary variable for every choice, one for every block that a
//! cluster uses.
//!
//! Intervals that overlap pairwise all share an instant, so that one row for every largest such set says
//! more to the solver than a row for every pair. For the same reason a block's variable bounds each
//! item, and each such set, by itself and not only their sum.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, Variable};

use super::{Choice, Cluster, Constraint, Model};

/// The program, and which variable stands for which choice.
pub(super) struct Program {
    pub(super) problem: Problem,
    /// Each with the index of its choice.
    variables: Vec<(usize, Variable)>,
}

/// A choice and its variable.
type Term<'a> = (&'a Choice, Variable);

impl Program {
    /// The program of what is best. Blocks cost what items lose that are not with another: what that
    /// makes too little is the same for every solution, and no part of the program.
    pub(super) fn best(model: &Model) -> Self {
        let (mut program, terms) = Self::build(model, &model.constraints(), |choice| choice.worth as f64);
        for cluster in &model.clusters {
            let mut blocks: BTreeMap<usize, Vec<Term<'_>>> = BTreeMap::new();
            for term in terms.iter().filter(|(choice, _)| cluster.items.contains(&choice.item)) {
                blocks.entry(term.0.block).or_default().push(*term);
            }
            program.spread(cluster, &blocks);
        }
        program
    }

    /// A variable for every block that the cluster may use.
    fn spread(&mut self, cluster: &Cluster, blocks: &BTreeMap<usize, Vec<Term<'_>>>) {
        let (mut all, mut holds) = (Vec::new(), Vec::new());
        for terms in blocks.values() {
            let used = self.problem.add_binary_var(-f64::from(cluster.worth));
            let items = by(terms, |choice| choice.item);
            holds.push(most_at_once(terms).min(items.len()));
            for row in items.into_values().chain(busy_sets(terms)) {
                self.at_most(&row, used);
            }
            all.push((used, 1.0));
        }
        // However they are chosen, it takes so many blocks to hold them all.
        holds.sort_unstable_by_key(|held| Reverse(*held));
        let mut left = cluster.items.len();
        let needed = holds.iter().take_while(|held| {
            let more = left > 0;
            left = left.saturating_sub(**held);
            more
        });
        let needed = needed.count() as f64;
        self.problem.add_constraint(all, ComparisonOp::Ge, needed);
    }

    /// The program of whether `constraints` can hold at all.
    pub(super) fn feasible(model: &Model, constraints: &[Constraint]) -> Self {
        Self::build(model, constraints, |_| 0.0).0
    }

    fn build<'a>(
        model: &'a Model,
        constraints: &[Constraint],
        worth: impl Fn(&Choice) -> f64,
    ) -> (Self, Vec<Term<'a>>) {
        let kept: BTreeSet<&Constraint> = constraints.iter().collect();
        let allowed = |(index, choice): &(usize, &Choice)| {
            let free = || model.pins.get(&choice.item).is_none_or(|pin| pin == index);
            kept.contains(&Constraint::Place(choice.item))
                && (!kept.contains(&Constraint::Pin(choice.item)) || free())
        };
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut variables = Vec::new();
        let mut terms: Vec<Term<'_>> = Vec::new();
        for (index, choice) in model.choices.iter().enumerate().filter(allowed) {
            let variable = problem.add_binary_var(worth(choice));
            variables.push((index, variable));
            terms.push((choice, variable));
        }
        let mut program = Self { problem, variables };
        let mut of_item = by(&terms, |choice| choice.item);
        for item in (0..model.items).filter(|item| kept.contains(&Constraint::Place(*item))) {
            let row = of_item.remove(&item).unwrap_or_default();
            program.problem.add_constraint(row.into_iter().map(|one| (one, 1.0)), ComparisonOp::Eq, 1.0);
        }
        for row in busy_sets(&terms) {
            program.at_most_one(&row);
        }
        for (index, set) in model.apart.iter().enumerate() {
            if kept.contains(&Constraint::Apart(index)) {
                let of = terms.iter().filter(|(choice, _)| set.contains(&choice.item));
                let times = of.map(|(choice, variable)| (&choice.time, *variable)).collect();
                overlapping(times).iter().for_each(|row| program.at_most_one(row));
            }
        }
        (program, terms)
    }

    /// The choices that a solution makes, in the order of the items.
    pub(super) fn chosen(&self, model: &Model, solution: &Solution) -> Vec<usize> {
        let made = self.variables.iter().filter(|(_, variable)| solution.var_value(*variable) > 0.5);
        let mut chosen: Vec<usize> = made.map(|(index, _)| *index).collect();
        chosen.sort_by_key(|index| model.choices.get(*index).map(|choice| choice.item));
        chosen
    }

    fn at_most_one(&mut self, row: &[Variable]) {
        if row.len() > 1 {
            self.problem.add_constraint(row.iter().map(|one| (*one, 1.0)), ComparisonOp::Le, 1.0);
        }
    }

    fn at_most(&mut self, row: &[Variable], used: Variable) {
        let terms = row.iter().map(|one| (*one, 1.0)).chain([(used, -1.0)]);
        self.problem.add_constraint(terms, ComparisonOp::Le, 0.0);
    }
}

/// The variables by what `key` says of their choices.
fn by(terms: &[Term<'_>], key: impl Fn(&Choice) -> usize) -> BTreeMap<usize, Vec<Variable>> {
    let mut found: BTreeMap<usize, Vec<Variable>> = BTreeMap::new();
    for (choice, variable) in terms {
        found.entry(key(choice)).or_default().push(*variable);
    }
    found
}

/// The largest sets of choices that take up one place at one instant.
fn busy_sets(terms: &[Term<'_>]) -> Vec<Vec<Variable>> {
    let mut places: BTreeMap<usize, Vec<(&Range<i64>, Variable)>> = BTreeMap::new();
    for (choice, variable) in terms {
        places.entry(choice.place).or_default().push((&choice.busy, *variable));
    }
    places.into_values().flat_map(overlapping).collect()
}

/// How many of the choices can be made side by side at most: in each place, always the one that ends first.
fn most_at_once(terms: &[Term<'_>]) -> usize {
    let mut places: BTreeMap<usize, Vec<&Range<i64>>> = BTreeMap::new();
    for (choice, _) in terms {
        places.entry(choice.place).or_default().push(&choice.busy);
    }
    let in_place = |mut times: Vec<&Range<i64>>| {
        times.sort_unstable_by_key(|time| time.end);
        let mut free = i64::MIN;
        times
            .into_iter()
            .filter(|time| {
                let fits = time.start >= free;
                free = if fits { time.end } else { free };
                fits
            })
            .count()
    };
    places.into_values().map(in_place).sum()
}

/// The largest sets that share an instant, found by going through the starts: a set is as large as it
/// gets when the next start comes after one of its ends.
fn overlapping(mut times: Vec<(&Range<i64>, Variable)>) -> Vec<Vec<Variable>> {
    times.sort_unstable_by_key(|(time, variable)| (time.start, *variable));
    let (mut sets, mut open) = (Vec::new(), Vec::<(&Range<i64>, Variable)>::new());
    for (time, variable) in times {
        if open.iter().any(|(earlier, _)| earlier.end <= time.start) {
            sets.push(open.iter().map(|(_, variable)| *variable).collect());
            open.retain(|(earlier, _)| earlier.end > time.start);
        }
        open.push((time, variable));
    }
    sets.push(open.into_iter().map(|(_, variable)| variable).collect());
    sets
}
