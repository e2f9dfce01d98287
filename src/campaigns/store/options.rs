//! What an edition has to choose an audience by, beyond what its domains tell.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{calls::CallId, db::schema::call, error::Error, values::Localised};

/// The edition's calls, in order.
pub(in crate::campaigns) async fn calls(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<(CallId, Localised)>, Error> {
    let all = call::table.filter(call::edition_id.eq(edition)).order((call::position, call::id));
    Ok(all.select((call::id, call::name)).load(conn).await?)
}
