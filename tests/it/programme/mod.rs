//! The programme: sessions, one draft that several edit, and releases that stand.

mod draft;
pub mod given_up;
mod moved;
pub mod on_show;
mod own_day;
mod places;
mod public;
mod releases;
mod shown;
mod told;
mod unconfirmed;

use plenary::{
    accounts::proofs::Programme,
    db::Tx,
    editions::{Edition, NewRoom, Room, RoomFields, parts},
    error::Error,
    programme::{
        self, NewRelease, NewSession, PlacementFields, Release, ReleaseFields, Session, SessionFields,
        SessionRow, diff::Changes,
    },
    speakers::Presenter,
    submissions::{self, Decision, SubmissionId},
    values::{Id, Moment},
};
use serde_json::{Value, json};

use crate::support::{
    app::TestApp,
    calls::call_fields,
    editions::{fields, trilingual},
};

/// An edition whose programme is being made.
pub struct Making {
    pub app: TestApp,
    pub edition: Edition,
    pub who: Programme,
}

impl Making {
    pub async fn begin() -> Self {
        let app = TestApp::start().await;
        let edition = app.edition("2026").await;
        let who = Programme::from(&app.organises(edition.id));
        Self { app, edition, who }
    }

    pub async fn verb<T>(&self, act: impl AsyncFnOnce(&mut Tx) -> Result<T, Error>) -> Result<T, Error> {
        self.app.app.db.transaction(act).await
    }

    pub async fn room(&self, slug: &str, capacity: u32) -> Id<Room> {
        let name = trilingual("Room", "會場", "会场");
        let typed: RoomFields =
            fields(json!({ "slug": slug, "name": name, "capacity": capacity.to_string() }));
        let (new, who) = (NewRoom::try_from(&typed).unwrap(), self.app.organises(self.edition.id));
        self.verb(async |tx| parts::create::<Room>(tx, &who, new).await).await.unwrap().id
    }

    /// A speaker, by name.
    pub async fn speaker(&self, name: &str) -> String {
        self.app.speaker(&self.edition, name).await.id.to_string()
    }

    /// A session of 30 minutes with these people, who speak.
    pub async fn session(&self, title: &str, people: &[&str]) -> SessionRow {
        self.create(talk(title, people)).await.unwrap()
    }

    pub async fn create(&self, typed: Value) -> Result<SessionRow, Error> {
        let typed: SessionFields = fields(typed);
        let new = NewSession::try_from(&typed)?;
        self.verb(async |tx| programme::create(tx, &self.who, new).await).await
    }

    /// Puts the session there, from what was seen of it; `minute` counts from the edition's beginning.
    pub async fn place(
        &self,
        seen: &SessionRow,
        rooms: &[Id<Room>],
        minute: i64,
    ) -> Result<SessionRow, Error> {
        let start = self.edition.starts_at.plus(jiff::SignedDuration::from_mins(minute));
        let rooms = rooms.iter().map(ToString::to_string).collect();
        let typed = PlacementFields { starts_at: start.to_string(), rooms, ..PlacementFields::default() };
        let placement = typed.parse(&self.edition.zone)?;
        self.verb(async |tx| programme::place(tx, &self.who, (seen.id, seen.version), placement).await).await
    }

    /// A talk that somebody handed in, was told of and confirmed, with its session in the draft.
    pub async fn confirmed(&self, name: &str) -> (Presenter, SubmissionId, SessionRow) {
        let call = self.app.call(&self.edition, call_fields(&name.to_lowercase())).await;
        let speaker = self.app.speaker(&self.edition, name).await.id;
        let talk = self.app.submission(&call, &self.edition, speaker).await;
        self.app.told(&self.edition, talk, Decision::Accepted).await;
        let presenter = self.app.presenter(speaker).await;
        let adopt = self.verb(async |tx| {
            submissions::confirm(tx, &presenter, talk, Moment::now()).await?;
            programme::adopt(tx, &self.who, &[talk]).await
        });
        let session = adopt.await.unwrap().remove(0);
        (presenter, talk, session)
    }

    pub async fn remove(&self, seen: &SessionRow) -> Result<(), Error> {
        self.verb(async |tx| programme::remove(tx, &self.who, (seen.id, seen.version)).await).await
    }

    pub async fn release(&self, name: &str) -> Result<(Release, Changes), Error> {
        let typed: ReleaseFields = fields(json!({ "name": name }));
        let new = NewRelease::try_from(&typed)?;
        self.verb(async |tx| programme::release(tx, &self.who, new).await).await
    }

    /// Sequence and whether it is off, of a session in a release.
    pub async fn in_release(&self, release: &Release, session: Id<Session>) -> (u32, bool) {
        let mut conn = self.app.app.db.read().await.unwrap();
        let content = programme::released(&mut conn, release).await.unwrap();
        (content[&session].sequence, content[&session].cancelled)
    }
}

pub fn talk(title: &str, people: &[&str]) -> Value {
    let people: Vec<Value> =
        people.iter().map(|speaker| json!({ "speaker": speaker, "part": "speaker" })).collect();
    json!({ "kind": "session", "title": { "en": title }, "minutes": "30", "people": people })
}

/// The code of a refusal because of the present state.
pub fn conflict<T: std::fmt::Debug>(outcome: Result<T, Error>) -> &'static str {
    match outcome {
        Err(Error::Conflict(reason)) => reason.code,
        other => panic!("not a conflict: {other:?}"),
    }
}

/// The code of what is wrong with a field.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>, field: &str) -> &'static str {
    match outcome {
        Err(Error::Invalid(errors)) => errors.of(field).expect("an error of the field").code,
        other => panic!("not refused: {other:?}"),
    }
}
