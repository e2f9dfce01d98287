//! What of a programme is there already.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use crate::{
    accounts::proofs::{Organiser, Programme},
    db::sources::Source,
    editions::{Edition, Room, Track, parts},
    error::Error,
    programme::{self, Planned, Session},
    speakers::{self, Speaker, SpeakerId},
    values::Id,
};

/// The rows of an edition that an import may mean.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// In the organiser's order.
    pub rooms: Vec<Room>,
    /// In the organiser's order.
    pub tracks: Vec<Track>,
    /// All of them.
    pub speakers: BTreeMap<SpeakerId, Speaker>,
    /// Those of the draft.
    pub sessions: BTreeMap<Id<Session>, Planned>,
    /// Where they came from.
    pub sources: Sources,
}

/// Where rows came from, by their ids.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Of rooms.
    pub rooms: BTreeMap<Uuid, Source>,
    /// Of tracks.
    pub tracks: BTreeMap<Uuid, Source>,
    /// Of speakers.
    pub speakers: BTreeMap<Uuid, Source>,
    /// Of sessions.
    pub sessions: BTreeMap<Uuid, Source>,
}

impl Present {
    /// Reads what is there.
    ///
    /// # Errors
    /// The database's.
    pub async fn of(conn: &mut AsyncPgConnection, who: &Organiser) -> Result<Self, Error> {
        let (edition, programme) = (Edition::of(who), Programme::from(who));
        let speakers = speakers::list(conn, &programme, "").await?;
        let sessions = programme::planned(conn, &programme).await?;
        Ok(Self {
            rooms: parts::list(conn, edition).await?,
            tracks: parts::list(conn, edition).await?,
            speakers: speakers.into_iter().map(|it| (it.id, it)).collect(),
            sessions: sessions.into_iter().map(|it| (it.row.id, it)).collect(),
            sources: Sources {
                rooms: parts::sources::<Room>(conn, edition).await?,
                tracks: parts::sources::<Track>(conn, edition).await?,
                speakers: speakers::sources(conn, edition).await?,
                sessions: programme::sources(conn, &programme).await?,
            },
        })
    }
}
