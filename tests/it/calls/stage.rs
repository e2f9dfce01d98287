//! An edition with tracks and a call, made by the product's own verbs.

use plenary::{
    accounts::proofs::Programme,
    calls::{self, Call, CallFields, NewCall, QuotaFields, SessionTypeFields},
    editions::{Edition, NewTrack, Track, TrackFields, parts},
    error::{Error, FieldErrors},
    values::Moment,
};

use crate::support::{
    Forum,
    forum::{organiser, text},
};

/// A published edition with two tracks.
pub struct Stage {
    pub forum: Forum,
    pub edition: Edition,
    pub who: Programme,
    pub tracks: Vec<Track>,
}

/// A moment, as RFC 3339 has it.
pub fn at(time: &str) -> Moment {
    time.parse::<jiff::Timestamp>().unwrap().into()
}

/// While calls made here are open.
pub fn open() -> Moment {
    at("2027-03-15T00:00:00Z")
}

/// A call for talks in March 2027, with both tracks and two session types.
pub fn fields(slug: &str) -> CallFields {
    let kind = |slug: &str, minutes: i32| SessionTypeFields {
        slug: slug.into(),
        name: text(slug),
        minutes: minutes.into(),
    };
    let quota = |track: &str, quota: i32| QuotaFields { track: track.into(), quota: quota.into() };
    CallFields {
        kind: "talk".into(),
        slug: slug.into(),
        name: text("Call for talks"),
        description: text("Tell us."),
        opens_at: "2027-03-01T09:00".into(),
        closes_at: "2027-04-01T00:00".into(),
        tracks: vec![quota("robotics", 4), quota("biomedicine", 2)],
        session_types: vec![kind("short", 20), kind("long", 40)],
        ..CallFields::default()
    }
}

impl Stage {
    pub async fn set() -> Self {
        let (forum, edition) = Forum::with_edition("2027").await;
        let who = organiser(&edition);
        let mut tracks = Vec::new();
        for slug in ["robotics", "biomedicine"] {
            let fields = TrackFields { slug: slug.into(), name: text(slug), colour: "#0e4a73".into() };
            let new = NewTrack::try_from(&fields).unwrap();
            let made = forum.db.transaction(async |tx| parts::create::<Track>(tx, &who, new).await).await;
            tracks.push(made.unwrap());
        }
        Self { forum, who: Programme::from(&who), edition, tracks }
    }

    pub fn parse(&self, fields: &CallFields) -> Result<NewCall, FieldErrors> {
        fields.parse(&self.edition.zone, &self.tracks)
    }

    pub async fn create(&self, fields: &CallFields) -> Result<Call, Error> {
        let new = self.parse(fields)?;
        self.forum.db.transaction(async |tx| calls::create(tx, &self.who, new).await).await
    }

    pub async fn change(&self, call: &Call, fields: &CallFields) -> Result<Call, Error> {
        let new = self.parse(fields)?;
        self.forum.db.transaction(async |tx| calls::change(tx, &self.who, call.id, new).await).await
    }

    /// Shows a call and answers it as it is then.
    pub async fn listed(&self, fields: &CallFields) -> Call {
        let call = self.create(fields).await.unwrap();
        let list = self.forum.db.transaction(async |tx| {
            calls::list(tx, &self.who, call.id, Moment::now()).await?;
            calls::call(tx, &self.who, call.id).await
        });
        list.await.unwrap()
    }
}
