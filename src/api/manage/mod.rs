//! What an attendee does with her own registration, shown to be hers by the secret of her manage link. Links are
//! secrets, so the secret stands in a header, never in a path.

mod acts;
mod address;
mod link;
mod offer;
mod pass;
mod sign_ups;

use std::collections::BTreeMap;

use actix_web::web::{self, Data};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

pub(super) use acts::*;
pub(super) use address::*;
use link::ByLink;
pub(super) use offer::*;
pub(super) use pass::*;
pub(super) use sign_ups::*;

use super::registrations::{ConsentBody, RegistrationBody};
use crate::{error::Error, http::App, registrations};

/// Her own registration.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnRegistration)]
pub(super) struct OwnBody {
    /// The edition's short name.
    edition: String,
    registration: RegistrationBody,
    /// What she answered, by the question's slug, as a change takes it.
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    answers: BTreeMap<String, Value>,
    /// What she agreed to.
    consents: Vec<ConsentBody>,
}

/// Shows the registration that the link is of.
#[utoipa::path(get, path = "/api/v1/manage", tag = "One's own registration",
    responses((status = 200, body = OwnBody)), security(("link" = [])))]
pub(super) async fn show_own(app: Data<App>, by: ByLink) -> Result<web::Json<OwnBody>, Error> {
    let edition = app.pages.edition(&app.db, by.proof.edition()).await?.slug.to_string();
    let mut conn = app.db.read().await?;
    let registration = registrations::own(&mut conn, &by.proof).await?.into();
    let answers = registrations::own_answers(&mut conn, &app.keys, &by.proof).await?.into_iter();
    let asked = answers.filter(|(question, _)| question.archived_at.is_none());
    let answers = asked.map(|(question, value)| (question.slug.to_string(), value)).collect();
    let consents = registrations::consents_of(&mut conn, &by.proof).await?.into_iter();
    let consents = consents.map(Into::into).collect();
    Ok(web::Json(OwnBody { edition, registration, answers, consents }))
}

/// Gives a copy of everything that is kept about her.
#[utoipa::path(get, path = "/api/v1/manage/copy", tag = "One's own registration",
    responses((status = 200, body = serde_json::Value)), security(("link" = [])))]
pub(super) async fn show_copy(app: Data<App>, by: ByLink) -> Result<web::Json<Value>, Error> {
    let edition = app.pages.edition(&app.db, by.proof.edition()).await?;
    let mut conn = app.db.read().await?;
    Ok(web::Json(registrations::copy_of_data(&mut conn, &app.keys, &by.proof, &edition).await?))
}
