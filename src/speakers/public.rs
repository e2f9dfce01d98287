//! What the programme tells about those who take part.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;

use super::{Speaker, SpeakerId, photo, store};
use crate::{
    editions::Edition,
    error::Error,
    files::{self, File},
    values::{Id, Line, Localised, PersonName},
};

/// A speaker as anybody may know her: no address, no contact.
#[derive(Clone, Debug)]
pub struct PublicSpeaker {
    /// Her id.
    pub id: SpeakerId,
    /// What she is called.
    pub name: PersonName,
    /// Where she works.
    pub organisation: Option<Line<120>>,
    /// What she does there.
    pub job_title: Option<Line<120>>,
    /// Who she is.
    pub biography: Option<Localised>,
    /// Her photo, which anybody may see.
    pub photo: Option<File>,
}

impl PublicSpeaker {
    /// The words under which her sessions are found.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let organisation = self.organisation.as_ref().map(Line::as_str);
        [self.name.latin(), self.name.han(), organisation].into_iter().flatten()
    }
}

/// Those of the edition, in the order of protocol, who have a name by now. Only for whom a release names.
///
/// # Errors
/// The database's.
pub async fn public(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    named: &BTreeSet<SpeakerId>,
) -> Result<Vec<PublicSpeaker>, Error> {
    let mut photos = files::of_rows(conn, photo::TABLE, named.iter().copied()).await?;
    let rows = store::named(conn, edition, named).await?;
    let shown = rows.into_iter().filter(Speaker::is_named).map(|row| {
        let name = row.name();
        let Speaker { id, organisation, job_title, biography, .. } = row;
        PublicSpeaker { id, name, organisation, job_title, biography, photo: photos.remove(&id) }
    });
    Ok(shown.collect())
}
