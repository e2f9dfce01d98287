//! The table `consent_text`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;

use crate::{
    db::{Tx, schema::consent_text},
    editions::Edition,
    error::Error,
    values::{Id, Localised},
};

crate::text_enum! {
    /// What an attendee is asked to agree to.
    pub enum ConsentKind {
        /// The statement on collecting personal data: only read, agreed to by registering.
        Collection = "collection",
        /// Her data crosses the border.
        Transfer = "transfer",
        /// The co-hosts may use her data themselves.
        CoHosts = "co-hosts",
        /// She is told of other things; never a condition.
        Marketing = "marketing",
    }
}

impl ConsentKind {
    /// Whether one may be kept from registering for not agreeing.
    #[must_use]
    pub const fn may_be_required(self) -> bool {
        matches!(self, Self::Transfer | Self::CoHosts)
    }
}

/// The latest version of what is asked beside one box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConsentText {
    /// What is agreed to.
    pub kind: ConsentKind,
    /// Counts its versions from 1; a consent keeps the one it was given to.
    pub version: i32,
    /// What stands beside the box.
    pub body: Localised,
    /// Whether one can't register without agreeing.
    pub required: bool,
}

/// A consent text, checked; without a body it is not asked any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable)]
#[diesel(table_name = consent_text)]
pub struct NewConsentText {
    /// What is agreed to.
    pub kind: ConsentKind,
    /// What stands beside the box.
    pub body: Option<Localised>,
    /// Whether one can't register without agreeing.
    pub required: bool,
}

/// A version as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable)]
#[diesel(table_name = consent_text)]
pub(in crate::editions) struct Version {
    pub(in crate::editions) kind: ConsentKind,
    pub(in crate::editions) version: i32,
    pub(in crate::editions) body: Option<Localised>,
    pub(in crate::editions) required: bool,
}

/// The latest version of every kind, those not asked any more included.
pub(in crate::editions) async fn latest(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<Version>, Error> {
    let latest = consent_text::table
        .filter(consent_text::edition_id.eq(edition))
        .distinct_on(consent_text::kind)
        .order((consent_text::kind, consent_text::version.desc()))
        .select(Version::as_select());
    Ok(latest.load(conn).await?)
}

/// Every version, those without a body included.
pub(in crate::editions) async fn all(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<Version>, Error> {
    let all = consent_text::table.filter(consent_text::edition_id.eq(edition));
    Ok(all.select(Version::as_select()).load(conn).await?)
}

/// Inserts a version.
pub(in crate::editions) async fn insert(
    tx: &mut Tx,
    edition: Id<Edition>,
    version: i32,
    new: &NewConsentText,
) -> Result<(), Error> {
    let place = (consent_text::edition_id.eq(edition), consent_text::version.eq(version));
    diesel::insert_into(consent_text::table).values((place, new)).execute(&mut **tx).await?;
    Ok(())
}
