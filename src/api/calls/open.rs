//! The calls that anybody may answer now.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::{CallBody, SessionTypeBody};
use crate::{
    api::{lists::All, readable::Readable},
    calls::{self, CallKind},
    error::Error,
    http::App,
    values::{Localised, Moment},
};

/// A call that is open to everybody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenCall)]
pub(in crate::api) struct OpenCallBody {
    /// Its id.
    id: Uuid,
    /// What one hands in.
    kind: CallKind,
    /// Its short name in addresses.
    #[schema(example = "talks")]
    slug: String,
    /// What it is called.
    name: Localised,
    /// What is looked for.
    description: Option<Localised>,
    /// Since when one may hand in.
    opens_at: Moment,
    /// The deadline; at this instant it is too late.
    closes_at: Moment,
    /// The ids of the tracks one may choose.
    tracks: Vec<Uuid>,
    /// What one may propose, in order.
    session_types: Vec<SessionTypeBody>,
    /// Its page, where one begins.
    #[schema(format = "uri")]
    url: String,
}

/// Lists the calls to which anybody may hand something in now, in the organiser's order.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/open-calls", tag = "Calls",
    responses((status = 200, body = All<OpenCallBody>)), security((), ("token" = ["observer:read"])))]
pub(in crate::api) async fn list_open_calls(
    app: Data<App>,
    of: Readable,
) -> Result<web::Json<All<OpenCallBody>>, Error> {
    let (mut conn, now) = (app.db.read().await?, Moment::now());
    let mut items = Vec::new();
    for call in calls::public_calls(&mut conn, of.edition.id).await? {
        if call.check_open(now).is_err() {
            continue;
        }
        let page = format!("/{}/{}/calls/{}", call.name.original(), of.edition.slug, call.slug);
        let url = app.config.base_url.join(&page).map_err(Error::internal)?;
        let CallBody {
            id, kind, slug, name, description, opens_at, closes_at, tracks, session_types, ..
        } = CallBody::of(&mut conn, call, now).await?;
        let tracks = tracks.into_iter().map(|quota| quota.track).collect();
        items.push(OpenCallBody {
            id,
            kind,
            slug,
            name,
            description,
            opens_at,
            closes_at,
            tracks,
            session_types,
            url: url.into(),
        });
    }
    Ok(web::Json(All { items }))
}
