//! A call's page: what is looked for, until when, and the form that begins a submission.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        draft::Sheet,
        views::{Marked, Site},
    },
    At, Window, draft_name, opened, place, with_code,
};
use crate::{
    calls::CallKind,
    editions::Edition,
    error::Error,
    http::{App, Asker, Form, Shown, Ui, page},
    submissions::CallForm,
    values::{Lang, time},
};

#[derive(Template)]
#[template(path = "public/call/show.html")]
pub(super) struct CallPage {
    ui: Ui,
    site: Site,
    form: Form,
    edition: Shown,
    name: Shown,
    about: Option<Marked>,
    window: Window,
    opens: String,
    limit: Option<i32>,
    /// Where companies apply, if the call is for them.
    companies: Option<String>,
    sheet: Sheet,
    /// Where the form is sent; its query keeps the code.
    action: String,
    /// The form of those who began already.
    again: Form,
    send_again: String,
    draft: String,
}

impl CallPage {
    pub(super) fn of(edition: &Edition, call_form: &CallForm, form: Form, lang: Lang, code: &str) -> Self {
        let call = &call_form.call;
        let base = place(edition, lang, call);
        let action = with_code(base.clone(), code);
        let ui = Ui::anonymous(lang, action.as_str());
        Self {
            site: Site::of(edition, &ui, ""),
            edition: Shown::of(&edition.name, lang),
            name: Shown::of(&call.name, lang),
            about: Marked::of(call.description.as_ref(), lang, 2),
            window: Window::of(call, edition, lang),
            opens: time::moment_with_zone(lang, call.opens_at, &edition.zone),
            limit: call.limit_per_applicant,
            companies: (call.kind == CallKind::Demo).then(|| format!("/{lang}/account/companies")),
            sheet: Sheet::of(call_form, &ui),
            send_again: with_code(format!("{base}/send-again"), code),
            again: Form::default(),
            draft: draft_name(edition, call),
            action,
            form,
            ui,
        }
    }

    /// The same with the other form refused.
    pub(super) fn with_again(mut self, again: Form) -> Self {
        self.again = again;
        self
    }
}

/// `GET /{lang}/{edition}/calls/{slug}`; `code` in the query opens a call that asks for one, `email` fills its field.
pub(in crate::web) async fn show(app: web::Data<App>, asker: Asker, at: At) -> Result<HttpResponse, Error> {
    let typed = asker.query()?;
    let code = typed.one("code").to_owned();
    let (edition, call_form) = opened(&app, &at, &code).await?;
    let form = Form::filled(typed);
    page(StatusCode::OK, &CallPage::of(&edition, &call_form, form, at.0, &code))
}
