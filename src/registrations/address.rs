//! Changing the address: it counts only once she has shown that mail to the new one reaches her.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde_json::json;

use super::{
    Holder, Registration, State,
    locked::{self, Locked},
    store::{self, address::AddressChange},
};
use crate::{
    accounts::proofs::Visitor,
    audit::{Actor, ActorKind},
    db::{
        Tx,
        attempts::{self, Limit},
    },
    editions::Edition,
    error::Error,
    keys::{Keys, LinkToken, Purpose},
    values::{Email, Id, Lang},
};

/// How long she has to open the mail.
const LIFE: SignedDuration = SignedDuration::from_hours(48);

/// Nobody sends proof mails to strangers from a registration.
const ASKED: Limit = Limit { name: "registration.address", hits: 5, minutes: 60 };

/// Which of these addresses, in lower case, live registrations of the edition have. Only for counting.
///
/// # Errors
/// The database's.
pub async fn addresses_among(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    keys: &[String],
) -> Result<Vec<String>, Error> {
    store::address::keys_among(conn, edition, keys).await
}

/// Holds the link that was mailed to a new address.
#[derive(Clone, Debug)]
pub struct AddressProof {
    actor: Actor,
    change: AddressChange,
    edition: Id<Edition>,
    lang: Lang,
    link_version: i32,
}

impl AddressProof {
    /// The new address.
    #[must_use]
    pub fn email(&self) -> &Email {
        &self.change.email
    }

    /// The edition that the registration is of.
    #[must_use]
    pub fn edition(&self) -> Id<Edition> {
        self.edition
    }

    /// The language that she is written to in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

/// Writes to a new address; nothing changes until its link is used.
///
/// # Errors
/// [`Error::TooMany`]; [`Error::Conflict`] `registration_cancelled`; [`Error::NotFound`] when the link was replaced.
pub async fn ask_for_address(tx: &mut Tx, who: &Holder, email: Email) -> Result<(), Error> {
    let row = store::registration::lock(tx, who.registration()).await?;
    who.still_holds(&row)?;
    if row.state == State::Cancelled {
        return Err(Error::conflict("registration_cancelled"));
    }
    let expires_at = tx.now().await?.plus(LIFE);
    let change = store::address::insert(tx, row.id, &email, expires_at).await?;
    let content = json!({ "asked": email });
    locked::record(tx, who.actor(), "registration.ask-for-address", &row, content).await?;
    let version = row.link_version;
    let new = Registration { email, ..row };
    locked::send(tx, &new, |addressee| Some(addressee.address_proof(change.uuid(), version))).await?;
    attempts::count(tx, &ASKED, &who.registration().to_string()).await
}

/// The proof of the link in that mail.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no live link.
pub async fn address_proof(
    conn: &mut AsyncPgConnection,
    who: &Visitor,
    keys: &Keys,
    token: &LinkToken,
) -> Result<AddressProof, Error> {
    let change = store::address::find(conn, Id::from(token.id())).await?;
    let row = store::registration::find(conn, change.registration_id).await?;
    let link_version = row.link_version;
    if !keys.opens(token, Purpose::Address, link_version) {
        return Err(Error::NotFound);
    }
    let id = Some(change.registration_id.uuid());
    let actor = Actor { kind: ActorKind::Link, id, ..who.actor().clone() };
    Ok(AddressProof { actor, change, edition: row.edition, lang: row.lang, link_version })
}

/// Makes the new address hers. All her links are made anew and sent there; the old ones are dead.
///
/// # Errors
/// [`Error::Conflict`] `link_expired`, `registration_cancelled`, `registered_at_address` when the same name is
/// registered there already; [`Error::NotFound`].
pub async fn change_address(tx: &mut Tx, who: &AddressProof) -> Result<Registration, Error> {
    let locked = Locked::by_id(tx, who.change.registration_id).await?;
    let before = &locked.row;
    if before.link_version != who.link_version {
        return Err(Error::NotFound);
    }
    if before.state == State::Cancelled {
        return Err(Error::conflict("registration_cancelled"));
    }
    if !store::address::take(tx, who.change.id).await? {
        return Err(Error::conflict("link_expired"));
    }
    let words = before.person().search(who.email().as_str(), &before.ticket_code);
    let after = store::address::set(tx, before.id, who.email(), &words).await?;
    let content = json!({ "before": before.email, "after": after.email });
    locked::record(tx, &who.actor, "registration.change-address", &after, content).await?;
    locked::send(tx, &after, |addressee| addressee.standing_again(after.state, &after.ticket_code)).await?;
    Ok(after)
}
