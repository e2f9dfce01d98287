//! What attendees are asked to agree to: one text a kind, in three languages.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        stored::{Stored, texts},
    },
    tabs::Tab,
};
use crate::{
    accounts::proofs::Organiser,
    editions::{self, ConsentKind, ConsentText, ConsentTextFields},
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page, page::see_other},
    web::public::views::Link,
};

struct Row {
    href: String,
    kind: String,
    text: Option<Shown>,
    required: bool,
}

#[derive(Template)]
#[template(path = "console/settings/consents.html")]
struct ConsentsPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    news: Option<News>,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "console/settings/consent.html")]
struct ConsentPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    form: Form,
    action: String,
    heading: String,
    hint: String,
    optional: bool,
    may_be_required: bool,
}

/// `GET /console/{edition}/settings/consent-texts`
pub(in crate::web) async fn list(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    let asked = editions::current_consent_texts(&mut *app.db.read().await?, at.edition.id).await?;
    let ui = at.signed.ui();
    let row = |kind: &ConsentKind| {
        let text = asked.iter().find(|text| text.kind == *kind);
        Row {
            href: address(&at.edition, &format!("/settings/consent-texts/{kind}")),
            kind: ui.t(&format!("consent-{kind}")),
            text: text.map(|text| Shown::of(&text.body, ui.lang)),
            required: text.is_some_and(|text| text.required),
        }
    };
    let shown = ConsentsPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Settings),
        tabs: Tab::Consents.all(&at.edition, &ui),
        news: News::done(&at.signed),
        rows: ConsentKind::ALL.iter().map(row).collect(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn draw(
    at: &At<Organiser>,
    kind: ConsentKind,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let ui = at.signed.ui();
    let statement = kind == ConsentKind::Collection;
    let shown = ConsentPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Settings),
        tabs: Tab::Consents.all(&at.edition, &ui),
        form,
        action: address(&at.edition, &format!("/settings/consent-texts/{kind}")),
        heading: ui.t(&format!("consent-{kind}")),
        hint: ui.t(if statement { "consents-hint-statement" } else { "consents-hint-optional" }),
        optional: !statement,
        may_be_required: kind.may_be_required(),
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/settings/consent-texts/{kind}`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, ConsentKind)>,
) -> Result<HttpResponse, Error> {
    let asked = editions::current_consent_texts(&mut *app.db.read().await?, at.edition.id).await?;
    let stored = asked.iter().find(|text| text.kind == path.1).map(stored).unwrap_or_default();
    draw(&at, path.1, stored.form(), StatusCode::OK)
}

fn stored(text: &ConsentText) -> Stored {
    Stored::default().text("body", Some(&text.body)).ticked("required", text.required)
}

/// `POST /console/{edition}/settings/consent-texts/{kind}`
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, ConsentKind)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let fields = ConsentTextFields { body: texts(&typed, "body"), required: typed.ticked("required") };
        let new = fields.parse(path.1)?;
        app.db.transaction(async |tx| editions::set_consent_text(tx, &at.proof, new).await).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(address(&at.edition, "/settings/consent-texts?done=saved"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&at, path.1, form, status)
        }
    }
}
