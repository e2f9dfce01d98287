//! The awards of a call, and a form for one more.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        calls::tabs::{Tab, Tabs, of_call},
        clock::Clock,
        frame::{Console, RoomName},
        news::News,
        stored::texts,
    },
    show::Where,
};
use crate::{
    accounts::proofs::Programme,
    calls::Call,
    db::Tx,
    editions::{Track, parts},
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page, page::see_other},
    reviews::awards::{self, Award, AwardFields, NewAward},
    values::Id,
    web::public::views::Choice,
};

struct Row {
    href: String,
    name: Shown,
    /// The only track that it is for.
    track: Option<Shown>,
    state: &'static str,
    opened: Option<String>,
    closed: Option<String>,
}

#[derive(Template)]
#[template(path = "console/awards/list.html")]
struct AwardsPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    form: Form,
    action: String,
    rows: Vec<Row>,
    tracks: Vec<Choice>,
    zone: String,
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    call: Id<Call>,
    (form, status): (Form, StatusCode),
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = crate::calls::call(&mut conn, &at.proof, call).await?;
    let awards = awards::awards(&mut conn, &at.proof, call.id).await?;
    let quotas = call.tracks(&mut conn).await?;
    let tracks: Vec<Track> = parts::list(&mut conn, at.edition.id).await?;
    let (ui, action) = (at.signed.ui(), of_call(&at.edition, call.id, "/awards"));
    let clock = Clock::of(&at.edition, ui.lang);
    let name = |track: &Track| Shown::of(&track.name, ui.lang);
    let row = |award: &Award| Row {
        href: format!("{action}/{}", award.id),
        name: Shown::of(&award.name, ui.lang),
        track: tracks.iter().find(|track| Some(track.id) == award.track).map(name),
        state: award.state().as_str(),
        opened: clock.maybe(award.opened_at),
        closed: clock.maybe(award.closed_at),
    };
    let own = |track: &&Track| quotas.iter().any(|quota| quota.track == track.id);
    let choice = |track: &Track| Choice { value: track.id.to_string(), label: name(track) };
    let shown = AwardsPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Awards, &call, &at.edition, &ui),
        news: News::done(&at.signed),
        rows: awards.iter().map(row).collect(),
        tracks: tracks.iter().filter(own).map(choice).collect(),
        zone: clock.zone(),
        form,
        action,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/calls/{call}/awards`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.call, (Form::default(), StatusCode::OK)).await
}

/// `POST /console/{edition}/calls/{call}/awards`
pub(in crate::web) async fn create(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let raw = AwardFields { name: texts(&typed, "name"), track: typed.one("track").to_owned() };
    let verb = async |tx: &mut Tx| {
        let new = NewAward::try_from(&raw)?;
        awards::create_award(tx, &at.proof, path.call, &new).await
    };
    match app.db.transaction(verb).await {
        Ok(award) => {
            let made = format!("/awards/{}?done=added", award.id);
            Ok(see_other(of_call(&at.edition, path.call, &made)))
        }
        Err(error) => {
            let refused = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, refused).await
        }
    }
}
