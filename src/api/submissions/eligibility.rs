//! Companies behind submissions, and whether what they handed in fits its call's rules.

use actix_web::web::{self, Data};
use utoipa::ToSchema;

use crate::{
    accounts::proofs::Programme,
    api::{
        companies::{CompanyBody, EligibilityBody},
        json::Json,
        lists::All,
        row::Row,
    },
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    submissions::{self, Check, CheckFields, Submission, demo},
    values::Moment,
};

/// Whether a submission fits, if staff looked.
#[derive(Debug, serde::Serialize, ToSchema)]
#[schema(as = EligibilityCheck)]
pub(in crate::api) struct CheckBody {
    /// Null until staff looked.
    eligibility: Option<EligibilityBody>,
}

/// Lists the companies that handed something in, by id.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/companies", tag = "Companies",
    responses((status = 200, body = All<CompanyBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_applicants(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<CompanyBody>>, Error> {
    Ok(web::Json(All::of(demo::applicants(&mut *app.db.read().await?, &at.proof).await?)))
}

/// Shows whether a submission fits its call's rules, and what the applicant replied.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/submissions/{id}/eligibility", tag = "Submissions",
    responses((status = 200, body = CheckBody)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn show_eligibility(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<CheckBody>, Error> {
    let found = submissions::eligibility(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(CheckBody { eligibility: found.map(EligibilityBody::from) }))
}

/// Says whether a submission fits its call's rules; where it does not, the applicant is told why, and may reply once.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/submissions/{id}/eligibility", tag = "Submissions",
    responses((status = 200, body = CheckBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn check_eligibility(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
    body: Json<CheckFields>,
) -> Result<web::Json<CheckBody>, Error> {
    let check = async |tx: &mut Tx| {
        submissions::find(tx, &at.proof, row.0).await?;
        let check: Check = body.parsed()?;
        submissions::check_eligibility(tx, &at.proof, row.0, &check, Moment::now()).await?;
        submissions::eligibility(tx, &at.proof, row.0).await
    };
    let found = app.db.transaction(check).await?;
    Ok(web::Json(CheckBody { eligibility: found.map(EligibilityBody::from) }))
}
