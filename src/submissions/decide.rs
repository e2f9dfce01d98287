//! Deciding, one by one or in bulk; it tells nobody.

use diesel_async::AsyncPgConnection;

use super::{
    Decision, Event, SubmissionId,
    locked::{Move, advance},
    store,
};
use crate::{accounts::proofs::Programme, db::Tx, error::Error, values::Moment};

/// A decision about one submission.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// About which.
    pub submission: SubmissionId,
    /// What was decided when the chair looked at it.
    pub seen: Option<Decision>,
    /// What is decided now; none takes the decision back.
    pub decision: Option<Decision>,
}

/// Decides all of them or none.
///
/// # Errors
/// [`Error::Conflict`]: `decided_meanwhile` where one was decided otherwise since the chair looked, and what the state
/// machine says against a decision; [`Error::NotFound`] when one is not of the proof's edition.
pub async fn decide(tx: &mut Tx, who: &Programme, choices: &[Choice], now: Moment) -> Result<(), Error> {
    let ids: Vec<SubmissionId> = choices.iter().map(|choice| choice.submission).collect();
    for row in store::submission::lock(tx, who.edition(), &ids).await? {
        let Some(choice) = choices.iter().find(|choice| choice.submission == row.id) else { continue };
        if row.standing().decision != choice.seen {
            return Err(Error::conflict("decided_meanwhile"));
        }
        let event = Event::Decide(choice.decision);
        advance(tx, who.actor(), &row, Move::new("submission.decide", event), now).await?;
    }
    Ok(())
}

/// The place behind everybody on standby, whatever the call or track.
///
/// # Errors
/// The database's.
pub async fn end_of_standby(conn: &mut AsyncPgConnection, who: &Programme) -> Result<i32, Error> {
    Ok(store::due::last_standby(conn, who.edition()).await?.unwrap_or(0).saturating_add(1))
}
