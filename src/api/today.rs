//! What needs doing in an edition.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;

use super::lists::All;
use crate::{
    accounts::proofs::Observer,
    error::Error,
    http::{App, bearer::With},
    overview::{self, Doing, ToDo},
    values::Moment,
};

/// Something that waits for a person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ToDo)]
pub(super) struct ToDoBody {
    /// What.
    doing: Doing,
    /// How many of it; never 0.
    count: i64,
}

impl From<ToDo> for ToDoBody {
    fn from(ToDo { doing, count }: ToDo) -> Self {
        Self { doing, count }
    }
}

/// Lists what needs doing, the most pressing first; no personal data in it.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/today", tag = "Editions",
    responses((status = 200, body = All<ToDoBody>)), security(("token" = ["observer:read"])))]
pub(super) async fn show_today(
    app: Data<App>,
    at: With<Observer>,
) -> Result<web::Json<All<ToDoBody>>, Error> {
    let mut conn = app.db.read().await?;
    let today = overview::today(&mut conn, &at.proof, &at.edition, Moment::now()).await?;
    Ok(web::Json(All::of(today.to_do)))
}
