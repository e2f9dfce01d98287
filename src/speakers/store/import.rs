//! Writing many speakers at once.

use std::collections::BTreeMap;

use diesel::{dsl::sql, prelude::*, sql_types::Integer, upsert::excluded};
use diesel_async::RunQueryDsl;

use super::{CONSTRAINTS, Speaker, SpeakerId, contacts, profile};
use crate::{
    db::{Tx, schema::speaker, violation},
    editions::Edition,
    error::Error,
    speakers::BroughtIn,
    values::Id,
};

/// Locks those named, in the order of their ids, and refuses when one is not as it was read.
pub(in crate::speakers) async fn lock_unchanged(
    tx: &mut Tx,
    edition: Id<Edition>,
    known: &[&Speaker],
) -> Result<(), Error> {
    let ids: Vec<SpeakerId> = known.iter().map(|it| it.id).collect();
    let rows: Vec<(SpeakerId, i32)> = speaker::table
        .filter(speaker::edition_id.eq(edition).and(speaker::id.eq_any(ids)))
        .order(speaker::id)
        .for_no_key_update()
        .select((speaker::id, speaker::version))
        .load(&mut **tx)
        .await?;
    let versions: BTreeMap<SpeakerId, i32> = rows.into_iter().collect();
    match known.iter().all(|it| versions.get(&it.id) == Some(&it.version)) {
        true => Ok(()),
        false => Err(Error::conflict("edited_meanwhile")),
    }
}

/// Inserts the new ones, from that place of the order on, and overwrites those who are there. Where mails go
/// elsewhere from now on, the old link dies.
pub(in crate::speakers) async fn put(
    tx: &mut Tx,
    edition: Id<Edition>,
    position: i32,
    rows: &[BroughtIn],
) -> Result<(), Error> {
    let rows: Vec<_> = rows
        .iter()
        .zip(position..)
        .map(|(row, position)| {
            let of =
                (speaker::id.eq(row.id), speaker::edition_id.eq(edition), speaker::position.eq(position));
            let contact = &row.new.contact;
            (of, contacts(contact), profile(contact.email.as_ref(), &row.new.profile))
        })
        .collect();
    let link = "speaker.link_version + (speaker.email_key IS DISTINCT FROM excluded.email_key)::int";
    diesel::insert_into(speaker::table)
        .values(rows)
        .on_conflict(speaker::id)
        .do_update()
        .set((
            speaker::email.eq(excluded(speaker::email)),
            speaker::email_key.eq(excluded(speaker::email_key)),
            speaker::name_latin.eq(excluded(speaker::name_latin)),
            speaker::name_han.eq(excluded(speaker::name_han)),
            speaker::name_title.eq(excluded(speaker::name_title)),
            speaker::organisation.eq(excluded(speaker::organisation)),
            speaker::job_title.eq(excluded(speaker::job_title)),
            speaker::biography.eq(excluded(speaker::biography)),
            speaker::search.eq(excluded(speaker::search)),
            speaker::link_version.eq(sql::<Integer>(link)),
            speaker::version.eq(speaker::version + 1),
            speaker::updated_at.eq(diesel::dsl::now),
        ))
        .execute(&mut **tx)
        .await
        .map(drop)
        .map_err(|error| violation::named(CONSTRAINTS, error))
}
