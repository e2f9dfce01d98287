//! Who signed up for a session with limited places.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    accounts::proofs::{Desk, Organiser},
    api::{lists::All, registrations::RegistrationBody, row::Row},
    error::Error,
    http::{App, bearer::With},
    programme::Session,
    registrations::{self, SignUpState, SignedUp},
    values::Moment,
};

/// Somebody who is signed up for a session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SignUp)]
pub(in crate::api) struct SignUpBody {
    /// Its id.
    id: Uuid,
    /// Where it stands.
    state: SignUpState,
    /// Its number in the order of arrival.
    arrival: i64,
    /// When it was made.
    created_at: Moment,
    /// Whose it is.
    registration: RegistrationBody,
}

impl From<SignedUp> for SignUpBody {
    fn from(SignedUp { sign_up, row }: SignedUp) -> Self {
        Self {
            id: sign_up.id.uuid(),
            state: sign_up.state,
            arrival: sign_up.arrival,
            created_at: sign_up.created_at,
            registration: row.into(),
        }
    }
}

/// Lists who is signed up for a session with limited places: those with a place, then those who wait.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/sessions/{id}/sign-ups", tag = "Sessions",
    responses((status = 200, body = All<SignUpBody>)), security(("token" = ["desk:read"])))]
pub(in crate::api) async fn list_sign_ups(
    app: Data<App>,
    at: With<Desk>,
    row: Row<Session>,
) -> Result<web::Json<All<SignUpBody>>, Error> {
    let all = registrations::signed_up(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(All::of(all)))
}

/// Ends every sign-up for a session and tells everybody, so that its limit or the session itself can go.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/sessions/{id}/sign-ups", tag = "Sessions",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn end_sign_ups(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Session>,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::end_sign_ups(tx, &at.proof, row.0, now).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
