//! An attendee's own page, without a password: the link moves into a cookie, and every act is a button.

mod act;
mod sessions;
mod view;

pub(in crate::web) use act::{cancel, change, consent, erase};
pub(super) use sessions::no_link;
pub(in crate::web) use sessions::{sessions, sign_up, whose};
pub(in crate::web) use view::show;
pub(super) use view::{draw, stored};

use actix_web::{HttpRequest, HttpResponse, http::header, web};

use super::{programme::calendars, ticket, views::address};
use crate::{
    editions,
    error::Error,
    http::{
        App,
        guard::unlinked,
        holder::{Held, keep, opened},
    },
    registrations::{self, Holder, SignUpState},
    values::Lang,
};

/// `GET /m/{token}`: looks, changes nothing, and leads on without the secret in the address.
pub(in crate::web) async fn enter(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (holder, asker) = opened::<Holder>(&app, &request, &token).await?;
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

/// `GET /{lang}/{edition}/manage/calendar.ics`: the forum or side event, and the sessions that she has a place in.
pub(in crate::web) async fn calendar(
    app: web::Data<App>,
    held: Held,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    let edition = held.edition(&app, &at.1).await?;
    let snapshot = app.pages.snapshot(&app.db, &at.1).await?;
    let mut conn = app.db.read().await?;
    let row = registrations::own(&mut conn, &held.proof).await?;
    let occasion = editions::occasion(&mut conn, &edition, row.side_event).await?;
    let hers = registrations::sign_ups_of(&mut conn, &held.proof).await?;
    let places = hers.iter().filter(|one| one.row.state == SignUpState::Confirmed);
    let booked: Vec<_> = places.map(|one| one.row.session).collect();
    let shown = snapshot.programme.iter().flat_map(|programme| &programme.sessions);
    let sessions = shown.filter(|session| booked.contains(&session.id));
    let entries = match snapshot.programme {
        Some(_) => calendars::entries(&app, &snapshot, held.asker.lang, sessions)?,
        None => Vec::new(),
    };
    ticket::entries(&app, &row, (&edition, &occasion), held.asker.lang, &entries)
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
