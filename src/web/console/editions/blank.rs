//! An edition from nothing: the very first, or one unlike all before.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, SiteRoom, address},
    settings::fields,
    stored::Stored,
};
use crate::{
    editions::{self, NewEdition},
    error::Error,
    http::{App, AsAdmin, Form, SignedForm, Ui, page, page::see_other},
    values::Moment,
};

#[derive(Template)]
#[template(path = "console/editions/blank.html")]
struct BlankPage {
    ui: Ui,
    console: Console,
    form: Form,
    zone: String,
}

fn draw(admin: &AsAdmin, form: Form, status: StatusCode) -> Result<HttpResponse, Error> {
    let console = Console::of_site(&admin.signed, SiteRoom::Editions);
    page(status, &BlankPage { console, form, zone: String::new(), ui: admin.signed.ui() })
}

/// `GET /console/editions/blank`, with what most forums say filled in.
pub(in crate::web) async fn form(admin: AsAdmin) -> Result<HttpResponse, Error> {
    let usual = Stored::default().with("zone", "Asia/Hong_Kong").with("offer_hours", 24);
    let usual = usual.with("reminder_days", 2).with("thanks_days", 1).with("mail_kept_days", 365);
    draw(&admin, usual.form(), StatusCode::OK)
}

/// `POST /console/editions/blank`
pub(in crate::web) async fn make(
    app: web::Data<App>,
    admin: AsAdmin,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = NewEdition::try_from(&fields::edition(&typed))?;
        app.db.transaction(async |tx| editions::create(tx, &admin.proof, new, Moment::now()).await).await
    };
    match outcome.await {
        Ok(edition) => Ok(see_other(address(&edition, "/settings?done=made"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, admin.signed.asker.lang)?;
            draw(&admin, form, status)
        }
    }
}
