//! What the buttons on a webhook's page do.

use actix_web::{HttpResponse, http::StatusCode, web};
use secrecy::ExposeSecret;

use super::{HOME, show::draw};
use crate::{
    error::Error,
    http::{App, AsAdmin, SignedForm, page::see_other},
    values::{Id, Moment},
    web::console::{clock::Clock, news::News},
    webhooks::{self, Webhook},
};

/// `POST /console/site/webhooks/{id}/rotate`: answers with the new secret, as adding does.
pub(in crate::web) async fn rotate(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let rotating =
        app.db.transaction(async |tx| webhooks::rotate_secret(tx, &app.keys, &admin.proof, *id).await);
    let secret = rotating.await?.expose_secret().to_owned();
    draw(&app, &admin, *id, Some(secret), None, StatusCode::OK).await
}

/// `POST /console/site/webhooks/{id}/pause`
pub(in crate::web) async fn pause(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let paused = app.db.transaction(async |tx| webhooks::pause(tx, &admin.proof, *id).await).await;
    after(&app, &admin, *id, paused.map(drop), "hook-paused").await
}

/// `POST /console/site/webhooks/{id}/resume`
pub(in crate::web) async fn resume(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let resumed = app.db.transaction(async |tx| webhooks::resume(tx, &admin.proof, *id).await).await;
    after(&app, &admin, *id, resumed.map(drop), "hook-resumed").await
}

/// `POST /console/site/webhooks/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| webhooks::remove(tx, &admin.proof, *id).await).await?;
    Ok(see_other(format!("{HOME}?done=removed")))
}

/// `POST /console/site/webhooks/{id}/test`
pub(in crate::web) async fn test(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    let sent = app.db.transaction(async |tx| webhooks::send_test(tx, &admin.proof, *id, now).await).await;
    after(&app, &admin, *id, sent.map(drop), "hook-tested").await
}

/// `POST /console/site/webhooks/{id}/redeliver`: all that did not arrive since the moment in the form.
pub(in crate::web) async fn redeliver_failed(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let clock = Clock::of_site(&mut *app.db.read().await?, admin.signed.asker.lang).await?;
    let outcome = async {
        let since = clock.read(typed.one("since")).map_err(|reason| Error::field("since", reason))?;
        let verb =
            app.db.transaction(async |tx| webhooks::redeliver_failed(tx, &admin.proof, *id, since).await);
        verb.await.map(drop)
    };
    let outcome = outcome.await;
    after(&app, &admin, *id, outcome, "hook-redelivered").await
}

/// Back to the webhook, or why what was typed or the present state refused the act.
async fn after(
    app: &App,
    admin: &AsAdmin,
    id: Id<Webhook>,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(format!("{HOME}/{id}?done={done}"))),
        Err(error) => {
            let (news, status) = News::against(error, admin.signed.asker.lang)?;
            draw(app, admin, id, None, Some(news), status).await
        }
    }
}
