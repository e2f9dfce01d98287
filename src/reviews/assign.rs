//! Who reviews what: as many reviewers for each submission as asked for, and loads as equal as conflicts
//! of interest allow.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Pairs of a submission and who reviews it.
pub type Assignment<S, R> = BTreeSet<(S, R)>;

/// Gives each submission `per_submission` reviewers who may review it, or all of them where there are
/// fewer. Pairs in `kept` stay, and count. The sum of the squares of all loads is as small as it can be,
/// so that no two loads differ by more than one unless conflicts or kept pairs force it. Equal input gives
/// equal output.
#[must_use]
pub fn assign<S: Copy + Ord, R: Copy + Ord>(
    submissions: &BTreeSet<S>,
    reviewers: &BTreeSet<R>,
    per_submission: usize,
    kept: &Assignment<S, R>,
    may_review: impl Fn(R, S) -> bool,
) -> Assignment<S, R> {
    let mut desk = Desk { reviewers, kept, may_review, given: kept.clone(), loads: BTreeMap::new() };
    for (_, reviewer) in kept {
        *desk.loads.entry(*reviewer).or_default() += 1;
    }
    for submission in submissions {
        desk.fill(*submission, per_submission);
    }
    while desk.balance() {}
    desk.given
}

struct Desk<'a, S, R, F> {
    reviewers: &'a BTreeSet<R>,
    kept: &'a Assignment<S, R>,
    may_review: F,
    given: Assignment<S, R>,
    loads: BTreeMap<R, usize>,
}

impl<S: Copy + Ord, R: Copy + Ord, F: Fn(R, S) -> bool> Desk<'_, S, R, F> {
    fn load(&self, reviewer: R) -> usize {
        self.loads.get(&reviewer).copied().unwrap_or(0)
    }

    fn can_take(&self, reviewer: R, submission: S) -> bool {
        (self.may_review)(reviewer, submission) && !self.given.contains(&(submission, reviewer))
    }

    /// Gives the submission to those who have least.
    fn fill(&mut self, submission: S, per_submission: usize) {
        let has = self.given.iter().filter(|(one, _)| *one == submission).count();
        for _ in has..per_submission {
            let open = self.reviewers.iter().copied().filter(|one| self.can_take(*one, submission));
            let Some(least) = open.min_by_key(|one| self.load(*one)) else { return };
            self.given.insert((submission, least));
            *self.loads.entry(least).or_default() += 1;
        }
    }

    /// Passes one submission on from each to the next along a chain of reviewers, from one who has at
    /// least two more than the last. Where there is no such chain, the squares of the loads can't sum up
    /// to less: it would be a cycle of negative cost (Klein, "A primal method for minimal cost flows",
    /// 1967).
    fn balance(&mut self) -> bool {
        let mut busiest: Vec<R> = self.reviewers.iter().copied().collect();
        busiest.sort_by_key(|one| std::cmp::Reverse(self.load(*one)));
        let chain = busiest.into_iter().find_map(|from| self.chain(from));
        for (submission, from, to) in chain.iter().flatten() {
            self.given.remove(&(*submission, *from));
            self.given.insert((*submission, *to));
            *self.loads.entry(*from).or_default() -= 1;
            *self.loads.entry(*to).or_default() += 1;
        }
        chain.is_some()
    }

    /// The shortest chain from `from` to somebody with at least two less, link by link.
    fn chain(&self, from: R) -> Option<Vec<(S, R, R)>> {
        let mut came: BTreeMap<R, (S, R)> = BTreeMap::new();
        let mut next = VecDeque::from([from]);
        while let Some(giver) = next.pop_front() {
            for submission in self.movable(giver) {
                for taker in self.reviewers.iter().copied() {
                    let seen = taker == from || came.contains_key(&taker);
                    if seen || !self.can_take(taker, submission) {
                        continue;
                    }
                    came.insert(taker, (submission, giver));
                    if self.load(taker) + 2 <= self.load(from) {
                        return Some(links(&came, from, taker));
                    }
                    next.push_back(taker);
                }
            }
        }
        None
    }

    fn movable(&self, reviewer: R) -> impl Iterator<Item = S> {
        let own = self.given.iter().filter(move |(_, one)| *one == reviewer);
        own.filter(|pair| !self.kept.contains(pair)).map(|(submission, _)| *submission)
    }
}

/// The way back from `last` to `first`.
fn links<S: Copy, R: Copy + Ord>(came: &BTreeMap<R, (S, R)>, first: R, last: R) -> Vec<(S, R, R)> {
    let mut links = Vec::new();
    let mut at = last;
    while at != first
        && let Some((submission, giver)) = came.get(&at)
    {
        links.push((*submission, *giver, at));
        at = *giver;
    }
    links
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn loads(given: &Assignment<usize, usize>, reviewers: usize) -> Vec<usize> {
        (0..reviewers).map(|one| given.iter().filter(|(_, reviewer)| *reviewer == one).count()).collect()
    }

    fn squares(given: &Assignment<usize, usize>, reviewers: usize) -> usize {
        loads(given, reviewers).iter().map(|load| load * load).sum()
    }

    #[test]
    fn without_conflicts_loads_differ_by_one_at_most() {
        let given = assign(&(0..17).collect(), &(0..5).collect(), 3, &BTreeSet::new(), |_, _| true);
        let mut loads = loads(&given, 5);
        loads.sort_unstable();
        assert_eq!(loads, [10, 10, 10, 10, 11]);
    }

    #[test]
    fn who_may_review_everything_takes_what_others_may_not() {
        // 0 and 1 may review submission 0 alone; 2 may review all.
        let given =
            assign(&(0..3).collect(), &(0..3).collect(), 1, &BTreeSet::new(), |one, of| one == 2 || of == 0);
        assert_eq!(given, BTreeSet::from([(0, 0), (1, 2), (2, 2)]));
    }

    #[test]
    fn where_too_few_may_all_of_them_do() {
        let given = assign(&(0..2).collect(), &(0..3).collect(), 3, &BTreeSet::new(), |one, of| one != of);
        assert_eq!(given, BTreeSet::from([(0, 1), (0, 2), (1, 0), (1, 2)]));
    }

    /// Every way to give each submission its reviewers.
    fn every_way(
        submissions: usize,
        reviewers: usize,
        each: usize,
        kept: &Assignment<usize, usize>,
        may: impl Fn(usize, usize) -> bool,
    ) -> Vec<Assignment<usize, usize>> {
        let mut ways = vec![Assignment::new()];
        for submission in 0..submissions {
            let own: BTreeSet<_> = kept.iter().copied().filter(|(one, _)| *one == submission).collect();
            let open: BTreeSet<_> =
                (0..reviewers).filter(|one| may(*one, submission)).map(|one| (submission, one)).collect();
            let wanted = each.max(own.len()).min(open.union(&own).count());
            let sets = (0..1_usize << reviewers).map(|bits| {
                (0..reviewers)
                    .filter(|one| bits >> one & 1 == 1)
                    .map(|one| (submission, one))
                    .collect::<Assignment<_, _>>()
            });
            let fits = |set: &Assignment<usize, usize>| {
                set.len() == wanted
                    && own.is_subset(set)
                    && set.iter().all(|pair| open.contains(pair) || own.contains(pair))
            };
            let sets: Vec<_> = sets.filter(fits).collect();
            ways = ways
                .iter()
                .flat_map(|way| sets.iter().map(|set| way.union(set).copied().collect()))
                .collect();
        }
        ways
    }

    proptest! {
        #[test]
        fn no_way_is_more_balanced_and_none_breaks_a_rule(
            allowed in prop::collection::btree_set((0..4_usize, 0..4_usize), 0..16),
            kept in prop::collection::btree_set((0..4_usize, 0..4_usize), 0..4),
            each in 0..4_usize,
        ) {
            let may = |reviewer, submission| allowed.contains(&(submission, reviewer));
            let given = assign(&(0..4).collect(), &(0..4).collect(), each, &kept, may);
            let ways = every_way(4, 4, each, &kept, may);
            prop_assert!(ways.contains(&given));
            prop_assert_eq!(Some(squares(&given, 4)), ways.iter().map(|way| squares(way, 4)).min());
        }

        #[test]
        fn many_are_shared_out_evenly(submissions in 0..60_usize, reviewers in 1..12_usize, each in 0..5_usize) {
            let given = assign(&(0..submissions).collect(), &(0..reviewers).collect(), each, &BTreeSet::new(), |_, _| true);
            prop_assert_eq!(given.len(), submissions * each.min(reviewers));
            let loads = loads(&given, reviewers);
            prop_assert!(loads.iter().max().zip(loads.iter().min()).is_none_or(|(most, least)| most - least <= 1));
        }
    }
}
