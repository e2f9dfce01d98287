//! What whoever comes is told around the day: her own programme before it, and thanks after it.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{Registration, RegistrationId, locked::addressee, store};
use crate::{
    accounts::proofs::System,
    db::Tx,
    editions::{self, Edition, EditionState, Room, parts},
    error::Error,
    mail::{self, NewMail},
    programme::{self, Released, Session, SlotWords},
    speakers::SpeakerId,
    values::{Id, Lang, time},
};

/// How many people a run writes to; the next comes at once if there are more.
const PEOPLE: i64 = 200;
/// After which time thanks would come too late: an edition that was over before this version is left in peace.
const LATE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Duty: sends everybody with a place, once, the ticket and her own programme, so many days before it begins as the
/// edition says. Whoever was confirmed after that moment has her ticket at hand. Answers how many it wrote to.
///
/// # Errors
/// The database's.
pub async fn remind_of_the_day(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let now = tx.now().await?;
    for (edition, id, occasion) in editions::occasions(tx, who).await? {
        let Some(days) = edition.reminder_days.filter(|_| edition.state == EditionState::Published) else {
            continue;
        };
        let due = time::morning(occasion.starts_at, -days, &occasion.zone);
        if now < due || occasion.starts_at <= now {
            continue;
        }
        let rows = store::day::to_remind(tx, id, due, PEOPLE).await?;
        if rows.is_empty() {
            continue;
        }
        let day = Day::of(tx, &edition, &rows).await?;
        let mails: Vec<NewMail> = rows
            .iter()
            .map(|row| addressee(row, &row.name()).day_reminder(&row.ticket_code, &day.sessions(row)))
            .collect();
        mail::queue(tx, &mails).await?;
        return Ok(rows.len());
    }
    Ok(0)
}

/// Duty: thanks everybody who came, once, so many days after the end as the edition says. Answers how many it wrote to.
///
/// # Errors
/// The database's.
pub async fn thank(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let now = tx.now().await?;
    for (edition, id, occasion) in editions::occasions(tx, who).await? {
        let Some(days) = edition.thanks_days.filter(|_| edition.state != EditionState::Draft) else {
            continue;
        };
        let due = time::morning(occasion.ends_at, days, &occasion.zone);
        if now < due || due.plus(LATE) <= now {
            continue;
        }
        let rows = store::day::to_thank(tx, id, PEOPLE).await?;
        if !rows.is_empty() {
            let mails: Vec<NewMail> = rows.iter().map(|row| addressee(row, &row.name()).thanks()).collect();
            mail::queue(tx, &mails).await?;
            return Ok(rows.len());
        }
    }
    Ok(0)
}

/// What some people have on the day.
struct Day {
    edition: Edition,
    rooms: Vec<Room>,
    released: BTreeMap<Id<Session>, Released>,
    booked: Vec<(RegistrationId, Id<Session>)>,
    speaking: Vec<(RegistrationId, SpeakerId)>,
}

impl Day {
    async fn of(tx: &mut Tx, edition: &Edition, rows: &[Registration]) -> Result<Self, Error> {
        let ids: Vec<RegistrationId> = rows.iter().map(|row| row.id).collect();
        let released = match programme::current_release(tx, edition.id).await? {
            Some(release) => programme::released(tx, &release).await?,
            None => BTreeMap::new(),
        };
        Ok(Self {
            rooms: parts::list(tx, edition.id).await?,
            released,
            booked: store::day::booked(tx, &ids).await?,
            speaking: store::day::speaking(tx, &ids).await?,
            edition: edition.clone(),
        })
    }

    /// The sessions that she booked or is on in, as they take place, in the order of time: `title` and `when`.
    fn sessions(&self, row: &Registration) -> Vec<Value> {
        let words = SlotWords { zone: &self.edition.zone, rooms: &self.rooms };
        let on = self.speaking.iter().filter(|(of, _)| *of == row.id).map(|(_, speaker)| *speaker);
        let on: Vec<SpeakerId> = on.collect();
        let hers = |session: &Id<Session>, released: &Released| {
            self.booked.contains(&(row.id, *session))
                || released.listed.people.iter().any(|(person, _)| on.contains(person))
        };
        let live = self.released.iter().filter(|(id, released)| !released.cancelled && hers(id, released));
        let mut live: Vec<&Released> = live.map(|(_, released)| released).collect();
        live.sort_by_key(|released| released.listed.time.start());
        let lang: Lang = row.lang;
        let told = |released: &Released| {
            let listed = &released.listed;
            json!({ "title": listed.title.pick(lang).text, "when": words.place(lang, listed) })
        };
        live.into_iter().map(told).collect()
    }
}
