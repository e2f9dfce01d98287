//! How sure a rank is: between which ranks it would be if the same reviewers were as capricious once more.
//!
//! What a normalised score lies above or below the mean of its submission is chance, as far as we know. So the submission's
//! mean is kept, and as many of these residuals as it has scores, drawn from those of all, are put on it anew; what the
//! ranks are then, a thousand times over, is how sure they are (bootstrap of residuals: Efron and Tibshirani, "An Introduction
//! to the Bootstrap", 1993, chapter 9; intervals of ranks: Goldstein and Spiegelhalter, "League tables and their
//! limitations", Journal of the Royal Statistical Society A 159, 1996). Residuals are widened by `√(m / (m - 1))` for `m` scores,
//! since a mean lies nearer to its own scores than the truth does. The draws are the same on every run.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

use super::mean;

/// How often ranks are drawn.
const DRAWS: usize = 1_000;
/// So many of a thousand ranks are left out at either end: the interval holds nine of ten.
const TAIL: usize = 50;

/// The rank of a submission by its normalised score, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// From 1 on; equal scores share the better one.
    pub rank: usize,
    /// In nineteen of twenty draws it was no better than this.
    pub best: usize,
    /// In nineteen of twenty draws it was no worse than this.
    pub worst: usize,
    /// The share of draws in which it was ahead of the next in rank; `None` for the last, ½ where chance is unknown.
    pub ahead: Option<f64>,
}

impl Rank {
    /// Whether it can be told apart from the next in rank: it is ahead of it in nineteen of twenty draws.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        self.ahead.is_none_or(|share| share >= 0.95)
    }
}

/// The rank of everything with a score, given its normalised scores.
#[must_use]
pub fn ranks<S: Copy + Ord>(scores: &BTreeMap<S, Vec<f64>>) -> BTreeMap<S, Rank> {
    let scored: Vec<(S, &Vec<f64>)> =
        scores.iter().filter(|(_, own)| !own.is_empty()).map(|(id, own)| (*id, own)).collect();
    let means: Vec<f64> = scored.iter().map(|(_, own)| mean(own)).collect();
    let residuals = residuals(&scored, &means);
    let first = ranked(&means);
    if residuals.is_empty() {
        return unknown(&scored, &first);
    }
    let mut numbers = Xoshiro256PlusPlus::seed_from_u64(0);
    let mut order: Vec<usize> = (0..means.len()).collect();
    order.sort_by(|one, other| of(&means, *other).total_cmp(&of(&means, *one)));
    let mut drawn: Vec<Vec<usize>> = vec![Vec::with_capacity(DRAWS); means.len()];
    let mut ahead = vec![0_usize; means.len()];
    for _ in 0..DRAWS {
        let anew: Vec<f64> = scored
            .iter()
            .zip(&means)
            .map(|((_, own), mean)| mean + chance(&residuals, own.len(), &mut numbers))
            .collect();
        for (own, rank) in drawn.iter_mut().zip(ranked(&anew)) {
            own.push(rank);
        }
        for (place, pair) in order.windows(2).enumerate() {
            if let ([one, next], Some(count)) = (pair, ahead.get_mut(place)) {
                *count += usize::from(of(&anew, *one) > of(&anew, *next));
            }
        }
    }
    let rank = |(at, (id, _)): (usize, &(S, &Vec<f64>))| {
        let mut drawn = drawn.get(at).cloned().unwrap_or_default();
        drawn.sort_unstable();
        let rank = first.get(at).copied()?;
        let place = order.iter().position(|one| *one == at).filter(|place| place + 1 < order.len());
        Some((
            *id,
            Rank {
                rank,
                best: drawn.get(TAIL).copied()?.min(rank),
                worst: drawn.get(DRAWS - 1 - TAIL).copied()?.max(rank),
                ahead: place.and_then(|place| ahead.get(place)).map(|count| *count as f64 / DRAWS as f64),
            },
        ))
    };
    scored.iter().enumerate().filter_map(rank).collect()
}

/// Where nothing has two scores, nothing is known of chance, and any rank may be any other.
fn unknown<S: Copy + Ord>(scored: &[(S, &Vec<f64>)], ranks: &[usize]) -> BTreeMap<S, Rank> {
    let rank = |((id, _), rank): (&(S, &Vec<f64>), &usize)| {
        let ahead = (*rank < scored.len()).then_some(0.5);
        (*id, Rank { rank: *rank, best: 1, worst: scored.len(), ahead })
    };
    scored.iter().zip(ranks).map(rank).collect()
}

fn of(values: &[f64], at: usize) -> f64 {
    values.get(at).copied().unwrap_or(f64::NEG_INFINITY)
}

/// What scores lie above or below their submission's mean, of those that have several.
fn residuals<S>(scored: &[(S, &Vec<f64>)], means: &[f64]) -> Vec<f64> {
    let several = scored.iter().zip(means).filter(|((_, own), _)| own.len() > 1);
    let residuals = several.flat_map(|((_, own), mean)| {
        let count = own.len() as f64;
        own.iter().map(move |score| (score - mean) * (count / (count - 1.0)).sqrt())
    });
    residuals.collect()
}

/// The mean of so many residuals, drawn with replacement.
fn chance(residuals: &[f64], count: usize, numbers: &mut Xoshiro256PlusPlus) -> f64 {
    let drawn = (0..count).map(|_| of(residuals, numbers.random_range(0..residuals.len())));
    drawn.sum::<f64>() / count as f64
}

/// One more than how many are above.
fn ranked(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|one, other| other.total_cmp(one));
    values.iter().map(|value| 1 + sorted.partition_point(|other| other > value)).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_lies_far_apart_is_sure_and_what_lies_close_is_not() {
        let around = |middle: f64| vec![middle - 4.0, middle, middle + 4.0];
        let scores =
            BTreeMap::from([(1, around(90.0)), (2, around(51.0)), (3, around(50.0)), (4, around(10.0))]);
        let found = ranks(&scores);
        assert_eq!((found[&1].rank, found[&1].best, found[&1].worst, found[&1].is_apart()), (1, 1, 1, true));
        assert_eq!((found[&2].best, found[&2].worst, found[&2].is_apart()), (2, 3, false));
        assert_eq!((found[&3].best, found[&3].worst, found[&3].is_apart()), (2, 3, true));
        assert_eq!((found[&4].rank, found[&4].ahead), (4, None));
    }

    #[test]
    fn a_single_review_is_as_unsure_as_any_one() {
        let scores =
            BTreeMap::from([(1, vec![60.0]), (2, vec![55.0, 45.0, 58.0]), (3, vec![20.0, 60.0, 40.0])]);
        assert!(!ranks(&scores)[&1].is_apart());
    }

    #[test]
    fn one_reviewer_alone_makes_no_rank_sure() {
        let found = ranks(&BTreeMap::from([(1, vec![90.0]), (2, vec![10.0])]));
        assert_eq!((found[&1].rank, found[&1].best, found[&1].worst, found[&1].is_apart()), (1, 1, 2, false));
    }

    fn scores() -> impl Strategy<Value = BTreeMap<u8, Vec<f64>>> {
        let own = prop::collection::vec((0..=100_u32).prop_map(f64::from), 0..4);
        prop::collection::btree_map(any::<u8>(), own, 0..10)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_rank_lies_in_its_interval_and_follows_the_means(scores in scores()) {
            let found = ranks(&scores);
            let scored = scores.iter().filter(|(_, own)| !own.is_empty());
            prop_assert_eq!(found.keys().collect::<Vec<_>>(), scored.map(|(id, _)| id).collect::<Vec<_>>());
            for (id, rank) in &found {
                prop_assert!(1 <= rank.best && rank.best <= rank.rank && rank.rank <= rank.worst && rank.worst <= found.len());
                let above = found.keys().filter(|other| mean(&scores[other]) > mean(&scores[id])).count();
                prop_assert_eq!(rank.rank, above + 1);
            }
        }

        #[test]
        fn the_same_scores_give_the_same_intervals(scores in scores()) {
            prop_assert_eq!(ranks(&scores), ranks(&scores));
        }

        #[test]
        fn where_reviewers_never_differ_ranks_are_sure(means in prop::collection::btree_set(0..100_u32, 1..8)) {
            let scores: BTreeMap<u32, Vec<f64>> = means.iter().map(|mean| (*mean, vec![f64::from(*mean); 3])).collect();
            for rank in ranks(&scores).values() {
                prop_assert_eq!((rank.best, rank.worst, rank.is_apart()), (rank.rank, rank.rank, true));
            }
        }
    }
}
