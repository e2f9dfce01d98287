//! Proposals, and "what if".

use std::time::Duration;

use actix_web::web::{self, Data};

use super::wire::OutcomeBody;
use crate::{
    accounts::proofs::Programme,
    allocation::{self, Input, Outcome, Plan, Rules, RulesFields},
    api::{json::Json, row::Under},
    calls::{Call, CallId},
    db::Tx,
    error::Error,
    http::{App, bearer::With, searched},
    solver::Budget,
};

/// How long a search may take, reasons included.
const PATIENCE: Duration = Duration::from_secs(15);

/// The best choice by some rules, and what it was made of.
struct Found {
    input: Input,
    rules: Rules,
    last: Option<Plan>,
    outcome: Outcome,
}

/// The best choice by the rules that were sent.
async fn search(app: &App, who: &Programme, call: CallId, body: &Json<RulesFields>) -> Result<Found, Error> {
    let (input, last) = {
        let mut conn = app.db.read().await?;
        let last = allocation::latest(&mut conn, who, call).await?;
        (allocation::input(&mut conn, who, call).await?, last.map(|proposal| proposal.plan))
    };
    let rules: Rules = body.parsed()?;
    if input.places.is_empty() {
        return Err(Error::conflict("allocation_no_slots"));
    }
    let search = move |budget: &Budget<'_>| {
        let outcome = allocation::plan(&input, &rules, last.as_ref(), budget)?;
        Ok(Found { input, rules, last, outcome })
    };
    searched(PATIENCE, search).await
}

/// Shows what would be proposed by other rules, and why; keeps nothing.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/allocation/what-if", tag = "Allocation",
    responses((status = 200, body = OutcomeBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn try_allocation(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<RulesFields>,
) -> Result<web::Json<OutcomeBody>, Error> {
    Ok(web::Json(search(&app, &at.proof, call.0, &body).await?.outcome.into()))
}

/// Proposes who gets which slot and keeps that as the newest proposal; decides nothing. Where the rules can't all hold, or no
/// choice was found in time, nothing is kept, and the answer says so.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/allocation/propose", tag = "Allocation",
    responses((status = 200, body = OutcomeBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn propose_allocation(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<RulesFields>,
) -> Result<web::Json<OutcomeBody>, Error> {
    let Found { input, rules, last, outcome } = search(&app, &at.proof, call.0, &body).await?;
    let Outcome::Planned(plan) = &outcome else { return Ok(web::Json(outcome.into())) };
    let keep = async |tx: &mut Tx| {
        allocation::keep(tx, &at.proof, call.0, &rules, (&input, plan, last.as_ref())).await
    };
    Ok(web::Json(OutcomeBody::kept(app.db.transaction(keep).await?)))
}
