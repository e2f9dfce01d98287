//! What an attendee does herself, by her manage link.

use diesel_async::AsyncPgConnection;

use super::{
    SignUpState,
    line::{Pools, end, fill, record, settle},
};
use crate::{
    capacity,
    db::Tx,
    error::Error,
    programme::Session,
    registrations::{Holder, State, store, store::sign_ups::SignUp},
    values::{Id, Moment},
};

/// One of her sign-ups.
#[derive(Clone, Debug)]
pub struct OwnSignUp {
    /// The row.
    pub row: SignUp,
    /// How many wait before her; 0 when she waits no more.
    pub ahead: i64,
}

/// Her sign-ups that live.
///
/// # Errors
/// The database's.
pub async fn sign_ups_of(conn: &mut AsyncPgConnection, who: &Holder) -> Result<Vec<OwnSignUp>, Error> {
    let mut hers = Vec::new();
    for row in store::sign_ups::live_of(conn, who.registration()).await? {
        let waits = row.state == SignUpState::Waitlisted;
        let ahead = if waits { store::sign_ups::ahead(conn, &row).await? } else { 0 };
        hers.push(OwnSignUp { row, ahead });
    }
    Ok(hers)
}

/// She signs up, and has a place or waits in line. Asking twice is asking once.
///
/// # Errors
/// [`Error::Conflict`]: `sign_up_unconfirmed` unless her registration is confirmed, `sign_up_side_event` where it is for a
/// side event, `session_begun`;
/// [`Error::NotFound`] for a session that is not in the programme or has no limit, and when the link was replaced.
pub async fn sign_up(tx: &mut Tx, who: &Holder, session: Id<Session>, now: Moment) -> Result<SignUp, Error> {
    let pool = store::sign_ups::pool_of(tx, who.edition().uuid(), session).await?.ok_or(Error::NotFound)?;
    let mut pools: Pools = capacity::lock(tx, [pool]).await?;
    let row = store::registration::lock(tx, who.registration()).await?;
    who.still_holds(&row)?;
    if row.state != State::Confirmed {
        return Err(Error::conflict("sign_up_unconfirmed"));
    }
    if row.side_event.is_some() {
        return Err(Error::conflict("sign_up_side_event"));
    }
    let live = store::sign_ups::live_of(tx, row.id).await?;
    if let Some(known) = live.into_iter().find(|one| one.session == session) {
        return Ok(known);
    }
    let shown = store::sign_ups::limited(tx, &[pool]).await?.pop().ok_or(Error::NotFound)?;
    if shown.starts_at <= now {
        return Err(Error::conflict("session_begun"));
    }
    // Who came before comes first, also where places were added a moment ago.
    fill(tx, &mut pools, &[pool], who.actor(), now).await?;
    let free = pools.get(&pool).ok_or(Error::NotFound)?.free();
    let (state, takes) = if free > 0 { (SignUpState::Confirmed, 1) } else { (SignUpState::Waitlisted, 0) };
    let made = store::sign_ups::insert(tx, row.id, session, &shown, state).await?;
    record(tx, &pools, &made, who.actor(), ("registration.sign-up", state)).await?;
    settle(tx, &mut pools, pool, takes).await?;
    Ok(made)
}

/// She gives her place back, or leaves the line.
///
/// # Errors
/// [`Error::Conflict`] `sign_up_over` when she is not signed up any more; [`Error::NotFound`] when the link was
/// replaced.
pub async fn give_back(tx: &mut Tx, who: &Holder, session: Id<Session>, now: Moment) -> Result<(), Error> {
    let pool = store::sign_ups::pool_of(tx, who.edition().uuid(), session).await?;
    let over = || Error::conflict("sign_up_over");
    let mut pools: Pools = capacity::lock(tx, pool).await?;
    let row = store::registration::lock(tx, who.registration()).await?;
    who.still_holds(&row)?;
    let live = store::sign_ups::live_of(tx, row.id).await?;
    let one = live.into_iter().find(|one| one.session == session && one.pool == pool).ok_or_else(over)?;
    end(tx, &mut pools, &one, who.actor(), now).await
}
