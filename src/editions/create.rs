//! Making an edition, and changing what it says.

use serde_json::json;

use super::{Edition, EditionChange, NewEdition, publication, store};
use crate::{
    accounts::proofs::{Admin, Organiser},
    audit::{self, Actor, Entry},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    values::Moment,
};

/// Makes a draft.
///
/// # Errors
/// [`Error::Invalid`]: `slug_taken`; `date_past` for a start before `now`.
pub async fn create(tx: &mut Tx, who: &Admin, new: NewEdition, now: Moment) -> Result<Edition, Error> {
    not_past(&new, now)?;
    let edition = store::edition::insert(tx, &new).await?;
    record(tx, who.actor(), "edition.create", &edition, json!({ "after": new })).await?;
    publication::bump(tx, edition.id).await?;
    Ok(edition)
}

/// Changes the edition's details, if nobody did since they were read.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::Invalid`]: `slug_taken`; `slug_fixed` for another
/// slug after the first publication, since links have gone out; `date_past` for another start before `now`.
pub async fn change(
    tx: &mut Tx,
    who: &Organiser,
    change: EditionChange,
    now: Moment,
) -> Result<Edition, Error> {
    let before = store::edition::lock(tx, Edition::of(who)).await?;
    if before.version != change.version {
        return Err(Error::conflict("edited_meanwhile"));
    }
    let details = change.details;
    if before.published_at.is_some() && details.slug != before.slug {
        return Err(Error::field("slug", Reason::new("slug_fixed")));
    }
    if details.starts_at != before.starts_at {
        not_past(&details, now)?;
    }
    let after = store::edition::update(tx, before.id, &details).await?;
    let content = json!({ "before": before, "after": after });
    record(tx, who.actor(), "edition.change", &after, content).await?;
    publication::bump(tx, after.id).await?;
    Ok(after)
}

fn not_past(new: &NewEdition, now: Moment) -> Result<(), FieldErrors> {
    if new.starts_at < now {
        return Err(FieldErrors::one("starts_at", Reason::new("date_past")));
    }
    Ok(())
}

/// Records a change of the edition itself.
pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    edition: &Edition,
    content: serde_json::Value,
) -> Result<(), Error> {
    let subject = edition.id.uuid();
    let entry = Entry { action, subject_kind: "edition", subject, edition: Some(subject), content };
    audit::record(tx, actor, entry).await
}
