//! Releasing the draft: what it would change and for whom, its name, and the releases there were.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName, address},
        news::News,
        stored::{Stored, texts},
    },
    tabs::Tab,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    editions::parts,
    error::Error,
    http::{App, At, Form, FormData, SignedForm, Ui, page, page::see_other},
    programme::{self, NewRelease, Release, ReleaseFields, diff::affected},
    web::public::{changes::ChangeRow, views, views::Link},
};

/// An earlier release.
struct Row {
    href: String,
    name: String,
    when: String,
}

#[derive(Template)]
#[template(path = "console/programme/releases.html")]
struct ReleasesPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    tabs: Vec<Link>,
    action: String,
    home: String,
    form: Form,
    changes: Vec<ChangeRow>,
    /// How many people have a slot that it changes.
    told: usize,
    /// How many clashes stand against it.
    blocking: usize,
    rows: Vec<Row>,
    zone: String,
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    typed: Option<(Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/programme"));
    let rooms = parts::list(&mut conn, at.edition.id).await?;
    let pending = programme::pending(&mut conn, &at.proof).await?;
    let checked = programme::check(&mut conn, &at.proof).await?;
    let releases = programme::releases(&mut conn, at.edition.id).await?;
    let clock = Clock::of(&at.edition, ui.lang);
    let next = releases.first().map_or(1, |release| release.number + 1);
    let fresh = || (Stored::default().with("name", format!("v{next}")).form(), StatusCode::OK);
    let (form, status) = typed.unwrap_or_else(fresh);
    let row = |release: &Release| Row {
        href: format!("{}#release-{}", views::address(&at.edition, ui.lang, "/changes"), release.number),
        name: release.name.clone(),
        when: clock.tell(release.released_at),
    };
    let shown = ReleasesPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news: News::done(&at.signed),
        tabs: Tab::Releases.all(&at.edition, &ui),
        action: format!("{home}/releases"),
        changes: ChangeRow::all(&pending, &at.edition, &rooms, ui.lang),
        told: affected(&pending).len(),
        blocking: checked.iter().filter(|checked| checked.blocks()).count(),
        rows: releases.iter().map(row).collect(),
        zone: clock.zone(),
        form,
        home,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/programme/releases`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    draw(&app, &at, None).await
}

/// `POST /console/{edition}/programme/releases`
pub(in crate::web) async fn release(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    match store(&app, &at, &typed).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/programme/releases?done=released"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, Some((form, status))).await
        }
    }
}

async fn store(app: &App, at: &At<Programme>, typed: &FormData) -> Result<(), Error> {
    let fields = ReleaseFields { name: typed.one("name").to_owned(), note: texts(typed, "note") };
    let new = NewRelease::try_from(&fields)?;
    let verb = async |tx: &mut Tx| programme::release(tx, &at.proof, new).await.map(drop);
    app.db.transaction(verb).await
}
