//! From draft to published to archived.

use serde_json::json;

use super::{ConsentKind, Edition, EditionState, create::record, current_consent_texts, publication, store};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    error::{Error, FieldErrors, Reason},
    values::Moment,
};

/// Shows the edition to the public, for the first time or again after it was archived.
///
/// # Errors
/// [`Error::Conflict`] `edition_published`; [`Error::Invalid`] with `required` for each field that
/// readers can't do without.
pub async fn publish(tx: &mut Tx, who: &Organiser, now: Moment) -> Result<Edition, Error> {
    let edition = store::edition::lock(tx, Edition::of(who)).await?;
    if edition.state == EditionState::Published {
        return Err(Error::conflict("edition_published"));
    }
    essentials(tx, &edition).await?;
    let first = edition.published_at.unwrap_or(now);
    moved(tx, who, &edition, "edition.publish", EditionState::Published, Some(first)).await
}

/// Ends an edition: the public still reads it.
///
/// # Errors
/// [`Error::Conflict`] `edition_not_published`.
pub async fn archive(tx: &mut Tx, who: &Organiser) -> Result<Edition, Error> {
    let edition = store::edition::lock(tx, Edition::of(who)).await?;
    if edition.state != EditionState::Published {
        return Err(Error::conflict("edition_not_published"));
    }
    moved(tx, who, &edition, "edition.archive", EditionState::Archived, edition.published_at).await
}

/// Nobody can come to a place that has no name, nor be asked for personal data without being told why.
async fn essentials(tx: &mut Tx, edition: &Edition) -> Result<(), Error> {
    let asked = current_consent_texts(tx, edition.id).await?;
    let mut missing = FieldErrors::new();
    if edition.venue_name.is_none() {
        missing.add("venue_name", Reason::new("required"));
    }
    if !asked.iter().any(|text| text.kind == ConsentKind::Collection) {
        missing.add("consent_texts.collection", Reason::new("required"));
    }
    Ok(missing.check()?)
}

async fn moved(
    tx: &mut Tx,
    who: &Organiser,
    edition: &Edition,
    action: &'static str,
    state: EditionState,
    published_at: Option<Moment>,
) -> Result<Edition, Error> {
    let after = store::edition::set_state(tx, edition.id, state, published_at).await?;
    let content = json!({ "before": edition.state, "after": after.state });
    record(tx, who.actor(), action, &after, content).await?;
    publication::bump(tx, after.id).await?;
    Ok(after)
}
