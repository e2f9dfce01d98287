//! The word on a person's page that mail does not reach her.

use diesel_async::AsyncPgConnection;

use super::frame::address;
use crate::{
    accounts::{Access, Role},
    editions::Edition,
    error::Error,
    http::Signed,
    outbox,
};

/// A sentence for each address that mail does not reach, and where that is mended.
pub(crate) struct Bounced {
    pub(crate) lines: Vec<String>,
    /// The list of addresses, for those who may see it.
    pub(crate) href: Option<String>,
}

impl Bounced {
    /// What is to be said of these addresses.
    pub(crate) async fn of(
        conn: &mut AsyncPgConnection,
        signed: &Signed,
        edition: &Edition,
        addresses: impl IntoIterator<Item = &str>,
    ) -> Result<Self, Error> {
        let (ui, found) = (signed.ui(), outbox::unreached(conn, addresses).await?);
        let may = signed.authority.may(Role::Communications, Some(edition.id.uuid()), Access::Read);
        let line = |one: &crate::mail::Suppression| ui.t1("bounced-line", "address", one.address.as_str());
        Ok(Self {
            lines: found.iter().map(line).collect(),
            href: may.then(|| address(edition, "/mails/addresses")),
        })
    }
}
