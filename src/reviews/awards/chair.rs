//! What the chair does about awards.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{Award, AwardId, AwardState, NewAward, Tally, tally::tally};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    calls::{self, CallId},
    db::Tx,
    error::{Error, Reason},
    keys::Keys,
    reviews::store,
    values::Moment,
};

/// The awards of a call, the first made first.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn awards(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<Award>, Error> {
    let call = calls::call(conn, who, call).await?;
    store::award::of_call(conn, call.id).await
}

/// One of them, and what its ballots come to: now, or when it was closed.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, and when it is not of the call.
pub async fn award(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Programme,
    (call, id): (CallId, AwardId),
) -> Result<(Award, Tally), Error> {
    let call = calls::call(conn, who, call).await?;
    let award = store::award::find(conn, call.id, id).await?;
    let tally = match award.tally()? {
        Some(frozen) => frozen,
        None => tally(conn, keys, call.edition, &award).await?,
    };
    Ok((award, tally))
}

/// Makes an award that judges don't see yet.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Invalid`] `choice_unknown` for a track that the call does not
/// have.
pub async fn create_award(
    tx: &mut Tx,
    who: &Programme,
    call: CallId,
    new: &NewAward,
) -> Result<Award, Error> {
    let call = calls::call(tx, who, call).await?;
    if let Some(track) = new.track
        && !call.tracks(tx).await?.iter().any(|quota| quota.track == track)
    {
        return Err(Error::field("track", Reason::new("choice_unknown")));
    }
    let award = store::award::insert(tx, call.id, new).await?;
    let content = json!({ "name": award.name, "track": award.track });
    record(tx, who, "award.create", &award, content).await?;
    Ok(award)
}

/// Lets the judges vote from now on.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`]: `award_open`, `award_closed`.
pub async fn open_award(
    tx: &mut Tx,
    who: &Programme,
    place: (CallId, AwardId),
    now: Moment,
) -> Result<(), Error> {
    let award = held(tx, who, place).await?;
    match award.state() {
        AwardState::Draft => {}
        AwardState::Open => return Err(Error::conflict("award_open")),
        AwardState::Closed => return Err(Error::conflict("award_closed")),
    }
    store::award::set_opened(tx, award.id, now).await?;
    record(tx, who, "award.open", &award, Value::Null).await
}

/// Ends the vote: what the ballots come to now is the result for good.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`]: `award_not_open`, `award_closed`.
pub async fn close_award(
    tx: &mut Tx,
    keys: &Keys,
    who: &Programme,
    place: (CallId, AwardId),
    now: Moment,
) -> Result<(), Error> {
    let award = held(tx, who, place).await?;
    match award.state() {
        AwardState::Draft => return Err(Error::conflict("award_not_open")),
        AwardState::Open => {}
        AwardState::Closed => return Err(Error::conflict("award_closed")),
    }
    let tally = tally(tx, keys, who.edition().into(), &award).await?;
    let result = serde_json::to_value(&tally).map_err(Error::internal)?;
    store::award::set_closed(tx, award.id, &result, now).await?;
    record(tx, who, "award.close", &award, json!({ "placings": tally.placings })).await
}

/// Removes an award that was never opened.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] `award_opened`.
pub async fn remove_award(tx: &mut Tx, who: &Programme, place: (CallId, AwardId)) -> Result<(), Error> {
    let award = held(tx, who, place).await?;
    if award.state() != AwardState::Draft {
        return Err(Error::conflict("award_opened"));
    }
    store::award::delete(tx, award.id).await?;
    record(tx, who, "award.remove", &award, json!({ "name": award.name })).await
}

/// An award that nobody votes on, opens or closes until the transaction ends.
async fn held(tx: &mut Tx, who: &Programme, (call, id): (CallId, AwardId)) -> Result<Award, Error> {
    let call = calls::call(tx, who, call).await?;
    store::award::lock(tx, call.id, id).await
}

async fn record(
    tx: &mut Tx,
    who: &Programme,
    action: &'static str,
    award: &Award,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (award.id.uuid(), Some(who.edition()));
    audit::record(tx, who.actor(), Entry { action, subject_kind: "award", subject, edition, content }).await
}
