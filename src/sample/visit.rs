//! Somebody of the sample who signs in for a moment, so that what she does goes through the verbs and is hers.

use secrecy::ExposeSecret;

use crate::{
    accounts::{
        self, Account, Authority,
        proofs::{System, Visitor},
    },
    db::Tx,
    error::Error,
    keys::Keys,
    values::Id,
};

/// What the account may do, signed in.
pub(super) async fn visit(
    tx: &mut Tx,
    system: &System,
    keys: &Keys,
    account: Id<Account>,
) -> Result<Authority, Error> {
    let visitor = Visitor::new(system.actor().clone());
    let link = accounts::one_time_link(tx, system, keys, account).await?;
    let session = accounts::redeem_link(tx, &visitor, keys, &link, "").await?;
    Authority::by_session(tx, visitor, session.token.expose_secret()).await
}
