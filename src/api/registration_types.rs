//! Ways to attend.

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
    readable::Readable,
    row::Row,
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    registrations::{
        self, Availability,
        types::{self, RegistrationType, TypeFields, TypeId},
    },
    values::{Localised, Moment},
};

/// A way to attend.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RegistrationType)]
pub(super) struct TypeBody {
    /// Its id.
    pub(super) id: Uuid,
    /// Its short name, under which one registers.
    #[schema(example = "delegate")]
    pub(super) slug: String,
    /// What it is called.
    pub(super) name: Localised,
    /// Whom it is for.
    pub(super) description: Option<Localised>,
    /// When registration opens; null for at once.
    pub(super) opens_at: Option<Moment>,
    /// When it closes; null for the edition's end.
    pub(super) closes_at: Option<Moment>,
    /// Whether an organiser looks at each registration.
    pub(super) needs_approval: bool,
    /// Whether one that awaits approval holds a place.
    pub(super) pending_holds: bool,
    /// The id of the side event that one attends by it; null for the forum itself.
    pub(super) side_event: Option<Uuid>,
    /// The ids of the pools it draws on.
    pub(super) pools: Vec<Uuid>,
}

impl From<RegistrationType> for TypeBody {
    fn from(way: RegistrationType) -> Self {
        Self {
            id: way.id.uuid(),
            slug: way.slug.to_string(),
            name: way.name,
            description: way.description,
            opens_at: way.opens_at,
            closes_at: way.closes_at,
            needs_approval: way.needs_approval,
            pending_holds: way.pending_holds,
            side_event: way.side_event.map(|event| event.uuid()),
            pools: way.pools.into_iter().map(|pool| pool.uuid()).collect(),
        }
    }
}

impl Made for TypeBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// A way to attend, and what somebody who comes now would find.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenType)]
pub(super) struct OpenTypeBody {
    #[serde(flatten)]
    way: TypeBody,
    /// Whether registration is open, and whether for places or for the waiting list.
    availability: Option<Availability>,
}

/// Lists the ways to attend the forum or one of its side events that are not archived, with what somebody who comes now
/// would find; those of side events that are not published only for staff.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/registration-types", tag = "Registration types",
    responses((status = 200, body = All<OpenTypeBody>)), security((), ("token" = ["observer:read"])))]
pub(super) async fn list_registration_types(
    app: Data<App>,
    of: Readable,
) -> Result<web::Json<All<OpenTypeBody>>, Error> {
    let mut conn = app.db.read().await?;
    let whole = registrations::form(&mut conn, of.edition).await?;
    let form = if of.staff { whole } else { whole.public() };
    let found = registrations::availability(&mut conn, &form, Moment::now()).await?;
    let shown = form
        .types
        .into_iter()
        .map(|way| OpenTypeBody { availability: found.get(&way.id).copied(), way: way.into() });
    Ok(web::Json(All { items: shown.collect() }))
}

/// Makes a registration type.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registration-types", tag = "Registration types",
    responses((status = 201, body = TypeBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn create_registration_type(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<TypeFields>,
) -> Result<HttpResponse, Error> {
    let new = body.value()?.parse(&at.edition.zone)?;
    let make = async |tx: &mut Tx| Ok(types::create(tx, &at.proof, new).await?.into());
    let find = async |tx: &mut Tx, id| {
        Ok(TypeBody::from(types::find(tx, &(&at.proof).into(), TypeId::from(id)).await?))
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/registration-types/{}", at.edition.slug, made.id), &made))
}

/// Replaces a registration type.
///
/// The pools it draws on are fixed as soon as somebody is registered by it, and so is what one attends by it.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/registration-types/{id}", tag = "Registration types",
    responses((status = 200, body = TypeBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn change_registration_type(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<RegistrationType>,
    body: Json<TypeFields>,
) -> Result<web::Json<TypeBody>, Error> {
    let new = body.value()?.parse(&at.edition.zone)?;
    let changed = app.db.transaction(async |tx| types::change(tx, &at.proof, row.0, new).await).await?;
    Ok(web::Json(changed.into()))
}

/// Takes a registration type off the form for good; who registered by it stays.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/registration-types/{id}", tag = "Registration types",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn archive_registration_type(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<RegistrationType>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| types::archive(tx, &at.proof, row.0, Moment::now()).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts the registration types in another order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registration-types/reorder", tag = "Registration types",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn reorder_registration_types(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<TypeId> = body.into_value()?.ids.into_iter().map(TypeId::from).collect();
    app.db.transaction(async |tx| types::reorder(tx, &at.proof, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
