//! Proofs made from mailed links.

use diesel_async::AsyncPgConnection;

use super::{Registration, RegistrationId, store};
use crate::{
    accounts::proofs::Visitor,
    audit::{Actor, ActorKind},
    editions::Edition,
    error::Error,
    keys::{Keys, LinkToken, Purpose},
    values::{Id, Lang},
};

/// Holds the manage link of a registration: may do with it what its owner may.
#[derive(Clone, Debug)]
pub struct Holder {
    actor: Actor,
    registration: RegistrationId,
    edition: Id<Edition>,
    lang: Lang,
    link_version: i32,
}

impl Holder {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Whose link it is.
    #[must_use]
    pub fn registration(&self) -> RegistrationId {
        self.registration
    }

    /// The edition it is of.
    #[must_use]
    pub fn edition(&self) -> Id<Edition> {
        self.edition
    }

    /// The language that she is written to in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Which of her links this is, counted.
    pub(super) fn link_version(&self) -> i32 {
        self.link_version
    }

    /// The link as it was when this proof was made; a verb looks again under its lock.
    pub(super) fn still_holds(&self, row: &Registration) -> Result<(), Error> {
        if row.link_version == self.link_version { Ok(()) } else { Err(Error::NotFound) }
    }

    pub(super) fn of(who: &Visitor, row: &Registration) -> Self {
        let id = Some(row.id.uuid());
        Self {
            actor: Actor { kind: ActorKind::Link, id, ..who.actor().clone() },
            registration: row.id,
            edition: row.edition,
            lang: row.lang,
            link_version: row.link_version,
        }
    }
}

/// Holds the ticket link of a registration: may see the ticket.
#[derive(Clone, Debug)]
pub struct TicketHolder {
    registration: Registration,
}

impl TicketHolder {
    /// The registration that the ticket is of.
    #[must_use]
    pub fn registration(&self) -> &Registration {
        &self.registration
    }
}

/// The proof of a manage link.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no live manage link.
pub async fn holder(
    conn: &mut AsyncPgConnection,
    who: &Visitor,
    keys: &Keys,
    token: &LinkToken,
) -> Result<Holder, Error> {
    Ok(Holder::of(who, &opened(conn, keys, token, Purpose::Manage).await?))
}

/// The proof of a ticket link.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no live ticket link.
pub async fn ticket_holder(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    token: &LinkToken,
) -> Result<TicketHolder, Error> {
    Ok(TicketHolder { registration: opened(conn, keys, token, Purpose::Ticket).await? })
}

async fn opened(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    token: &LinkToken,
    purpose: Purpose,
) -> Result<Registration, Error> {
    let row = store::registration::find(conn, token.id().into()).await?;
    if keys.opens(token, purpose, row.link_version) { Ok(row) } else { Err(Error::NotFound) }
}
