//! What attendees are asked to agree to, version by version.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{ConsentText, Edition, NewConsentText, publication, store};
use crate::{
    accounts::proofs::Organiser,
    audit::{self, Entry},
    db::Tx,
    error::Error,
    values::Id,
};

/// What is asked at present, the statement on collection first.
///
/// # Errors
/// The database's.
pub async fn current_consent_texts(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<ConsentText>, Error> {
    let mut latest = store::consent_text::latest(conn, edition).await?;
    latest.sort_by_key(|version| version.kind);
    Ok(latest.into_iter().filter_map(text).collect())
}

/// Every text that was ever asked, in every version: what a consent was given to stands, whatever is asked today.
///
/// # Errors
/// The database's.
pub async fn consent_texts_ever(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<ConsentText>, Error> {
    Ok(store::consent_text::all(conn, edition).await?.into_iter().filter_map(text).collect())
}

fn text(stored: store::consent_text::Version) -> Option<ConsentText> {
    let store::consent_text::Version { kind, version, body, required } = stored;
    Some(ConsentText { kind, version, body: body?, required })
}

/// Writes a new version, if it says anything else than the present one; consents given to earlier
/// versions keep pointing at them.
///
/// # Errors
/// The database's.
pub async fn set_consent_text(tx: &mut Tx, who: &Organiser, new: NewConsentText) -> Result<(), Error> {
    // Two editors at once would make the same version: they queue at the edition.
    let edition = store::edition::lock(tx, Edition::of(who)).await?;
    let latest = store::consent_text::latest(tx, edition.id).await?;
    let before = latest.into_iter().find(|version| version.kind == new.kind);
    let (said, required) = before.as_ref().map_or((None, false), |b| (b.body.as_ref(), b.required));
    if said == new.body.as_ref() && required == new.required {
        return Ok(());
    }
    let version = before.as_ref().map_or(1, |before| before.version + 1);
    store::consent_text::insert(tx, edition.id, version, &new).await?;
    let entry = Entry {
        action: "consent-text.set",
        subject_kind: "edition",
        subject: edition.id.uuid(),
        edition: Some(edition.id.uuid()),
        content: json!({ "before": before, "after": new, "version": version }),
    };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, edition.id).await
}
