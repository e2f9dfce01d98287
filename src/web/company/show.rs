//! A company's page: what it says of itself, and who acts for it.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    At,
    application::{Card, OpenCall},
    home, member, place,
};
use crate::{
    companies::{self, Member},
    error::Error,
    http::{App, Form, Own, Shown, Ui, page},
    web::{demo::whereabouts, done::done},
};

/// Somebody who acts for it.
struct Colleague {
    name: String,
    email: String,
    /// Whether it is the reader.
    is_me: bool,
}

/// Somebody who was asked and has not answered.
struct Asked {
    email: String,
    withdraw: String,
}

#[derive(Template)]
#[template(path = "company/show.html")]
struct CompanyPage {
    ui: Ui,
    done: Option<String>,
    name: Shown,
    names: Vec<Shown>,
    about: Vec<Shown>,
    place: String,
    stage: Option<String>,
    size: Option<String>,
    website: Option<String>,
    logo_at: Option<String>,
    logo: Form,
    people: Vec<Colleague>,
    asked: Vec<Asked>,
    invite: Form,
    cards: Vec<Card>,
    calls: Vec<OpenCall>,
    home: String,
    base: String,
}

/// Forms that were refused, to be shown again as they were typed.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) invite: Option<Form>,
    pub(super) logo: Option<Form>,
}

/// `GET /{lang}/account/companies/{company}`; `done` in the query names what the last act did.
pub(in crate::web) async fn show(app: web::Data<App>, own: Own, at: At) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    draw(&app, &own, &who, Refused::default(), StatusCode::OK).await
}

/// The page with what is stored, or with what was refused in its place.
pub(super) async fn draw(
    app: &App,
    own: &Own,
    who: &Member,
    refused: Refused,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (own.signed.ui(), app.db.read().await?);
    let company = companies::of_member(&mut conn, who).await?;
    let people = companies::members(&mut conn, who).await?;
    let asked = companies::open_invitations(&mut conn, who).await?;
    let logo = companies::logo(&mut conn, company.id).await?;
    drop(conn);
    let base = place(ui.lang, company.id);
    let (cards, calls) = (Card::all(app, who, &ui).await?, OpenCall::all(app, who, &ui).await?);
    let shown = CompanyPage {
        done: done(&own.signed.asker.path, DONE).map(|key| ui.t(key)),
        name: Shown::of(&company.name, ui.lang),
        names: Shown::every(Some(&company.name)),
        about: Shown::every(company.one_liner.as_ref()),
        place: whereabouts(company.city.as_str(), company.region, &ui),
        stage: company.stage.map(|stage| ui.t(&format!("company-stage-{stage}"))),
        size: company.size.map(|size| ui.t(&format!("company-size-{size}"))),
        website: company.website.as_ref().map(|url| url.as_str().to_owned()),
        logo_at: logo.map(|logo| format!("{base}/logo/{}", logo.id)),
        logo: refused.logo.unwrap_or_default(),
        people: people
            .into_iter()
            .map(|one| Colleague {
                is_me: one.account.id == who.account(),
                email: one.account.email.as_str().to_owned(),
                name: one.account.name,
            })
            .collect(),
        asked: asked
            .iter()
            .map(|one| Asked {
                email: one.email.as_str().to_owned(),
                withdraw: format!("{base}/invitations/{}/withdraw", one.id),
            })
            .collect(),
        invite: refused.invite.unwrap_or_default(),
        cards,
        calls,
        home: home(ui.lang),
        base,
        ui,
    };
    page(status, &shown)
}

/// What may have been done before the page is shown.
const DONE: &[&str] = &[
    "company-done-founded",
    "company-done-changed",
    "company-done-logo",
    "company-done-logo-removed",
    "company-done-invited",
    "company-done-withdrawn",
    "company-done-joined",
];
