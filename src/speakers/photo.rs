//! A speaker's photo: one picture, drawn anew as a square, that the public sees with her session.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    Presenter, SpeakerId,
    presenter::locked,
    profile::{me, record},
};
use crate::{
    db::Tx,
    editions::publication,
    error::Error,
    files::{self, File, Owner},
    formats::picture::{Picture, Shape},
    values::FileName,
};

/// The table of those whose pictures these are.
pub(super) const TABLE: &str = "speaker";

/// How a photo is cut: as large as a page shows it on a fine screen.
pub const PHOTO: Shape = Shape::Square(800);

fn owner(id: SpeakerId) -> Owner {
    Owner::new(TABLE, id.uuid())
}

/// Her photo, if she sent one.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn own_photo(conn: &mut AsyncPgConnection, who: &Presenter) -> Result<Option<File>, Error> {
    let me = me(conn, who).await?;
    Ok(files::of(conn, owner(me.id)).await?.pop())
}

/// Puts a picture, cut as [`PHOTO`], in the place of the photo she had.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn set_photo(
    tx: &mut Tx,
    who: &Presenter,
    name: &FileName,
    picture: &Picture,
) -> Result<File, Error> {
    let me = locked(tx, who).await?;
    files::remove_all(tx, owner(me.id)).await?;
    let kept = files::store_picture(tx, owner(me.id), name, picture).await?;
    let content = json!({ "after": { "file": kept.id, "name": kept.name, "size": kept.size } });
    record(tx, who.actor(), "speaker.set-photo", &me, content).await?;
    publication::bump(tx, me.edition).await?;
    Ok(kept)
}

/// Takes her photo away; there need not be one.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn remove_photo(tx: &mut Tx, who: &Presenter) -> Result<(), Error> {
    let me = locked(tx, who).await?;
    let Some(photo) = files::of(tx, owner(me.id)).await?.pop() else { return Ok(()) };
    files::remove_all(tx, owner(me.id)).await?;
    record(tx, who.actor(), "speaker.remove-photo", &me, json!({ "before": { "file": photo.id } })).await?;
    publication::bump(tx, me.edition).await
}
