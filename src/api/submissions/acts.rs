//! What the chair does about one submission, and about the places that were given up.

use actix_web::web::{self, Data};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{read, wire::SubmissionBody};
use crate::{
    accounts::proofs::Programme,
    allocation,
    api::{json::Json, lists::All, row::Row},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    http::{App, bearer::With},
    submissions::{self, Note, Submission, Vacancy},
    values::Moment,
};

/// Does it, and shows the submission as it is then.
async fn act(
    app: &App,
    at: &With<Programme>,
    row: &Row<Submission>,
    verb: impl AsyncFnOnce(&mut Tx) -> Result<(), Error>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let act = async |tx: &mut Tx| {
        verb(tx).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(web::Json(app.db.transaction(act).await?))
}

/// What somebody said by phone or chat.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct AnswerFields {
    /// Whether she is coming.
    comes: Option<bool>,
    /// Who said so and how; at most 300 characters.
    note: String,
}

impl TryFrom<&AnswerFields> for (bool, Note) {
    type Error = FieldErrors;

    fn try_from(raw: &AnswerFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let comes = errors.take("comes", raw.comes.ok_or(Reason::new("required")));
        let note = errors.take("note", Note::parse(&raw.note));
        comes.zip(note).ok_or(errors)
    }
}

/// Records what an accepted applicant answered by phone or chat.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/{id}/answer", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn record_answer(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
    body: Json<AnswerFields>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let verb = async |tx: &mut Tx| {
        read(tx, &at.proof, row.0).await?;
        let (comes, note) = body.parsed()?;
        submissions::record_answer(tx, &at.proof, row.0, (comes, &note), Moment::now()).await.map(drop)
    };
    act(&app, &at, &row, verb).await
}

/// Gives an accepted applicant another date to confirm by; the mail goes again.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/{id}/ask-again", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn ask_again(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let verb =
        async |tx: &mut Tx| submissions::ask_again(tx, &at.proof, &at.edition, row.0, Moment::now()).await;
    act(&app, &at, &row, verb).await
}

/// Takes a submission back in its applicant's name, for good.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/{id}/withdraw", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn withdraw_submission(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let verb = async |tx: &mut Tx| {
        submissions::withdraw_by_staff(tx, &at.proof, row.0, Moment::now()).await.map(drop)
    };
    act(&app, &at, &row, verb).await
}

/// A place that was given up and that nobody has yet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Vacancy)]
pub(in crate::api) struct VacancyBody {
    /// Who was told of it and turned it down, let it lapse, or withdrew.
    given_up: SubmissionBody,
    /// Who is next on standby in the same call and track.
    next: Option<SubmissionBody>,
}

impl From<Vacancy> for VacancyBody {
    fn from(Vacancy { given_up, next }: Vacancy) -> Self {
        Self { given_up: given_up.into(), next: next.map(SubmissionBody::from) }
    }
}

/// Lists the places that were given up and who comes next, the oldest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/vacancies", tag = "Submissions",
    responses((status = 200, body = All<VacancyBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_vacancies(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<VacancyBody>>, Error> {
    let vacancies = submissions::vacancies(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(vacancies)))
}

/// Gives the place that this submission gave up to the next on standby, with its slot in the draft if that would do, and tells her.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/{id}/promote-next", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn promote_next(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let verb = async |tx: &mut Tx| {
        let place = submissions::promote(tx, &at.proof, &at.edition, row.0, Moment::now()).await?;
        allocation::hand_on(tx, &at.proof, place).await
    };
    act(&app, &at, &row, verb).await
}

/// Leaves the place that this submission gave up empty.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/{id}/leave-empty", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn leave_empty(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let verb = async |tx: &mut Tx| submissions::leave_empty(tx, &at.proof, row.0, Moment::now()).await;
    act(&app, &at, &row, verb).await
}
