//! Numbers of places that registrations draw on.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    json::Json,
    lists::All,
    once::{Made, created, once},
    parts::OrderFields,
    row::Row,
};
use crate::{
    accounts::proofs::{Observer, Organiser},
    capacity::{self, Pool, PoolFields, PoolId},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::Localised,
};

/// A number of places.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Pool)]
pub(super) struct PoolBody {
    /// Its id.
    pub(super) id: Uuid,
    /// What it is called among staff.
    pub(super) name: Localised,
    /// How many places it has.
    pub(super) capacity: i32,
    /// How many registrations hold one.
    pub(super) taken: i32,
}

impl From<Pool> for PoolBody {
    fn from(pool: Pool) -> Self {
        Self { id: pool.id.uuid(), name: pool.name, capacity: pool.capacity, taken: pool.taken }
    }
}

impl Made for PoolBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Lists the capacity pools, in the organiser's order.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/capacity-pools", tag = "Capacity pools",
    responses((status = 200, body = All<PoolBody>)), security(("token" = ["observer:read"])))]
pub(super) async fn list_capacity_pools(
    app: Data<App>,
    at: With<Observer>,
) -> Result<web::Json<All<PoolBody>>, Error> {
    let pools = capacity::pools(&mut *app.db.read().await?, at.edition.id).await?;
    Ok(web::Json(All::of(pools)))
}

/// Makes a capacity pool.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/capacity-pools", tag = "Capacity pools",
    responses((status = 201, body = PoolBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn create_capacity_pool(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<PoolFields>,
) -> Result<HttpResponse, Error> {
    let new = body.parsed()?;
    let make = async |tx: &mut Tx| Ok(capacity::create(tx, &at.proof, new).await?.into());
    let find = async |tx: &mut Tx, id| {
        Ok(PoolBody::from(capacity::pool(tx, &(&at.proof).into(), PoolId::from(id)).await?))
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/capacity-pools/{}", at.edition.slug, made.id), &made))
}

/// Replaces a capacity pool's name and capacity.
///
/// Capacity never goes below what is taken; more of it lets in those who wait, in their order.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/capacity-pools/{id}", tag = "Capacity pools",
    responses((status = 200, body = PoolBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn change_capacity_pool(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Pool>,
    body: Json<PoolFields>,
) -> Result<web::Json<PoolBody>, Error> {
    let new = body.parsed()?;
    let changed = app.db.transaction(async |tx| capacity::change(tx, &at.proof, row.0, new).await).await?;
    Ok(web::Json(changed.into()))
}

/// Removes a capacity pool that no registration type draws on.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/capacity-pools/{id}", tag = "Capacity pools",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn remove_capacity_pool(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Pool>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| capacity::remove(tx, &at.proof, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts the capacity pools in another order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/capacity-pools/reorder", tag = "Capacity pools",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn reorder_capacity_pools(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<PoolId> = body.into_value()?.ids.into_iter().map(PoolId::from).collect();
    app.db.transaction(async |tx| capacity::reorder(tx, &at.proof, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
