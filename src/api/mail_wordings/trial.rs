//! How a mail is printed now, how it would be in other words, and a test to oneself.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{Worded, wire::TrialFields};
use crate::{
    accounts::proofs::Communications,
    api::{json::Json, trials::PreviewBody},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    mail::{Renderer, WordingFields},
    outbox::wordings,
    values::Id,
};

/// Prints a mail as it reads now, for somebody made up.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}/preview",
    tag = "Mail wordings", responses((status = 200, body = PreviewBody)),
    security(("token" = ["communications:read"])))]
pub(in crate::api) async fn print_mail_wording(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
) -> Result<web::Json<PreviewBody>, Error> {
    let (mut conn, renderer) = (app.db.read().await?, Renderer::new()?);
    let printed = wordings::printed(&mut conn, &renderer, &at.proof, &at.edition, of.0).await?;
    Ok(web::Json(printed.into()))
}

/// Prints other words, for somebody made up or as in a mail that is there; keeps nothing.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}/preview",
    tag = "Mail wordings", responses((status = 200, body = PreviewBody)),
    security(("token" = ["communications:write"])))]
pub(in crate::api) async fn preview_mail_wording(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
    body: Json<TrialFields>,
) -> Result<web::Json<PreviewBody>, Error> {
    let typed = body.into_value()?;
    let (mut conn, renderer) = (app.db.read().await?, Renderer::new()?);
    let input = (of.0, &typed.words(), typed.mail.map(Id::from));
    let printed = wordings::try_out(&mut conn, &renderer, &at.proof, &at.edition, input).await?;
    Ok(web::Json(printed.into()))
}

/// Sends words as a test to whoever made the token; keeps nothing else.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}/test",
    tag = "Mail wordings", responses((status = 204)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn test_mail_wording(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
    body: Json<WordingFields>,
) -> Result<HttpResponse, Error> {
    let to = at.caller.authority.oneself(of.0.lang)?;
    let send = async |tx: &mut Tx| {
        let input = (of.0, body.value()?, to);
        wordings::send_test(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    app.db.transaction(send).await?;
    Ok(HttpResponse::NoContent().finish())
}
