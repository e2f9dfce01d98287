//! What a campaign says, language by language: writing it, trying it, taking one away.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{read, shown, wire::CampaignDetailBody};
use crate::{
    accounts::proofs::Communications,
    api::{
        json::Json,
        row::{InLang, Row, SeenVersion},
        trials::PreviewBody,
    },
    campaigns::{self, Campaign},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    mail::{Renderer, WordingFields},
};

/// Writes a draft in one language; who reads another gets the nearest that is written.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/campaigns/{id}/texts/{lang}", tag = "Campaigns",
    params(SeenVersion), responses((status = 200, body = CampaignDetailBody)),
    security(("token" = ["communications:write"])))]
pub(in crate::api) async fn write_campaign_text(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    lang: InLang,
    seen: SeenVersion,
    body: Json<WordingFields>,
) -> Result<HttpResponse, Error> {
    let write = async |tx: &mut Tx| {
        campaigns::campaign(tx, &at.proof, row.0).await?;
        let input = (row.0, lang.0, body.value()?, seen.number()?);
        campaigns::write(tx, &Renderer::new()?, &at.proof, &at.edition, input).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(shown(&app.db.transaction(write).await?))
}

/// Takes one language of a draft away.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/campaigns/{id}/texts/{lang}", tag = "Campaigns",
    responses((status = 204)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn remove_campaign_text(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    lang: InLang,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| campaigns::unwrite(tx, &at.proof, row.0, lang.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Prints words for somebody made up; keeps nothing.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/texts/{lang}/preview", tag = "Campaigns",
    responses((status = 200, body = PreviewBody)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn preview_campaign_text(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    lang: InLang,
    body: Json<WordingFields>,
) -> Result<web::Json<PreviewBody>, Error> {
    let mut conn = app.db.read().await?;
    campaigns::campaign(&mut conn, &at.proof, row.0).await?;
    let input = (row.0, lang.0, body.value()?);
    let printed = campaigns::try_out(&mut conn, &Renderer::new()?, &at.proof, &at.edition, input).await?;
    Ok(web::Json(printed.into()))
}

/// Sends words as a test to whoever made the token; keeps nothing else.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/texts/{lang}/test", tag = "Campaigns",
    responses((status = 204)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn test_campaign_text(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    lang: InLang,
    body: Json<WordingFields>,
) -> Result<HttpResponse, Error> {
    let to = at.caller.authority.oneself(lang.0)?;
    let send = async |tx: &mut Tx| {
        campaigns::campaign(tx, &at.proof, row.0).await?;
        let input = (row.0, body.value()?, to);
        campaigns::send_test(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    app.db.transaction(send).await?;
    Ok(HttpResponse::NoContent().finish())
}
