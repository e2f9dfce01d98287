//! Registrations: taking people in, finding them, deciding about them.

mod acts;
mod admit;
mod again;
mod wire;

use std::sync::Arc;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

pub(super) use acts::*;
pub(super) use admit::*;
pub(super) use again::*;
pub(super) use wire::{ConsentBody, DetailBody, RegistrationBody};

use super::{
    audit_entries::EntryBody,
    lists::{All, Page, PageQuery, cursor},
    query::Query,
    row::Row,
};
use crate::{
    accounts::{
        Access,
        proofs::{Desk, Observer, Organiser},
    },
    error::Error,
    http::{App, bearer::With, download::table_of},
    registrations::{self, Counts, Detail, Filter, Registration, RegistrationId, State},
    values::{Id, Moment},
};

/// Which registrations.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct RegistrationQuery {
    /// Beginnings of words of names in either script, addresses, organisations, ticket codes.
    q: String,
    /// Only those standing there.
    state: Option<State>,
    /// Only those of this type.
    type_id: Option<Uuid>,
    /// The `next` of the page before; leave it out for the first.
    cursor: Option<String>,
    /// How many at most; 50 where it is left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// Finds registrations, the latest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/registrations", tag = "Registrations", params(RegistrationQuery),
    responses((status = 200, body = Page<RegistrationBody>)), security(("token" = ["desk:read"])))]
pub(super) async fn list_registrations(
    app: Data<App>,
    at: With<Desk>,
    query: Query<RegistrationQuery>,
) -> Result<web::Json<Page<RegistrationBody>>, Error> {
    let RegistrationQuery { q, state, type_id, cursor: after, limit } = query.0;
    let page = PageQuery { cursor: after, limit };
    let filter =
        Filter { text: q, state, type_id: type_id.map(Id::from), occasion: None, before: page.after()? };
    let found = registrations::find(&mut *app.db.read().await?, &at.proof, &filter, page.limit()?).await?;
    let items = found.rows.into_iter().map(Into::into).collect();
    Ok(web::Json(Page { items, next: found.next.map(cursor) }))
}

/// Shows a registration with its answers and consents.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/registrations/{id}", tag = "Registrations",
    responses((status = 200, body = DetailBody)), security(("token" = ["desk:read"])))]
pub(super) async fn show_registration(
    app: Data<App>,
    at: With<Desk>,
    row: Row<Registration>,
) -> Result<web::Json<DetailBody>, Error> {
    Ok(web::Json(detail(&app, &at, row.0).await?.into()))
}

/// Lists what happened to a registration, the earliest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/registrations/{id}/history", tag = "Registrations",
    responses((status = 200, body = All<EntryBody>)), security(("token" = ["desk:read"])))]
pub(super) async fn show_registration_history(
    app: Data<App>,
    at: With<Desk>,
    row: Row<Registration>,
) -> Result<web::Json<All<EntryBody>>, Error> {
    Ok(web::Json(All::of(detail(&app, &at, row.0).await?.history)))
}

/// As much as the token may see.
async fn detail(app: &App, at: &With<Desk>, id: RegistrationId) -> Result<Detail, Error> {
    let mut conn = app.db.read().await?;
    match at.caller.authority.organiser(at.proof.edition(), Access::Read) {
        Ok(organiser) => registrations::full_detail(&mut conn, &app.keys, &organiser, id).await,
        Err(_) => registrations::detail(&mut conn, &app.keys, &at.proof, id).await,
    }
}

/// Shows the edition's numbers; no personal data in them.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/counts", tag = "Registrations",
    responses((status = 200, body = Counts)), security(("token" = ["observer:read"])))]
pub(super) async fn show_counts(app: Data<App>, at: With<Observer>) -> Result<web::Json<Counts>, Error> {
    let counts = registrations::counts(&mut *app.db.read().await?, &at.proof, Moment::now()).await?;
    Ok(web::Json(counts))
}

/// Writes all registrations as CSV, with the answers that are not sensitive.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/registrations/export.csv", tag = "Registrations",
    params(LangQuery), responses((status = 200, body = String, content_type = "text/csv")),
    security(("token" = ["organiser:read"])))]
pub(super) async fn export_registrations(
    app: Data<App>,
    at: With<Organiser>,
    query: Query<LangQuery>,
) -> Result<HttpResponse, Error> {
    let name = format!("registrations-{}.csv", at.edition.slug);
    let lang = query.0.lang.unwrap_or(at.caller.asker.lang);
    let rows = registrations::export(app.db.clone(), Arc::clone(&app.keys), at.proof, at.edition, lang);
    Ok(table_of(&name, rows))
}
