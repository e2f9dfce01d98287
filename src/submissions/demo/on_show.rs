//! Demos on the programme: what anybody may know of them once they are confirmed, and what the venue has to know.

use diesel_async::AsyncPgConnection;

use super::super::{DemoNeeds, ShownDemo, SubmissionId, store};
use crate::{accounts::proofs::Programme, companies::CompanyId, db::Tx, editions::publication, error::Error};

/// Of these, the demos that a company was told of and has confirmed. Only for what a release names: nothing else of a demo is
/// anybody's business.
///
/// # Errors
/// The database's.
pub async fn on_show(conn: &mut AsyncPgConnection, named: &[SubmissionId]) -> Result<Vec<ShownDemo>, Error> {
    store::on_show::confirmed(conn, named).await
}

/// A company says something else of itself: the pages of every edition in which it confirmed a demo are drawn anew. Called last in the
/// transaction of the change.
///
/// # Errors
/// The database's.
pub async fn refresh(tx: &mut Tx, company: CompanyId) -> Result<(), Error> {
    for edition in store::on_show::editions_of(tx, company).await? {
        publication::bump(tx, edition).await?;
    }
    Ok(())
}

/// Of these submissions, what the demos that may still come need of the venue.
///
/// # Errors
/// The database's.
pub async fn needs(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    named: &[SubmissionId],
) -> Result<Vec<DemoNeeds>, Error> {
    store::on_show::needs(conn, who.edition(), named).await
}
