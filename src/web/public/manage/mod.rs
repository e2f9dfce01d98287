//! An attendee's own page, without a password: the link moves into a cookie, and every act is a button.

mod act;
mod view;

pub(in crate::web) use act::{cancel, change, consent, erase};
pub(super) use view::draw;
pub(in crate::web) use view::show;

use actix_web::{HttpResponse, http::header, web};

use super::{ticket, views::address};
use crate::{
    error::Error,
    http::{
        App, Asker,
        guard::unlinked,
        holder::{Held, keep, opened},
    },
    registrations::{self, Holder},
    values::Lang,
};

/// `GET /m/{token}`: looks, changes nothing, and leads on without the secret in the address.
pub(in crate::web) async fn enter(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let holder: Holder = opened(&app, &asker, &token).await?;
    let edition = app.pages.edition(&app.db, holder.edition()).await?;
    keep::<Holder>(&app, token.into_inner(), address(&edition, asker.lang, "/manage"))
}

/// `GET /{lang}/{edition}/manage/ticket.png`
pub(in crate::web) async fn code(
    app: web::Data<App>,
    held: Held,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    held.edition(&app, &at.1).await?;
    ticket::png(&registrations::own(&mut *app.db.read().await?, &held.proof).await?)
}

/// `GET /{lang}/{edition}/manage/calendar.ics`
pub(in crate::web) async fn calendar(
    app: web::Data<App>,
    held: Held,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    let edition = held.edition(&app, &at.1).await?;
    let row = registrations::own(&mut *app.db.read().await?, &held.proof).await?;
    ticket::entry(&app, &row, &edition, held.asker.lang)
}

/// `GET /{lang}/{edition}/manage/data.json`: everything we hold about her.
pub(in crate::web) async fn copy(
    app: web::Data<App>,
    held: Held,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    let edition = held.edition(&app, &at.1).await?;
    let mut conn = app.db.read().await?;
    let data = registrations::copy_of_data(&mut conn, &app.keys, &held.proof, &edition).await?;
    let text = serde_json::to_string_pretty(&data).map_err(Error::internal)?;
    Ok(unlinked(
        HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, "application/json; charset=utf-8"))
            .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""))
            .body(text),
    ))
}
