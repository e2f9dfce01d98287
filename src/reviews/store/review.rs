//! The tables `review` and `review_score`.

use std::collections::BTreeMap;

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;

use crate::{
    accounts::Account,
    calls::{Criterion, RoundId},
    db::{
        Tx,
        schema::{call, declared_conflict, review, review_score, submission},
    },
    editions::Edition,
    error::Error,
    submissions::{Shared, SubmissionId},
    values::{Id, Moment, Prose},
};

/// What a reviewer says about a submission in a round, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NewReview {
    /// Whether she gives no judgement.
    pub abstains: bool,
    /// Whether it passes the call's rules, where that is asked.
    pub eligible: Option<bool>,
    /// What she adds for the chair.
    pub comment: Option<Prose<2000>>,
    /// Whether the applicant may read that, without her name.
    pub shareable: bool,
    /// Points by criterion, where a rubric asks for them.
    pub points: BTreeMap<Id<Criterion>, i32>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = review)]
struct Row {
    id: Id<Review>,
    submission_id: SubmissionId,
    account_id: Id<Account>,
    abstains: bool,
    eligible: Option<bool>,
    comment: Option<Prose<2000>>,
    shareable: bool,
}

/// What somebody said about a submission in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// About which.
    pub submission: SubmissionId,
    /// Who.
    pub account: Id<Account>,
    /// What.
    pub said: NewReview,
}

/// Every review of a round.
pub(in crate::reviews) async fn of_round(
    conn: &mut AsyncPgConnection,
    round: RoundId,
) -> Result<Vec<Review>, Error> {
    let rows = review::table.filter(review::round_id.eq(round)).order(review::id);
    let rows: Vec<Row> = rows.select(Row::as_select()).load(conn).await?;
    let ids: Vec<Id<Review>> = rows.iter().map(|row| row.id).collect();
    let scores = review_score::table.filter(review_score::review_id.eq_any(ids));
    let scores: Vec<(Id<Review>, Id<Criterion>, i32)> = scores.load(conn).await?;
    let mut points: BTreeMap<Id<Review>, BTreeMap<Id<Criterion>, i32>> = BTreeMap::new();
    for (review, criterion, given) in scores {
        points.entry(review).or_default().insert(criterion, given);
    }
    let whole = |row: Row| {
        let Row { id, submission_id, account_id, abstains, eligible, comment, shareable } = row;
        let points = points.remove(&id).unwrap_or_default();
        let said = NewReview { abstains, eligible, comment, shareable, points };
        Review { submission: submission_id, account: account_id, said }
    };
    Ok(rows.into_iter().map(whole).collect())
}

/// The comments that applicants may read, of calls that give them out: of an edition, or of one submission. In an order that
/// says nothing of who wrote which; without those of whoever found later that she was not free to judge.
pub(in crate::reviews) async fn shared(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    one: Option<SubmissionId>,
) -> Result<Shared, Error> {
    use declared_conflict as d;
    let giving = call::table.filter(call::edition_id.eq(edition)).filter(call::shares_comments);
    let giving = giving.select(call::id);
    let unfree = d::table.filter(d::submission_id.eq(review::submission_id));
    let unfree = unfree.filter(d::account_id.eq(review::account_id));
    let marked = review::table.inner_join(submission::table).filter(submission::call_id.eq_any(giving));
    let marked = marked.filter(review::shareable).filter(not(exists(unfree)));
    let mut marked = marked.filter(review::comment.is_not_null()).into_boxed();
    if let Some(one) = one {
        marked = marked.filter(review::submission_id.eq(one));
    }
    let rows = marked.order((review::submission_id, review::comment));
    let rows: Vec<(SubmissionId, Option<Prose<2000>>)> =
        rows.select((review::submission_id, review::comment)).load(conn).await?;
    let mut shared = Shared::new();
    for (submission, comment) in rows {
        shared.entry(submission).or_default().extend(comment.map(|comment| comment.to_string()));
    }
    Ok(shared)
}

/// Writes a review, over the one that she wrote before.
pub(in crate::reviews) async fn write(
    tx: &mut Tx,
    (round, submission, account): (RoundId, SubmissionId, Id<Account>),
    new: &NewReview,
    now: Moment,
) -> Result<(), Error> {
    use review as r;
    let said = (
        r::abstains.eq(new.abstains),
        r::eligible.eq(new.eligible),
        r::comment.eq(new.comment.as_ref()),
        r::shareable.eq(new.shareable),
        r::written_at.eq(now),
    );
    let of = (r::round_id.eq(round), r::submission_id.eq(submission), r::account_id.eq(account));
    let id: Id<Review> = diesel::insert_into(r::table)
        .values((r::id.eq(Id::<Review>::fresh()), of, said))
        .on_conflict((r::round_id, r::submission_id, r::account_id))
        .do_update()
        .set(said)
        .returning(r::id)
        .get_result(&mut **tx)
        .await?;
    let before = review_score::table.filter(review_score::review_id.eq(id));
    diesel::delete(before).execute(&mut **tx).await?;
    let row = |(criterion, points): (&Id<Criterion>, &i32)| {
        (
            review_score::review_id.eq(id),
            review_score::criterion_id.eq(*criterion),
            review_score::points.eq(*points),
        )
    };
    let rows: Vec<_> = new.points.iter().map(row).collect();
    diesel::insert_into(review_score::table).values(rows).execute(&mut **tx).await?;
    Ok(())
}
