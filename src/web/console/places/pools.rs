//! One capacity pool: its name, and how many places it has.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        order::moved,
        stored::{Stored, texts},
        target::Target,
    },
    overview,
};
use crate::{
    accounts::proofs::Organiser,
    capacity::{self, NewPool, Pool, PoolFields, PoolId},
    db::Tx,
    error::Error,
    http::{App, At, Form, SignedForm, Ui, page, page::see_other},
    values::Id,
};

#[derive(Template)]
#[template(path = "console/places/pool.html")]
struct PoolPage {
    ui: Ui,
    console: Console,
    form: Form,
    heading: String,
    action: String,
    list: String,
    hint: String,
    remove: Option<String>,
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    target: &Target<Pool>,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let pool = match target.id {
        Some(id) => Some(capacity::pool(&mut *app.db.read().await?, &(&at.proof).into(), id).await?),
        None => None,
    };
    let (ui, action) =
        (at.signed.ui(), address(&at.edition, &format!("/places/capacity-pools/{}", target.segment())));
    let shown = PoolPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Places),
        form: form.unwrap_or_else(|| pool.as_ref().map(stored).unwrap_or_default().form()),
        heading: ui.t(if pool.is_some() { "pools-edit" } else { "pools-add" }),
        list: address(&at.edition, "/places"),
        hint: match &pool {
            Some(pool) => ui.t1("pools-capacity-taken", "taken", pool.taken),
            None => ui.t("pools-capacity-hint"),
        },
        remove: pool.as_ref().map(|_| format!("{action}/remove")),
        action,
        ui,
    };
    page(status, &shown)
}

fn stored(pool: &Pool) -> Stored {
    Stored::default().text("name", Some(&pool.name)).with("capacity", pool.capacity)
}

/// `GET /console/{edition}/places/capacity-pools/{id}` or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<Pool>>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, &target, None, StatusCode::OK).await
}

/// `POST /console/{edition}/places/capacity-pools/{id}` or `…/new`
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<Pool>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let fields = PoolFields { name: texts(&typed, "name"), capacity: typed.one("capacity").into() };
        let new = NewPool::try_from(&fields)?;
        let verb = async |tx: &mut Tx| match target.id {
            Some(id) => capacity::change(tx, &at.proof, id, new).await,
            None => capacity::create(tx, &at.proof, new).await,
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(pool) => {
            let page = format!("/places?done={}#row-{}", target.done(), pool.id);
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &target, Some(form), status).await
        }
    }
}

/// `POST /console/{edition}/places/capacity-pools/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<Pool>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    match app.db.transaction(async |tx| capacity::remove(tx, &at.proof, path.1).await).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/places?done=removed"))),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            overview::draw(&app, &at, Some(news), StatusCode::CONFLICT).await
        }
    }
}

/// `POST /console/{edition}/places/capacity-pools/order`
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let rows: Vec<PoolId> =
            capacity::pools(tx, at.edition.id).await?.iter().map(|pool| pool.id).collect();
        capacity::reorder(tx, &at.proof, &moved(&typed, &rows)?).await
    };
    app.db.transaction(verb).await?;
    Ok(see_other(address(&at.edition, &format!("/places?done=moved#row-{}", typed.one("id")))))
}
