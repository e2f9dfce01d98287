//! Opening an edition from an earlier one.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::EditionBody;
use crate::{
    api::{
        json::Json,
        once::{created, once},
    },
    cloning::{self, CloneFields, Coming, Module, MovedDate, Preview},
    db::Tx,
    editions,
    error::Error,
    http::{App, bearer::WithAdmin},
    values::{Localised, Moment},
};

/// What a clone would bring.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClonePreview)]
pub(in crate::api) struct PreviewBody {
    /// The usual short name: the year of the new start.
    slug: String,
    /// The number after the source's.
    number: i32,
    /// Every module, chosen or not.
    modules: Vec<ComingBody>,
    /// The dates that come along with the chosen modules, moved by whole weeks.
    dates: Vec<MovedDateBody>,
}

/// A module and how much of it there is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ComingModule)]
pub(in crate::api) struct ComingBody {
    /// The module.
    module: Module,
    /// How many rows, or texts, it has.
    count: usize,
    /// Whether it was asked for.
    chosen: bool,
}

/// A date of the source, and where it goes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MovedDate)]
pub(in crate::api) struct MovedDateBody {
    /// Its name in `dates`.
    key: String,
    /// The registration type, call, round or question it belongs to; null for the edition's own.
    of: Option<Localised>,
    /// What it is there.
    field: &'static str,
    /// When it was.
    old: Moment,
    /// When it shall be; null where it was blanked.
    new: Option<Moment>,
}

impl From<Preview> for PreviewBody {
    fn from(preview: Preview) -> Self {
        let coming = |Coming { module, count, chosen }| ComingBody { module, count, chosen };
        let moved = |date: MovedDate| {
            let MovedDate { key, of, field, old, new } = date;
            MovedDateBody { key, of, field, old, new }
        };
        Self {
            slug: preview.slug,
            number: preview.number,
            modules: preview.modules.into_iter().map(coming).collect(),
            dates: preview.dates.into_iter().map(moved).collect(),
        }
    }
}

/// What was sent, with the source that the path names.
fn of_path(request: &HttpRequest, body: &Json<CloneFields>) -> Result<CloneFields, Error> {
    let source = request.match_info().query("edition").to_owned();
    Ok(CloneFields { source, ..body.value()?.clone() })
}

/// Shows what a clone would bring and how dates would move, and makes nothing.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/clone/preview", tag = "Editions",
    responses((status = 200, body = PreviewBody)), security(("token" = ["admin:write"])))]
pub(in crate::api) async fn preview_clone(
    app: Data<App>,
    by: WithAdmin,
    request: HttpRequest,
    body: Json<CloneFields>,
) -> Result<web::Json<PreviewBody>, Error> {
    let (mut conn, fields) = (app.db.read().await?, of_path(&request, &body)?);
    Ok(web::Json(cloning::preview(&mut conn, &by.proof, &fields, Moment::now()).await?.into()))
}

/// Makes a draft from this edition, with the modules and dates that were chosen.
///
/// People and roles never come along. The body's `source` may stay blank: the path names it.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/clone", tag = "Editions",
    responses((status = 201, body = EditionBody)), security(("token" = ["admin:write"])))]
pub(in crate::api) async fn clone_edition(
    app: Data<App>,
    by: WithAdmin,
    request: HttpRequest,
    body: Json<CloneFields>,
) -> Result<HttpResponse, Error> {
    let (fields, now) = (of_path(&request, &body)?, Moment::now());
    let make = async |tx: &mut Tx| Ok(cloning::clone(tx, &by.proof, &fields, now).await?.into());
    let find = async |tx: &mut Tx, id| {
        let who = (&by.proof.organiser_of(id)).into();
        Ok(EditionBody::from(editions::for_staff(tx, &who).await?))
    };
    let made = once(&app.db, body.claim(&by.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}", made.slug), &made))
}
