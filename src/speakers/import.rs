//! Speakers whom another program listed: many at once.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde_json::json;
use uuid::Uuid;

use super::{NewSpeaker, Speaker, SpeakerId, store};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::{Tx, ordering, sources as stored, sources::Source},
    editions::Edition,
    error::Error,
    values::Id,
};

const TABLE: &str = "speaker";

/// Rows written by one statement: PostgreSQL takes at most 65,535 values in one.
const AT_ONCE: usize = 1_000;

/// A speaker as she comes in, new or in the place of what was known of her.
#[derive(Clone, Debug)]
pub struct BroughtIn {
    /// Her id, made beforehand if she is new.
    pub id: SpeakerId,
    /// Who she is and how she can be reached.
    pub new: NewSpeaker,
    /// What was known of her.
    pub before: Option<Speaker>,
}

/// Writes speakers, and where each came from, in a few statements; new ones stand behind all others, in this
/// order. Nobody is told. Who calls it raises the edition's public count, since the programme names them.
///
/// # Errors
/// [`Error::Invalid`] `speaker_known` when somebody else of the edition has an address;
/// [`Error::Conflict`] `edited_meanwhile` when one was changed since it was read.
pub async fn bring_in(
    tx: &mut Tx,
    who: &Programme,
    rows: &[BroughtIn],
    from: &[Source],
) -> Result<(), Error> {
    let known: Vec<&Speaker> = rows.iter().filter_map(|row| row.before.as_ref()).collect();
    store::import::lock_unchanged(tx, who.edition().into(), &known).await?;
    let mut position = ordering::next_position(tx, TABLE, who.edition()).await?;
    for rows in rows.chunks(AT_ONCE) {
        store::import::put(tx, who.edition().into(), position, rows).await?;
        position += i32::try_from(rows.len()).map_err(Error::internal)?;
        let entries: Vec<_> = rows.iter().map(|row| (who.actor(), entry(who, row))).collect();
        audit::record_all(tx, &entries).await?;
    }
    stored::keep(tx, TABLE, who.edition(), from).await
}

fn entry(who: &Programme, row: &BroughtIn) -> Entry {
    let (subject, edition) = (row.id.uuid(), Some(who.edition()));
    let (action, content) = match &row.before {
        None => ("speaker.create", json!({ "after": row.new })),
        Some(before) => ("speaker.correct", json!({ "before": before, "after": row.new })),
    };
    Entry { action, subject_kind: TABLE, subject, edition, content }
}

/// Where the edition's speakers came from, of those who came from elsewhere.
///
/// # Errors
/// The database's.
pub async fn sources(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<BTreeMap<Uuid, Source>, Error> {
    let all = stored::of_edition(conn, TABLE, edition.uuid()).await?;
    Ok(all.into_iter().map(|source| (source.row_id, source)).collect())
}
