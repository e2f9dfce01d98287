//! Codes that let their holders submit.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{location, wire::CodeBody};
use crate::{
    accounts::proofs::Programme,
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        row::{Row, Under},
    },
    calls::{self, Call, CallCode, CodeFields},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::{Id, Moment},
};

/// Lists the codes of a call, the oldest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/codes", tag = "Calls",
    responses((status = 200, body = All<CodeBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_call_codes(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<All<CodeBody>>, Error> {
    let codes = calls::codes(&mut *app.db.read().await?, &at.proof, call.0).await?;
    Ok(web::Json(All::of(codes)))
}

/// Makes a code of a call.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/codes", tag = "Calls",
    responses((status = 201, body = CodeBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn issue_call_code(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<CodeFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        calls::call(tx, &at.proof, call.0).await?;
        let new = body.value()?.parse(&at.edition.zone)?;
        Ok(calls::issue_code(tx, &at.proof, call.0, new).await?.into())
    };
    let find = async |tx: &mut Tx, id| {
        let codes = calls::codes(tx, &at.proof, call.0).await?;
        let found = codes.into_iter().find(|code| code.id == Id::from(id));
        found.map(CodeBody::from).ok_or(Error::NotFound)
    };
    let made: CodeBody = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("{}/codes/{}", location(&at.edition, call.0), made.id), &made))
}

/// Takes a code back; what was begun with it stays.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/calls/{call}/codes/{id}", tag = "Calls",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn revoke_call_code(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<CallCode>,
) -> Result<HttpResponse, Error> {
    let revoke = async |tx: &mut Tx| calls::revoke_code(tx, &at.proof, call.0, row.0, Moment::now()).await;
    app.db.transaction(revoke).await?;
    Ok(HttpResponse::NoContent().finish())
}
