//! What clashes in the draft, and why some of it may stand.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::wire::{ClashBody, ReasonFields};
use crate::{
    accounts::proofs::Programme,
    api::{json::Json, lists::All},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    programme,
    values::Line,
};

/// Lists what clashes in the draft, the worst first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/clashes", tag = "Sessions",
    responses((status = 200, body = All<ClashBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_clashes(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<ClashBody>>, Error> {
    let found = programme::check(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(found)))
}

/// Says why a clash may stand. The reason lapses by itself as soon as the clash's facts change.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/clashes/acknowledge", tag = "Sessions",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn acknowledge_clash(
    app: Data<App>,
    at: With<Programme>,
    body: Json<ReasonFields>,
) -> Result<HttpResponse, Error> {
    let ReasonFields { key, reason } = body.into_value()?;
    let reason = Line::<200>::parse(&reason).map_err(|reason| Error::field("reason", reason))?;
    app.db.transaction(async |tx: &mut Tx| programme::acknowledge(tx, &at.proof, &key, reason).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
