//! What a company says of itself: the form, and saving it.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{At, done, member, place};
use crate::{
    companies::{self, Company, CompanyFields, CompanySize, NewCompany, Region, Stage},
    error::Error,
    http::{App, Form, FormData, Own, Shown, SignedForm, Ui, page, page::see_other},
    submissions::demo,
    web::{
        console::stored::{Stored, texts},
        public::views::Choice,
    },
};

/// What the form of a company offers.
pub(super) struct Sheet {
    pub(super) regions: Vec<Choice>,
    pub(super) stages: Vec<Choice>,
    pub(super) sizes: Vec<Choice>,
}

impl Sheet {
    pub(super) fn of(ui: &Ui) -> Self {
        let choice = |value: &'static str, key: String| Choice {
            value: value.to_owned(),
            label: Shown::plain(ui.t(&key), ui.lang),
        };
        let region = |one: &Region| choice(one.as_str(), format!("company-region-{one}"));
        let stage = |one: &Stage| choice(one.as_str(), format!("company-stage-{one}"));
        let size = |one: &CompanySize| choice(one.as_str(), format!("company-size-{one}"));
        Self {
            regions: Region::ALL.iter().map(region).collect(),
            stages: Stage::ALL.iter().map(stage).collect(),
            sizes: CompanySize::ALL.iter().map(size).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "company/edit.html")]
struct EditPage {
    ui: Ui,
    form: Form,
    sheet: Sheet,
    home: String,
}

/// What was typed.
pub(super) fn fields(typed: &FormData) -> CompanyFields {
    let one = |name: &str| typed.one(name).to_owned();
    CompanyFields {
        name: texts(typed, "name"),
        one_liner: texts(typed, "one_liner"),
        city: one("city"),
        region: one("region"),
        stage: one("stage"),
        size: one("size"),
        website: one("website"),
        version: typed.one("version").parse().ok(),
    }
}

fn stored(company: &Company) -> Form {
    Stored::default()
        .with("version", company.version)
        .text("name", Some(&company.name))
        .text("one_liner", company.one_liner.as_ref())
        .with("city", company.city.as_str())
        .with("region", company.region)
        .maybe("stage", company.stage)
        .maybe("size", company.size)
        .maybe("website", company.website.as_ref().map(|url| url.as_str()))
        .form()
}

fn draw(own: &Own, home: String, form: Form, status: StatusCode) -> Result<HttpResponse, Error> {
    let ui = own.signed.ui();
    page(status, &EditPage { sheet: Sheet::of(&ui), form, home, ui })
}

/// `GET /{lang}/account/companies/{company}/edit`
pub(in crate::web) async fn form(app: web::Data<App>, own: Own, at: At) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let company = companies::of_member(&mut *app.db.read().await?, &who).await?;
    draw(&own, place(at.0, at.1), stored(&company), StatusCode::OK)
}

/// `POST /{lang}/account/companies/{company}/edit`
pub(in crate::web) async fn change(
    app: web::Data<App>,
    own: Own,
    at: At,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let outcome = async {
        let new = NewCompany::try_from(&fields(&typed))?;
        app.db
            .transaction(async |tx| {
                companies::change(tx, &who, &new).await?;
                demo::refresh(tx, who.company()).await
            })
            .await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(done(at.0, at.1, "changed"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&own, place(at.0, at.1), form, status)
        }
    }
}
