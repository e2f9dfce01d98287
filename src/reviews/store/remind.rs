//! Who is behind with her reviews while a round ends. The outbox knows who was reminded.

use diesel::{
    prelude::*,
    sql_types::{Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;

use crate::{
    accounts::Account,
    calls::{CallId, RoundId},
    db::{Tx, prepared},
    editions::Edition,
    error::Error,
    values::{Email, Id, Lang, Moment},
};

/// A reviewer with something assigned to her that she has not reviewed, and the round.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::reviews) struct Behind {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::reviews) edition: Id<Edition>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::reviews) call: CallId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::reviews) round: RoundId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::reviews) account: Id<Account>,
    #[diesel(sql_type = Text)]
    pub(in crate::reviews) email: Email,
    #[diesel(sql_type = Text)]
    pub(in crate::reviews) name: String,
    #[diesel(sql_type = Text)]
    pub(in crate::reviews) lang: Lang,
}

/// Those behind in rounds that take reviews at `now` and end until `until`, and not reminded of that round; what
/// conflicts with their interests is still among it.
pub(in crate::reviews) async fn behind(
    tx: &mut Tx,
    now: Moment,
    until: Moment,
) -> Result<Vec<Behind>, Error> {
    Ok(prepared(
        "SELECT DISTINCT c.edition_id AS edition, c.id AS call, r.id AS round, a.id AS account, a.email, a.name, a.lang
         FROM round r JOIN call c ON c.id = r.call_id
         JOIN assignment given ON given.round_id = r.id
         JOIN reviewer of ON of.call_id = c.id AND of.account_id = given.account_id
         JOIN account a ON a.id = given.account_id AND a.suspended_at IS NULL
         JOIN role_grant g ON g.account_id = a.id AND g.edition_id = c.edition_id AND g.role = 'reviewer'
         WHERE r.closed_at IS NULL AND (r.opens_at IS NULL OR r.opens_at <= ?) AND r.closes_at > ? AND r.closes_at <= ?
           AND NOT EXISTS (SELECT FROM review done WHERE done.round_id = r.id AND done.account_id = a.id
                           AND done.submission_id = given.submission_id)
           AND NOT EXISTS (SELECT FROM mail m WHERE m.cause_id = r.id AND m.cause_kind = 'round'
                           AND m.template = 'review-reminder' AND m.recipient = a.email)
         ORDER BY r.id, a.id",
    )
    .bind::<Timestamptz, _>(now)
    .bind::<Timestamptz, _>(now)
    .bind::<Timestamptz, _>(until)
    .load(&mut **tx)
    .await?)
}
