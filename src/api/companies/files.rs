//! The deck and the video of an application: sent as they are, read, removed.

use actix_web::{
    Error as ActixError, HttpRequest, HttpResponse,
    web::{self, Data},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::member;
use crate::{
    api::{
        query::Query,
        reviews::DemoFileBody,
        row::{Row, Under},
    },
    companies::{Company, CompanyId},
    db::Tx,
    error::Error,
    files::File,
    http::{App, bearer::WithOwn, download, raw_body::RawBody},
    submissions::{self, DemoFile, Submission, SubmissionId, demo},
    values::Moment,
};

/// What a file is called that is sent.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct NameQuery {
    /// Its name, such as `deck.pdf`; `deck` or `video` where it is left out.
    pub(super) name: Option<String>,
}

/// Takes one in, in the place of the one there was.
async fn take(
    app: &App,
    own: &WithOwn,
    (company, id, kind): (CompanyId, SubmissionId, DemoFile),
    query: NameQuery,
    body: RawBody,
) -> Result<web::Json<DemoFileBody>, ActixError> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, own, company).await?;
    submissions::own_one(&mut conn, &who, id).await?;
    drop(conn);
    let name = query.name.unwrap_or_else(|| kind.as_str().to_owned());
    let incoming = body.read((kind.as_str(), kind.accepted().limit), &name).await?;
    let add = async |tx: &mut Tx| demo::add_demo_file(tx, &who, (id, kind), incoming, Moment::now()).await;
    Ok(web::Json(app.db.transaction(add).await?.into()))
}

/// Sends the deck, a PDF of at most 20 MB: the body is the file itself.
#[utoipa::path(put, path = "/api/v1/companies/{company}/applications/{id}/deck", tag = "Demo applications",
    params(NameQuery), request_body(content = Vec<u8>, content_type = "application/pdf"),
    responses((status = 200, body = DemoFileBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn send_deck(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
    query: Query<NameQuery>,
    body: RawBody,
) -> Result<web::Json<DemoFileBody>, ActixError> {
    take(&app, &own, (company.0, row.0, DemoFile::Deck), query.0, body).await
}

/// Sends the video, an MP4 of at most 100 MB: the body is the file itself.
#[utoipa::path(put, path = "/api/v1/companies/{company}/applications/{id}/video", tag = "Demo applications",
    params(NameQuery), request_body(content = Vec<u8>, content_type = "video/mp4"),
    responses((status = 200, body = DemoFileBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn send_video(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
    query: Query<NameQuery>,
    body: RawBody,
) -> Result<web::Json<DemoFileBody>, ActixError> {
    take(&app, &own, (company.0, row.0, DemoFile::Video), query.0, body).await
}

/// Reads the deck or the video.
#[utoipa::path(get, path = "/api/v1/companies/{company}/applications/{submission}/files/{id}", tag = "Demo applications",
    responses((status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "video/mp4")))),
    security(("token" = ["own:read"])))]
pub(in crate::api) async fn read_application_file(
    app: Data<App>,
    request: HttpRequest,
    own: WithOwn,
    company: Under<Company>,
    submission: Under<Submission>,
    row: Row<File>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, company.0).await?;
    let file = demo::open_demo_file(&mut conn, &who, submission.0, row.0).await?;
    drop(conn);
    download(&request, &app.db, &file)
}

/// Takes the deck or the video away.
#[utoipa::path(delete, path = "/api/v1/companies/{company}/applications/{submission}/files/{id}",
    tag = "Demo applications", responses((status = 204)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn remove_application_file(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    submission: Under<Submission>,
    row: Row<File>,
) -> Result<HttpResponse, Error> {
    let remove = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        demo::open_demo_file(tx, &who, submission.0, row.0).await?;
        demo::remove_demo_file(tx, &who, submission.0, row.0, Moment::now()).await
    };
    app.db.transaction(remove).await?;
    Ok(HttpResponse::NoContent().finish())
}
