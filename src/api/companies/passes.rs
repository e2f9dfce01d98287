//! A company's passes: who has which, sending one, taking one back.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{location, member};
use crate::{
    api::{
        json::Json,
        lists::All,
        once::{Made, created, once},
        row::{Row, Under},
    },
    companies::Company,
    db::Tx,
    error::{Error, Reason},
    http::{App, bearer::WithOwn},
    registrations::{self, Invited, OwnPass, Pass, PassFields, PassState},
    submissions::Submission,
    values::{Email, Lang, Moment, PersonName},
};

/// A pass of a company's demo.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Pass)]
pub(in crate::api) struct PassBody {
    /// Its id.
    id: Uuid,
    /// Its number among those of the demo, from 1.
    number: i32,
    /// Where it stands.
    state: PassState,
    /// Who was asked to claim it, while her link is open.
    name: Option<String>,
    /// At which address.
    email: Option<String>,
    /// In which language.
    lang: Option<Lang>,
    /// When her link ends by itself.
    expires_at: Option<Moment>,
    /// What she calls herself who claimed it, and nothing else of her.
    claimed_by: Option<PersonName>,
}

impl From<OwnPass> for PassBody {
    fn from(OwnPass { pass, claimed_by }: OwnPass) -> Self {
        Self {
            id: pass.id.uuid(),
            number: pass.number,
            state: pass.state,
            name: pass.name.map(|name| name.as_str().to_owned()),
            email: pass.email.map(Email::into_string),
            lang: pass.lang,
            expires_at: pass.expires_at,
            claimed_by,
        }
    }
}

impl Made for PassBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Lists the passes of a demo, by number.
#[utoipa::path(get, path = "/api/v1/companies/{company}/applications/{submission}/passes", tag = "Passes",
    responses((status = 200, body = All<PassBody>)), security(("token" = ["own:read"])))]
pub(in crate::api) async fn list_passes(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    demo: Under<Submission>,
) -> Result<web::Json<All<PassBody>>, Error> {
    let mut conn = app.db.read().await?;
    let who = member(&mut conn, &own, company.0).await?;
    Ok(web::Json(All::of(registrations::passes_of(&mut conn, &who, demo.0).await?)))
}

/// Sends somebody a link to claim the first free pass.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications/{submission}/passes", tag = "Passes",
    responses((status = 201, body = PassBody)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn send_pass(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    demo: Under<Submission>,
    body: Json<PassFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        registrations::passes_of(tx, &who, demo.0).await?;
        let to: Invited = body.parsed()?;
        let pass = registrations::send_pass(tx, &who, demo.0, &to, Moment::now()).await?;
        Ok(OwnPass { pass, claimed_by: None }.into())
    };
    let find = async |tx: &mut Tx, id| {
        let who = member(tx, &own, company.0).await?;
        let all = registrations::passes_of(tx, &who, demo.0).await?.into_iter();
        all.map(PassBody::from).find(|one| one.id == id).ok_or(Error::NotFound)
    };
    let made: PassBody = once(&app.db, body.claim(&own.caller), make, find).await?;
    let of = format!("{}/applications/{}", location(company.0), demo.0);
    Ok(created(format!("{of}/passes/{}", made.id), &made))
}

/// How a pass was seen that is to be taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct SeenFields {
    /// `sent` or `claimed`. A claimed one costs its person her registration, and she is told.
    seen: Option<PassState>,
}

/// Takes a pass back, so that somebody else may have it.
#[utoipa::path(post, path = "/api/v1/companies/{company}/applications/{submission}/passes/{id}/take-back",
    tag = "Passes", responses((status = 204)), security(("token" = ["own:write"])))]
pub(in crate::api) async fn take_back_pass(
    app: Data<App>,
    own: WithOwn,
    company: Under<Company>,
    demo: Under<Submission>,
    row: Row<Pass>,
    body: Json<SeenFields>,
) -> Result<HttpResponse, Error> {
    let take_back = async |tx: &mut Tx| {
        let who = member(tx, &own, company.0).await?;
        let known = registrations::passes_of(tx, &who, demo.0).await?;
        known.iter().find(|one| one.pass.id == row.0).ok_or(Error::NotFound)?;
        let seen = body.value()?.seen.ok_or_else(|| Error::field("seen", Reason::new("required")))?;
        registrations::take_back_pass(tx, &who, (demo.0, row.0), seen, Moment::now()).await
    };
    app.db.transaction(take_back).await?;
    Ok(HttpResponse::NoContent().finish())
}
