//! Registration for a side event: opened with a number of places, then how many came.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
    },
    tabs::Tab,
};
use crate::{
    accounts::proofs::{Observer, Organiser},
    capacity::{self, Pool},
    editions::{SideEvent, parts},
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page, page::see_other},
    registrations::{
        self, State,
        types::{self, RegistrationType},
    },
    values::{Id, Moment, NumberField, time},
    web::public::views::Link,
};

/// A way to attend it.
struct Row {
    href: String,
    name: Shown,
    /// Taken of how many, of each pool.
    pools: Vec<(Shown, i32, i32)>,
    archived: bool,
}

#[derive(Template)]
#[template(path = "console/settings/registration.html")]
struct RegistrationPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    news: Option<News>,
    form: Form,
    name: Shown,
    when: String,
    edit: String,
    action: String,
    rows: Vec<Row>,
    figures: Vec<(String, i64)>,
    list: String,
    public: Option<String>,
}

/// `GET /console/{edition}/settings/side-events/{id}/registration`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<SideEvent>)>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.1, Form::default(), StatusCode::OK).await
}

/// `POST /console/{edition}/settings/side-events/{id}/registration`: opens it, with `capacity` places.
pub(in crate::web) async fn open(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<SideEvent>)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let capacity: NumberField = typed.one("capacity").into();
    let made = app.db.transaction(async |tx| types::open_for(tx, &at.proof, path.1, &capacity).await);
    match made.await {
        Ok(_) => Ok(see_other(format!("{}?done=registration-opened", here(&at, path.1)))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.1, form, status).await
        }
    }
}

fn here(at: &At<Organiser>, id: Id<SideEvent>) -> String {
    address(&at.edition, &format!("/settings/side-events/{id}/registration"))
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    id: Id<SideEvent>,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (mut conn, ui, edition) = (app.db.read().await?, at.signed.ui(), &at.edition);
    let events: Vec<SideEvent> = parts::list(&mut conn, edition.id).await?;
    let event = events.into_iter().find(|event| event.id == id).ok_or(Error::NotFound)?;
    let mut ways = types::types(&mut conn, edition.id).await?;
    ways.retain(|way| way.side_event == Some(id));
    let pools = capacity::pools(&mut conn, edition.id).await?;
    let counts = registrations::counts(&mut conn, &Observer::from(&at.proof), Moment::now()).await?;
    let states = [State::Confirmed, State::Pending, State::Offered, State::Waitlisted, State::Cancelled];
    let figure = |state| (ui.t(&format!("state-{state}")), counts.of(Some(id), state));
    let shown = RegistrationPage {
        console: Console::of(edition, &at.signed, RoomName::Settings),
        tabs: Tab::SideEvents.all(edition, &ui),
        news: News::done(&at.signed),
        name: Shown::of(&event.name, ui.lang),
        when: time::span(ui.lang, event.starts_at, event.ends_at, &edition.zone),
        edit: address(edition, &format!("/settings/side-events/{id}")),
        action: here(at, id),
        rows: ways.iter().map(|way| row(way, &pools, at)).collect(),
        figures: states.map(figure).into(),
        list: address(edition, &format!("/registrations?for={id}")),
        public: event.published.then(|| format!("/{}/{}/side-events/{}", ui.lang, edition.slug, event.slug)),
        form,
        ui,
    };
    page(status, &shown)
}

fn row(way: &RegistrationType, pools: &[Pool], at: &At<Organiser>) -> Row {
    let lang = at.signed.asker.lang;
    let drawn = pools.iter().filter(|pool| way.pools.contains(&pool.id));
    Row {
        href: address(&at.edition, &format!("/places/registration-types/{}", way.id)),
        name: Shown::of(&way.name, lang),
        pools: drawn.map(|pool| (Shown::of(&pool.name, lang), pool.taken, pool.capacity)).collect(),
        archived: way.archived_at.is_some(),
    }
}
