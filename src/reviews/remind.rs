//! Reminding reviewers of what is left to do before a round ends.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde_json::json;

use super::{desk::visible, store, store::remind::Behind};
use crate::{
    accounts::proofs::System,
    calls::{self, Call, Round},
    db::Tx,
    editions,
    error::Error,
    keys::Keys,
    mail::{self, Cause, NewMail, Recipient},
    values::{Id, Zone, time},
};

/// How long before a round ends its reviewers are reminded.
const BEFORE: SignedDuration = SignedDuration::from_hours(48);

/// Duty: reminds, once a round, every reviewer who has not reviewed all that she may before it ends; answers how many.
/// What conflicts with her interests is not hers to review, and does not count.
///
/// # Errors
/// The database's.
pub async fn remind(tx: &mut Tx, keys: &Keys, who: &System) -> Result<usize, Error> {
    let now = tx.now().await?;
    let behind = store::remind::behind(tx, now, now.plus(BEFORE)).await?;
    if behind.is_empty() {
        return Ok(0);
    }
    let editions = editions::all(tx, who).await?;
    let mut mails = Vec::new();
    for one in &behind {
        let call = calls::by_id(tx, one.edition, one.call).await?;
        let rounds = calls::rounds_of(tx, call.id).await?;
        let round = rounds.iter().find(|round| round.id == one.round).ok_or(Error::NotFound)?;
        let items = visible(tx, keys, one.account, (&call, round), "").await?;
        let left = items.iter().filter(|item| item.said.is_none()).count();
        let edition = editions.iter().find(|edition| edition.id == one.edition).ok_or(Error::NotFound)?;
        if left > 0 {
            mails.push(reminder(one, (&call, round), left, &edition.zone));
        }
    }
    mail::queue(tx, &mails).await?;
    Ok(mails.len())
}

fn reminder(one: &Behind, (call, round): (&Call, &Round), left: usize, zone: &Zone) -> NewMail {
    let lang = one.lang;
    let until = round.closes_at.map(|end| time::moment_with_zone(lang, end, zone)).unwrap_or_default();
    let (call, name) = (call.name.pick(lang).text, round.name.pick(lang).text);
    NewMail {
        id: Id::fresh(),
        edition: Some(one.edition.uuid()),
        cause: Cause { kind: "round", id: round.id.uuid() },
        template: "review-reminder",
        to: Recipient { email: one.email.clone(), name: one.name.clone(), lang },
        values: json!({ "call": call, "round": name, "left": left, "until": until }),
        links: BTreeMap::new(),
        due_at: None,
    }
}
