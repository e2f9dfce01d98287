//! Finding submissions, for their owners and for staff.

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    By, Filter, Next, Participant, Spoken, Submission, SubmissionId, Verdict, attachments, demo, form::form,
    store, what_next,
};
use crate::{
    accounts::proofs::Programme,
    audit::{self, TrailEntry},
    calls::{self, CallId, SessionType},
    companies::CompanyId,
    editions::{Edition, Track},
    error::{Error, FieldErrors},
    keys::Keys,
    questions::{self, Question},
    speakers::{self, Presenter},
    values::{Id, Localised, Moment, Prose},
};

/// A submission as those who take part in it see it: nothing of a decision before it was told.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwnSubmission {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: SubmissionId,
    /// Of which edition.
    #[serde(skip)]
    pub edition: Id<Edition>,
    /// To which call.
    #[schema(value_type = Uuid)]
    pub call: CallId,
    /// The company that hands it in, if one does.
    #[schema(value_type = Option<Uuid>)]
    pub company: Option<CompanyId>,
    /// Whether she is its owner, and may write it.
    pub is_owner: bool,
    /// What she does in it and whether she agreed to.
    pub participant: Option<Participant>,
    /// What it is called.
    pub title: Option<Localised>,
    /// What it is about.
    pub summary: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// What only the organisers, and its owner, read.
    #[schema(value_type = Option<String>)]
    pub notes: Option<Prose<2000>>,
    /// In which track.
    #[schema(value_type = Option<Uuid>)]
    pub track: Option<Id<Track>>,
    /// As which session type.
    #[schema(value_type = Option<Uuid>)]
    pub session_type: Option<Id<SessionType>>,
    /// Where it stands, and what comes next.
    pub next: Next,
    /// Until when she may confirm.
    pub confirm_by: Option<Moment>,
    /// Counts changes of its contents.
    pub version: i32,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
}

/// Every submission that she owns or takes part in, or is asked to, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn own(conn: &mut AsyncPgConnection, who: &Presenter) -> Result<Vec<OwnSubmission>, Error> {
    let me = speakers::me(conn, who).await?;
    let mut own = Vec::new();
    for row in store::people::submissions_of(conn, me.id).await? {
        let participants = store::people::of(conn, row.id).await?;
        let participant = participants.into_iter().find(|one| one.speaker == me.id);
        let is_owner = row.owner == me.id;
        own.push(seen(conn, row, is_owner, participant).await?);
    }
    Ok(own)
}

/// As every member of its company sees it.
pub(super) async fn seen_by_member(
    conn: &mut AsyncPgConnection,
    row: Submission,
) -> Result<OwnSubmission, Error> {
    seen(conn, row, true, None).await
}

async fn seen(
    conn: &mut AsyncPgConnection,
    row: Submission,
    is_owner: bool,
    participant: Option<Participant>,
) -> Result<OwnSubmission, Error> {
    let found = store::eligibility::find(conn, row.id).await?;
    let next = what_next(&row.standing(), found.is_some_and(|found| found.takes_reply()));
    Ok(OwnSubmission {
        id: row.id,
        edition: row.edition,
        call: row.call,
        company: row.company,
        is_owner,
        participant,
        title: row.title,
        summary: row.summary,
        spoken: row.spoken,
        notes: row.notes.filter(|_| is_owner),
        track: row.track,
        session_type: row.session_type,
        next,
        confirm_by: row.confirm_by,
        version: row.version,
        submitted_at: row.submitted_at,
    })
}

/// Her answers with their questions, in the form's order.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn own_answers(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<Vec<(Question, Value)>, Error> {
    let row = who.into().find(conn, id).await?;
    answers_of(conn, keys, &row).await
}

/// Her answers as a form shows them again: pairs of input and value.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn own_answers_as_typed(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<Vec<(String, String)>, Error> {
    let answers = own_answers(conn, keys, who, id).await?;
    let typed = answers.iter().flat_map(|(question, value)| {
        let input = format!("answers.{}", question.slug);
        questions::as_typed(value).into_iter().map(move |typed| (input.clone(), typed))
    });
    Ok(typed.collect())
}

/// What she has still to write before she can hand it in, or, once accepted, for the programme.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn missing(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<FieldErrors, Error> {
    let row = who.into().find(conn, id).await?;
    let call = calls::by_id(conn, row.edition, row.call).await?;
    let form = form(conn, call).await?;
    let stored = store::answers::of(conn, id).await?;
    let filed = attachments::answered(conn, id).await?;
    let missing = form.missing(keys, &row, &stored, &filed, row.told == Some(Verdict::Accepted))?;
    Ok(FieldErrors::merged([Some(missing), Some(demo::missing(conn, &row).await?)]))
}

/// One submission, for staff.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn find(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<Submission, Error> {
    let row = store::submission::find(conn, id).await?;
    if row.edition.uuid() == who.edition() { Ok(row) } else { Err(Error::NotFound) }
}

/// At most `limit` that fit, the newest first or in the order of their line.
///
/// # Errors
/// The database's.
pub async fn list(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Submission>, Error> {
    store::list::list(conn, who.edition(), filter, limit).await
}

/// How many fit, on whatever page.
///
/// # Errors
/// The database's.
pub async fn count(conn: &mut AsyncPgConnection, who: &Programme, filter: &Filter) -> Result<i64, Error> {
    store::list::count(conn, who.edition(), filter).await
}

/// Who takes part in a submission, or is asked to, in order.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn participants(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<Vec<Participant>, Error> {
    find(conn, who, id).await?;
    store::people::of(conn, id).await
}

/// Every answer with its question, in the form's order, sealed ones opened.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn answered(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Programme,
    id: SubmissionId,
) -> Result<Vec<(Question, Value)>, Error> {
    let row = find(conn, who, id).await?;
    answers_of(conn, keys, &row).await
}

/// What happened to a submission, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn history(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<Vec<TrailEntry>, Error> {
    find(conn, who, id).await?;
    audit::of_subject(conn, id.uuid()).await
}

pub(super) async fn answers_of(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    row: &Submission,
) -> Result<Vec<(Question, Value)>, Error> {
    let stored = store::answers::of(conn, row.id).await?;
    let call = calls::by_id(conn, row.edition, row.call).await?;
    let mut answered = Vec::new();
    for question in questions::questions_ever(conn, calls::form(&call)).await? {
        if let Some(answer) = stored.iter().find(|answer| answer.question == question.id) {
            let value = answer.open(keys, row.id.uuid())?;
            answered.push((question, value));
        }
    }
    Ok(answered)
}
