//! The calls of an edition, and the way to one that asks for a code.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        reader::Reader,
        views::{Site, address},
    },
    Window, place, with_code,
};
use crate::{
    calls,
    error::{Error, Reason},
    http::{App, Asker, Form, Shown, Ui, page, page::see_other},
    overview::PublicSnapshot,
    values::{Lang, Moment},
};

/// A call in a list.
pub(in crate::web::public) struct Listed {
    pub(in crate::web::public) name: Shown,
    pub(in crate::web::public) href: String,
    pub(in crate::web::public) window: Window,
}

impl Listed {
    /// Those that everybody may see, in the organiser's order.
    pub(in crate::web::public) fn all(snapshot: &PublicSnapshot, lang: Lang) -> Vec<Self> {
        let edition = snapshot.edition();
        let listed = snapshot.calls.iter().map(|call| Self {
            name: Shown::of(&call.name, lang),
            href: place(edition, lang, call),
            window: Window::of(call, edition, lang),
        });
        listed.collect()
    }
}

#[derive(Template)]
#[template(path = "public/call/list.html")]
struct CallsPage {
    ui: Ui,
    site: Site,
    form: Form,
    action: String,
    calls: Vec<Listed>,
}

/// `GET /{lang}/{edition}/calls`; a `code` in the query leads to its call.
pub(in crate::web) async fn list(
    app: web::Data<App>,
    asker: Asker,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (edition, typed) = (snapshot.edition(), asker.query()?);
    let code = typed.one("code").to_owned();
    let (mut form, mut status) = (Form::filled(typed.clone()), StatusCode::OK);
    if !code.is_empty() {
        let mut conn = app.db.read().await?;
        match calls::public_call_by_code(&mut conn, edition.id, &code, Moment::now()).await {
            Ok(call) => return Ok(see_other(with_code(place(edition, lang, &call), &code))),
            Err(Error::NotFound) => {
                let wrong = Error::field("code", Reason::new("call_code_wrong"));
                (form, status) = Form::after(typed, wrong, lang)?;
            }
            Err(other) => return Err(other),
        }
    }
    let action = address(edition, lang, "/calls");
    let ui = Ui::anonymous(lang, action.as_str());
    let calls = Listed::all(&snapshot, lang);
    page(status, &CallsPage { site: Site::around(&snapshot, &ui, &action), calls, form, action, ui })
}
