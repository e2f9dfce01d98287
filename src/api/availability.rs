//! When a speaker can come.

use actix_web::web::{self, Data};

use super::{json::Json, lists::All, row::Row};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    speakers::{self, AvailabilityFields, Span, Speaker},
};

/// Lists the times at which a speaker can come, the earliest first; none where nothing is known.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/speakers/{id}/availability", tag = "Speakers",
    responses((status = 200, body = All<Span>)), security(("token" = ["programme:read"])))]
pub(super) async fn show_availability(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Speaker>,
) -> Result<web::Json<All<Span>>, Error> {
    let spans = speakers::availability(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(All::of(spans)))
}

/// Says when a speaker can come, in the place of all that was said before; none means that nothing is known. Times with an offset, or on
/// the edition's clock.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/speakers/{id}/availability", tag = "Speakers",
    responses((status = 200, body = All<Span>)), security(("token" = ["programme:write"])))]
pub(super) async fn set_availability(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Speaker>,
    body: Json<AvailabilityFields>,
) -> Result<web::Json<All<Span>>, Error> {
    let set = async |tx: &mut Tx| {
        speakers::find(tx, &at.proof, row.0).await?;
        let spans = body.into_value()?.parse(&at.edition.zone)?;
        speakers::set_availability(tx, &at.proof, row.0, &spans).await?;
        speakers::availability(tx, &at.proof, row.0).await
    };
    Ok(web::Json(All::of(app.db.transaction(set).await?)))
}
