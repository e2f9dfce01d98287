//! The edition that is cloned, with everything that may come along.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::{
    Module,
    calls::{self, OldCall},
};
use crate::{
    accounts::proofs::{Admin, Observer, Programme},
    capacity::{self, Pool},
    editions::{self, PublicEdition, SideEvent, parts},
    error::{Error, Reason},
    mail::{self, Template, Wording, wordings},
    questions::{self, Question},
    registrations::types::{self, RegistrationType},
    values::Lang,
};

/// What a mail says in the edition's own words, in one language.
pub(super) type Worded = (&'static Template, Lang, Wording);

pub(super) struct Source {
    pub(super) public: PublicEdition,
    /// Drafts among them.
    pub(super) side_events: Vec<SideEvent>,
    pub(super) questions: Vec<Question>,
    pub(super) pools: Vec<Pool>,
    pub(super) types: Vec<RegistrationType>,
    pub(super) calls: Vec<OldCall>,
    pub(super) wordings: Vec<Worded>,
}

impl Source {
    /// Reads the edition with this slug, in whatever state.
    ///
    /// # Errors
    /// [`Error::Invalid`] `edition_unknown` on `source`.
    pub(super) async fn load(conn: &mut AsyncPgConnection, who: &Admin, slug: &str) -> Result<Self, Error> {
        let id = editions::id_of_slug(conn, slug).await.map_err(|error| match error {
            Error::NotFound => Error::field("source", Reason::new("edition_unknown")),
            other => other,
        })?;
        let organiser = who.organiser_of(id.uuid());
        let staff = Observer::from(&organiser);
        let edition = editions::for_staff(conn, &staff).await?;
        let mut types = types::types(conn, id).await?;
        types.retain(|way| way.archived_at.is_none());
        Ok(Self {
            public: editions::public_edition(conn, edition).await?,
            side_events: parts::list(conn, id).await?,
            questions: questions::questions(conn, id).await?,
            pools: capacity::pools(conn, id).await?,
            calls: calls::load(conn, &Programme::from(&organiser), &types).await?,
            wordings: worded(conn, id.uuid()).await?,
            types,
        })
    }

    /// How many rows of a module there are; for the texts, how many are written.
    pub(super) fn count(&self, module: Module) -> usize {
        match module {
            Module::Texts => {
                let texts = self.public.edition.texts();
                texts.iter().filter(|text| text.field != "name" && text.text.is_some()).count()
            }
            Module::Tracks => self.public.tracks.len(),
            Module::Rooms => self.public.rooms.len(),
            Module::Partners => self.public.partners.len(),
            Module::SideEvents => self.side_events.len(),
            Module::ConsentTexts => self.public.consent_texts.len(),
            Module::Questions => self.questions.len(),
            Module::Pools => self.pools.len(),
            Module::Types => self.types.len(),
            Module::Calls => self.calls.len(),
            Module::MailWordings => self.wordings.len(),
        }
    }
}

async fn worded(conn: &mut AsyncPgConnection, edition: Uuid) -> Result<Vec<Worded>, Error> {
    let worded = wordings::all_current(conn, edition).await?.into_iter().filter_map(|version| {
        let wording = version.wording()?;
        Some((mail::named(&version.template)?, version.lang, wording))
    });
    Ok(worded.collect())
}
