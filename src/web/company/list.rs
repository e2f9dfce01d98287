//! One's companies, and making one.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    done,
    edit::{Sheet, fields},
    home, place,
};
use crate::{
    companies::{self, Company, NewCompany},
    error::Error,
    http::{App, Form, Own, Shown, SignedForm, Ui, page, page::see_other},
    values::Lang,
};

/// A company in the list.
struct Row {
    href: String,
    name: Shown,
    about: Option<Shown>,
}

#[derive(Template)]
#[template(path = "company/list.html")]
struct ListPage {
    ui: Ui,
    rows: Vec<Row>,
    new: String,
}

#[derive(Template)]
#[template(path = "company/new.html")]
struct NewPage {
    ui: Ui,
    form: Form,
    sheet: Sheet,
    home: String,
    action: String,
}

/// `GET /{lang}/account/companies`
pub(in crate::web) async fn list(
    app: web::Data<App>,
    own: Own,
    lang: web::Path<Lang>,
) -> Result<HttpResponse, Error> {
    let companies = companies::mine(&mut *app.db.read().await?, &own.proof).await?;
    let row = |company: &Company| Row {
        href: place(*lang, company.id),
        name: Shown::of(&company.name, *lang),
        about: Shown::maybe(company.one_liner.as_ref(), *lang),
    };
    let rows = companies.iter().map(row).collect();
    let ui = own.signed.ui();
    page(StatusCode::OK, &ListPage { rows, new: format!("{}/new", home(*lang)), ui })
}

/// `GET /{lang}/account/companies/new`
pub(in crate::web) async fn new(own: Own, lang: web::Path<Lang>) -> Result<HttpResponse, Error> {
    draw(&own, *lang, Form::default(), StatusCode::OK)
}

/// `POST /{lang}/account/companies/new`
pub(in crate::web) async fn found(
    app: web::Data<App>,
    own: Own,
    lang: web::Path<Lang>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = NewCompany::try_from(&fields(&typed))?;
        app.db.transaction(async |tx| companies::found(tx, &own.proof, &new).await).await
    };
    match outcome.await {
        Ok(company) => Ok(see_other(done(*lang, company.id, "founded"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, *lang)?;
            draw(&own, *lang, form, status)
        }
    }
}

fn draw(own: &Own, lang: Lang, form: Form, status: StatusCode) -> Result<HttpResponse, Error> {
    let (ui, home) = (own.signed.ui(), home(lang));
    let shown = NewPage { sheet: Sheet::of(&ui), action: format!("{home}/new"), form, home, ui };
    page(status, &shown)
}
