//! How each reviewer scores beside the others, and how far a panel agrees, whoever saw what.

use std::collections::BTreeMap;

use super::{Score, mean, variance};

/// How one reviewer scores. What needs others to compare with is missing where there are none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manner {
    /// How many scores she gave.
    pub reviews: usize,
    /// How much higher her scores are than those that others gave the same submissions, on average; below 0 for stricter.
    pub leniency: Option<f64>,
    /// The standard deviation of her scores: how much of the scale she uses.
    pub spread: f64,
    /// The correlation of her scores with the means that others gave the same submissions, from -1 to 1; where she shares at
    /// least three and neither side is all the same (the corrected item-total correlation: Nunnally, "Psychometric Theory",
    /// 1978).
    pub agreement: Option<f64>,
}

/// As few shared submissions say nothing of a correlation.
const FEWEST: usize = 3;

/// The manner of every reviewer who gave a score.
#[must_use]
pub fn manners<R: Copy + Ord, S: Copy + Ord>(scores: &[Score<R, S>]) -> BTreeMap<R, Manner> {
    let of = by_submission(scores);
    let mut own: BTreeMap<R, Vec<&Score<R, S>>> = BTreeMap::new();
    for one in scores {
        own.entry(one.reviewer).or_default().push(one);
    }
    let manner = |(reviewer, scores): (R, Vec<&Score<R, S>>)| {
        let shared: Vec<(f64, f64)> = scores
            .iter()
            .filter_map(|one| {
                let all = of.get(&one.submission)?.iter().filter(|(other, _)| *other != reviewer);
                let others: Vec<f64> = all.map(|(_, score)| *score).collect();
                (!others.is_empty()).then(|| (one.score, mean(&others)))
            })
            .collect();
        let above: Vec<f64> = shared.iter().map(|(own, others)| own - others).collect();
        let values: Vec<f64> = scores.iter().map(|one| one.score).collect();
        let manner = Manner {
            reviews: values.len(),
            leniency: (!above.is_empty()).then(|| mean(&above)),
            spread: variance(&values).sqrt(),
            agreement: correlation(&shared),
        };
        (reviewer, manner)
    };
    own.into_iter().map(manner).collect()
}

/// How far the panel agrees: Krippendorff's alpha for scores on an interval scale, 1 for always, 0 for no better than
/// chance; cells may be missing ("Computing Krippendorff's Alpha-Reliability", 2011). `None` where no submission has two
/// scores, or all scores are the same.
///
/// ```text
/// alpha = 1 - D_o / D_e
/// D_o   = 1/n · Σ over submissions with m ≥ 2 scores: 1/(m-1) · Σ over ordered pairs of its scores: (difference)²
/// D_e   = 1/(n·(n-1)) · Σ over ordered pairs of all n of these scores: (difference)²
/// ```
#[must_use]
pub fn alpha<R: Copy + Ord, S: Copy + Ord>(scores: &[Score<R, S>]) -> Option<f64> {
    let units: Vec<Vec<f64>> = by_submission(scores)
        .into_values()
        .filter(|unit| unit.len() > 1)
        .map(|unit| unit.into_iter().map(|(_, score)| score).collect())
        .collect();
    let all: Vec<f64> = units.iter().flatten().copied().collect();
    let count = all.len() as f64;
    // The squares of differences over all ordered pairs are 2·n² times the variance.
    let pairs = |values: &[f64]| 2.0 * (values.len() as f64).powi(2) * variance(values);
    let expected = pairs(&all) / (count * (count - 1.0));
    let observed: f64 = units.iter().map(|unit| pairs(unit) / (unit.len() as f64 - 1.0)).sum::<f64>() / count;
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

fn by_submission<R: Copy + Ord, S: Copy + Ord>(scores: &[Score<R, S>]) -> BTreeMap<S, Vec<(R, f64)>> {
    let mut found: BTreeMap<S, Vec<(R, f64)>> = BTreeMap::new();
    for one in scores {
        found.entry(one.submission).or_default().push((one.reviewer, one.score));
    }
    found
}

/// Pearson's; `None` for too few pairs, or where either side is all the same.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (here, there) = (mean(&one), mean(&other));
    let products: Vec<f64> = pairs.iter().map(|(one, other)| (one - here) * (other - there)).collect();
    let scale = (variance(&one) * variance(&other)).sqrt();
    (pairs.len() >= FEWEST && scale > 1e-9).then(|| (mean(&products) / scale).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn given(reviewer: usize, submission: usize, score: f64) -> Score<usize, usize> {
        Score { reviewer, submission, score }
    }

    #[test]
    fn alpha_is_what_its_author_reckons() {
        // Krippendorff's own example of four observers and twelve units; alpha for intervals is 0.849.
        let rows = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];
        let scores: Vec<_> =
            rows.iter()
                .enumerate()
                .flat_map(|(who, row)| {
                    let cells = row.chars().enumerate().filter_map(move |(unit, cell)| {
                        Some(given(who, unit, f64::from(cell.to_digit(10)?)))
                    });
                    cells.collect::<Vec<_>>()
                })
                .collect();
        assert!((alpha(&scores).unwrap() - 0.849).abs() < 0.0005, "{:?}", alpha(&scores));
    }

    #[test]
    fn a_mild_reviewer_is_told_from_one_who_was_given_better_ones() {
        let fair = (0..6).map(|at| given(1, at, 10.0 * at as f64));
        let mild = (0..6).map(|at| given(2, at, 10.0 * at as f64 + 15.0));
        let lucky = (4..6).map(|at| given(3, at, 10.0 * at as f64));
        let found = manners(&fair.chain(mild).chain(lucky).collect::<Vec<_>>());
        assert!(found[&2].leniency.unwrap() > 14.0);
        assert!(found[&3].leniency.unwrap() < 0.0, "{:?}", found[&3]);
        assert!(found[&1].agreement.unwrap() > 0.99 && found[&3].agreement.is_none());
    }

    #[test]
    fn who_shares_nothing_cannot_be_compared() {
        let found = manners(&[given(1, 1, 10.0), given(2, 2, 20.0)]);
        assert_eq!((found[&1].leniency, found[&1].agreement), (None, None));
        assert_eq!(alpha(&[given(1, 1, 10.0), given(2, 2, 20.0)]), None);
    }

    fn scores() -> impl Strategy<Value = Vec<Score<usize, usize>>> {
        let cell = (0..5_usize, 0..8_usize, 0..=100_u32);
        prop::collection::vec(cell, 1..40).prop_map(|cells| {
            let cells: BTreeMap<(usize, usize), u32> =
                cells.into_iter().map(|(who, what, score)| ((who, what), score)).collect();
            cells.into_iter().map(|((who, what), score)| given(who, what, f64::from(score))).collect()
        })
    }

    proptest! {
        #[test]
        fn another_scale_changes_leniency_with_it_and_agreement_not_at_all(scores in scores(), times in 1..5_u32, more in 0..50_u32) {
            let (times, more) = (f64::from(times), f64::from(more));
            let there: Vec<_> = scores.iter().map(|one| Score { score: one.score * times + more, ..*one }).collect();
            let near = |one: Option<f64>, other: Option<f64>| match (one, other) {
                (Some(one), Some(other)) => (one - other).abs() < 1e-6,
                (one, other) => one == other,
            };
            prop_assert!(near(alpha(&scores), alpha(&there)));
            let (here, there) = (manners(&scores), manners(&there));
            for (who, manner) in here {
                prop_assert!(near(manner.leniency.map(|value| value * times), there[&who].leniency));
                prop_assert!(near(manner.agreement, there[&who].agreement));
            }
        }

        #[test]
        fn alpha_is_one_where_all_agree_and_never_more(scores in scores()) {
            prop_assert!(alpha(&scores).is_none_or(|alpha| alpha <= 1.0));
            let same: Vec<_> = scores.iter().map(|one| Score { score: one.submission as f64, ..*one }).collect();
            prop_assert!(alpha(&same).is_none_or(|alpha| (alpha - 1.0).abs() < 1e-9));
        }
    }
}
