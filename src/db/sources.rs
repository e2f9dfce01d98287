//! Where imported rows came from: beside a table `t` with `edition_id` stands `t_source`, with at most one
//! line for each of its rows.

use diesel::sql_types::{Array, Binary, Jsonb, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use super::Tx;
use crate::error::Error;

/// Where a row came from.
#[derive(Clone, Debug, PartialEq, Eq, diesel::QueryableByName)]
pub struct Source {
    /// The row.
    #[diesel(sql_type = SqlUuid)]
    pub row_id: Uuid,
    /// What it is called where it came from, once in an edition.
    #[diesel(sql_type = Text)]
    pub key: String,
    /// SHA-256 of what was said of it when it was imported last.
    #[diesel(sql_type = Binary)]
    pub digest: Vec<u8>,
    /// What was said of it and has no place in the row itself.
    #[diesel(sql_type = Jsonb)]
    pub content: Value,
}

/// All of the edition's for the rows of `table`.
///
/// # Errors
/// The database's.
pub async fn of_edition(
    conn: &mut AsyncPgConnection,
    table: &'static str,
    edition: Uuid,
) -> Result<Vec<Source>, Error> {
    let query = format!("SELECT row_id, key, digest, content FROM {table}_source WHERE edition_id = $1");
    Ok(diesel::sql_query(query).bind::<SqlUuid, _>(edition).load(conn).await?)
}

/// Keeps these in one statement. A key that another row of the edition had is this row's from now on.
///
/// # Errors
/// The database's.
pub async fn keep(tx: &mut Tx, table: &'static str, edition: Uuid, kept: &[Source]) -> Result<(), Error> {
    let (rows, keys) = (each(kept, |it| it.row_id), each(kept, |it| it.key.as_str()));
    let given_up =
        format!("DELETE FROM {table}_source WHERE edition_id = $1 AND (row_id = ANY ($2) OR key = ANY ($3))");
    diesel::sql_query(given_up)
        .bind::<SqlUuid, _>(edition)
        .bind::<Array<SqlUuid>, _>(&rows)
        .bind::<Array<Text>, _>(&keys)
        .execute(&mut **tx)
        .await?;
    let insert = format!(
        "INSERT INTO {table}_source (edition_id, row_id, key, digest, content) \
         SELECT $1, * FROM unnest($2, $3, $4, $5)"
    );
    diesel::sql_query(insert)
        .bind::<SqlUuid, _>(edition)
        .bind::<Array<SqlUuid>, _>(&rows)
        .bind::<Array<Text>, _>(&keys)
        .bind::<Array<Binary>, _>(each(kept, |it| it.digest.as_slice()))
        .bind::<Array<Jsonb>, _>(each(kept, |it| &it.content))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

fn each<'a, T>(kept: &'a [Source], column: impl Fn(&'a Source) -> T) -> Vec<T> {
    kept.iter().map(column).collect()
}
