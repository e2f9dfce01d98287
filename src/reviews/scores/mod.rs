//! What reviews come to: the score of one, and the numbers of a submission side by side.
//!
//! Some reviewers are stricter than others, and some use more of the scale. The normalised score asks how
//! far a score lies from its reviewer's own mean, in her own standard deviations, and puts that back on
//! the scale of all. With few reviews her mean and variance are hardly known, so both are drawn to
//! those of all by the credibility `n / (n + k)` of `n` scores (H. Bühlmann, "Experience rating and
//! credibility", ASTIN Bulletin 4, 1967), with `k` = [`PRIOR`]:
//!
//! ```text
//! mean(r)  = (n·mean of r's scores + k·mean of all) / (n + k)
//! var(r)   = (n·variance of r's scores + k·variance of all) / (n + k)
//! score'   = mean of all + sd of all · (score - mean(r)) / √var(r)
//! ```

mod intervals;
mod judges;

use std::collections::BTreeMap;

pub use intervals::{Rank, ranks};
pub use judges::{Manner, alpha, manners};

/// As many scores as a reviewer must have given for her own mean to count as much as that of all.
pub const PRIOR: f64 = 4.0;

/// A question of the rubric, and what was answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// How much it counts against the others.
    pub weight: u32,
    /// The most points there are.
    pub most: u32,
    /// The points that were given; `None` for an abstention.
    pub points: Option<u32>,
}

/// The score of one review from 0 to 100: each answer as a share of its most points, by weight. Criteria
/// without an answer do not count; `None` when none counts.
#[must_use]
pub fn weighted(answers: &[Answered]) -> Option<f64> {
    let counts = answers.iter().filter(|one| one.weight > 0 && one.most > 0);
    let given =
        counts.filter_map(|one| Some((f64::from(one.weight), f64::from(one.most), f64::from(one.points?))));
    let (sum, weights) = given.fold((0.0, 0.0), |(sum, weights), (weight, most, points)| {
        (sum + weight * points / most, weights + weight)
    });
    (weights > 0.0).then(|| 100.0 * sum / weights)
}

/// The numbers of one submission.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// How many scores it has.
    pub reviews: usize,
    /// How many it was to have: the reviewers it was assigned to.
    pub assigned: usize,
    /// Their mean.
    pub mean: f64,
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// The mean of the normalised scores.
    pub normalised: f64,
    /// The standard deviation among its scores: how far reviewers disagree; 0 for one.
    pub spread: f64,
}

impl Standing {
    /// Which share of its reviews has come in, from 0 to 1.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        let assigned = self.assigned.max(self.reviews).max(1);
        self.reviews as f64 / assigned as f64
    }
}

/// One score that a reviewer gave a submission.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score<R, S> {
    /// Whose.
    pub reviewer: R,
    /// For what.
    pub submission: S,
    /// From 0 to 100.
    pub score: f64,
}

/// The scores of one submission, in the order in which they were handed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// As they were given.
    pub raw: Vec<f64>,
    /// The same, normalised.
    pub normalised: Vec<f64>,
}

/// The scores of every submission that has any, normalised by reviewer.
#[must_use]
pub fn normalise<R: Copy + Ord, S: Copy + Ord>(scores: &[Score<R, S>]) -> BTreeMap<S, Given> {
    let all: Vec<f64> = scores.iter().map(|one| one.score).collect();
    let mut by_reviewer: BTreeMap<R, Vec<f64>> = BTreeMap::new();
    for one in scores {
        by_reviewer.entry(one.reviewer).or_default().push(one.score);
    }
    let (mean_of_all, variance_of_all) = (mean(&all), variance(&all));
    let normal = |one: &Score<R, S>| {
        let own = by_reviewer.get(&one.reviewer).map_or(&[][..], Vec::as_slice);
        let drawn = |own_value: f64, of_all: f64| {
            (own.len() as f64 * own_value + PRIOR * of_all) / (own.len() as f64 + PRIOR)
        };
        let deviation = one.score - drawn(mean(own), mean_of_all);
        let scale = (variance_of_all / drawn(variance(own), variance_of_all)).sqrt();
        // Where all scores are the same there is nothing to scale.
        mean_of_all + if scale.is_finite() { deviation * scale } else { deviation }
    };
    let mut given: BTreeMap<S, Given> = BTreeMap::new();
    for one in scores {
        let of = given.entry(one.submission).or_default();
        of.raw.push(one.score);
        of.normalised.push(normal(one));
    }
    given
}

/// The numbers of every submission that has a score, given how many reviewers each was `assigned` to.
#[must_use]
pub fn standings<R: Copy + Ord, S: Copy + Ord>(
    scores: &[Score<R, S>],
    assigned: &BTreeMap<S, usize>,
) -> BTreeMap<S, Standing> {
    let standing = |(submission, given): (S, Given)| {
        let standing = Standing {
            reviews: given.raw.len(),
            assigned: assigned.get(&submission).copied().unwrap_or(0),
            mean: mean(&given.raw),
            median: median(&given.raw),
            normalised: mean(&given.normalised),
            spread: variance(&given.raw).sqrt(),
        };
        (submission, standing)
    };
    normalise(scores).into_iter().map(standing).collect()
}

/// 0 of nothing.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The mean square distance from the mean.
fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len().max(1) as f64
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let odd = sorted.len() % 2;
    let before = sorted.len().saturating_sub(1) / 2;
    mean(&sorted.into_iter().skip(before).take(2 - odd).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests;
