//! Who takes part, as those who take part see it.

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    By, Invitation, OwnSubmission, Part, SubmissionId,
    reads::{own, seen_by_member},
    store,
};
use crate::{
    error::Error,
    speakers::{self, Presenter, SpeakerId},
    values::{Email, PersonName},
};

/// Somebody else's submission tells no more of her than her name, and that only once she agreed; the owner also sees the
/// address that she wrote herself.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Companion {
    /// Who.
    #[schema(value_type = uuid::Uuid)]
    pub speaker: SpeakerId,
    /// What she does in it.
    pub part: Part,
    /// Whether she agreed.
    pub invitation: Invitation,
    /// Whether it is hers.
    pub is_owner: bool,
    /// What she is called, once she agreed.
    pub name: Option<PersonName>,
    /// Where she was asked, for the owner's eyes.
    #[schema(value_type = Option<String>)]
    pub email: Option<Email>,
}

/// One of her submissions.
///
/// # Errors
/// [`Error::NotFound`] when she has no part in it, or the link was replaced.
pub async fn own_one(
    conn: &mut AsyncPgConnection,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<OwnSubmission, Error> {
    match who.into() {
        By::Presenter(who) => {
            own(conn, who).await?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)
        }
        who @ By::Member(_) => {
            let row = who.find(conn, id).await?;
            seen_by_member(conn, row).await
        }
    }
}

/// Who takes part in one of her submissions, in order. Those who have not agreed are there for the owner alone.
///
/// # Errors
/// As [`own_one`].
pub async fn companions(
    conn: &mut AsyncPgConnection,
    who: &Presenter,
    id: SubmissionId,
) -> Result<Vec<Companion>, Error> {
    let mine = own_one(conn, who, id).await?;
    let owner = store::submission::find(conn, id).await?.owner;
    let mut companions = Vec::new();
    for one in store::people::of(conn, id).await? {
        let agreed = one.invitation == Invitation::Accepted;
        if !(agreed || mine.is_owner) {
            continue;
        }
        let speaker = speakers::of_submission(conn, who.edition(), one.speaker).await?;
        companions.push(Companion {
            speaker: speaker.id,
            part: one.part,
            invitation: one.invitation,
            is_owner: speaker.id == owner,
            name: Some(speaker.name()).filter(|_| agreed && speaker.is_named()),
            email: speaker.email.filter(|_| mine.is_owner),
        });
    }
    Ok(companions)
}
