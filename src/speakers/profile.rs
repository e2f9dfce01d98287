//! What a speaker reads and writes of herself.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{Contact, Presenter, Profile, Speaker, SpeakerId, presenter::locked, store};
use crate::{
    audit::{self, Actor, Entry},
    db::Tx,
    editions::{Edition, publication},
    error::Error,
    values::{Email, Id, Lang},
};

/// The speaker that the proof acts for.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn me(conn: &mut AsyncPgConnection, who: &Presenter) -> Result<Speaker, Error> {
    let row = store::find_one(conn, who.speaker()).await?;
    who.still_holds(&row)?;
    Ok(row)
}

/// Writes her profile.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::NotFound`] when the link was replaced.
pub async fn set_profile(tx: &mut Tx, who: &Presenter, profile: Profile) -> Result<Speaker, Error> {
    let before = locked(tx, who).await?;
    write(tx, who.actor(), "speaker.change", &before, &profile).await
}

/// The speaker of that address, made if there is none. Of one that is there nothing changes and nothing is told:
/// whoever typed the address may be a stranger.
///
/// # Errors
/// The database's.
pub async fn by_address(
    tx: &mut Tx,
    actor: &Actor,
    edition: Id<Edition>,
    email: &Email,
    lang: Lang,
) -> Result<Speaker, Error> {
    let contact = Contact { email: Some(email.clone()), contact_name: None, contact_email: None, lang };
    let Some(made) = store::insert(tx, edition, &contact).await? else {
        return store::by_email(tx, edition, email).await;
    };
    record(tx, actor, "speaker.create", &made, json!({ "after": contact })).await?;
    Ok(made)
}

/// The speaker of that address, if there is one; never told to who asks.
///
/// # Errors
/// The database's.
pub async fn known(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    email: &Email,
) -> Result<Option<Speaker>, Error> {
    match store::by_email(conn, edition, email).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The speaker of a submission that the caller has found.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn of_submission(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    id: SpeakerId,
) -> Result<Speaker, Error> {
    let row = store::find_one(conn, id).await?;
    if row.edition == edition { Ok(row) } else { Err(Error::NotFound) }
}

pub(super) async fn write(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    before: &Speaker,
    profile: &Profile,
) -> Result<Speaker, Error> {
    if profile.seen_version.is_some_and(|seen| seen != before.version) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    let after = store::set_profile(tx, before, profile).await?;
    record(tx, actor, action, &after, json!({ "before": before, "after": after })).await?;
    // The programme names her as she is now.
    publication::bump(tx, after.edition).await?;
    Ok(after)
}

pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    row: &Speaker,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (row.id.uuid(), Some(row.edition.uuid()));
    audit::record(tx, actor, Entry { action, subject_kind: "speaker", subject, edition, content }).await
}
