//! What people settle before a proposal is made.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Place, Settled, proposals::record, store};
use crate::{
    accounts::proofs::Programme,
    calls::{self, CallId},
    db::Tx,
    error::{Error, Reason},
    submissions::{self, SubmissionId},
    values::Id,
};

/// What is to be settled about each, as it arrives: nothing, `in`, `out`, or the id of a slot.
pub type PinFields = BTreeMap<SubmissionId, String>;

/// Settles who has a slot, which, or none; whoever is not named stays as they were.
///
/// # Errors
/// [`Error::Invalid`] `choice_unknown`; [`Error::NotFound`] for what was not handed in to this call.
pub async fn set_pins(tx: &mut Tx, who: &Programme, call: CallId, pins: &PinFields) -> Result<(), Error> {
    let call = calls::call(tx, who, call).await?;
    let (before, places) =
        (store::pin::of_call(tx, call.id).await?, store::place::of_call(tx, call.id).await?);
    for (id, typed) in pins {
        let settled = settled(typed, &places)?;
        if settled == before.get(id).copied() {
            continue;
        }
        if submissions::find(tx, who, *id).await?.call != call.id {
            return Err(Error::NotFound);
        }
        store::pin::set(tx, *id, settled).await?;
        let content = json!({ "submission": id, "before": before.get(id), "after": settled });
        record(tx, who, "allocation.pin", call.id, content).await?;
    }
    Ok(())
}

fn settled(typed: &str, places: &[Place]) -> Result<Option<Settled>, Error> {
    let unknown = || Error::field("pins", Reason::new("choice_unknown"));
    Ok(match typed {
        "" => None,
        "in" => Some(Settled::In),
        "out" => Some(Settled::Out),
        id => {
            let id: Id<Place> = id.parse().map_err(|_| unknown())?;
            let place = places.iter().find(|place| place.id == id).ok_or_else(unknown)?;
            Some(Settled::At(place.id))
        }
    })
}
