//! The programme as anybody reads it: by day, by person, by session, what is on now, what she starred; what is on show, and the
//! companies that show it.

pub(in crate::web) mod calendars;
mod card;
pub(in crate::web) mod company;
pub(in crate::web) mod demos;
pub(in crate::web) mod embed;
pub(in crate::web) mod feeds;
mod filter;
pub(in crate::web) mod list;
pub(in crate::web) mod now;
pub(in crate::web) mod session;
pub(in crate::web) mod speakers;
pub(in crate::web) mod starred;

use crate::{
    error::Error,
    overview::{PublicProgramme, PublicSnapshot},
};

/// The programme of an edition that has released one.
fn released(snapshot: &PublicSnapshot) -> Result<&PublicProgramme, Error> {
    snapshot.programme.as_ref().ok_or(Error::NotFound)
}
