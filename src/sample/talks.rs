//! A call for short talks that is still open, so that one can answer it, and three that were handed in.

use serde::Deserialize;

use super::{data::read, days::Days, demos::Asking};
use crate::{
    accounts::proofs::Organiser,
    calls::CallFields,
    db::Tx,
    editions::Edition,
    error::Error,
    keys::Keys,
    speakers::{self, NewSpeaker, SpeakerFields},
    submissions::{self, DraftFields},
    values::Moment,
};

const TALKS: &str = include_str!("talks.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    call: CallFields,
    talks: Vec<TalkData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TalkData {
    by: SpeakerFields,
    what: DraftFields,
}

/// Opens the call of `edition`, and hands in what staff got by mail for it.
pub(super) async fn load(
    tx: &mut Tx,
    keys: &Keys,
    (organiser, edition): (&Organiser, &Edition),
    days: &Days,
    now: Moment,
) -> Result<(), Error> {
    let data: Data = read(&Days::fill(days.upcoming, TALKS)?)?;
    let asking = Asking::open(tx, (organiser, edition), &data.call).await?;
    for TalkData { by, what } in &data.talks {
        let speaker = speakers::add(tx, &asking.who, NewSpeaker::try_from(by)?).await?;
        let draft = what.parse(&asking.form)?;
        submissions::add(tx, keys, &asking.who, (asking.form.call.id, speaker.id), &draft, now).await?;
    }
    Ok(())
}
