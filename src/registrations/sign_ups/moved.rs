//! Telling those who booked a session that a release moved it or dropped it.

use std::collections::{BTreeMap, btree_map::Entry};

use serde_json::{Value, json};

use crate::{
    accounts::proofs::System,
    capacity,
    db::Tx,
    editions::{self, Edition, Room, parts},
    error::Error,
    mail::{self, NewMail},
    programme::{self, Release, SlotWords, diff::Changes},
    registrations::{
        Registration, RegistrationId,
        locked::addressee,
        store::{self, sign_ups::SignUp},
    },
};

/// How many people a run looks at; the next comes at once if there are more.
const PEOPLE: i64 = 100;

/// Duty: compares what each knows who has a place in a session, or waits for one, with the latest release of her edition,
/// and tells her once what moved or is off; whose slots are what they were hears nothing. Answers how many people it
/// looked at.
///
/// # Errors
/// The database's.
pub async fn tell_moved(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let behind = store::sign_ups::behind(tx, PEOPLE).await?;
    let Some(first) = behind.first() else { return Ok(0) };
    let editions = editions::all(tx, who).await?;
    let edition = editions.into_iter().find(|edition| edition.id == first.edition).ok_or(Error::NotFound)?;
    let theirs = behind.iter().filter(|one| one.edition == edition.id);
    let mut people: Vec<RegistrationId> = theirs.clone().map(|one| one.registration).collect();
    people.dedup();
    // Under these locks nobody else tells them, and nobody ends what they are told of.
    capacity::lock(tx, theirs.map(|one| one.pool)).await?;
    let latest = programme::current_release(tx, edition.id).await?.ok_or(Error::NotFound)?;
    let late = store::sign_ups::late(tx, &people, latest.number).await?;
    let since = since(tx, &edition, &late, &latest).await?;
    let rooms = parts::list::<Room>(tx, edition.id).await?;
    let words = SlotWords { zone: &edition.zone, rooms: &rooms };
    let each = late.chunk_by(|(_, one), (_, next)| one.id == next.id);
    let mails: Vec<NewMail> = each.filter_map(|hers| letter(hers, &latest, &since, words)).collect();
    mail::queue(tx, &mails).await?;
    let told: Vec<_> = late.iter().map(|(one, _)| one.id).collect();
    store::sign_ups::set_told(tx, &told, latest.number).await?;
    Ok(people.len())
}

/// What changed up to the latest release since each release that somebody knows.
async fn since(
    tx: &mut Tx,
    edition: &Edition,
    late: &[(SignUp, Registration)],
    latest: &Release,
) -> Result<BTreeMap<i32, Changes>, Error> {
    let mut since = BTreeMap::new();
    for (one, _) in late {
        if let Entry::Vacant(unknown) = since.entry(one.told_release) {
            unknown.insert(programme::changes_since(tx, edition.id, one.told_release, latest).await?);
        }
    }
    Ok(since)
}

/// One mail with all that became of her sessions; none where nothing did.
fn letter(
    hers: &[(SignUp, Registration)],
    latest: &Release,
    since: &BTreeMap<i32, Changes>,
    words: SlotWords<'_>,
) -> Option<NewMail> {
    let (_, row) = hers.first()?;
    let slot = |one: &SignUp| {
        let change = since.get(&one.told_release)?.get(&one.session)?;
        Some(words.slot(row.lang, change, change.slot_of_attendees()?))
    };
    let slots: Vec<Value> = hers.iter().filter_map(|(one, _)| slot(one)).collect();
    let name = row.name();
    (!slots.is_empty())
        .then(|| addressee(row, &name).sessions_moved(latest.id.uuid(), json!({ "slots": slots })))
}
