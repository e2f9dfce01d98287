//! The rounds in which a call's submissions are reviewed.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    CallId, NewRound, Round, RoundId,
    create::{changed, live},
    store,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    editions::Edition,
    error::Error,
    values::{Id, Moment},
};

/// The rounds of a call, in order.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn rounds(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<Round>, Error> {
    store::call::find(conn, who.edition().into(), call).await?;
    store::round::of_call(conn, call).await
}

/// Adds a round, the last in order.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `call_archived`.
pub async fn create_round(tx: &mut Tx, who: &Programme, call: CallId, new: NewRound) -> Result<Round, Error> {
    live(tx, who, call).await?;
    let id = store::round::insert(tx, call, &new).await?;
    let after = of_call(tx, call, id).await?;
    changed(tx, who, "round.create", call.uuid(), json!({ "after": after })).await?;
    Ok(after)
}

/// Changes a round that is not closed. Criteria are told apart by their place.
///
/// # Errors
/// [`Error::NotFound`] outside the call; [`Error::Conflict`]: `round_closed`, `call_archived`, `in_use` for a criterion
/// left out that has scores.
pub async fn change_round(
    tx: &mut Tx,
    who: &Programme,
    call: CallId,
    id: RoundId,
    new: NewRound,
) -> Result<Round, Error> {
    let before = open(tx, who, call, id).await?;
    store::round::update(tx, id, &new).await?;
    let after = of_call(tx, call, id).await?;
    changed(tx, who, "round.change", call.uuid(), json!({ "before": before, "after": after })).await?;
    Ok(after)
}

/// Closes a round: its scores stay as they are for good.
///
/// # Errors
/// [`Error::NotFound`] outside the call; [`Error::Conflict`]: `round_closed`, `call_archived`.
pub async fn close_round(
    tx: &mut Tx,
    who: &Programme,
    call: CallId,
    id: RoundId,
    now: Moment,
) -> Result<(), Error> {
    open(tx, who, call, id).await?;
    store::round::close(tx, id, now).await?;
    changed(tx, who, "round.close", call.uuid(), json!({ "round": id })).await
}

/// Removes a round that nobody scored in.
///
/// # Errors
/// [`Error::NotFound`] outside the call; [`Error::Conflict`]: `round_closed`, `call_archived`, `in_use`.
pub async fn remove_round(tx: &mut Tx, who: &Programme, call: CallId, id: RoundId) -> Result<(), Error> {
    let before = open(tx, who, call, id).await?;
    store::round::delete(tx, id).await?;
    changed(tx, who, "round.remove", call.uuid(), json!({ "before": before })).await
}

/// Puts those named first, in this order; the rest keep theirs behind.
///
/// # Errors
/// [`Error::NotFound`] when one is not of the call; [`Error::Conflict`] `call_archived`.
pub async fn reorder_rounds(
    tx: &mut Tx,
    who: &Programme,
    call: CallId,
    order: &[RoundId],
) -> Result<(), Error> {
    live(tx, who, call).await?;
    let all = store::round::of_call(tx, call).await?;
    if order.iter().any(|id| !all.iter().any(|round| round.id == *id)) {
        return Err(Error::NotFound);
    }
    let rest = all.iter().map(|round| round.id).filter(|id| !order.contains(id));
    let order: Vec<RoundId> = order.iter().copied().chain(rest).collect();
    store::round::renumber(tx, &order).await?;
    changed(tx, who, "round.reorder", call.uuid(), json!({ "after": order })).await
}

/// A round of the edition that takes reviews at `now`. The call's row stays locked against whoever would close it, not
/// against other reviewers.
///
/// # Errors
/// [`Error::NotFound`] outside the edition; [`Error::Conflict`]: `round_not_open`, `round_closed`.
pub async fn reviewed_round(
    tx: &mut Tx,
    edition: Id<Edition>,
    call: CallId,
    id: RoundId,
    now: Moment,
) -> Result<Round, Error> {
    store::call::lock_shared(tx, edition, call).await?;
    let round = of_call(tx, call, id).await?;
    if round.opens_at.is_some_and(|opens| now < opens) {
        return Err(Error::conflict("round_not_open"));
    }
    if round.takes_reviews(now) { Ok(round) } else { Err(Error::conflict("round_closed")) }
}

/// The rounds of a call that the caller has found, in order.
///
/// # Errors
/// The database's.
pub async fn rounds_of(conn: &mut AsyncPgConnection, call: CallId) -> Result<Vec<Round>, Error> {
    store::round::of_call(conn, call).await
}

impl Round {
    /// Whether reviews may be written at `now`.
    #[must_use]
    pub fn takes_reviews(&self, now: Moment) -> bool {
        let begun = self.opens_at.is_none_or(|opens| opens <= now);
        begun && self.closed_at.is_none() && self.closes_at.is_none_or(|closes| now < closes)
    }
}

/// A round of a live call that is not closed; the call's lock keeps it so.
async fn open(tx: &mut Tx, who: &Programme, call: CallId, id: RoundId) -> Result<Round, Error> {
    live(tx, who, call).await?;
    let round = of_call(tx, call, id).await?;
    if round.closed_at.is_some() { Err(Error::conflict("round_closed")) } else { Ok(round) }
}

async fn of_call(tx: &mut Tx, call: CallId, id: RoundId) -> Result<Round, Error> {
    let rounds = store::round::of_call(tx, call).await?;
    rounds.into_iter().find(|round| round.id == id).ok_or(Error::NotFound)
}
