//! Answers that have outlived their question's retention.

use diesel::{
    prelude::*,
    sql_types::{Int8, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{Tx, prepared},
    editions::Edition,
    error::Error,
    questions::Question,
    values::Id,
};

/// How many answers to one question were deleted.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::registrations) struct Purged {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) question_id: Id<Question>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition_id: Id<Edition>,
    #[diesel(sql_type = Int8)]
    pub(in crate::registrations) answers: i64,
}

pub(in crate::registrations) async fn purge(tx: &mut Tx) -> Result<Vec<Purged>, Error> {
    Ok(prepared(
        "WITH over AS (
             SELECT q.id, q.edition_id FROM question q JOIN edition e ON e.id = q.edition_id
             WHERE e.ends_at + q.retain_days * interval '1 day' < clock_timestamp()
         ), gone AS (
             DELETE FROM answer USING over WHERE answer.question_id = over.id
             RETURNING answer.question_id, over.edition_id
         )
         SELECT question_id, edition_id, count(*) AS answers FROM gone GROUP BY question_id, edition_id",
    )
    .load(&mut **tx)
    .await?)
}
