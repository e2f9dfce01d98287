//! What a call asks beyond title and summary.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{location, wire::CallQuestionBody};
use crate::{
    accounts::proofs::Programme,
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        parts::OrderFields,
        row::{Row, Under},
    },
    calls::{self, Call},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    questions::{self, CallQuestionFields, Question},
    values::{Id, Moment},
};

/// Lists what a call asks, in order.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/questions", tag = "Calls",
    responses((status = 200, body = All<CallQuestionBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_call_questions(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<All<CallQuestionBody>>, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, call.0).await?;
    let asked = questions::questions(&mut conn, calls::form(&call)).await?;
    Ok(web::Json(All::of(asked)))
}

/// Adds a question at the end of a call's form.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/questions", tag = "Calls",
    responses((status = 201, body = CallQuestionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn create_call_question(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<CallQuestionFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let editor = calls::editor(tx, &at.proof, call.0, Moment::now()).await?;
        let new = body.value()?.parse(&at.edition.zone)?;
        Ok(questions::create(tx, editor, new).await?.into())
    };
    let find = async |tx: &mut Tx, id| {
        let of = calls::call(tx, &at.proof, call.0).await?;
        let all = questions::questions_ever(tx, calls::form(&of)).await?;
        let found = all.into_iter().find(|question| question.id == Id::from(id));
        found.map(CallQuestionBody::from).ok_or(Error::NotFound)
    };
    let made: CallQuestionBody = once(&app.db, body.claim(&at.caller), make, find).await?;
    let path = format!("{}/questions/{}", location(&at.edition, call.0), made.question.id);
    Ok(created(path, &made))
}

/// Replaces a question of a call.
///
/// What kind of answer it takes and whether it is sensitive is fixed once the call has opened.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/calls/{call}/questions/{id}", tag = "Calls",
    responses((status = 200, body = CallQuestionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn change_call_question(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Question>,
    body: Json<CallQuestionFields>,
) -> Result<web::Json<CallQuestionBody>, Error> {
    let change = async |tx: &mut Tx| {
        let editor = calls::editor(tx, &at.proof, call.0, Moment::now()).await?;
        let new = body.value()?.parse(&at.edition.zone)?;
        questions::change(tx, editor, row.0, new).await
    };
    Ok(web::Json(app.db.transaction(change).await?.into()))
}

/// Asks a question of a call no more; its answers stay.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/calls/{call}/questions/{id}", tag = "Calls",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn archive_call_question(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Question>,
) -> Result<HttpResponse, Error> {
    let archive = async |tx: &mut Tx| {
        let editor = calls::editor(tx, &at.proof, call.0, Moment::now()).await?;
        questions::archive(tx, editor, row.0, Moment::now()).await
    };
    app.db.transaction(archive).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts the questions of a call in another order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/questions/reorder", tag = "Calls",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn reorder_call_questions(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<Id<Question>> = body.into_value()?.ids.into_iter().map(Id::from).collect();
    let reorder = async |tx: &mut Tx| {
        let editor = calls::editor(tx, &at.proof, call.0, Moment::now()).await?;
        questions::reorder(tx, editor, &ids).await
    };
    app.db.transaction(reorder).await?;
    Ok(HttpResponse::NoContent().finish())
}
