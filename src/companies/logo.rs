//! A company's logo: one picture, drawn anew.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{CompanyId, Member, member::locked, profile::record};
use crate::{
    db::Tx,
    error::Error,
    files::{self, File, Owner},
    formats::picture::{Picture, Shape},
    values::FileName,
};

/// How a logo is drawn: whole, as large as a page shows it on a fine screen.
pub const LOGO: Shape = Shape::Whole(800);

/// The table of those whose pictures these are.
pub(super) const TABLE: &str = "company";

fn owner(id: CompanyId) -> Owner {
    Owner::new(TABLE, id.uuid())
}

/// The logo of a company that the caller has found, if it sent one.
///
/// # Errors
/// The database's.
pub async fn logo(conn: &mut AsyncPgConnection, id: CompanyId) -> Result<Option<File>, Error> {
    Ok(files::of(conn, owner(id)).await?.pop())
}

/// Puts a picture, drawn as [`LOGO`], in the place of the logo there was.
///
/// # Errors
/// [`Error::NotFound`] when she left meanwhile.
pub async fn set_logo(tx: &mut Tx, who: &Member, name: &FileName, picture: &Picture) -> Result<File, Error> {
    let company = locked(tx, who).await?;
    files::remove_all(tx, owner(company.id)).await?;
    let kept = files::store_picture(tx, owner(company.id), name, picture).await?;
    let content = json!({ "after": { "file": kept.id, "name": kept.name, "size": kept.size } });
    record(tx, who.actor(), "company.set-logo", company.id, content).await?;
    Ok(kept)
}

/// Takes the logo away; there need not be one.
///
/// # Errors
/// [`Error::NotFound`] when she left meanwhile.
pub async fn remove_logo(tx: &mut Tx, who: &Member) -> Result<(), Error> {
    let company = locked(tx, who).await?;
    let Some(logo) = logo(tx, company.id).await? else { return Ok(()) };
    files::remove_all(tx, owner(company.id)).await?;
    let content = json!({ "before": { "file": logo.id } });
    record(tx, who.actor(), "company.remove-logo", company.id, content).await
}
