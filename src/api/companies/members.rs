//! Who acts for a company: colleagues, those who were asked, leaving.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{
    location, member,
    wire::{ColleagueFields, InvitationBody, MemberBody},
};
use crate::{
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        row::{Row, Under},
    },
    companies::{self, Colleague, Company, CompanyInvitation},
    db::Tx,
    error::Error,
    http::{App, bearer::WithOwn},
    submissions,
};

/// Lists everybody who acts for a company, the first first.
#[utoipa::path(get, path = "/api/v1/companies/{company}/members", tag = "Companies",
    responses((status = 200, body = All<MemberBody>)), security(("token" = ["own:read"])))]
pub(in crate::api) async fn list_company_members(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
) -> Result<web::Json<All<MemberBody>>, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, company.0).await?;
    Ok(web::Json(All::of(companies::members(&mut conn, &who).await?)))
}

/// Lists the invitations that nobody has answered, the newest first.
#[utoipa::path(get, path = "/api/v1/companies/{company}/invitations", tag = "Companies",
    responses((status = 200, body = All<InvitationBody>)), security(("token" = ["own:read"])))]
pub(in crate::api) async fn list_company_invitations(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
) -> Result<web::Json<All<InvitationBody>>, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, company.0).await?;
    Ok(web::Json(All::of(companies::open_invitations(&mut conn, &who).await?)))
}

/// Asks somebody by mail to act for a company too.
#[utoipa::path(post, path = "/api/v1/companies/{company}/invitations", tag = "Companies",
    responses((status = 201, body = InvitationBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn invite_colleague(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    body: Json<ColleagueFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        let new: Colleague = body.parsed()?;
        Ok(companies::invite(tx, &who, &new).await?.into())
    };
    let find = async |tx: &mut Tx, id| {
        let who = member(tx, &own, company.0).await?;
        let open = companies::open_invitations(tx, &who).await?.into_iter();
        open.map(InvitationBody::from).find(|one| one.id == id).ok_or(Error::NotFound)
    };
    let made: InvitationBody = once(&app.db, body.claim(&own.caller), make, find).await?;
    Ok(created(format!("{}/invitations/{}", location(company.0), made.id), &made))
}

/// Takes an invitation back.
#[utoipa::path(delete, path = "/api/v1/companies/{company}/invitations/{id}", tag = "Companies",
    responses((status = 204)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn withdraw_company_invitation(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<CompanyInvitation>,
) -> Result<HttpResponse, Error> {
    let withdraw = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        companies::withdraw(tx, &who, row.0).await
    };
    app.db.transaction(withdraw).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Has the token's maker act for a company no longer; what she is the contact of goes to a colleague.
#[utoipa::path(post, path = "/api/v1/companies/{id}/leave", tag = "Companies",
    responses((status = 204)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn leave_company(
    app: Data<App>,
    own: WithOwn,
    row: Row<Company>,
) -> Result<HttpResponse, Error> {
    let leave = async |tx: &mut Tx| {
        let who = member(tx, &own, row.0).await?;
        submissions::hand_over(tx, &who).await?;
        companies::leave(tx, &who).await
    };
    app.db.transaction(leave).await?;
    Ok(HttpResponse::NoContent().finish())
}
