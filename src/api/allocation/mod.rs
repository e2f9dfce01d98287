//! Who gets the slots of a call: its places, what is settled, what a proposal would be, and accepting one.

mod places;
mod propose;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{json::Json, row::Under};
use crate::{
    accounts::proofs::Programme,
    allocation::{self, PinFields},
    calls::{self, Call},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::{Id, Moment},
};

pub(super) use places::*;
pub(super) use propose::*;
use wire::AllocationBody;

/// Shows what a proposal for a call would be made of now, and the newest one.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/allocation", tag = "Allocation",
    responses((status = 200, body = AllocationBody)), security(("token" = ["programme:read"])))]
pub(super) async fn show_allocation(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<AllocationBody>, Error> {
    let mut conn = app.db.read().await?;
    let input = allocation::input(&mut conn, &at.proof, call.0).await?;
    let latest = allocation::latest(&mut conn, &at.proof, call.0).await?;
    Ok(web::Json(AllocationBody::of(input, latest)))
}

/// What is to be settled.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SettleFields {
    /// By the submission's id: `in`, `out`, a slot's id, or blank for nothing. Whoever is not named stays as they were.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pins: PinFields,
}

/// Settles beforehand who has a slot, which, or none.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/calls/{call}/allocation/pins", tag = "Allocation",
    responses((status = 200, body = AllocationBody)), security(("token" = ["programme:write"])))]
pub(super) async fn settle_allocation(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<SettleFields>,
) -> Result<web::Json<AllocationBody>, Error> {
    let settle = async |tx: &mut Tx| {
        calls::call(tx, &at.proof, call.0).await?;
        allocation::set_pins(tx, &at.proof, call.0, &body.value()?.pins).await?;
        let input = allocation::input(tx, &at.proof, call.0).await?;
        Ok(AllocationBody::of(input, allocation::latest(tx, &at.proof, call.0).await?))
    };
    Ok(web::Json(app.db.transaction(settle).await?))
}

/// Which proposal is accepted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AcceptFields {
    /// The id of the proposal that you read: the newest one.
    proposal: Uuid,
}

/// Accepts the newest proposal: those with a slot are accepted and have it in the programme's draft, the others are on
/// standby in its order. Nobody is told.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/allocation/accept", tag = "Allocation",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(super) async fn accept_allocation(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<AcceptFields>,
) -> Result<HttpResponse, Error> {
    let accept = async |tx: &mut Tx| {
        calls::call(tx, &at.proof, call.0).await?;
        let seen = Id::from(body.value()?.proposal);
        allocation::accept(tx, &at.proof, (call.0, seen), Moment::now()).await
    };
    app.db.transaction(accept).await?;
    Ok(HttpResponse::NoContent().finish())
}
