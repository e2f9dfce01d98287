//! One registration in full, for staff of its edition.

use diesel_async::AsyncPgConnection;
use serde_json::Value;

use super::{GivenConsent, Registration, RegistrationId, own, store};
use crate::{
    accounts::proofs::{Desk, Organiser},
    audit::{self, TrailEntry},
    error::Error,
    keys::Keys,
    mail::{self, OutboxEntry},
    questions::Question,
};

/// Everything about one registration that its reader may see.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The row.
    pub row: Registration,
    /// What she answered, in the form's order; sensitive answers only for organisers.
    pub answers: Vec<(Question, Value)>,
    /// What she agreed to.
    pub consents: Vec<GivenConsent>,
    /// What happened to it, the earliest first.
    pub history: Vec<TrailEntry>,
    /// What was written to her, the latest first.
    pub mails: Vec<OutboxEntry>,
}

/// One registration as the desk sees it: without sensitive answers.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn detail(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Desk,
    id: RegistrationId,
) -> Result<Detail, Error> {
    let mut detail = read(conn, keys, who.edition(), id).await?;
    detail.answers.retain(|(question, _)| !question.sensitive);
    Ok(detail)
}

/// One registration as an organiser sees it.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn full_detail(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Organiser,
    id: RegistrationId,
) -> Result<Detail, Error> {
    read(conn, keys, who.edition(), id).await
}

/// Its details and answers as the form of corrections shows them.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn detail_as_typed(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Organiser,
    id: RegistrationId,
) -> Result<Vec<(String, String)>, Error> {
    let detail = full_detail(conn, keys, who, id).await?;
    Ok(own::as_typed(&detail.row, &detail.answers))
}

async fn read(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    edition: uuid::Uuid,
    id: RegistrationId,
) -> Result<Detail, Error> {
    let row = store::registration::find(conn, id).await?;
    if row.edition.uuid() != edition {
        return Err(Error::NotFound);
    }
    let mailed = store::mailed::rows(conn, id).await?;
    Ok(Detail {
        answers: own::answered(conn, keys, &row).await?,
        consents: store::answers::consents(conn, id).await?,
        history: audit::of_subject(conn, id.uuid()).await?,
        mails: mail::about(conn, edition, &mailed).await?,
        row,
    })
}
