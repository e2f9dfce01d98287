//! Her answer to an offer.

use diesel_async::AsyncPgConnection;

use crate::{
    accounts::proofs::Visitor,
    audit::{Actor, ActorKind},
    db::Tx,
    error::Error,
    keys::{Keys, Link, LinkToken, Purpose},
    registrations::{Act, CancelReason, Holder, Offer, OfferOutcome, Registration, locked::Locked, store},
};

const LAPSED: &str = "offer_lapsed";

/// Holds the link of an offer: may answer it, nothing else.
#[derive(Clone, Debug)]
pub struct OfferHolder {
    actor: Actor,
    offer: Offer,
    registration: Registration,
}

impl OfferHolder {
    /// The offer as it was when the link was opened.
    #[must_use]
    pub fn offer(&self) -> &Offer {
        &self.offer
    }

    /// Whom it is made to.
    #[must_use]
    pub fn registration(&self) -> &Registration {
        &self.registration
    }
}

/// The proof of an offer's link, whatever became of the offer.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no live link.
pub async fn offer_holder(
    conn: &mut AsyncPgConnection,
    who: &Visitor,
    keys: &Keys,
    token: &LinkToken,
) -> Result<OfferHolder, Error> {
    let offer = store::offers::find(conn, token.id().into()).await?;
    let registration = store::registration::find(conn, offer.registration_id).await?;
    if !keys.opens(token, Purpose::Offer, registration.link_version) {
        return Err(Error::NotFound);
    }
    let actor = Actor { kind: ActorKind::Link, id: Some(registration.id.uuid()), ..who.actor().clone() };
    Ok(OfferHolder { actor, offer, registration })
}

/// The secret part of the link to the offer that she can answer now, for her manage page.
///
/// # Errors
/// The database's.
pub async fn open_offer(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Holder,
) -> Result<Option<String>, Error> {
    let offer = store::offers::open_of(conn, who.registration()).await?;
    let token = |offer: Offer| {
        let (purpose, id) = (Purpose::Offer, offer.id.uuid());
        keys.link_token(&Link { purpose, id, version: who.link_version() })
    };
    Ok(offer.map(token))
}

/// She takes the place. Asking twice is asking once.
///
/// # Errors
/// [`Error::Conflict`] `offer_lapsed`, `offer_turned_down`.
pub async fn accept(tx: &mut Tx, who: &OfferHolder) -> Result<Registration, Error> {
    let mut locked = of_offer(tx, who).await?;
    let offer = store::offers::find(tx, who.offer.id).await?;
    match offer.outcome {
        Some(OfferOutcome::Accepted) => return Ok(locked.row),
        Some(OfferOutcome::Declined) => return Err(Error::conflict("offer_turned_down")),
        Some(OfferOutcome::Expired | OfferOutcome::Withdrawn) => return Err(Error::conflict(LAPSED)),
        None => {}
    }
    let now = tx.now().await?;
    if offer.expires_at.is_some_and(|end| end <= now) {
        return Err(Error::conflict(LAPSED));
    }
    locked.go(tx, &who.actor, "registration.accept-offer", Act::Accept, LAPSED, now).await?;
    let (state, code) = (locked.row.state, locked.row.ticket_code.clone());
    locked.send(tx, |addressee| addressee.standing(state, &code)).await?;
    Ok(locked.row)
}

/// She turns it down; the place goes to the next in line. Asking twice is asking once.
///
/// # Errors
/// [`Error::Conflict`] `offer_accepted`, `offer_lapsed`.
pub async fn turn_down(tx: &mut Tx, who: &OfferHolder) -> Result<Registration, Error> {
    let mut locked = of_offer(tx, who).await?;
    match store::offers::find(tx, who.offer.id).await?.outcome {
        Some(OfferOutcome::Declined) => return Ok(locked.row),
        Some(OfferOutcome::Accepted) => return Err(Error::conflict("offer_accepted")),
        Some(OfferOutcome::Expired | OfferOutcome::Withdrawn) => return Err(Error::conflict(LAPSED)),
        None => {}
    }
    let now = tx.now().await?;
    locked
        .end(tx, &who.actor, "registration.turn-down-offer", CancelReason::OfferDeclined, LAPSED, now)
        .await?;
    Ok(locked.row)
}

async fn of_offer(tx: &mut Tx, who: &OfferHolder) -> Result<Locked, Error> {
    let locked = Locked::by_id(tx, who.registration.id).await?;
    if locked.row.link_version == who.registration.link_version { Ok(locked) } else { Err(Error::NotFound) }
}
