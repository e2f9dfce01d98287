//! What an attendee agreed to: each kind in the version and language she read, and when she took it back.

use diesel_async::AsyncPgConnection;
use serde_json::json;

pub use super::store::answers::GivenConsent;

use super::{
    Holder,
    locked::{Locked, record},
    store,
};
use crate::{
    db::Tx,
    editions::{self, ConsentKind},
    error::Error,
    values::{Lang, Moment},
};

/// What she agreed to, ever.
///
/// # Errors
/// The database's.
pub async fn consents_of(conn: &mut AsyncPgConnection, who: &Holder) -> Result<Vec<GivenConsent>, Error> {
    store::answers::consents(conn, who.registration()).await
}

/// She agrees to `kind` as it reads today, or takes her consent back.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced, or nobody asks for this consent.
pub async fn set_consent(
    tx: &mut Tx,
    who: &Holder,
    kind: ConsentKind,
    given: bool,
    lang: Lang,
    now: Moment,
) -> Result<(), Error> {
    let locked = Locked::of_holder(tx, who).await?;
    let asked = editions::current_consent_texts(tx, who.edition()).await?;
    let text = asked.iter().find(|text| text.kind == kind && kind != ConsentKind::Collection);
    let text = text.ok_or(Error::NotFound)?;
    let action = if given {
        store::answers::give(tx, locked.row.id, kind, text.version, lang, now).await?;
        "registration.consent"
    } else {
        store::answers::withdraw(tx, locked.row.id, kind, now).await?;
        "registration.withdraw-consent"
    };
    let content = json!({ "kind": kind, "text_version": text.version, "lang": lang });
    record(tx, who.actor(), action, &locked.row, content).await
}
