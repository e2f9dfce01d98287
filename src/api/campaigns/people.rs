//! Whom a campaign would reach now, in numbers and one by one.

use actix_web::web::{self, Data};

use super::wire::{GroupBody, PersonBody};
use crate::{
    accounts::proofs::Communications,
    api::{
        lists::{All, Page, PageQuery},
        query::Query,
        row::Row,
    },
    campaigns::{self, Campaign},
    error::Error,
    http::{App, bearer::With},
};

/// Counts who is in the audience now, by language and by whether a mail would go to them.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns/{id}/reach", tag = "Campaigns",
    responses((status = 200, body = All<GroupBody>)), security(("token" = ["communications:read"])))]
pub(in crate::api) async fn show_campaign_reach(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
) -> Result<web::Json<All<GroupBody>>, Error> {
    let mut conn = app.db.read().await?;
    let campaign = campaigns::campaign(&mut conn, &at.proof, row.0).await?;
    let meant = (&campaign.audience, campaign.kind);
    Ok(web::Json(All::of(campaigns::reach(&mut conn, &at.proof, meant).await?)))
}

/// Lists who is in the audience now, in the order of addresses; each address once.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/campaigns/{id}/people", tag = "Campaigns", params(PageQuery),
    responses((status = 200, body = Page<PersonBody>)), security(("token" = ["communications:read"])))]
pub(in crate::api) async fn list_campaign_people(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Campaign>,
    query: Query<PageQuery>,
) -> Result<web::Json<Page<PersonBody>>, Error> {
    let (after, limit) = (query.0.after::<String>()?.unwrap_or_default(), query.0.limit()?);
    let part = (after.as_str(), i32::try_from(limit + 1).map_err(Error::internal)?);
    let mut conn = app.db.read().await?;
    let campaign = campaigns::campaign(&mut conn, &at.proof, row.0).await?;
    let meant = (&campaign.audience, campaign.kind);
    let people = campaigns::people(&mut conn, &at.proof, meant, part).await?;
    Ok(web::Json(Page::cut(people, limit, |person| person.key.clone())))
}
