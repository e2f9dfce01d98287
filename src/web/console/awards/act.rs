//! The buttons of an award's page.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    super::{calls::tabs::of_call, news::News},
    show::{Where, draw},
};
use crate::{
    accounts::proofs::Programme,
    calls::CallId,
    db::Tx,
    error::Error,
    http::{App, At, SignedForm, page::see_other},
    reviews::awards::{self, AwardId},
    values::Moment,
};

impl Where {
    fn place(&self) -> Result<(CallId, AwardId), Error> {
        Ok((self.call, self.id.ok_or(Error::NotFound)?))
    }
}

/// `POST /console/{edition}/calls/{call}/awards/{id}/open`
pub(in crate::web) async fn open(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (place, now) = (path.place()?, Moment::now());
    let verb = async |tx: &mut Tx| awards::open_award(tx, &at.proof, place, now).await;
    let to = format!("/awards/{}?done=award-opened", place.1);
    back(&app, &at, &path, app.db.transaction(verb).await, &to).await
}

/// `POST /console/{edition}/calls/{call}/awards/{id}/close`
pub(in crate::web) async fn close(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (place, now) = (path.place()?, Moment::now());
    let verb = async |tx: &mut Tx| awards::close_award(tx, &app.keys, &at.proof, place, now).await;
    let to = format!("/awards/{}?done=award-closed", place.1);
    back(&app, &at, &path, app.db.transaction(verb).await, &to).await
}

/// `POST /console/{edition}/calls/{call}/awards/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let place = path.place()?;
    let verb = async |tx: &mut Tx| awards::remove_award(tx, &at.proof, place).await;
    back(&app, &at, &path, app.db.transaction(verb).await, "/awards?done=removed").await
}

/// On to a page of the call, or the award's with the reason why not.
async fn back(
    app: &App,
    at: &At<Programme>,
    path: &Where,
    outcome: Result<(), Error>,
    to: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, to))),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            draw(app, at, path, (Some(news), StatusCode::CONFLICT)).await
        }
    }
}
