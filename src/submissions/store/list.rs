//! Lists of submissions for staff.

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Bool, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::Submission;
use crate::{db::schema::submission, error::Error, submissions::Filter, values::search};

/// Those that fit, the newest first, from below the cursor on.
pub(in crate::submissions) async fn list(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Submission>, Error> {
    use submission as s;
    let mut query = s::table.filter(s::edition_id.eq(edition)).into_boxed();
    if let Some(words) = search::query(&filter.text) {
        query = query.filter(sql::<Bool>("search @@ ").bind::<Text, _>(words).sql("::tsquery"));
    }
    if let Some(call) = filter.call {
        query = query.filter(s::call_id.eq(call));
    }
    if let Some(lifecycle) = filter.lifecycle {
        query = query.filter(s::lifecycle.eq(lifecycle));
    }
    if let Some(decision) = filter.decision {
        query = query.filter(s::decision.eq(decision));
    }
    if let Some(before) = filter.before {
        query = query.filter(s::id.lt(before));
    }
    Ok(query.order(s::id.desc()).limit(limit).select(Submission::as_select()).load(conn).await?)
}
