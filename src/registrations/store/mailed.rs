//! The rows that mails about a registration were caused by or lead to.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::registration::RegistrationId;
use crate::{
    db::schema::{address_change, offer},
    error::Error,
};

/// The registration itself, every offer to it and every change of its address.
pub(in crate::registrations) async fn rows(
    conn: &mut AsyncPgConnection,
    id: RegistrationId,
) -> Result<Vec<Uuid>, Error> {
    let offers = offer::table.filter(offer::registration_id.eq(id)).select(offer::id);
    let changes =
        address_change::table.filter(address_change::registration_id.eq(id)).select(address_change::id);
    let mut rows: Vec<Uuid> = offers.union_all(changes).load(conn).await?;
    rows.push(id.uuid());
    Ok(rows)
}
