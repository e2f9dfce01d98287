//! The buttons of a call's page.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    super::{news::News, target::Target},
    edit,
    tabs::of_call,
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call},
    error::Error,
    http::{App, At, SignedForm, page::see_other},
    values::Moment,
};

type Where = web::Path<Target<Call>>;

/// `POST /console/{edition}/calls/{id}/list`
pub(in crate::web) async fn list(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.row()?, Moment::now());
    let outcome = app.db.transaction(async |tx| calls::list(tx, &at.proof, id, now).await).await;
    back(&app, &at, &path, outcome, "call-listed").await
}

/// `POST /console/{edition}/calls/{id}/unlist`
pub(in crate::web) async fn unlist(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let id = path.row()?;
    let outcome = app.db.transaction(async |tx| calls::unlist(tx, &at.proof, id).await).await;
    back(&app, &at, &path, outcome, "call-unlisted").await
}

/// `POST /console/{edition}/calls/{id}/close`
pub(in crate::web) async fn close(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.row()?, Moment::now());
    let outcome = app.db.transaction(async |tx| calls::close(tx, &at.proof, id, now).await).await;
    back(&app, &at, &path, outcome, "call-closed").await
}

/// `POST /console/{edition}/calls/{id}/archive`
pub(in crate::web) async fn archive(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.row()?, Moment::now());
    let outcome = app.db.transaction(async |tx| calls::archive(tx, &at.proof, id, now).await).await;
    back(&app, &at, &path, outcome, "archived").await
}

/// To the call's page, which says what was done, or why not.
async fn back(
    app: &App,
    at: &At<Programme>,
    target: &Target<Call>,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(of_call(&at.edition, target.row()?, &format!("?done={done}")))),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            edit::draw(
                app,
                at,
                target,
                edit::Said { news: Some(news), status: Some(StatusCode::CONFLICT), typed: None },
            )
            .await
        }
    }
}
