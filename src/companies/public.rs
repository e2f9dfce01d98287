//! What the programme tells about companies.

use diesel_async::AsyncPgConnection;

use super::{Company, CompanyId, Region, logo, store};
use crate::{
    error::Error,
    files::{self, File},
    values::{Line, Localised, WebUrl},
};

/// A company as anybody may know it once it is on show: nobody of its people, nothing that only judges read.
#[derive(Clone, Debug)]
pub struct PublicCompany {
    /// Its id.
    pub id: CompanyId,
    /// What it is called.
    pub name: Localised,
    /// What it does, in one sentence.
    pub one_liner: Option<Localised>,
    /// The city it is in.
    pub city: Line<80>,
    /// Where it is at home.
    pub region: Region,
    /// Its web address.
    pub website: Option<WebUrl>,
    /// Its logo, which anybody may read.
    pub logo: Option<File>,
}

impl PublicCompany {
    /// The words under which its demos are found.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let texts = [Some(&self.name), self.one_liner.as_ref()].into_iter().flatten();
        texts.flat_map(|text: &Localised| text.iter().map(|picked| picked.text))
    }
}

/// Those with these ids. Only for what a release shows of those who confirmed.
///
/// # Errors
/// The database's.
pub async fn public(conn: &mut AsyncPgConnection, named: &[CompanyId]) -> Result<Vec<PublicCompany>, Error> {
    let mut logos = files::of_rows(conn, logo::TABLE, named.iter().copied()).await?;
    let rows = store::company::named(conn, named).await?;
    let shown = rows.into_iter().map(|row| {
        let Company { id, name, one_liner, city, region, website, .. } = row;
        PublicCompany { id, name, one_liner, city, region, website, logo: logos.remove(&id) }
    });
    Ok(shown.collect())
}
