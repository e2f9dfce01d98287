//! How many passes a call gives, and how far companies have handed them out, for staff.

use actix_web::web::{self, Data};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    json::Json,
    row::{Row, Under},
};
use crate::{
    accounts::proofs::Programme,
    calls::{Call, CallId},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    registrations::{self, PassBlock, PassRuleFields, PassesFields, types},
    submissions::{self, Submission},
    values::Localised,
};

/// One company's passes, counted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyPasses)]
pub(super) struct BlockBody {
    /// The id of its demo.
    submission: Uuid,
    /// The company's id.
    company: Uuid,
    /// What it is called.
    company_name: Localised,
    /// The number that staff gave it in the place of the call's.
    own_places: Option<i32>,
    /// How many it shall have.
    places: i32,
    /// How many it has that nobody was asked to claim.
    free: i64,
    /// How many links are out.
    sent: i64,
    /// How many were claimed.
    claimed: i64,
}

impl From<PassBlock> for BlockBody {
    fn from(block: PassBlock) -> Self {
        Self {
            submission: block.submission.uuid(),
            company: block.company.uuid(),
            company_name: block.company_name,
            own_places: block.own_places,
            places: block.places,
            free: block.free,
            sent: block.sent,
            claimed: block.claimed,
        }
    }
}

/// The passes of a call.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallPasses)]
pub(super) struct PassesBody {
    /// The id of the registration type by which passes are claimed; null while the call gives none.
    #[serde(rename = "type")]
    type_id: Option<Uuid>,
    /// How many each company gets that confirmed its demo.
    places: i32,
    /// The companies that did, or that still have passes.
    companies: Vec<BlockBody>,
}

async fn read(conn: &mut AsyncPgConnection, who: &Programme, call: CallId) -> Result<PassesBody, Error> {
    let rule = registrations::pass_rule(conn, who, call).await?;
    let blocks = registrations::pass_blocks(conn, who, call).await?;
    Ok(PassesBody {
        type_id: rule.map(|rule| rule.type_id.uuid()),
        places: rule.map(|rule| rule.places).unwrap_or_default(),
        companies: blocks.into_iter().map(BlockBody::from).collect(),
    })
}

/// Shows what a call gives, and how far each company has handed it out.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/passes", tag = "Passes",
    responses((status = 200, body = PassesBody)), security(("token" = ["programme:read"])))]
pub(super) async fn show_passes(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<PassesBody>, Error> {
    Ok(web::Json(read(&mut *app.db.read().await?, &at.proof, call.0).await?))
}

/// Sets what a call for demos gives; passes follow within a minute, as places are free.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/calls/{call}/passes", tag = "Passes",
    responses((status = 200, body = PassesBody)), security(("token" = ["programme:write"])))]
pub(super) async fn set_passes(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<PassRuleFields>,
) -> Result<web::Json<PassesBody>, Error> {
    let set = async |tx: &mut Tx| {
        registrations::pass_rule(tx, &at.proof, call.0).await?;
        let rule = body.value()?.parse(&types::forum_types(tx, at.edition.id).await?)?;
        registrations::set_pass_rule(tx, &at.proof, call.0, rule).await?;
        read(tx, &at.proof, call.0).await
    };
    Ok(web::Json(app.db.transaction(set).await?))
}

/// Gives one company another number of passes for its demo than the call does, or the call's again.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/submissions/{id}/passes", tag = "Passes",
    responses((status = 200, body = PassesBody)), security(("token" = ["programme:write"])))]
pub(super) async fn set_company_passes(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
    body: Json<PassesFields>,
) -> Result<web::Json<PassesBody>, Error> {
    let set = async |tx: &mut Tx| {
        let demo = submissions::find(tx, &at.proof, row.0).await?;
        registrations::set_pass_block(tx, &at.proof, row.0, body.value()?.parse()?).await?;
        read(tx, &at.proof, demo.call).await
    };
    Ok(web::Json(app.db.transaction(set).await?))
}
