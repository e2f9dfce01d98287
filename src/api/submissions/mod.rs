//! What is handed in: found, corrected, decided, told and answered for, as the chair does it.

mod acts;
mod decide;
mod eligibility;
mod letters;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{
    audit_entries::EntryBody,
    json::Json,
    lists::{All, Page, PageQuery},
    once::{created, once},
    query::Query,
    row::Row,
};
use crate::{
    accounts::proofs::Programme,
    calls,
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    submissions::{self, DraftFields, Filter, Stage, Submission, SubmissionId},
    values::{Id, Moment},
};

pub(super) use acts::*;
pub(super) use decide::*;
pub(super) use eligibility::*;
pub(super) use letters::*;
use wire::{DetailBody, NewSubmissionFields, SubmissionBody};

/// Which submissions.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SubmissionQuery {
    /// Beginnings of words of titles, summaries, and the names and addresses of those who take part.
    q: String,
    /// Only those that stand so.
    stage: Option<Stage>,
    /// Only those to the call with this id.
    call: Option<Uuid>,
    /// Only those in the track with this id.
    track: Option<Uuid>,
    /// The `next` of the page before; leave it out for the first.
    cursor: Option<String>,
    /// How many at most; 50 where it is left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// A submission as it is now.
async fn read(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<SubmissionBody, Error> {
    Ok(submissions::find(conn, who, id).await?.into())
}

/// Finds submissions, the newest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/submissions", tag = "Submissions", params(SubmissionQuery),
    responses((status = 200, body = Page<SubmissionBody>)), security(("token" = ["programme:read"])))]
pub(super) async fn list_submissions(
    app: Data<App>,
    at: With<Programme>,
    query: Query<SubmissionQuery>,
) -> Result<web::Json<Page<SubmissionBody>>, Error> {
    let SubmissionQuery { q, stage, call, track, cursor, limit } = query.0;
    let page = PageQuery { cursor, limit };
    let filter = Filter {
        text: q,
        stage,
        call: call.map(Id::from),
        track: track.map(Id::from),
        before: page.after()?,
        in_line: false,
    };
    let limit = page.limit()?;
    let more = i64::try_from(limit).map_err(Error::internal)?.saturating_add(1);
    let found = submissions::list(&mut *app.db.read().await?, &at.proof, &filter, more).await?;
    Ok(web::Json(Page::cut(found, limit, |row: &Submission| row.id)))
}

/// Shows a submission with who takes part in it and what was answered.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/submissions/{id}", tag = "Submissions",
    responses((status = 200, body = DetailBody)), security(("token" = ["programme:read"])))]
pub(super) async fn show_submission(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<DetailBody>, Error> {
    let mut conn = app.db.read().await?;
    let found = submissions::find(&mut conn, &at.proof, row.0).await?;
    let participants = submissions::participants(&mut conn, &at.proof, row.0).await?;
    let answers = submissions::answered(&mut conn, &app.keys, &at.proof, row.0).await?;
    let files = submissions::attachments(&mut conn, &at.proof, row.0).await?;
    let slides = submissions::slides(&mut conn, &at.proof, row.0).await?;
    Ok(web::Json(DetailBody::of(found, participants, answers, (files, slides))))
}

/// Lists what happened to a submission, the earliest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/submissions/{id}/history", tag = "Submissions",
    responses((status = 200, body = All<EntryBody>)), security(("token" = ["programme:read"])))]
pub(super) async fn show_submission_history(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<All<EntryBody>>, Error> {
    let history = submissions::history(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(All::of(history)))
}

/// Hands something in for a speaker, such as a keynote: at any time, with no more than a title.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions", tag = "Submissions",
    responses((status = 201, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(super) async fn create_submission(
    app: Data<App>,
    at: With<Programme>,
    body: Json<NewSubmissionFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let NewSubmissionFields { call, speaker, submission } = body.value()?;
        let of = calls::call(tx, &at.proof, Id::from(*call)).await?;
        let (call, form) = (of.id, submissions::form(tx, of).await?);
        let (draft, whose) = (submission.parse(&form)?, (call, Id::from(*speaker)));
        let made = submissions::add(tx, &app.keys, &at.proof, whose, &draft, Moment::now()).await?;
        Ok(made.into())
    };
    let find = async |tx: &mut Tx, id| read(tx, &at.proof, Id::from(id)).await;
    let made: SubmissionBody = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/submissions/{}", at.edition.slug, made.id), &made))
}

/// Corrects a submission, whatever its call's window says: all contents and answers as they shall be.
///
/// Its `version` in the body keeps others' changes from being overwritten unseen.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/submissions/{id}", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(super) async fn correct_submission(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
    body: Json<DraftFields>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let correct = async |tx: &mut Tx| {
        let found = submissions::find(tx, &at.proof, row.0).await?;
        let call = calls::by_id(tx, found.edition, found.call).await?;
        let draft = body.value()?.parse(&submissions::form(tx, call).await?)?;
        submissions::correct(tx, &app.keys, &at.proof, row.0, &draft).await
    };
    Ok(web::Json(app.db.transaction(correct).await?.into()))
}
