//! Sealing what is committed, and verifying the chain.

use diesel::{prelude::*, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::entry::{Actor, ActorKind, digest};
use crate::{
    db::{
        Conn, Tx,
        schema::{audit_entry, audit_seal},
    },
    error::Error,
    keys::{Keys, Tag},
    values::Moment,
};

/// At most this many entries a seal, so that one transaction stays short after a rush.
const ENTRIES_PER_SEAL: i64 = 5_000;
const PURPOSE: &str = "audit seal";

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = audit_seal)]
struct SealRow {
    number: i64,
    previous: Vec<u8>,
    entries: i32,
    key_id: String,
    mac: Vec<u8>,
}

/// Duty: seals the entries that are committed and unsealed, oldest id first; answers the new seal's
/// number and MAC, or `None` when there was nothing to seal or another node is sealing.
///
/// # Errors
/// The database's.
pub async fn seal(tx: &mut Tx, keys: &Keys) -> Result<Option<(i64, String)>, Error> {
    let mine: bool = diesel::select(diesel::dsl::sql::<sql_types::Bool>("pg_try_advisory_xact_lock(7465)"))
        .get_result(&mut **tx)
        .await?;
    if !mine {
        return Ok(None);
    }
    let waiting: Vec<(Uuid, Vec<u8>)> = audit_entry::table
        .filter(audit_entry::seal.is_null())
        .order(audit_entry::id)
        .limit(ENTRIES_PER_SEAL)
        .select((audit_entry::id, audit_entry::digest))
        .load(&mut **tx)
        .await?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let head: Option<(i64, Vec<u8>)> = audit_seal::table
        .order(audit_seal::number.desc())
        .select((audit_seal::number, audit_seal::mac))
        .first(&mut **tx)
        .await
        .optional()?;
    let (number, previous) = head.map_or((1, Vec::new()), |(number, mac)| (number + 1, mac));
    let (ids, digests): (Vec<Uuid>, Vec<Vec<u8>>) = waiting.into_iter().unzip();
    let mac = keys.mac(PURPOSE, &parts(&number.to_be_bytes(), &previous, &digests));
    let entries = i32::try_from(ids.len()).map_err(Error::internal)?;
    let row = SealRow { number, previous, entries, key_id: keys.key_id(), mac: mac.to_vec() };
    diesel::insert_into(audit_seal::table).values(&row).execute(&mut **tx).await?;
    diesel::sql_query(
        "UPDATE audit_entry SET seal = $1, position = numbered.position
         FROM unnest($2::uuid[]) WITH ORDINALITY AS numbered (id, position) WHERE audit_entry.id = numbered.id",
    )
    .bind::<sql_types::BigInt, _>(number)
    .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
    .execute(&mut **tx)
    .await?;
    Ok(Some((number, data_encoding::HEXLOWER.encode(&mac))))
}

fn parts<'a>(number: &'a [u8], previous: &'a [u8], digests: &'a [Vec<u8>]) -> Vec<&'a [u8]> {
    [number, previous].into_iter().chain(digests.iter().map(Vec::as_slice)).collect()
}

/// What checking the whole trail found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Seals that hold.
    pub seals: i64,
    /// Sealed entries they cover.
    pub entries: i64,
    /// Entries written but not yet sealed.
    pub unsealed: i64,
    /// Numbers of the seals that do not hold: an entry under them was removed, altered or reordered, or their key is gone.
    pub broken: Vec<i64>,
    /// Entries whose content no longer matches its digest.
    pub altered: Vec<Uuid>,
    /// The last seal's MAC, to compare with the copy in the log: a cut tail shows only there.
    pub head: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_entry)]
struct Sealed {
    id: Uuid,
    at: Moment,
    actor_kind: ActorKind,
    actor_id: Option<Uuid>,
    address: Option<String>,
    action: String,
    subject_id: Uuid,
    content: Option<serde_json::Value>,
    salt: Option<Vec<u8>>,
    digest: Vec<u8>,
}

impl Sealed {
    /// An erased entry has no content to compare; its digest is covered by the seal alone.
    fn is_altered(&self) -> bool {
        let (Some(salt), Some(content)) = (&self.salt, &self.content) else { return false };
        let actor = Actor {
            kind: self.actor_kind,
            id: self.actor_id,
            address: self.address.clone(),
            request_id: None,
        };
        digest(salt, self.at, &self.action, self.subject_id, &actor, content) != self.digest
    }
}

/// Checks every seal and the content of every sealed entry.
///
/// # Errors
/// The database's.
pub async fn verify(conn: &mut Conn, keys: &Keys) -> Result<Verification, Error> {
    let seals: Vec<SealRow> =
        audit_seal::table.order(audit_seal::number).select(SealRow::as_select()).load(&mut **conn).await?;
    let mut found = Verification::default();
    let mut before: (i64, Vec<u8>) = (0, Vec::new());
    for seal in seals {
        let entries: Vec<Sealed> = audit_entry::table
            .filter(audit_entry::seal.eq(seal.number))
            .order(audit_entry::position)
            .select(Sealed::as_select())
            .load(&mut **conn)
            .await?;
        let digests: Vec<Vec<u8>> = entries.iter().map(|entry| entry.digest.clone()).collect();
        let expected: Option<Tag> =
            keys.mac_by(&seal.key_id, PURPOSE, &parts(&seal.number.to_be_bytes(), &seal.previous, &digests));
        let linked = seal.number == before.0 + 1 && seal.previous == before.1;
        if linked && expected.is_some_and(|mac| mac.as_slice() == seal.mac) {
            found.seals += 1;
        } else {
            found.broken.push(seal.number);
        }
        found.entries += i64::from(seal.entries);
        found.altered.extend(entries.iter().filter(|entry| entry.is_altered()).map(|entry| entry.id));
        found.head = Some(data_encoding::HEXLOWER.encode(&seal.mac));
        before = (seal.number, seal.mac);
    }
    found.unsealed =
        audit_entry::table.filter(audit_entry::seal.is_null()).count().get_result(&mut **conn).await?;
    Ok(found)
}
