//! Whose wall clock the pages of the whole site tell; an edition's pages tell its own.

use diesel_async::AsyncPgConnection;

use crate::{
    editions::{self, Edition},
    error::{Error, Reason},
    values::{Lang, Moment, Zone, time},
};

/// A wall clock, told in the reader's language.
pub(crate) struct Clock {
    lang: Lang,
    zone: Zone,
}

impl Clock {
    /// The current edition's; UTC's before the first edition is published.
    pub(crate) async fn of_site(conn: &mut AsyncPgConnection, lang: Lang) -> Result<Self, Error> {
        let zone = match editions::current(conn, Moment::now()).await {
            Ok(edition) => edition.zone,
            Err(Error::NotFound) => Zone::parse("Etc/UTC").map_err(|reason| Error::internal(reason.code))?,
            Err(other) => return Err(other),
        };
        Ok(Self { lang, zone })
    }

    /// The edition's.
    pub(crate) fn of(edition: &Edition, lang: Lang) -> Self {
        Self { lang, zone: edition.zone.clone() }
    }

    /// Date and time of `moment`.
    pub(crate) fn tell(&self, moment: Moment) -> String {
        time::moment(self.lang, moment, &self.zone)
    }

    /// The moment that was typed into an input of date and time.
    ///
    /// # Errors
    /// Those of [`time::local_datetime`].
    pub(crate) fn read(&self, typed: &str) -> Result<Moment, Reason> {
        time::local_datetime(typed, &self.zone)
    }

    /// The same of what may not have happened yet.
    pub(crate) fn maybe(&self, moment: Option<Moment>) -> Option<String> {
        moment.map(|moment| self.tell(moment))
    }

    /// What the zone is called now, for one line under the page.
    pub(crate) fn zone(&self) -> String {
        self.zone.label(self.lang, Moment::now())
    }
}
