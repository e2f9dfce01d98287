//! A judge's own ballot.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::{AwardBody, BallotBody};
use crate::{
    accounts::proofs::Reviewer,
    api::{
        json::Json,
        lists::All,
        row::{Row, SeenVersion, etag},
    },
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    reviews::awards::{self, Award, Order},
    values::Moment,
};

/// An order as it arrives.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct BallotFields {
    /// The ids of those whom she saw, the best first, those in one place alike; who is left out was not seen.
    order: Vec<Vec<String>>,
}

/// Lists the awards that the token's maker was asked to vote on.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/awards", tag = "Awards",
    responses((status = 200, body = All<AwardBody>)), security(("token" = ["reviewer:read"])))]
pub(in crate::api) async fn list_awards_to_judge(
    app: Data<App>,
    at: With<Reviewer>,
) -> Result<web::Json<All<AwardBody>>, Error> {
    let all = awards::awards_to_judge(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(all)))
}

/// Shows the ballot of the token's maker.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/awards/{id}", tag = "Awards",
    responses((status = 200, body = BallotBody)), security(("token" = ["reviewer:read"])))]
pub(in crate::api) async fn show_ballot(
    app: Data<App>,
    at: With<Reviewer>,
    row: Row<Award>,
) -> Result<HttpResponse, Error> {
    let vote = awards::vote(&mut *app.db.read().await?, &app.keys, &at.proof, row.0).await?;
    Ok(shown(vote.into()))
}

/// Replaces the order of the token's maker. The same order once more changes nothing.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/awards/{id}", tag = "Awards", params(SeenVersion),
    responses((status = 200, body = BallotBody)), security(("token" = ["reviewer:write"])))]
pub(in crate::api) async fn cast_ballot(
    app: Data<App>,
    at: With<Reviewer>,
    row: Row<Award>,
    seen: SeenVersion,
    body: Json<BallotFields>,
) -> Result<HttpResponse, Error> {
    let cast = async |tx: &mut Tx| {
        awards::vote(tx, &app.keys, &at.proof, row.0).await?;
        let order = Order::parse(body.value()?.order.iter().map(|place| place.iter().map(String::as_str)))?;
        let place = (row.0, seen.number()?);
        awards::cast(tx, &app.keys, &at.proof, place, &order, Moment::now()).await?;
        Ok(awards::vote(tx, &app.keys, &at.proof, row.0).await?.into())
    };
    Ok(shown(app.db.transaction(cast).await?))
}

fn shown(ballot: BallotBody) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(ballot.version)).json(ballot)
}
