//! Sending a campaign, having it rest or end, and how far it has come.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{
    progress::{ProgressBody, RecipientBody},
    read, shown,
    wire::CampaignDetailBody,
};
use crate::{
    accounts::proofs::Communications,
    api::{
        json::Json,
        lists::{Page, PageQuery},
        query::Query,
        row::Row,
    },
    campaigns::{self, Campaign, CampaignId, ScheduleFields},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::Moment,
};

/// Does it, and shows the campaign as it is then.
async fn act(
    app: &App,
    at: &With<Communications>,
    row: &Row<Campaign>,
    verb: impl AsyncFnOnce(&mut Tx, &Communications, CampaignId) -> Result<(), Error>,
) -> Result<HttpResponse, Error> {
    let act = async |tx: &mut Tx| {
        verb(tx, &at.proof, row.0).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(shown(&app.db.transaction(act).await?))
}

/// Has a draft go out when its moment comes, at once where none is named.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/schedule", tag = "Campaigns",
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn schedule_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    body: Json<ScheduleFields>,
) -> Result<HttpResponse, Error> {
    let schedule = async |tx: &mut Tx, who: &Communications, id: CampaignId| {
        campaigns::campaign(tx, who, id).await?;
        let when = body.value()?.parse(&at.edition.zone)?;
        campaigns::schedule(tx, who, id, when, Moment::now()).await
    };
    act(&app, &at, &row, schedule).await
}

/// Makes a campaign a draft again before its moment comes.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/unschedule", tag = "Campaigns",
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn unschedule_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<HttpResponse, Error> {
    act(&app, &at, &row, campaigns::unschedule).await
}

/// Has a campaign rest: nobody is queued, and what waits in the outbox is held.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/pause", tag = "Campaigns",
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn pause_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<HttpResponse, Error> {
    act(&app, &at, &row, campaigns::pause).await
}

/// Has a campaign that rests go on, but not to those who are reached no more.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/resume", tag = "Campaigns",
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn resume_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<HttpResponse, Error> {
    act(&app, &at, &row, campaigns::resume).await
}

/// Ends a campaign: who waits gets nothing, and what was queued and not sent is taken out.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/campaigns/{id}/stop", tag = "Campaigns",
    responses((status = 200, body = CampaignDetailBody)), security(("token" = ["communications:write"])))]
pub(in crate::api) async fn stop_campaign(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<HttpResponse, Error> {
    act(&app, &at, &row, campaigns::stop).await
}

/// Shows how far a campaign has come; all zero before it begins.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns/{id}/progress", tag = "Campaigns",
    responses((status = 200, body = ProgressBody)), security(("token" = ["communications:read"])))]
pub(in crate::api) async fn show_campaign_progress(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<web::Json<ProgressBody>, Error> {
    let progress = campaigns::progress(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(progress.into()))
}

/// Lists whom a campaign was for since it began, in the order of addresses, and what became of each.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns/{id}/recipients", tag = "Campaigns",
    params(PageQuery), responses((status = 200, body = Page<RecipientBody>)),
    security(("token" = ["communications:read"])))]
pub(in crate::api) async fn list_campaign_recipients(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    query: Query<PageQuery>,
) -> Result<web::Json<Page<RecipientBody>>, Error> {
    let (after, limit) = (query.0.after::<String>()?.unwrap_or_default(), query.0.limit()?);
    let part = (after.as_str(), i64::try_from(limit + 1).map_err(Error::internal)?);
    let all = campaigns::recipients(&mut *app.db.read().await?, &at.proof, row.0, part).await?;
    Ok(web::Json(Page::cut(all, limit, |one| one.key.clone())))
}
