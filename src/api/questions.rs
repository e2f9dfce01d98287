//! What an edition asks on its registration form.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    json::Json,
    lists::All,
    once::{Made, created, once},
    parts::OrderFields,
    readable::Readable,
    row::Row,
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    editions::Edition,
    error::Error,
    http::{App, bearer::With},
    questions::{self, Choices, Question, QuestionFields, QuestionKind},
    values::{Id, Localised, Moment},
};

/// Something the edition asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Question)]
pub(super) struct QuestionBody {
    /// Its id.
    pub id: Uuid,
    /// Its short name, under which answers are sent.
    #[schema(example = "diet")]
    pub slug: String,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The question.
    pub label: Localised,
    /// A remark below it.
    pub hint: Option<Localised>,
    /// What it offers; empty but for one and many choice.
    pub choices: Choices,
    /// Whether it must be answered where it is shown.
    pub required: bool,
    /// When it is shown; null for always.
    pub shown_if: Option<ShownIf>,
    /// Whether answers are sealed and kept out of search and ordinary exports.
    pub sensitive: bool,
    /// How many days after the edition's end answers are kept; null for as long as the registration.
    pub retain_days: Option<i32>,
}

/// A question is shown only if an earlier one was answered so.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShownIf {
    /// The id of the earlier question.
    pub question: Uuid,
    /// Its answer: the value of a choice, `yes` or `no`.
    pub value: String,
}

impl From<Question> for QuestionBody {
    fn from(question: Question) -> Self {
        let shown_if =
            question.shown_if().map(|(on, value)| ShownIf { question: on.uuid(), value: value.to_owned() });
        Self {
            id: question.id.uuid(),
            slug: question.slug.to_string(),
            kind: question.kind,
            label: question.label,
            hint: question.hint,
            choices: question.choices,
            required: question.required,
            shown_if,
            sensitive: question.sensitive,
            retain_days: question.retain_days,
        }
    }
}

impl Made for QuestionBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Lists what is asked, in the organiser's order.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/questions", tag = "Questions",
    responses((status = 200, body = All<QuestionBody>)), security((), ("token" = ["observer:read"])))]
pub(super) async fn list_questions(
    app: Data<App>,
    of: Readable,
) -> Result<web::Json<All<QuestionBody>>, Error> {
    let asked = questions::questions(&mut *app.db.read().await?, of.edition.id).await?;
    Ok(web::Json(All::of(asked)))
}

/// Adds a question at the end of the form.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/questions", tag = "Questions",
    responses((status = 201, body = QuestionBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn create_question(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<QuestionFields>,
) -> Result<HttpResponse, Error> {
    let new = body.parsed()?;
    let make = async |tx: &mut Tx| Ok(questions::create(tx, &at.proof, new).await?.into());
    let find = async |tx: &mut Tx, id| {
        let all = questions::questions_ever(tx, Edition::of(&at.proof)).await?;
        let found = all.into_iter().find(|question| question.id == Id::from(id));
        found.map(QuestionBody::from).ok_or(Error::NotFound)
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/questions/{}", at.edition.slug, made.id), &made))
}

/// Replaces a question.
///
/// What kind of answer it takes and whether it is sensitive is fixed once the edition was published.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/questions/{id}", tag = "Questions",
    responses((status = 200, body = QuestionBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn change_question(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Question>,
    body: Json<QuestionFields>,
) -> Result<web::Json<QuestionBody>, Error> {
    let new = body.parsed()?;
    let changed = app.db.transaction(async |tx| questions::change(tx, &at.proof, row.0, new).await).await?;
    Ok(web::Json(changed.into()))
}

/// Asks a question no more; its answers stay.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/questions/{id}", tag = "Questions",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn archive_question(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Question>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| questions::archive(tx, &at.proof, row.0, Moment::now()).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts the questions in another order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/questions/reorder", tag = "Questions",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn reorder_questions(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<Id<Question>> = body.into_value()?.ids.into_iter().map(Id::from).collect();
    app.db.transaction(async |tx| questions::reorder(tx, &at.proof, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
