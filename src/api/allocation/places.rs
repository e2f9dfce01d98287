//! The slots that a call has to give.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::wire::PlaceBody;
use crate::{
    accounts::proofs::Programme,
    allocation::{self, Place, PlaceFields},
    api::{
        json::Json,
        lists::All,
        row::{Row, Under},
    },
    calls::{self, Call},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
};

/// Lists the slots of a call, in the order of time.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/allocation/places", tag = "Allocation",
    responses((status = 200, body = All<PlaceBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_places(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<All<PlaceBody>>, Error> {
    let places = allocation::places(&mut *app.db.read().await?, &at.proof, call.0).await?;
    Ok(web::Json(All::of(places)))
}

/// Adds slots one after the other in one room, and lists all of the call. The same once more is refused, since a room has one
/// slot at a time.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/allocation/places", tag = "Allocation",
    responses((status = 200, body = All<PlaceBody>)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn add_places(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<PlaceFields>,
) -> Result<web::Json<All<PlaceBody>>, Error> {
    let add = async |tx: &mut Tx| {
        calls::call(tx, &at.proof, call.0).await?;
        let new = body.value()?.parse(&at.edition.zone)?;
        allocation::add_places(tx, &at.proof, call.0, new).await?;
        allocation::places(tx, &at.proof, call.0).await
    };
    Ok(web::Json(All::of(app.db.transaction(add).await?)))
}

/// Removes a slot.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/calls/{call}/allocation/places/{id}", tag = "Allocation",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn remove_place(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Place>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| allocation::remove_place(tx, &at.proof, call.0, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
