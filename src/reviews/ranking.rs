//! What the reviews of a call come to, for the chair.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;

use super::{
    NewReview, Review,
    counting::{Counting, counting},
    scores::{
        Answered, Manner, Rank, Score, Standing, alpha, manners, normalise, ranks, standings, weighted,
    },
    store,
};
use crate::{
    accounts::{Account, proofs::Programme},
    calls::{self, CallId, Round, RoundKind},
    error::Error,
    submissions::SubmissionId,
    values::Id,
};

/// The numbers of a call's submissions in one round.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The round they are of: the last with a rubric that anything was assigned in.
    pub round: Round,
    /// By submission; one without a score has no numbers.
    pub standings: BTreeMap<SubmissionId, Standing>,
    /// The words that reviewers added, by submission.
    pub comments: BTreeMap<SubmissionId, Vec<String>>,
}

/// All that the scores of a round say, of submissions and of those who gave them.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// The numbers of each submission.
    pub ranking: Ranking,
    /// Its rank by the normalised score, and how sure that is.
    pub ranks: BTreeMap<SubmissionId, Rank>,
    /// How each reviewer scores.
    pub manners: BTreeMap<Id<Account>, Manner>,
    /// How far they agree.
    pub alpha: Option<f64>,
}

/// What the reviews of a call come to; none before anything was assigned.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn ranking(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Option<Ranking>, Error> {
    Ok(scored(conn, who, call).await?.map(|(ranking, _)| ranking))
}

/// The same with how sure the ranks are, and how each reviewer scores.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn numbers(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Option<Numbers>, Error> {
    let Some((ranking, scores)) = scored(conn, who, call).await? else { return Ok(None) };
    let normalised = normalise(&scores).into_iter().map(|(id, given)| (id, given.normalised)).collect();
    Ok(Some(Numbers { ranks: ranks(&normalised), manners: manners(&scores), alpha: alpha(&scores), ranking }))
}

/// Who gave what to which submission.
type Scores = Vec<Score<Id<Account>, SubmissionId>>;

/// The last round with a rubric that anything was assigned in, and its scores, as far as they [count](counting()).
async fn scored(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Option<(Ranking, Scores)>, Error> {
    for round in calls::rounds(conn, who, call).await?.into_iter().rev() {
        let is_used = !store::panel::assigned(conn, round.id).await?.is_empty();
        if round.kind != RoundKind::Rubric || !is_used {
            continue;
        }
        let Counting { assigned, reviews } = counting(conn, call, round.id).await?;
        let mut counts: BTreeMap<SubmissionId, usize> = BTreeMap::new();
        for (submission, _) in assigned {
            *counts.entry(submission).or_default() += 1;
        }
        let scores: Scores = reviews.iter().filter_map(|review| score(review, &round)).collect();
        let standings = standings(&scores, &counts);
        return Ok(Some((Ranking { standings, comments: comments(&reviews), round }, scores)));
    }
    Ok(None)
}

fn score(review: &Review, round: &Round) -> Option<Score<Id<Account>, SubmissionId>> {
    let score = weighted(&answers(&review.said, round))?;
    Some(Score { reviewer: review.account, submission: review.submission, score })
}

/// Points counted from the lowest score, so that scales that begin at 1 and at 0 mean the same.
fn answers(said: &NewReview, round: &Round) -> Vec<Answered> {
    let count = |number: i32| u32::try_from(number).unwrap_or_default();
    let answer = |criterion: &calls::Criterion| Answered {
        weight: count(criterion.weight),
        most: count(criterion.high - criterion.low),
        points: said.points.get(&criterion.id).map(|points| count(points - criterion.low)),
    };
    round.criteria.iter().map(answer).collect()
}

fn comments(reviews: &[Review]) -> BTreeMap<SubmissionId, Vec<String>> {
    let mut comments: BTreeMap<SubmissionId, Vec<String>> = BTreeMap::new();
    for review in reviews {
        let comment = review.said.comment.as_ref().map(ToString::to_string);
        comments.entry(review.submission).or_default().extend(comment);
    }
    comments
}
