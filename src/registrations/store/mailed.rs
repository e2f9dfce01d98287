//! The rows that mails about a registration were caused by or lead to.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::registration::RegistrationId;
use crate::{
    db::schema::{address_change, offer, sign_up},
    error::Error,
};

/// The registration itself, every offer to it, every change of its address and every sign-up for a session.
pub(in crate::registrations) async fn rows(
    conn: &mut AsyncPgConnection,
    id: RegistrationId,
) -> Result<Vec<Uuid>, Error> {
    let offers = offer::table.filter(offer::registration_id.eq(id)).select(offer::id);
    let changes =
        address_change::table.filter(address_change::registration_id.eq(id)).select(address_change::id);
    let sign_ups = sign_up::table.filter(sign_up::registration_id.eq(id)).select(sign_up::id);
    let mut rows: Vec<Uuid> = offers.union_all(changes).union_all(sign_ups).load(conn).await?;
    rows.push(id.uuid());
    Ok(rows)
}
