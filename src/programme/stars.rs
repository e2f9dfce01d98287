//! Stars: the sessions that a visitor marks for herself, without an account.
//!
//! A list is opened by its link alone and says nothing about whose it is; so nothing of it is audited.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;

use super::{Session, store};
use crate::{
    db::Tx,
    editions::Edition,
    error::Error,
    keys::{Keys, Link, LinkToken, Purpose},
    values::Id,
};

/// Whose ids star lists have.
#[derive(Debug)]
pub enum StarList {}

/// Its link never changes.
const LINKS: i32 = 1;

/// Whoever holds the link of a star list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stargazer {
    pub(super) list: Id<StarList>,
    pub(super) edition: Id<Edition>,
}

impl Stargazer {
    /// The link of her list.
    #[must_use]
    pub fn link(&self) -> Link {
        Link { purpose: Purpose::Stars, id: self.list.uuid(), version: LINKS }
    }

    /// Of which edition's programme it is.
    #[must_use]
    pub fn edition(&self) -> Id<Edition> {
        self.edition
    }
}

/// Whoever comes with this link.
///
/// # Errors
/// [`Error::NotFound`]; the database's.
pub async fn stargazer(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    token: &LinkToken,
) -> Result<Stargazer, Error> {
    if !keys.opens(token, Purpose::Stars, LINKS) {
        return Err(Error::NotFound);
    }
    store::star::list(conn, Id::from(token.id())).await
}

/// Begins an empty list for the edition's programme.
///
/// # Errors
/// The database's.
pub async fn begin_stars(tx: &mut Tx, edition: Id<Edition>) -> Result<Stargazer, Error> {
    let gazer = Stargazer { list: Id::fresh(), edition };
    store::star::begin(tx, &gazer).await?;
    Ok(gazer)
}

/// Puts a session on her list, once.
///
/// # Errors
/// [`Error::NotFound`] for a session that is not of this edition; the database's.
pub async fn star(tx: &mut Tx, gazer: &Stargazer, session: Id<Session>) -> Result<(), Error> {
    store::star::add(tx, gazer, session).await
}

/// Takes it off again, if it is there.
///
/// # Errors
/// The database's.
pub async fn unstar(tx: &mut Tx, gazer: &Stargazer, session: Id<Session>) -> Result<(), Error> {
    store::star::remove(tx, gazer, session).await
}

/// What is on her list.
///
/// # Errors
/// The database's.
pub async fn starred(
    conn: &mut AsyncPgConnection,
    gazer: &Stargazer,
) -> Result<BTreeSet<Id<Session>>, Error> {
    store::star::sessions(conn, gazer).await
}
