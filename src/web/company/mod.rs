//! A company's own pages: what it says of itself, who acts for it, and what it applies for.

mod act;
pub(super) mod application;
mod edit;
mod list;
mod logo;
mod offer;
mod passes;
mod routes;
mod show;

pub(super) use routes::routes;

use actix_web::web;

use crate::{
    companies::{self, CompanyId, Member},
    error::Error,
    http::{App, Own},
    values::Lang,
};

/// Where a page of one company stands: language, company.
type At = web::Path<(Lang, CompanyId)>;

/// The proof that who is signed in acts for the company.
async fn member(app: &App, own: &Own, company: CompanyId) -> Result<Member, Error> {
    companies::member(&mut *app.db.read().await?, &own.proof, company).await
}

/// Where the list of one's companies stands.
fn home(lang: Lang) -> String {
    format!("/{lang}/account/companies")
}

/// Where a company's page stands.
fn place(lang: Lang, company: CompanyId) -> String {
    format!("{}/{company}", home(lang))
}

/// The same, saying what was done.
fn done(lang: Lang, company: CompanyId, what: &str) -> String {
    format!("{}?done={what}", place(lang, company))
}
