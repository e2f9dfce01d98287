//! Signing up for sessions with limited places.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::ByLink;
use crate::{
    api::{lists::All, row::Row},
    db::Tx,
    error::Error,
    http::App,
    programme::Session,
    registrations::{self, OwnSignUp, SignUpState},
    values::Moment,
};

/// One of her sign-ups.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnSignUp)]
pub(in crate::api) struct OwnSignUpBody {
    /// The id of the session.
    session: Uuid,
    /// Where it stands.
    state: SignUpState,
    /// How many wait before her; 0 when she waits no more.
    ahead: i64,
    /// When it was made.
    created_at: Moment,
}

impl From<OwnSignUp> for OwnSignUpBody {
    fn from(OwnSignUp { row, ahead }: OwnSignUp) -> Self {
        Self { session: row.session.uuid(), state: row.state, ahead, created_at: row.created_at }
    }
}

/// Lists the sessions with limited places that she is signed up for.
#[utoipa::path(get, path = "/api/v1/manage/sign-ups", tag = "One's own registration",
    responses((status = 200, body = All<OwnSignUpBody>)), security(("link" = [])))]
pub(in crate::api) async fn list_own_sign_ups(
    app: Data<App>,
    by: ByLink,
) -> Result<web::Json<All<OwnSignUpBody>>, Error> {
    let hers = registrations::sign_ups_of(&mut *app.db.read().await?, &by.proof).await?;
    Ok(web::Json(All::of(hers)))
}

/// Signs up for a session, named by its id: she has a place, or waits in line. Asking twice is asking once.
#[utoipa::path(put, path = "/api/v1/manage/sign-ups/{id}", tag = "One's own registration",
    responses((status = 200, body = OwnSignUpBody)), security(("link" = [])))]
pub(in crate::api) async fn sign_up(
    app: Data<App>,
    by: ByLink,
    row: Row<Session>,
) -> Result<web::Json<OwnSignUpBody>, Error> {
    let now = Moment::now();
    let verb = async |tx: &mut Tx| {
        let made = registrations::sign_up(tx, &by.proof, row.0, now).await?;
        let hers = registrations::sign_ups_of(tx, &by.proof).await?;
        hers.into_iter().find(|one| one.row.id == made.id).ok_or(Error::NotFound)
    };
    Ok(web::Json(app.db.transaction(verb).await?.into()))
}

/// Gives her place in a session back, or leaves the line.
#[utoipa::path(delete, path = "/api/v1/manage/sign-ups/{id}", tag = "One's own registration",
    responses((status = 204)), security(("link" = [])))]
pub(in crate::api) async fn give_back(
    app: Data<App>,
    by: ByLink,
    row: Row<Session>,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::give_back(tx, &by.proof, row.0, now).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
