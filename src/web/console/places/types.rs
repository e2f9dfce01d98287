//! One registration type: its words, its window, approval, and the pools it draws on.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    order::moved,
    stored::{Stored, texts},
    target::Target,
};
use crate::{
    accounts::proofs::Organiser,
    capacity,
    db::Tx,
    editions::{SideEvent, parts},
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    registrations::types::{self, RegistrationType, TypeFields, TypeId},
    values::{Id, Localised, Moment, Zone, time},
    web::public::views::Choice,
};

#[derive(Template)]
#[template(path = "console/places/type.html")]
struct TypePage {
    ui: Ui,
    console: Console,
    form: Form,
    heading: String,
    action: String,
    list: String,
    zone: String,
    pools: Vec<Choice>,
    side_events: Vec<Choice>,
    add_pool: String,
    archive: Option<String>,
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    target: &Target<RegistrationType>,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let kind = match target.id {
        Some(id) => Some(types::find(&mut conn, &(&at.proof).into(), id).await?),
        None => None,
    };
    let pools = capacity::pools(&mut conn, at.edition.id).await?;
    let side_events: Vec<SideEvent> = parts::list(&mut conn, at.edition.id).await?;
    let (ui, action) =
        (at.signed.ui(), address(&at.edition, &format!("/places/registration-types/{}", target.segment())));
    let stored = || kind.as_ref().map(|kind| stored(kind, &at.edition.zone)).unwrap_or_default().form();
    let live = kind.as_ref().is_some_and(|kind| kind.archived_at.is_none());
    let shown = TypePage {
        console: Console::of(&at.edition, &at.signed, RoomName::Places),
        form: form.unwrap_or_else(stored),
        heading: ui.t(if kind.is_some() { "types-edit" } else { "types-add" }),
        list: address(&at.edition, "/places"),
        zone: at.edition.zone.label(ui.lang, Moment::now()),
        pools: pools.iter().map(|pool| choice(pool.id, &pool.name, &ui)).collect(),
        side_events: side_events.iter().map(|event| choice(event.id, &event.name, &ui)).collect(),
        add_pool: address(&at.edition, "/places/capacity-pools/new"),
        archive: live.then(|| format!("{action}/archive")),
        action,
        ui,
    };
    page(status, &shown)
}

fn choice(id: impl ToString, name: &Localised, ui: &Ui) -> Choice {
    Choice { value: id.to_string(), label: Shown::of(name, ui.lang) }
}

fn stored(kind: &RegistrationType, zone: &Zone) -> Stored {
    let local = |moment: Moment| time::local_input(moment, zone);
    let stored = Stored::default()
        .text("name", Some(&kind.name))
        .text("description", kind.description.as_ref())
        .with("slug", &kind.slug)
        .maybe("opens_at", kind.opens_at.map(local))
        .maybe("closes_at", kind.closes_at.map(local))
        .maybe("side_event", kind.side_event)
        .ticked("needs_approval", kind.needs_approval)
        .ticked("pending_holds", kind.pending_holds);
    kind.pools.iter().fold(stored, |stored, pool| stored.with("pools", pool))
}

fn fields(typed: &FormData) -> TypeFields {
    TypeFields {
        slug: typed.one("slug").to_owned(),
        name: texts(typed, "name"),
        description: texts(typed, "description"),
        opens_at: typed.one("opens_at").to_owned(),
        closes_at: typed.one("closes_at").to_owned(),
        needs_approval: typed.ticked("needs_approval"),
        pending_holds: typed.ticked("pending_holds"),
        side_event: typed.one("side_event").to_owned(),
        pools: typed.all("pools").map(str::to_owned).collect(),
    }
}

/// `GET /console/{edition}/places/registration-types/{id}` or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<RegistrationType>>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, &target, None, StatusCode::OK).await
}

/// `POST /console/{edition}/places/registration-types/{id}` or `…/new`
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<RegistrationType>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = fields(&typed).parse(&at.edition.zone)?;
        let verb = async |tx: &mut Tx| match target.id {
            Some(id) => types::change(tx, &at.proof, id, new).await,
            None => types::create(tx, &at.proof, new).await,
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(kind) => {
            let page = format!("/places?done={}#row-{}", target.done(), kind.id);
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &target, Some(form), status).await
        }
    }
}

/// `POST /console/{edition}/places/registration-types/{id}/archive`
pub(in crate::web) async fn archive(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<RegistrationType>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| types::archive(tx, &at.proof, path.1, now).await).await?;
    Ok(see_other(address(&at.edition, "/places?done=archived")))
}

/// `POST /console/{edition}/places/registration-types/order`
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let mut rows = types::types(tx, at.edition.id).await?;
        rows.retain(|kind| kind.archived_at.is_none());
        let rows: Vec<TypeId> = rows.iter().map(|kind| kind.id).collect();
        types::reorder(tx, &at.proof, &moved(&typed, &rows)?).await
    };
    app.db.transaction(verb).await?;
    Ok(see_other(address(&at.edition, &format!("/places?done=moved#row-{}", typed.one("id")))))
}
