//! What a company does about an application: hands it in, takes it back, answers, replies.

use actix_web::web::{self, Data};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{applications::read, member, wire::ApplicationBody};
use crate::{
    api::{
        json::Json,
        row::{Row, Under},
    },
    companies::{Company, CompanyId, Member},
    db::Tx,
    error::{Error, Reason},
    http::{App, bearer::WithOwn},
    submissions::{self, Submission, SubmissionId},
    values::{Moment, Prose},
};

/// Does it, and shows the application as it is then.
async fn act(
    app: &App,
    own: &WithOwn,
    (company, id): (CompanyId, SubmissionId),
    verb: impl AsyncFnOnce(&mut Tx, &Member) -> Result<(), Error>,
) -> Result<web::Json<ApplicationBody>, Error> {
    let act = async |tx: &mut Tx| {
        let who = member(tx, own, company).await?;
        submissions::own_one(tx, &who, id).await?;
        verb(tx, &who).await?;
        read(app, tx, &who, id).await
    };
    Ok(web::Json(app.db.transaction(act).await?))
}

/// Hands an application in; what it lacks is named field by field.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications/{id}/submit", tag = "Demo applications",
    responses((status = 200, body = ApplicationBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn submit_application(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
) -> Result<web::Json<ApplicationBody>, Error> {
    let verb = async |tx: &mut Tx, who: &Member| {
        submissions::submit(tx, &app.keys, who, row.0, Moment::now()).await.map(drop)
    };
    act(&app, &own, (company.0, row.0), verb).await
}

/// Takes an application back, for good.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications/{id}/withdraw", tag = "Demo applications",
    responses((status = 200, body = ApplicationBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn withdraw_application(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
) -> Result<web::Json<ApplicationBody>, Error> {
    let verb = async |tx: &mut Tx, who: &Member| {
        submissions::withdraw(tx, who, row.0, Moment::now()).await.map(drop)
    };
    act(&app, &own, (company.0, row.0), verb).await
}

/// What a company answers to an acceptance.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ComesFields {
    /// Whether it demonstrates.
    comes: Option<bool>,
}

/// Confirms the slot that the company was told of, or turns it down.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications/{id}/answer", tag = "Demo applications",
    responses((status = 200, body = ApplicationBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn answer_application(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
    body: Json<ComesFields>,
) -> Result<web::Json<ApplicationBody>, Error> {
    let verb = async |tx: &mut Tx, who: &Member| {
        let now = Moment::now();
        match body.value()?.comes {
            None => Err(Error::field("comes", Reason::new("required"))),
            Some(true) => submissions::confirm(tx, who, row.0, now).await.map(drop),
            Some(false) => submissions::turn_down(tx, who, row.0, now).await.map(drop),
        }
    };
    act(&app, &own, (company.0, row.0), verb).await
}

/// A company's one correction.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ReplyFields {
    /// What it says; at most 2000 characters.
    reply: String,
}

/// Replies, once, to staff who found that an application does not fit the call's rules.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications/{id}/reply", tag = "Demo applications",
    responses((status = 200, body = ApplicationBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn reply_to_check(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    row: Row<Submission>,
    body: Json<ReplyFields>,
) -> Result<web::Json<ApplicationBody>, Error> {
    let verb = async |tx: &mut Tx, who: &Member| {
        let text = Prose::parse(&body.value()?.reply).map_err(|reason| Error::field("reply", reason))?;
        submissions::reply(tx, who, row.0, &text, Moment::now()).await
    };
    act(&app, &own, (company.0, row.0), verb).await
}
