//! Giving passes to companies that confirmed, as far as places are free.

use serde_json::json;

use super::{mails, places::record};
use crate::{
    accounts::proofs::System,
    companies,
    db::Tx,
    error::Error,
    mail,
    registrations::{
        line::Line,
        store::passes::{
            due::{self, Short},
            pass::{self, Pass},
        },
        types::TypeId,
    },
    speakers,
};

/// Duty: gives the passes that are still to be given, each with places that nobody holds or waits for; answers how many. Where too few
/// are free, the others follow as they come free.
///
/// # Errors
/// The database's.
pub async fn grant_passes(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let due = due::lock_short(tx).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let types: Vec<TypeId> = due.iter().map(|one| one.type_id).collect();
    let mut line = Line::lock(tx, &types).await?;
    let mut given = 0;
    for one in &due {
        let missing = due::missing(tx, one).await?;
        let mut places = line.places_behind(tx, None).await?;
        let numbers: Vec<i32> = missing.into_iter().take_while(|_| places.take(one.type_id)).collect();
        if numbers.is_empty() {
            continue;
        }
        let made = pass::insert(tx, (one.edition, one.submission, one.type_id), &numbers).await?;
        let many = i32::try_from(made.len()).map_err(Error::internal)?;
        line.settle(tx, [(one.type_id, many)]).await?;
        for pass in &made {
            record(tx, who.actor(), "pass.give", pass, json!({ "after": pass })).await?;
        }
        tell(tx, one, &made).await?;
        given += made.len();
    }
    Ok(given)
}

async fn tell(tx: &mut Tx, to: &Short, made: &[Pass]) -> Result<(), Error> {
    let owner = speakers::of_submission(tx, to.edition, to.owner).await?;
    let company = companies::of_submission(tx, to.company).await?;
    match (owner.addressee(), made.first()) {
        (Some(addressee), Some(first)) => {
            mail::queue(tx, &[mails::given(&addressee, &company, first, made.len())]).await
        }
        _ => Ok(()),
    }
}
