//! The table `dkim_pair`, and what may be done to a pair.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::json;

use super::{Algorithm, FreshPair, KEEP_DAYS, Signer, sign};
use crate::{
    audit::{self, Actor, Entry},
    db::{Tx, schema::dkim_pair},
    error::Error,
    keys::Keys,
    values::{Id, Moment},
};

crate::text_enum! {
    /// Where a pair stands.
    pub enum DkimState {
        /// To be published; signs nothing yet.
        Made = "made",
        /// Signs every mail of its domain.
        Signing = "signing",
        /// Signs no more; its private keys are forgotten.
        Retired = "retired",
    }
}

/// Two keys of one domain, as everybody may see them.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = dkim_pair)]
pub struct DkimPair {
    /// Its id.
    pub id: Id<DkimPair>,
    /// The domain that it signs for, in ASCII.
    pub domain: String,
    /// What its selectors begin with.
    pub name: String,
    /// Where it stands.
    pub state: DkimState,
    rsa_public: String,
    ed25519_public: String,
    /// Since when it is there.
    pub created_at: Moment,
    /// Since when it signs no more.
    pub retired_at: Option<Moment>,
}

impl DkimPair {
    /// The name of the record that publishes one of its keys (RFC 6376 section 3.6.2.1).
    #[must_use]
    pub fn record_name(&self, algorithm: Algorithm) -> String {
        format!("{}._domainkey.{}", sign::selector(&self.name, algorithm), self.domain)
    }

    /// What that record says (RFC 6376 section 3.6.1).
    #[must_use]
    pub fn record(&self, algorithm: Algorithm) -> String {
        let public = match algorithm {
            Algorithm::Rsa => &self.rsa_public,
            Algorithm::Ed25519 => &self.ed25519_public,
        };
        format!("v=DKIM1; k={algorithm}; p={public}")
    }

    /// Until when the records of a retired pair stay published.
    #[must_use]
    pub fn kept_until(&self) -> Option<Moment> {
        self.retired_at.map(|retired| retired.plus(jiff::SignedDuration::from_hours(24 * KEEP_DAYS)))
    }
}

/// The pairs of `domain`, the latest first.
///
/// # Errors
/// The database's.
pub async fn pairs(conn: &mut AsyncPgConnection, domain: &str) -> Result<Vec<DkimPair>, Error> {
    let rows = dkim_pair::table.filter(dkim_pair::domain.eq(domain)).order(dkim_pair::id.desc());
    Ok(rows.select(DkimPair::as_select()).load(conn).await?)
}

/// The pair with a name.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn pair(conn: &mut AsyncPgConnection, name: &str) -> Result<DkimPair, Error> {
    let row = dkim_pair::table.filter(dkim_pair::name.eq(name)).select(DkimPair::as_select());
    Ok(row.first(conn).await?)
}

/// Stores a pair that was made for `domain`; it signs nothing before [`switch`].
///
/// # Errors
/// The database's.
pub async fn make(
    tx: &mut Tx,
    who: &Actor,
    keys: &Keys,
    domain: &str,
    fresh: &FreshPair,
) -> Result<DkimPair, Error> {
    let id = Id::<DkimPair>::fresh();
    // The end of the id is random, so two installations of one domain don't take the same name.
    let name: String = id.uuid().simple().to_string().chars().skip(24).collect();
    let row = (
        dkim_pair::id.eq(id),
        dkim_pair::domain.eq(domain),
        dkim_pair::name.eq(format!("p{name}")),
        dkim_pair::rsa_public.eq(&fresh.rsa_public),
        dkim_pair::ed25519_public.eq(&fresh.ed25519_public),
        dkim_pair::sealed.eq(fresh.sealed(keys, id.uuid())?),
    );
    let stored = diesel::insert_into(dkim_pair::table).values(row).returning(DkimPair::as_returning());
    let stored: DkimPair = stored.get_result(&mut **tx).await?;
    note(tx, who, "dkim.make", &stored).await?;
    Ok(stored)
}

/// Has a pair sign from now on, and retires the one that did.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] `dkim_not_waiting` where it signs already, or is retired.
pub async fn switch(tx: &mut Tx, who: &Actor, name: &str, now: Moment) -> Result<DkimPair, Error> {
    let next = locked(tx, name).await?;
    if next.state != DkimState::Made {
        return Err(Error::conflict("dkim_not_waiting"));
    }
    let signing = dkim_pair::domain.eq(&next.domain).and(dkim_pair::state.eq(DkimState::Signing));
    let before = dkim_pair::table.filter(signing).select(DkimPair::as_select()).for_update();
    if let Some(before) = before.first(&mut **tx).await.optional()? {
        end(tx, who, &before, now).await?;
    }
    let signs = diesel::update(dkim_pair::table.find(next.id)).set(dkim_pair::state.eq(DkimState::Signing));
    signs.execute(&mut **tx).await?;
    note(tx, who, "dkim.switch", &next).await?;
    Ok(DkimPair { state: DkimState::Signing, ..next })
}

/// Has a pair sign no more, without another in its place.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] `dkim_retired` where it is already.
pub async fn retire(tx: &mut Tx, who: &Actor, name: &str, now: Moment) -> Result<DkimPair, Error> {
    let pair = locked(tx, name).await?;
    if pair.state == DkimState::Retired {
        return Err(Error::conflict("dkim_retired"));
    }
    end(tx, who, &pair, now).await
}

async fn locked(tx: &mut Tx, name: &str) -> Result<DkimPair, Error> {
    let row = dkim_pair::table.filter(dkim_pair::name.eq(name)).select(DkimPair::as_select());
    Ok(row.for_update().first(&mut **tx).await?)
}

async fn end(tx: &mut Tx, who: &Actor, pair: &DkimPair, now: Moment) -> Result<DkimPair, Error> {
    let ended = (
        dkim_pair::state.eq(DkimState::Retired),
        dkim_pair::retired_at.eq(now),
        dkim_pair::sealed.eq(None::<Vec<u8>>),
    );
    let ended = diesel::update(dkim_pair::table.find(pair.id)).set(ended);
    let ended: DkimPair = ended.returning(DkimPair::as_returning()).get_result(&mut **tx).await?;
    note(tx, who, "dkim.retire", pair).await?;
    Ok(ended)
}

async fn note(tx: &mut Tx, who: &Actor, action: &'static str, pair: &DkimPair) -> Result<(), Error> {
    let content = json!({ "domain": pair.domain, "name": pair.name });
    let entry = Entry { action, subject_kind: "dkim_pair", subject: pair.id.uuid(), edition: None, content };
    audit::record(tx, who, entry).await
}

/// The pair that signs for `domain`.
pub(super) async fn signing(
    conn: &mut AsyncPgConnection,
    domain: &str,
) -> Result<Option<Id<DkimPair>>, Error> {
    let row = dkim_pair::table.filter(dkim_pair::domain.eq(domain));
    let row = row.filter(dkim_pair::state.eq(DkimState::Signing)).select(dkim_pair::id);
    Ok(row.first(conn).await.optional()?)
}

/// Its private keys; none where it has retired since.
pub(super) async fn open(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    id: Id<DkimPair>,
) -> Result<Option<Signer>, Error> {
    let row = dkim_pair::table.find(id).select((dkim_pair::domain, dkim_pair::name, dkim_pair::sealed));
    let (domain, name, sealed): (String, String, Option<Vec<u8>>) = row.first(conn).await?;
    sealed.map(|sealed| Signer::open(keys, id.uuid(), (domain, name), &sealed)).transpose()
}
