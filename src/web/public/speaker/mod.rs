//! A speaker's own pages, without a password: the link moves into a cookie, and every act is a button.

mod act;
mod attachments;
mod card;
mod home;
mod on_stage;
mod people;
mod photo;
mod profile;
mod save;
mod slides;
mod submission;
mod times;

pub(in crate::web) use act::{confirm, join, turn_down, withdraw};
pub(in crate::web) use attachments::{add as attach, remove as detach, show as attached};
pub(in crate::web) use home::show;
pub(in crate::web) use people::{invite, remove};
pub(in crate::web) use photo::{remove as remove_photo, send as send_photo, show as photo};
pub(in crate::web) use profile::change;
pub(in crate::web) use save::{save, start};
pub(in crate::web) use slides::{add as add_slides, read as read_slides, remove as remove_slides};
pub(in crate::web) use submission::show as submission;
pub(in crate::web) use times::set;

use actix_web::{HttpRequest, HttpResponse, web};

use super::views::address;
use crate::{
    editions::Edition,
    error::Error,
    http::{
        App,
        guard::unlinked,
        holder::{keep, opened},
        page::see_other,
    },
    speakers::Presenter,
    values::Lang,
};

/// `GET /speaker/{token}`: looks, changes nothing, and leads on without the secret in the address.
pub(in crate::web) async fn enter(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (presenter, asker) = opened::<Presenter>(&app, &request, &token).await?;
    let edition = app.pages.edition(&app.db, presenter.edition()).await?;
    keep::<Presenter>(&app, token.into_inner(), address(&edition, asker.lang, "/speaker"))
}

/// Back to her first page, which then says what was done.
fn back(edition: &Edition, lang: Lang, done: &str) -> HttpResponse {
    unlinked(see_other(format!("{}?done={done}", address(edition, lang, "/speaker"))))
}
