//! The codes that let their holders submit.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use serde::Deserialize;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName},
        news::News,
    },
    tabs::{Tab, Tabs, of_call},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, CallCode, CodeFields, Visibility},
    error::Error,
    http::{App, At, Form, SignedForm, Ui, page, page::see_other},
    values::{Id, Moment},
};

/// Which call, and which code of it.
#[derive(Deserialize)]
pub(in crate::web) struct Where {
    call: Id<Call>,
    id: Option<Id<CallCode>>,
}

struct Row {
    code: String,
    note: String,
    used: String,
    expires: Option<String>,
    /// Where it is taken back, while it can be.
    revoke: Option<String>,
}

#[derive(Template)]
#[template(path = "console/calls/codes.html")]
struct CodesPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    form: Form,
    action: String,
    zone: String,
    /// Whether the call asks for one at all.
    asked: bool,
    rows: Vec<Row>,
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    call: Id<Call>,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, call).await?;
    let codes = calls::codes(&mut conn, &at.proof, call.id).await?;
    let (ui, action) = (at.signed.ui(), of_call(&at.edition, call.id, "/codes"));
    let clock = Clock::of(&at.edition, ui.lang);
    let row = |code: &CallCode| Row {
        code: code.code.clone(),
        note: code.note.as_ref().map(ToString::to_string).unwrap_or_default(),
        used: match code.max_uses {
            Some(most) => ui.t2("codes-used-of", "uses", code.uses, "most", most),
            None => ui.t1("codes-used", "uses", code.uses),
        },
        expires: clock.maybe(code.expires_at),
        revoke: code.revoked_at.is_none().then(|| format!("{action}/{}/revoke", code.id)),
    };
    let shown = CodesPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Codes, &call, &at.edition, &ui),
        news: News::done(&at.signed),
        rows: codes.iter().map(row).collect(),
        asked: call.visibility == Visibility::Code,
        zone: clock.zone(),
        form,
        action,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/calls/{call}/codes`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.call, Form::default(), StatusCode::OK).await
}

/// `POST /console/{edition}/calls/{call}/codes`
pub(in crate::web) async fn issue(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let one = |name: &str| typed.one(name).to_owned();
        let raw = CodeFields {
            note: one("note"),
            max_uses: typed.one("max_uses").into(),
            expires_at: one("expires_at"),
        };
        let new = raw.parse(&at.edition.zone)?;
        app.db.transaction(async |tx| calls::issue_code(tx, &at.proof, path.call, new).await).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(of_call(&at.edition, path.call, "/codes?done=code"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, form, status).await
        }
    }
}

/// `POST /console/{edition}/calls/{call}/codes/{id}/revoke`
pub(in crate::web) async fn revoke(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.id.ok_or(Error::NotFound)?, Moment::now());
    app.db.transaction(async |tx| calls::revoke_code(tx, &at.proof, path.call, id, now).await).await?;
    Ok(see_other(of_call(&at.edition, path.call, "/codes?done=revoked")))
}
