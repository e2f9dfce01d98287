//! The addresses that an edition's mail does not reach.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::row::Row;
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, bearer::With},
    mail::{Suppression, SuppressionReason},
    outbox::{self, Handler},
    values::Moment,
};

/// An address that mail does not reach.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Suppression)]
pub(super) struct SuppressionBody {
    /// Its id.
    id: Uuid,
    /// The address, in lower case.
    address: String,
    /// Why nothing is sent there.
    reason: SuppressionReason,
    /// What the last server said; may be blank.
    diagnostic: String,
    /// The mail that failed, while it is kept.
    mail_id: Option<Uuid>,
    /// Since when.
    since: Moment,
}

impl From<Suppression> for SuppressionBody {
    fn from(one: Suppression) -> Self {
        let Suppression { id, address, reason, diagnostic, mail_id, since } = one;
        Self { id: id.uuid(), address, reason, diagnostic, mail_id: mail_id.map(|id| id.uuid()), since }
    }
}

/// Lists the addresses that the edition's mail does not reach, the latest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/suppressions", tag = "Mail",
    responses((status = 200, body = Vec<SuppressionBody>)), security(("token" = ["communications:read"])))]
pub(super) async fn list_suppressions(
    app: Data<App>,
    at: With<Communications>,
) -> Result<web::Json<Vec<SuppressionBody>>, Error> {
    let who = Handler::Edition(&at.proof);
    let rows = outbox::suppressions(&mut *app.db.read().await?, who).await?;
    Ok(web::Json(rows.into_iter().map(Into::into).collect()))
}

/// Has mail sent to an address again; answers those that are left.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/suppressions/{id}/lift", tag = "Mail",
    responses((status = 200, body = Vec<SuppressionBody>)), security(("token" = ["communications:write"])))]
pub(super) async fn lift_suppression(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Suppression>,
) -> Result<web::Json<Vec<SuppressionBody>>, Error> {
    let who = Handler::Edition(&at.proof);
    let left = app.db.transaction(async |tx| {
        outbox::lift(tx, who, row.0, Moment::now()).await?;
        outbox::suppressions(tx, who).await
    });
    Ok(web::Json(left.await?.into_iter().map(Into::into).collect()))
}
