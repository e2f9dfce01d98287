//! Trying a mail again, holding and releasing it, and taking one out of the line.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{letter::draw, office::Office};
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, AsAdmin, At, SignedForm, page::see_other},
    mail::Mail,
    outbox,
    values::{Id, Moment},
    web::console::news::News,
};

/// `POST /console/{edition}/mails/{id}/retry`
pub(in crate::web) async fn retry(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Mail>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    again(&app, Office::of_edition(&at), path.1).await
}

/// `POST /console/site/mails/{id}/retry`
pub(in crate::web) async fn retry_on_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Mail>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    again(&app, Office::of_site(&app, &admin).await?, *id).await
}

/// `POST /console/{edition}/mails/{id}/cancel`
pub(in crate::web) async fn cancel(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Mail>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    out(&app, Office::of_edition(&at), path.1).await
}

/// `POST /console/site/mails/{id}/cancel`
pub(in crate::web) async fn cancel_on_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Mail>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    out(&app, Office::of_site(&app, &admin).await?, *id).await
}

/// `POST /console/{edition}/mails/{id}/hold`
pub(in crate::web) async fn hold(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Mail>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    kept(&app, Office::of_edition(&at), path.1).await
}

/// `POST /console/site/mails/{id}/hold`
pub(in crate::web) async fn hold_on_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Mail>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    kept(&app, Office::of_site(&app, &admin).await?, *id).await
}

/// `POST /console/{edition}/mails/{id}/release`
pub(in crate::web) async fn release(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Mail>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let_go(&app, Office::of_edition(&at), path.1).await
}

/// `POST /console/site/mails/{id}/release`
pub(in crate::web) async fn release_on_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Mail>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let_go(&app, Office::of_site(&app, &admin).await?, *id).await
}

async fn kept(app: &App, office: Office<'_>, id: Id<Mail>) -> Result<HttpResponse, Error> {
    let who = office.who;
    let outcome = app.db.transaction(async |tx| outbox::hold(tx, who, id).await).await;
    after(app, office, id, outcome, "held").await
}

async fn let_go(app: &App, office: Office<'_>, id: Id<Mail>) -> Result<HttpResponse, Error> {
    let who = office.who;
    let outcome = app.db.transaction(async |tx| outbox::release(tx, who, id).await).await;
    after(app, office, id, outcome, "let-go").await
}

async fn again(app: &App, office: Office<'_>, id: Id<Mail>) -> Result<HttpResponse, Error> {
    let (who, now) = (office.who, Moment::now());
    let outcome = app.db.transaction(async |tx| outbox::retry(tx, who, id, now).await).await;
    after(app, office, id, outcome, "queued").await
}

async fn out(app: &App, office: Office<'_>, id: Id<Mail>) -> Result<HttpResponse, Error> {
    let who = office.who;
    let outcome = app.db.transaction(async |tx| outbox::cancel(tx, who, id).await).await;
    after(app, office, id, outcome, "taken-out").await
}

/// Back to the mail, or why the present state refused the act.
async fn after(
    app: &App,
    office: Office<'_>,
    id: Id<Mail>,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(format!("{}/{id}?done={done}", office.home))),
        Err(error) => {
            let news = News::refused(error, office.signed.asker.lang)?;
            draw(app, office, id, Some(news), StatusCode::CONFLICT).await
        }
    }
}
