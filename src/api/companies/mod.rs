//! The companies that a token's maker acts for: what they say of themselves, who acts for them, and what they hand in. Such a token
//! has the scope `own:read` or `own:write`; a company that is not its maker's is not there.

mod acts;
mod applications;
mod files;
mod logo;
mod members;
mod passes;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;

use super::{
    json::Json,
    lists::All,
    once::{created, once},
    row::{Parent, Row},
};
use crate::{
    companies::{self, Company, CompanyFields, CompanyId, Member, NewCompany},
    db::Tx,
    error::Error,
    http::{App, bearer::WithOwn},
    values::Id,
};

pub(super) use acts::*;
pub(super) use applications::*;
pub(super) use files::*;
pub(super) use logo::*;
pub(super) use members::*;
pub(super) use passes::*;
pub(super) use wire::{CompanyBody, EligibilityBody};

impl Parent for Company {
    const NAME: &'static str = "company";
}

/// The proof that the token's maker acts for the company.
async fn member(conn: &mut AsyncPgConnection, own: &WithOwn, company: CompanyId) -> Result<Member, Error> {
    companies::member(conn, &own.proof, company).await
}

/// The address of a company in the API.
fn location(company: impl std::fmt::Display) -> String {
    format!("/api/v1/companies/{company}")
}

/// Lists the companies that the token's maker acts for, the newest first.
#[utoipa::path(get, path = "/api/v1/companies", tag = "Companies",
    responses((status = 200, body = All<CompanyBody>)), security(("token" = ["own:read"])))]
pub(super) async fn list_companies(
    app: Data<App>,
    own: WithOwn,
) -> Result<web::Json<All<CompanyBody>>, Error> {
    let hers = companies::mine(&mut *app.db.read().await?, &own.proof).await?;
    Ok(web::Json(All::of(hers)))
}

/// Makes a company, with the token's maker as its first member.
#[utoipa::path(post, path = "/api/v1/companies", tag = "Companies",
    responses((status = 201, body = CompanyBody)), security(("token" = ["own:write"])))]
pub(super) async fn create_company(
    app: Data<App>,
    own: WithOwn,
    body: Json<CompanyFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let new: NewCompany = body.parsed()?;
        Ok(companies::found(tx, &own.proof, &new).await?.into())
    };
    let find = async |tx: &mut Tx, id| {
        let who = member(tx, &own, Id::from(id)).await?;
        Ok(companies::of_member(tx, &who).await?.into())
    };
    let made: CompanyBody = once(&app.db, body.claim(&own.caller), make, find).await?;
    Ok(created(location(made.id), &made))
}

/// Shows a company.
#[utoipa::path(get, path = "/api/v1/companies/{id}", tag = "Companies",
    responses((status = 200, body = CompanyBody)), security(("token" = ["own:read"])))]
pub(super) async fn show_company(
    app: Data<App>,
    own: WithOwn,
    row: Row<Company>,
) -> Result<web::Json<CompanyBody>, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, row.0).await?;
    Ok(web::Json(companies::of_member(&mut conn, &who).await?.into()))
}

/// Changes what a company says of itself.
#[utoipa::path(put, path = "/api/v1/companies/{id}", tag = "Companies",
    responses((status = 200, body = CompanyBody)), security(("token" = ["own:write"])))]
pub(super) async fn change_company(
    app: Data<App>,
    own: WithOwn,
    row: Row<Company>,
    body: Json<CompanyFields>,
) -> Result<web::Json<CompanyBody>, Error> {
    let change = async |tx: &mut Tx| {
        let who = member(tx, &own, row.0).await?;
        let new: NewCompany = body.parsed()?;
        companies::change(tx, &who, &new).await
    };
    Ok(web::Json(app.db.transaction(change).await?.into()))
}
