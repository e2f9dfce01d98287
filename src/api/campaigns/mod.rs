//! Campaigns: one mail to many. Whom one is for, what it says, when it goes out, and what became of each.

mod acts;
mod people;
mod progress;
mod texts;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;

use super::{
    json::Json,
    lists::All,
    once::{created, once},
    row::{Row, SeenVersion, etag},
};
use crate::{
    accounts::proofs::Communications,
    campaigns::{self, Campaign, CampaignFields, CampaignId, NewCampaign},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::Id,
};

pub(super) use acts::*;
pub(super) use people::*;
pub(super) use texts::*;
use wire::{CampaignBody, CampaignDetailBody, OptionsBody};

/// A campaign as it is now, with its words.
async fn read(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    id: CampaignId,
) -> Result<CampaignDetailBody, Error> {
    let campaign = campaigns::campaign(conn, who, id).await?;
    Ok((campaign, campaigns::texts(conn, who, id).await?).into())
}

/// What was sent, parsed by what the edition has to choose from.
async fn parsed(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    body: &Json<CampaignFields>,
) -> Result<NewCampaign, Error> {
    let options = campaigns::options(conn, who).await?;
    Ok(body.value()?.parse(&options)?)
}

/// A campaign, with the version to send along with a change.
fn shown(detail: &CampaignDetailBody) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(detail.campaign.version)).json(detail)
}

/// Lists the edition's campaigns, the newest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns", tag = "Campaigns",
    responses((status = 200, body = All<CampaignBody>)), security(("token" = ["communications:read"])))]
pub(super) async fn list_campaigns(
    app: Data<App>,
    at: With<Communications>,
) -> Result<web::Json<All<CampaignBody>>, Error> {
    let all = campaigns::campaigns(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(all)))
}

/// Lists what the edition has to choose an audience by; answers in words are in the language of `Accept-Language`.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns/options", tag = "Campaigns",
    responses((status = 200, body = OptionsBody)), security(("token" = ["communications:read"])))]
pub(super) async fn list_campaign_options(
    app: Data<App>,
    at: With<Communications>,
) -> Result<web::Json<OptionsBody>, Error> {
    let options = campaigns::options(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(OptionsBody::of(options, at.caller.asker.lang)))
}

/// Makes a draft without words, which nobody gets until it is scheduled.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns", tag = "Campaigns",
    responses((status = 201, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(super) async fn create_campaign(
    app: Data<App>,
    at: With<Communications>,
    body: Json<CampaignFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let new = parsed(tx, &at.proof, &body).await?;
        let made = campaigns::create(tx, &at.proof, &new).await?;
        read(tx, &at.proof, made.id).await
    };
    let find = async |tx: &mut Tx, id| read(tx, &at.proof, Id::from(id)).await;
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    let place = format!("/api/v1/editions/{}/campaigns/{}", at.edition.slug, made.campaign.id);
    Ok(created(place, &made))
}

/// Shows a campaign with its words.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns/{id}", tag = "Campaigns",
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:read"])))]
pub(super) async fn show_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<HttpResponse, Error> {
    Ok(shown(&read(&mut *app.db.read().await?, &at.proof, row.0).await?))
}

/// Replaces a draft's name, kind and audience; words written already are kept.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/campaigns/{id}", tag = "Campaigns", params(SeenVersion),
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(super) async fn change_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    seen: SeenVersion,
    body: Json<CampaignFields>,
) -> Result<HttpResponse, Error> {
    let change = async |tx: &mut Tx| {
        campaigns::campaign(tx, &at.proof, row.0).await?;
        let (new, seen) = (parsed(tx, &at.proof, &body).await?, seen.number()?);
        campaigns::change(tx, &at.proof, (row.0, seen), &new).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(shown(&app.db.transaction(change).await?))
}

/// Throws a draft away.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/campaigns/{id}", tag = "Campaigns",
    responses((status = 204)), security(("token" = ["communications:write"])))]
pub(super) async fn remove_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| campaigns::remove(tx, &at.proof, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
