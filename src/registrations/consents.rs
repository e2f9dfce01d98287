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
    editions::{self, ConsentKind, ConsentText},
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

/// A consent that she may give or withdraw.
#[derive(Clone, Debug)]
pub struct OwnConsent {
    /// To what: as it read when she agreed, or, while she does not agree, as it reads today.
    pub text: ConsentText,
    /// What she said to it, ever.
    pub said: Option<GivenConsent>,
}

impl OwnConsent {
    /// Whether she agrees.
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.said.as_ref().is_some_and(|said| said.withdrawn_at.is_none())
    }
}

/// What she agrees to, though nobody asks for it any more, and what is asked today; the statement on collection is only read.
///
/// # Errors
/// The database's.
pub async fn own_consents(conn: &mut AsyncPgConnection, who: &Holder) -> Result<Vec<OwnConsent>, Error> {
    let said = consents_of(conn, who).await?;
    let today = editions::current_consent_texts(conn, who.edition()).await?;
    let ever = editions::consent_texts_ever(conn, who.edition()).await?;
    let kinds = ConsentKind::ALL.iter().filter(|kind| **kind != ConsentKind::Collection);
    let own = kinds.filter_map(|kind| {
        let said = said.iter().find(|said| said.kind == *kind);
        let given = said.filter(|said| said.withdrawn_at.is_none());
        let text = match given {
            Some(given) => ever.iter().find(|text| text.kind == *kind && text.version == given.text_version),
            None => today.iter().find(|text| text.kind == *kind),
        };
        Some(OwnConsent { text: text?.clone(), said: said.cloned() })
    });
    Ok(own.collect())
}

/// She agrees to `kind` as it reads today, or takes her consent back.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced, or she neither gave this consent nor is asked for it today.
pub async fn set_consent(
    tx: &mut Tx,
    who: &Holder,
    kind: ConsentKind,
    given: bool,
    lang: Lang,
    now: Moment,
) -> Result<(), Error> {
    let locked = Locked::of_holder(tx, who).await?;
    if kind == ConsentKind::Collection {
        return Err(Error::NotFound);
    }
    let asked = editions::current_consent_texts(tx, who.edition()).await?;
    let asked = asked.iter().find(|text| text.kind == kind).map(|text| text.version);
    let said = store::answers::consents(tx, locked.row.id).await?;
    let said = said.iter().find(|said| said.kind == kind).map(|said| said.text_version);
    let version = if given { asked } else { said.or(asked) }.ok_or(Error::NotFound)?;
    let action = if given {
        store::answers::give(tx, locked.row.id, kind, version, lang, now).await?;
        "registration.consent"
    } else {
        store::answers::withdraw(tx, locked.row.id, kind, now).await?;
        "registration.withdraw-consent"
    };
    let content = json!({ "kind": kind, "text_version": version, "lang": lang });
    record(tx, who.actor(), action, &locked.row, content).await
}
