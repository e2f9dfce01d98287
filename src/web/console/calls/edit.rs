//! What a call says: its words, its window, its tracks with quotas, its session types.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use diesel_async::AsyncPgConnection;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        rows,
        stored::Stored,
        target::Target,
    },
    fields,
    tabs::{Tab, Tabs, of_call},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, CallKind, CallState, Visibility},
    db::Tx,
    editions::{Track, parts},
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    values::Moment,
    web::public::views::Choice,
};

/// Empty rows of session types below the filled ones.
const SPARE: usize = 2;

/// The address of each act that is possible now.
#[derive(Default)]
struct Acts {
    list: Option<String>,
    unlist: Option<String>,
    close: Option<String>,
    archive: Option<String>,
}

#[derive(Template)]
#[template(path = "console/calls/edit.html")]
struct EditPage {
    ui: Ui,
    console: Console,
    tabs: Option<Tabs>,
    news: Option<News>,
    form: Form,
    heading: String,
    action: String,
    list: String,
    version: Option<i32>,
    zone: String,
    kinds: Vec<Choice>,
    /// Its kind in words, once it can't change any more.
    fixed_kind: Option<String>,
    ways: Vec<Choice>,
    tracks: Vec<Choice>,
    add_track: String,
    rows: usize,
    acts: Acts,
}

/// What a page says beside what is stored: what was just done or refused, and what was typed.
#[derive(Default)]
pub(super) struct Said {
    pub(super) news: Option<News>,
    pub(super) typed: Option<(FormData, Form)>,
    pub(super) status: Option<StatusCode>,
}

pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    target: &Target<Call>,
    said: Said,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let tracks: Vec<Track> = parts::list(&mut conn, at.edition.id).await?;
    let (call, stored) = match target.id {
        Some(id) => {
            let call = calls::call(&mut conn, &at.proof, id).await?;
            let stored = stored(&mut conn, &call, &tracks, at).await?;
            (Some(call), stored)
        }
        None => (None, Stored::default()),
    };
    let (data, form) = said.typed.unwrap_or_else(|| {
        let data = stored.data();
        (data.clone(), Form::filled(data))
    });
    let (ui, action) = (at.signed.ui(), address(&at.edition, &format!("/calls/{}", target.segment())));
    let listed = call.as_ref().filter(|call| call.listed_at.is_some());
    let shown = EditPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: call.as_ref().map(|call| Tabs::of(Tab::Details, call, &at.edition, &ui)),
        news: said.news,
        heading: ui.t(if call.is_some() { "calls-details" } else { "calls-add" }),
        list: address(&at.edition, "/calls"),
        version: call.as_ref().map(|call| call.version),
        zone: at.edition.zone.label(ui.lang, Moment::now()),
        kinds: CallKind::ALL
            .iter()
            .map(|kind| named(*kind, ui.t(&format!("call-kind-{kind}")), &ui))
            .collect(),
        fixed_kind: listed.map(|call| ui.t(&format!("call-kind-{}", call.kind))),
        ways: Visibility::ALL
            .iter()
            .map(|way| named(*way, ui.t(&format!("call-visibility-{way}")), &ui))
            .collect(),
        tracks: tracks.iter().map(|track| choice(track, &ui)).collect(),
        add_track: address(&at.edition, "/settings/tracks/new"),
        rows: rows::shown(&data, fields::ROWS, SPARE),
        acts: call.as_ref().map(|call| acts(call, &action)).unwrap_or_default(),
        form,
        action,
        ui,
    };
    page(said.status.unwrap_or(StatusCode::OK), &shown)
}

async fn stored(
    conn: &mut AsyncPgConnection,
    call: &Call,
    tracks: &[Track],
    at: &At<Programme>,
) -> Result<Stored, Error> {
    let (quotas, types) = (call.tracks(conn).await?, call.session_types(conn).await?);
    Ok(fields::stored(call, (&quotas, &types), tracks, &at.edition.zone))
}

fn named(value: impl ToString, label: String, ui: &Ui) -> Choice {
    Choice { value: value.to_string(), label: Shown::plain(label, ui.lang) }
}

fn choice(track: &Track, ui: &Ui) -> Choice {
    Choice { value: track.slug.as_str().to_owned(), label: Shown::of(&track.name, ui.lang) }
}

fn acts(call: &Call, action: &str) -> Acts {
    let state = call.state(Moment::now());
    let act = |name: &str, possible: bool| possible.then(|| format!("{action}/{name}"));
    let live = state != CallState::Archived;
    Acts {
        list: act("list", state == CallState::Draft),
        unlist: act("unlist", live && call.listed_at.is_some()),
        close: act("close", state == CallState::Open),
        archive: act("archive", live),
    }
}

/// `GET /console/{edition}/calls/{id}` or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Programme>,
    target: web::Path<Target<Call>>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, &target, Said { news, ..Said::default() }).await
}

/// `POST /console/{edition}/calls/{id}` or `…/new`; its second button only asks for more rows.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    target: web::Path<Target<Call>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let typed = rows::compacted(&typed, fields::ROWS);
    if typed.ticked("more") {
        let typed = Some((typed.clone(), Form::filled(typed)));
        return draw(&app, &at, &target, Said { typed, ..Said::default() }).await;
    }
    match store(&app, &at, &target, &typed).await {
        Ok(call) => Ok(see_other(of_call(&at.edition, call.id, &format!("?done={}", target.done())))),
        Err(error) => {
            let error = match error {
                Error::Invalid(errors) => Error::Invalid(fields::at_inputs(&errors, &typed)),
                other => other,
            };
            let (form, status) = Form::after(typed.clone(), error, at.signed.asker.lang)?;
            let said = Said { typed: Some((typed, form)), status: Some(status), news: None };
            draw(&app, &at, &target, said).await
        }
    }
}

async fn store(
    app: &App,
    at: &At<Programme>,
    target: &Target<Call>,
    typed: &FormData,
) -> Result<Call, Error> {
    let verb = async |tx: &mut Tx| {
        let tracks: Vec<Track> = parts::list(tx, at.edition.id).await?;
        let new = fields::call(typed).parse(&at.edition.zone, &tracks)?;
        match target.id {
            Some(id) => calls::change(tx, &at.proof, id, new).await,
            None => calls::create(tx, &at.proof, new).await,
        }
    };
    app.db.transaction(verb).await
}
