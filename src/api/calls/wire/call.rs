//! Calls, codes and questions.

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::{once::Made, questions::QuestionBody},
    calls::{Call, CallCode, CallKind, CallState, Quota, SessionType, Visibility},
    error::Error,
    questions::Question,
    values::{Localised, Moment},
};

/// An invitation to hand something in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Call)]
pub(in crate::api) struct CallBody {
    /// Its id.
    pub id: Uuid,
    /// What one hands in.
    pub kind: CallKind,
    /// Its short name in addresses.
    #[schema(example = "talks")]
    pub slug: String,
    /// What it is called.
    pub name: Localised,
    /// What is looked for.
    pub description: Option<Localised>,
    /// Where it stands now.
    pub state: CallState,
    /// From when on one may hand in.
    pub opens_at: Moment,
    /// The deadline; at this instant it is too late.
    pub closes_at: Moment,
    /// Who may see it once it is published.
    pub visibility: Visibility,
    /// How many one applicant may hand in; null for any number.
    pub limit_per_applicant: Option<i32>,
    /// How many days an accepted applicant has to confirm.
    pub confirm_days: i32,
    /// Whether the next on standby moves up without anybody's doing.
    pub promotes_by_itself: bool,
    /// Whether those who are declined get the comments that judges marked as shareable.
    pub shares_comments: bool,
    /// The tracks one may choose.
    pub tracks: Vec<QuotaBody>,
    /// What one may propose, in order.
    pub session_types: Vec<SessionTypeBody>,
    /// Rises with every change of what it says; send it along with a change.
    pub version: i32,
}

/// A track of a call.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallTrack)]
pub(in crate::api) struct QuotaBody {
    /// The track's id.
    pub track: Uuid,
    /// How many are meant to be accepted in it; null for as many as are good.
    pub quota: Option<i32>,
}

impl From<Quota> for QuotaBody {
    fn from(Quota { track, quota }: Quota) -> Self {
        Self { track: track.uuid(), quota }
    }
}

/// Something one may propose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionType)]
pub(in crate::api) struct SessionTypeBody {
    /// Its id.
    pub id: Uuid,
    /// Its short name.
    pub slug: String,
    /// What it is called.
    pub name: Localised,
    /// How long it lasts.
    pub minutes: i32,
}

impl From<SessionType> for SessionTypeBody {
    fn from(SessionType { id, slug, name, minutes }: SessionType) -> Self {
        Self { id: id.uuid(), slug: slug.to_string(), name, minutes }
    }
}

impl CallBody {
    /// A call with what one chooses from in it, as it stands at `now`.
    pub(in crate::api) async fn of(
        conn: &mut AsyncPgConnection,
        call: Call,
        now: Moment,
    ) -> Result<Self, Error> {
        let tracks = call.tracks(conn).await?;
        let session_types = call.session_types(conn).await?;
        Ok(Self {
            state: call.state(now),
            id: call.id.uuid(),
            kind: call.kind,
            slug: call.slug.to_string(),
            name: call.name,
            description: call.description,
            opens_at: call.opens_at,
            closes_at: call.closes_at,
            visibility: call.visibility,
            limit_per_applicant: call.limit_per_applicant,
            confirm_days: call.confirm_days,
            promotes_by_itself: call.promotes_by_itself,
            shares_comments: call.shares_comments,
            tracks: tracks.into_iter().map(QuotaBody::from).collect(),
            session_types: session_types.into_iter().map(SessionTypeBody::from).collect(),
            version: call.version,
        })
    }
}

impl Made for CallBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// A code that lets its holder submit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallCode)]
pub(in crate::api) struct CodeBody {
    /// Its id.
    pub id: Uuid,
    /// The code itself, in groups of four.
    pub code: String,
    /// For whom it was made.
    pub note: Option<String>,
    /// How many submissions may be begun with it; null for any number.
    pub max_uses: Option<i32>,
    /// How many were.
    pub uses: i32,
    /// From when on it is worth nothing.
    pub expires_at: Option<Moment>,
    /// Since when it was taken back.
    pub revoked_at: Option<Moment>,
}

impl From<CallCode> for CodeBody {
    fn from(code: CallCode) -> Self {
        let CallCode { id, code, note, max_uses, uses, expires_at, revoked_at } = code;
        let note = note.map(|line| line.as_str().to_owned());
        Self { id: id.uuid(), code, note, max_uses, uses, expires_at, revoked_at }
    }
}

impl Made for CodeBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Something that a call asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallQuestion)]
pub(in crate::api) struct CallQuestionBody {
    /// What every question has.
    pub question: QuestionBody,
    /// Whether it must be answered only once a slot is promised.
    pub required_after_acceptance: bool,
    /// From when on its answer can't be changed; null for never.
    pub frozen_at: Option<Moment>,
}

impl From<Question> for CallQuestionBody {
    fn from(question: Question) -> Self {
        let (required_after_acceptance, frozen_at) = (question.required_after_acceptance, question.frozen_at);
        Self { question: question.into(), required_after_acceptance, frozen_at }
    }
}

impl Made for CallQuestionBody {
    fn id(&self) -> Uuid {
        self.question.id
    }
}
