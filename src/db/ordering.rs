//! Rows that stand in an order which an organiser chose: tables with `edition_id` and `position`.

use diesel::sql_types::{Array, Int4, Int8, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::Tx;
use crate::error::Error;

#[derive(diesel::QueryableByName)]
struct Position {
    #[diesel(sql_type = Int4)]
    position: i32,
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = Int8)]
    count: i64,
}

/// The place after the last row of `table` in the edition.
///
/// # Errors
/// The database's.
pub async fn next_position(tx: &mut Tx, table: &'static str, edition: Uuid) -> Result<i32, Error> {
    let query =
        format!("SELECT coalesce(max(position), 0) + 1 AS position FROM {table} WHERE edition_id = $1");
    let next: Position = diesel::sql_query(query).bind::<SqlUuid, _>(edition).get_result(&mut **tx).await?;
    Ok(next.position)
}

/// Puts the rows `ids` of the edition first, in this order. Rows that are not named, since somebody
/// added them meanwhile, keep their order behind.
///
/// # Errors
/// [`Error::NotFound`] when a row is not of this edition, or the database's.
pub async fn reorder(tx: &mut Tx, table: &'static str, edition: Uuid, ids: &[Uuid]) -> Result<(), Error> {
    let known = format!(
        "SELECT count(*) AS count FROM unnest($2) AS named (id)
         WHERE NOT EXISTS (SELECT FROM {table} t WHERE t.id = named.id AND t.edition_id = $1)"
    );
    let strangers: Count = diesel::sql_query(known)
        .bind::<SqlUuid, _>(edition)
        .bind::<Array<SqlUuid>, _>(ids)
        .get_result(&mut **tx)
        .await?;
    if strangers.count > 0 {
        return Err(Error::NotFound);
    }
    let renumber = format!(
        "UPDATE {table} t SET position = placed.place
         FROM (SELECT id, row_number() OVER (ORDER BY array_position($2, id) NULLS LAST, position, id) AS place
               FROM {table} WHERE edition_id = $1) AS placed
         WHERE t.id = placed.id"
    );
    diesel::sql_query(renumber)
        .bind::<SqlUuid, _>(edition)
        .bind::<Array<SqlUuid>, _>(ids)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
