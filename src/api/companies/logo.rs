//! A company's logo: seen, sent as it is, removed.

use actix_web::{
    Error as ActixError, HttpRequest, HttpResponse,
    web::{self, Data},
};
use futures_util::TryStreamExt;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{files::NameQuery, member};
use crate::{
    api::{query::Query, row::Row},
    companies::{self, Company, LOGO},
    db::Tx,
    error::Error,
    files::File,
    formats::{media::MediaType, picture},
    http::{App, bearer::WithOwn, download, raw_body::RawBody},
    submissions::demo,
};

const FIELD: &str = "logo";

/// A company's logo.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyLogo)]
pub(in crate::api) struct LogoBody {
    /// The id of the file; another logo has another.
    id: Uuid,
    /// What its sender called it.
    #[schema(example = "logo.png")]
    name: String,
    /// What it was drawn as.
    #[schema(value_type = String, example = "image/png")]
    media_type: &'static str,
    /// Its length in bytes.
    size: i64,
}

impl From<File> for LogoBody {
    fn from(file: File) -> Self {
        Self {
            id: file.id.uuid(),
            name: file.name.as_str().to_owned(),
            media_type: MediaType::as_str(file.media_type),
            size: file.size,
        }
    }
}

/// Reads the logo.
#[utoipa::path(get, path = "/api/v1/companies/{id}/logo", tag = "Companies",
    responses((status = 200, content((Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png")))),
    security(("token" = ["own:read"])))]
pub(in crate::api) async fn read_logo(
    app: Data<App>,
    request: HttpRequest,
    own: WithOwn,
    row: Row<Company>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, row.0).await?;
    let logo = companies::logo(&mut conn, who.company()).await?.ok_or(Error::NotFound)?;
    drop(conn);
    download(&request, &app.db, &logo)
}

/// Sends the logo, a JPEG, PNG or WebP that is drawn anew, in the place of the one there was: the body is the picture itself.
#[utoipa::path(put, path = "/api/v1/companies/{id}/logo", tag = "Companies", params(NameQuery),
    request_body(content = Vec<u8>, content_type = "image/png"),
    responses((status = 200, body = LogoBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn send_logo(
    app: Data<App>,
    own: WithOwn,
    row: Row<Company>,
    query: Query<NameQuery>,
    body: RawBody,
) -> Result<web::Json<LogoBody>, ActixError> {
    let who = member(&mut *app.db.read().await?, &own, row.0).await?;
    let name = query.0.name.unwrap_or_else(|| FIELD.to_owned());
    let incoming = body.read((FIELD, picture::MOST_BYTES), &name).await?;
    let drawn = app.pictures.redraw(incoming.bytes.try_concat().await?, LOGO, FIELD).await?;
    let set = async |tx: &mut Tx| {
        let kept = companies::set_logo(tx, &who, &incoming.name, &drawn).await?;
        demo::refresh(tx, who.company()).await?;
        Ok(LogoBody::from(kept))
    };
    Ok(web::Json(app.db.transaction(set).await?))
}

/// Takes the logo away; there need not be one.
#[utoipa::path(delete, path = "/api/v1/companies/{id}/logo", tag = "Companies",
    responses((status = 204)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn remove_logo(
    app: Data<App>,
    own: WithOwn,
    row: Row<Company>,
) -> Result<HttpResponse, Error> {
    let remove = async |tx: &mut Tx| {
        let who = member(tx, &own, row.0).await?;
        companies::remove_logo(tx, &who).await?;
        demo::refresh(tx, who.company()).await
    };
    app.db.transaction(remove).await?;
    Ok(HttpResponse::NoContent().finish())
}
