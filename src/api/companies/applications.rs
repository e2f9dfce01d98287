//! What a company hands in: found, begun, written.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;

use super::{
    location, member,
    wire::{ApplicationBody, ApplicationFields, DetailBody, StartFields},
};
use crate::{
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        row::{Row, Under},
    },
    calls::{self, Call},
    companies::{Company, Member},
    db::Tx,
    error::{Error, FieldErrors},
    http::{App, bearer::WithOwn},
    submissions::{self, DraftFields, Submission, SubmissionId, demo},
    values::{Id, Moment},
};

/// An application as it is now, with its edition's short name.
pub(super) async fn read(
    app: &App,
    conn: &mut AsyncPgConnection,
    who: &Member,
    id: SubmissionId,
) -> Result<ApplicationBody, Error> {
    let row = submissions::own_one(conn, who, id).await?;
    let edition = app.pages.edition(&app.db, row.edition).await?;
    Ok(ApplicationBody::of(row, edition.slug.as_str()))
}

/// Lists what a company hands in, the newest first.
#[utoipa::path(get, path = "/api/v1/companies/{company}/applications", tag = "Demo applications",
    responses((status = 200, body = All<ApplicationBody>)), security(("token" = ["own:read"])))]
pub(in crate::api) async fn list_applications(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
) -> Result<web::Json<All<ApplicationBody>>, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, company.0).await?;
    let rows = demo::of_company(&mut conn, &who).await?;
    drop(conn);
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let edition = app.pages.edition(&app.db, row.edition).await?;
        found.push(ApplicationBody::of(row, edition.slug.as_str()));
    }
    Ok(web::Json(All::of(found)))
}

/// Begins an application to a call for demos, empty.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications", tag = "Demo applications",
    responses((status = 201, body = ApplicationBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn start_application(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    body: Json<StartFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        let StartFields { edition, call, code } = body.value()?;
        let edition = app.pages.snapshot(&app.db, edition).await?.edition().id;
        let call = calls::by_id(tx, edition, Id::<Call>::from(*call)).await?;
        let draft = DraftFields::default().parse(&submissions::form(tx, call.clone()).await?)?;
        let begun = (code.as_str(), &draft);
        let id = submissions::start_demo(tx, &app.keys, &who, &call, begun, Moment::now()).await?;
        read(&app, tx, &who, id).await
    };
    let find = async |tx: &mut Tx, id| {
        let who = member(tx, &own, company.0).await?;
        read(&app, tx, &who, Id::from(id)).await
    };
    let made: ApplicationBody = once(&app.db, body.claim(&own.caller), make, find).await?;
    Ok(created(format!("{}/applications/{}", location(company.0), made.id), &made))
}

/// Shows an application with its details, answers and files, and what staff found.
#[utoipa::path(get, path = "/api/v1/companies/{company}/applications/{id}", tag = "Demo applications",
    responses((status = 200, body = DetailBody)), security(("token" = ["own:read"])))]
pub(in crate::api) async fn show_application(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
) -> Result<web::Json<DetailBody>, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, company.0).await?;
    Ok(web::Json(detail(&app, &mut conn, &who, row.0).await?))
}

async fn detail(
    app: &App,
    conn: &mut AsyncPgConnection,
    who: &Member,
    id: SubmissionId,
) -> Result<DetailBody, Error> {
    let application = read(app, conn, who, id).await?;
    let demo = demo::demo(conn, who, id).await?;
    let answers = submissions::own_answers(conn, &app.keys, who, id).await?;
    let files = demo::demo_files(conn, who, id).await?;
    let found = submissions::own_eligibility(conn, who, id).await?;
    Ok(DetailBody::of(application, demo, answers, files, found))
}

/// Writes an application: all contents, answers and details as they shall be. A draft may lack anything.
///
/// `version` in the body keeps colleagues' changes from being overwritten unseen.
#[utoipa::path(put, path = "/api/v1/companies/{company}/applications/{id}", tag = "Demo applications",
    responses((status = 200, body = DetailBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn save_application(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
    body: Json<ApplicationFields>,
) -> Result<web::Json<DetailBody>, Error> {
    let save = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        let found = submissions::own_one(tx, &who, row.0).await?;
        let raw = body.value()?;
        let call = calls::by_id(tx, found.edition, found.call).await?;
        let draft = raw.application.parse(&submissions::form(tx, call).await?);
        let demo = raw.demo.parse(&app.pages.edition(&app.db, found.edition).await?);
        let (draft, demo) = match (draft, demo) {
            (Ok(draft), Ok(demo)) => (draft, demo),
            (draft, demo) => return Err(FieldErrors::merged([draft.err(), demo.err()]).into()),
        };
        let now = Moment::now();
        submissions::save(tx, &app.keys, &who, row.0, &draft, now).await?;
        submissions::set_demo(tx, &who, row.0, &demo, now).await?;
        detail(&app, tx, &who, row.0).await
    };
    Ok(web::Json(app.db.transaction(save).await?))
}
