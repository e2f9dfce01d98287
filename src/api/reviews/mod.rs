//! A reviewer's own desk: what was assigned to her, and what she says about it. What conflicts with her interests is not
//! here, whose something is stays out of blind rounds, and others' reviews are nowhere.

mod demo;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    json::Json,
    lists::All,
    query::Query,
    row::{Parent, Row, Under},
};
use crate::{
    accounts::proofs::Reviewer,
    calls::{Round, RoundId},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    reviews::{self, Item, ReviewFields},
    submissions::{Submission, SubmissionId},
    values::Moment,
};
pub(super) use demo::{DemoBody, DemoFileBody};
use wire::{DeskBody, ItemBody, TaskBody};

impl Parent for Round {
    const NAME: &'static str = "round";
}

/// Which submissions of a round.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct DeskQuery {
    /// Beginnings of words of titles and summaries.
    q: String,
}

/// One submission on her desk; what she may not see is not there.
async fn item(
    conn: &mut AsyncPgConnection,
    app: &App,
    who: &Reviewer,
    (round, id): (RoundId, SubmissionId),
) -> Result<(Round, Item), Error> {
    let (_, round, items) = reviews::desk(conn, &app.keys, who, round, "").await?;
    let item = items.into_iter().find(|item| item.submission.id == id).ok_or(Error::NotFound)?;
    Ok((round, item))
}

/// Lists the rounds that the token's maker has something to review in.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/reviews", tag = "Reviews",
    responses((status = 200, body = All<TaskBody>)), security(("token" = ["reviewer:read"])))]
pub(super) async fn list_review_tasks(
    app: Data<App>,
    at: With<Reviewer>,
) -> Result<web::Json<All<TaskBody>>, Error> {
    let tasks = reviews::tasks(&mut *app.db.read().await?, &app.keys, &at.proof).await?;
    Ok(web::Json(All::of(tasks)))
}

/// Shows what the token's maker is to review in a round, and what she said so far.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/reviews/{id}", tag = "Reviews", params(DeskQuery),
    responses((status = 200, body = DeskBody)), security(("token" = ["reviewer:read"])))]
pub(super) async fn show_review_desk(
    app: Data<App>,
    at: With<Reviewer>,
    row: Row<Round>,
    query: Query<DeskQuery>,
) -> Result<web::Json<DeskBody>, Error> {
    let mut conn = app.db.read().await?;
    let (call, round, items) = reviews::desk(&mut conn, &app.keys, &at.proof, row.0, &query.0.q).await?;
    Ok(web::Json(DeskBody::of(&call, round, items)))
}

/// Says what the token's maker thinks of a submission, over what she said before.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/reviews/{round}/submissions/{id}", tag = "Reviews",
    responses((status = 200, body = ItemBody)), security(("token" = ["reviewer:write"])))]
pub(super) async fn write_review(
    app: Data<App>,
    at: With<Reviewer>,
    round: Under<Round>,
    row: Row<Submission>,
    body: Json<ReviewFields>,
) -> Result<web::Json<ItemBody>, Error> {
    let place = (round.0, row.0);
    let write = async |tx: &mut Tx| {
        let (asked, _) = item(tx, &app, &at.proof, place).await?;
        let said = body.value()?;
        // A page passes over what was left blank; who calls this has something to say.
        said.parse(&asked)?;
        let said = [(row.0, said.clone())];
        reviews::write(tx, &app.keys, &at.proof, round.0, &said, Moment::now()).await?;
        Ok(item(tx, &app, &at.proof, place).await?.1)
    };
    Ok(web::Json(app.db.transaction(write).await?.into()))
}

/// Declares that the token's maker is not free to judge a submission; she never sees it again.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/reviews/{round}/submissions/{id}/declare-conflict",
    tag = "Reviews", responses((status = 204)), security(("token" = ["reviewer:write"])))]
pub(super) async fn declare_conflict(
    app: Data<App>,
    at: With<Reviewer>,
    round: Under<Round>,
    row: Row<Submission>,
) -> Result<HttpResponse, Error> {
    let declare =
        async |tx: &mut Tx| reviews::declare(tx, &app.keys, &at.proof, (round.0, row.0), Moment::now()).await;
    app.db.transaction(declare).await?;
    Ok(HttpResponse::NoContent().finish())
}
