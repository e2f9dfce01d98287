//! Sessions that another program planned: many at once, each as it was there.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{NewSession, Planned, Session, planned, store};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::{Tx, sources as stored, sources::Source},
    editions::Room,
    error::Error,
    values::{Id, Moment},
};

/// Rows written by one statement: PostgreSQL takes at most 65,535 values in one.
const AT_ONCE: usize = 1_000;

/// A session as it comes in, new or in the place of what it was.
#[derive(Clone, Debug)]
pub struct BroughtIn {
    /// Its id, made beforehand if it is new.
    pub id: Id<Session>,
    /// What is said about it.
    pub new: NewSession,
    /// When it begins, if that is settled.
    pub starts_at: Option<Moment>,
    /// Where.
    pub rooms: BTreeSet<Id<Room>>,
}

/// Writes sessions, and where each came from, in a few statements. They need not keep to steps of five
/// minutes. Nothing public changes before the next release.
///
/// # Errors
/// [`Error::Invalid`]: `choice_unknown` for a track, `speaker_unknown`, `room_unknown` for what is not of the
/// proof's edition.
pub async fn bring_in(
    tx: &mut Tx,
    who: &Programme,
    rows: &[BroughtIn],
    from: &[Source],
) -> Result<(), Error> {
    store::import::lock(tx, who.edition()).await?;
    let before = planned::planned(tx, who).await?;
    let before: BTreeMap<Id<Session>, Planned> = before.into_iter().map(|it| (it.row.id, it)).collect();
    for rows in rows.chunks(AT_ONCE) {
        store::import::put(tx, who.edition(), rows).await?;
        let entries: Vec<_> = rows.iter().map(|row| (who.actor(), entry(who, row, &before))).collect();
        audit::record_all(tx, &entries).await?;
    }
    stored::keep(tx, TABLE, who.edition(), from).await
}

const TABLE: &str = "session";

fn entry(who: &Programme, row: &BroughtIn, before: &BTreeMap<Id<Session>, Planned>) -> Entry {
    let BroughtIn { id, new, starts_at, rooms } = row;
    let after = json!({ "said": new, "starts_at": starts_at, "rooms": rooms });
    let (action, content) = match before.get(id) {
        None => ("session.create", json!({ "after": after })),
        Some(known) => {
            let Planned { row, facts, people, .. } = known;
            let before = json!({ "said": row, "people": people, "rooms": facts.rooms });
            ("session.change", json!({ "before": before, "after": after }))
        }
    };
    let (subject, edition) = (id.uuid(), Some(who.edition()));
    Entry { action, subject_kind: TABLE, subject, edition, content }
}

/// Where the draft's sessions came from, of those that came from elsewhere.
///
/// # Errors
/// The database's.
pub async fn sources(conn: &mut AsyncPgConnection, who: &Programme) -> Result<BTreeMap<Uuid, Source>, Error> {
    let all = stored::of_edition(conn, TABLE, who.edition()).await?;
    Ok(all.into_iter().map(|source| (source.row_id, source)).collect())
}

/// What was said of them there and has no place here.
pub(super) async fn kept(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<Id<Session>, Value>, Error> {
    let all = stored::of_edition(conn, TABLE, edition).await?;
    let said = all.into_iter().filter(|source| !source.content.is_null());
    Ok(said.map(|source| (Id::from(source.row_id), source.content)).collect())
}
