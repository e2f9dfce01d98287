//! Giving one session its day, time, room and length, with what clashes there.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName, address},
    },
    clashes::{self, Clash},
    days,
    names::Names,
    session::seen,
    slot,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    programme::{self, Planned, Session, SessionKind, SessionRow},
    values::Id,
    web::public::views::Choice,
};

type Where = web::Path<(String, Id<Session>)>;

#[derive(Template)]
#[template(path = "console/programme/place.html")]
struct PlacePage {
    ui: Ui,
    console: Console,
    form: Form,
    title: Shown,
    action: String,
    home: String,
    edit: String,
    version: String,
    days: Vec<Choice>,
    rooms: Vec<Choice>,
    in_several: bool,
    zone: String,
    /// What is stored by now, where somebody else was quicker.
    meanwhile: Option<String>,
    clashes: Vec<Clash>,
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    id: Id<Session>,
    typed: Option<(Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/programme"));
    let Planned { row, facts, .. } = programme::find(&mut conn, &at.proof, id).await?;
    let names = Names::of(&mut conn, &at.proof, &at.edition, ui.lang).await?;
    let planned = programme::planned(&mut conn, &at.proof).await?;
    let mut clashes = clashes::all(&mut conn, at, &planned, &names).await?;
    clashes.retain(|clash| clash.ids.contains(&id));
    let times: Vec<_> = facts.time.into_iter().collect();
    let clock = Clock::of(&at.edition, ui.lang);
    let (form, status) =
        typed.unwrap_or_else(|| (slot::stored(&row, &facts, &at.edition.zone).form(), StatusCode::OK));
    let late = status == StatusCode::CONFLICT;
    let meanwhile = || {
        let when = row.starts_at.map_or_else(|| ui.t("programme-no-time"), |start| clock.tell(start));
        ui.t2("programme-meanwhile", "when", when, "rooms", names.rooms(&facts.rooms))
    };
    let shown = PlacePage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        title: Shown::of(&row.title, ui.lang),
        action: format!("{home}/{id}/place"),
        edit: format!("{home}/{id}"),
        // Whoever is told what is stored now may then write over it, nobody else.
        version: if late { row.version.to_string() } else { form.value("version").to_owned() },
        days: days::choices(&days::days(&at.edition, &times), &ui),
        rooms: names.room_choices(),
        in_several: row.kind != SessionKind::Session,
        zone: clock.zone(),
        meanwhile: late.then(meanwhile),
        clashes,
        form,
        home,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/programme/{id}/place`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.1, None).await
}

/// `POST /console/{edition}/programme/{id}/place`
pub(in crate::web) async fn place(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    match store(&app, &at, path.1, &typed).await {
        Ok(row) => Ok(see_other(address(&at.edition, &after(&at, &row)))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.1, Some((form, status))).await
        }
    }
}

async fn store(
    app: &App,
    at: &At<Programme>,
    id: Id<Session>,
    typed: &FormData,
) -> Result<SessionRow, Error> {
    let placement = slot::parse(typed, &at.edition.zone)?;
    let verb = async |tx: &mut Tx| programme::place(tx, &at.proof, (id, seen(typed)), placement).await;
    app.db.transaction(verb).await.map_err(|error| match error {
        Error::Invalid(errors) => Error::Invalid(slot::at_inputs(errors)),
        other => other,
    })
}

/// The schedule of the day on which it is now.
pub(super) fn after(at: &At<Programme>, row: &SessionRow) -> String {
    let day = row.starts_at.map(|start| format!("&day={}", at.edition.zone.at(start).date()));
    format!("/programme/schedule?done=placed{}#s-{}", day.unwrap_or_default(), row.id)
}
