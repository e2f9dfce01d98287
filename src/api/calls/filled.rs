//! How far the tracks of a call are filled.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    accounts::proofs::Programme,
    api::{lists::All, row::Row},
    calls::Call,
    error::Error,
    http::{App, bearer::With},
    submissions::{self, Filled},
};

/// A track of a call, and what was decided in it so far.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FilledTrack)]
pub(in crate::api) struct FilledBody {
    /// The track's id.
    track: Uuid,
    /// How many are meant to be accepted in it; null for as many as are good.
    quota: Option<i32>,
    /// How many are accepted and were not given up.
    accepted: usize,
    /// How many of these are confirmed.
    confirmed: usize,
    /// How many are on standby.
    standby: usize,
}

impl From<Filled> for FilledBody {
    fn from(Filled { track, quota, accepted, confirmed, standby }: Filled) -> Self {
        Self { track: track.uuid(), quota, accepted, confirmed, standby }
    }
}

/// Lists the tracks of a call with their quotas, and how far each is filled.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{id}/tracks", tag = "Calls",
    responses((status = 200, body = All<FilledBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_filled_tracks(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
) -> Result<web::Json<All<FilledBody>>, Error> {
    let filled = submissions::filled(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(All::of(filled)))
}
