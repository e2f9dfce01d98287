//! What staff see and do of those who signed up.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    SignUpState,
    line::{Pools, end, record, settle},
};
use crate::{
    accounts::proofs::{Desk, Organiser},
    capacity,
    db::Tx,
    error::Error,
    mail,
    programme::Session,
    registrations::{
        Registration,
        locked::addressee,
        store::{
            self,
            sign_ups::{SignUp, SignUpId},
        },
    },
    values::{Id, Localised, Moment},
};

/// Somebody who signed up.
#[derive(Clone, Debug)]
pub struct SignedUp {
    /// Her place, or her place in line.
    pub sign_up: SignUp,
    /// Who she is.
    pub row: Registration,
}

/// Who is signed up for a session: those with a place, then those who wait, each by arrival.
///
/// # Errors
/// [`Error::NotFound`] for a session of another edition.
pub async fn signed_up(
    conn: &mut AsyncPgConnection,
    who: &Desk,
    session: Id<Session>,
) -> Result<Vec<SignedUp>, Error> {
    let Some(pool) = store::sign_ups::pool_of(conn, who.edition(), session).await? else {
        return Ok(Vec::new());
    };
    let rows = store::sign_ups::of_pool(conn, pool).await?;
    let mut found: Vec<_> = rows.into_iter().map(|(sign_up, row)| SignedUp { sign_up, row }).collect();
    found.sort_by_key(|one| one.sign_up.state != SignUpState::Confirmed);
    Ok(found)
}

/// Gives somebody's place back for her, or takes her off the line; she is told.
///
/// # Errors
/// [`Error::Conflict`] `sign_up_over`; [`Error::NotFound`] outside the edition.
pub async fn give_back_by_staff(
    tx: &mut Tx,
    who: &Organiser,
    (session, id): (Id<Session>, SignUpId),
    now: Moment,
) -> Result<(), Error> {
    let (mut pools, rows) = locked(tx, who, session).await?;
    let found = rows.into_iter().find(|(one, _)| one.id == id);
    let (one, row) = found.ok_or_else(|| Error::conflict("sign_up_over"))?;
    end(tx, &mut pools, &one, who.actor(), now).await?;
    let title = store::sign_ups::title(tx, session).await?;
    tell(tx, &title, &one, &row).await
}

/// Ends every sign-up for a session, so that its limit or the session itself can go; everybody is told. Answers how
/// many there were.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn end_sign_ups(
    tx: &mut Tx,
    who: &Organiser,
    session: Id<Session>,
    now: Moment,
) -> Result<usize, Error> {
    let (mut pools, rows) = locked(tx, who, session).await?;
    let title = store::sign_ups::title(tx, session).await?;
    // All at once: nobody is moved up into a place that goes as well.
    let ids: Vec<SignUpId> = rows.iter().map(|(one, _)| one.id).collect();
    store::sign_ups::end(tx, &ids, now).await?;
    for (one, row) in &rows {
        let told = ("registration.give-back", SignUpState::Cancelled);
        record(tx, &pools, one, who.actor(), told).await?;
        tell(tx, &title, one, row).await?;
        if let Some(pool) = one.pool.filter(|_| one.state == SignUpState::Confirmed) {
            settle(tx, &mut pools, pool, -1).await?;
        }
    }
    Ok(rows.len())
}

async fn locked(
    tx: &mut Tx,
    who: &Organiser,
    session: Id<Session>,
) -> Result<(Pools, Vec<(SignUp, Registration)>), Error> {
    let pool = store::sign_ups::pool_of(tx, who.edition(), session).await?;
    let pools = capacity::lock(tx, pool).await?;
    let rows = match pool {
        Some(pool) => store::sign_ups::of_pool(tx, pool).await?,
        None => Vec::new(),
    };
    Ok((pools, rows))
}

async fn tell(tx: &mut Tx, title: &Localised, one: &SignUp, row: &Registration) -> Result<(), Error> {
    let values = json!({ "title": title.pick(row.lang).text });
    let mail = addressee(row, &row.name()).about_session("session-place-ended", one.id.uuid(), values);
    mail::queue(tx, &[mail]).await
}
