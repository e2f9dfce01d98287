//! The sample: what somebody sees who starts Plenary for the first time.
//!
//! A past second edition from what was reported of the forum, with eight made-up companies on show, and an upcoming third one with
//! made-up people on `example.org` addresses: 16 speakers with some 30 sessions, released once, 300 registrations, and 30
//! companies that applied for 8 demo slots, scored by 5 judges; one of them, last year's winner, is sure of its place and has
//! team passes. A call for short talks is still open. The texts are in the TOML files beside; everything goes through the verbs
//! that an organiser's own clicks would call, in one transaction, so that a start that is cut short leaves nothing behind. The
//! same day makes the same sample.

mod awards;
mod data;
mod days;
mod demos;
mod edition;
mod judges;
mod passes;
mod people;
mod programme;
mod registrations;
mod shows;
mod talks;
mod visit;

use crate::{
    accounts::{
        self, Account, AccountFields, NewAccount, RoleAt,
        proofs::{Admin, System},
    },
    db::Tx,
    editions,
    error::Error,
    keys::Keys,
    mail,
    values::Moment,
};
use days::Days;

/// Where the sample's organiser signs in.
pub const ORGANISER: &str = "organiser@example.org";

/// Loads the sample; answers its organiser, who is an admin, so that she can try everything. Where there is an
/// edition already, nothing is done and nobody answered.
///
/// # Errors
/// The database's.
pub async fn load(tx: &mut Tx, who: &System, keys: &Keys, now: Moment) -> Result<Option<Account>, Error> {
    if !editions::all(tx, who).await?.is_empty() {
        return Ok(None);
    }
    let admin = Admin::of_system(who);
    let days = Days::around(now)?;
    let past = data::past(&days)?;
    let (then, past) = edition::load(tx, &admin, past, days.when_past_was_new()).await?;
    let upcoming = data::upcoming(&days)?;
    let (organiser, edition) = edition::load(tx, &admin, upcoming, now).await?;
    programme::load(tx, &organiser, &edition, &days).await?;
    let both = ((&then, &past), (&organiser, &edition));
    demos::load(tx, who, keys, both, &days, now).await?;
    talks::load(tx, keys, (&organiser, &edition), &days, now).await?;
    editions::archive(tx, &then).await?;
    registrations::load(tx, who, &organiser, keys, edition, now).await?;
    for edition in [then.edition(), organiser.edition()] {
        mail::discard_unsent(tx, edition).await?;
    }
    let fields =
        AccountFields { email: ORGANISER.to_owned(), name: "Organiser".to_owned(), lang: "en".to_owned() };
    accounts::appoint(tx, who, NewAccount::try_from(fields)?, RoleAt::ADMIN).await.map(Some)
}
