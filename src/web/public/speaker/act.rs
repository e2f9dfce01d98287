//! What she does with a submission, a button each.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    back,
    home::{Forms, draw},
};
use crate::{
    db::Tx,
    error::Error,
    http::{App, holder::HeldForm},
    speakers::Presenter,
    submissions::{self, SubmissionId},
    values::{Lang, Moment},
};

/// Where a button stands: language, edition, submission.
pub(super) type At = web::Path<(Lang, String, SubmissionId)>;

/// `POST /{lang}/{edition}/speaker/submissions/{id}/confirm`
pub(in crate::web) async fn confirm(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    let who = &sent.held.proof;
    app.db.transaction(async |tx| submissions::confirm(tx, who, at.2, Moment::now()).await).await?;
    Ok(back(&edition, at.0, "confirmed"))
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/turn-down`
pub(in crate::web) async fn turn_down(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    let who = &sent.held.proof;
    app.db.transaction(async |tx| submissions::turn_down(tx, who, at.2, Moment::now()).await).await?;
    Ok(back(&edition, at.0, "turned-down"))
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    let who = &sent.held.proof;
    app.db.transaction(async |tx| submissions::withdraw(tx, who, at.2, Moment::now()).await).await?;
    Ok(back(&edition, at.0, "withdrawn"))
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/join`: whether she takes part, as somebody asked her to.
pub(in crate::web) async fn join(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let (joins, done) = match typed.one("answer") {
        "yes" => (true, "joined"),
        "no" => (false, "stayed-away"),
        _ => return Err(Error::field("answer", crate::error::Reason::new("choice_unknown"))),
    };
    let verb = async |tx: &mut Tx| submissions::answer_invitation(tx, &held.proof, at.2, joins).await;
    match app.db.transaction(verb).await {
        Ok(()) => Ok(back(&edition, at.0, done)),
        Err(Error::Invalid(lacking)) => {
            let forms = Forms { lacking: Some(lacking), ..Forms::default() };
            draw(&app, &held, &at.1, forms, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}
