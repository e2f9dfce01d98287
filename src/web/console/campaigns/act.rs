//! What the buttons on a campaign's page do.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{Named, home, show::draw};
use crate::{
    accounts::proofs::Communications,
    campaigns::{self, CampaignId, ScheduleFields},
    db::Tx,
    error::Error,
    http::{App, At, Form, SignedForm, page::see_other},
    values::Moment,
    web::console::news::News,
};

/// `POST /console/{edition}/campaigns/{id}/schedule`: inputs `send_at` (blank for at once) and `joins_until`.
pub(in crate::web) async fn schedule(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let one = |name: &str| typed.one(name).to_owned();
    let fields = ScheduleFields { send_at: one("send_at"), joins_until: one("joins_until") };
    let now = Moment::now();
    let outcome = app.db.transaction(async |tx| {
        campaigns::campaign(tx, &at.proof, named.1).await?;
        let when = fields.parse(&at.edition.zone)?;
        campaigns::schedule(tx, &at.proof, named.1, when, now).await
    });
    match outcome.await {
        Ok(()) => Ok(done(&at, named.1, "campaign-scheduled")),
        Err(error) => {
            let refused = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, named.1, refused, None).await
        }
    }
}

/// `POST /console/{edition}/campaigns/{id}/unschedule`
pub(in crate::web) async fn unschedule(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    act(&app, &at, named.1, campaigns::unschedule, "campaign-unscheduled").await
}

/// `POST /console/{edition}/campaigns/{id}/pause`
pub(in crate::web) async fn pause(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    act(&app, &at, named.1, campaigns::pause, "campaign-paused").await
}

/// `POST /console/{edition}/campaigns/{id}/resume`
pub(in crate::web) async fn resume(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    act(&app, &at, named.1, campaigns::resume, "campaign-resumed").await
}

/// `POST /console/{edition}/campaigns/{id}/stop`
pub(in crate::web) async fn stop(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    act(&app, &at, named.1, campaigns::stop, "campaign-stopped").await
}

/// `POST /console/{edition}/campaigns/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    match app.db.transaction(async |tx| campaigns::remove(tx, &at.proof, named.1).await).await {
        Ok(()) => Ok(see_other(format!("{}?done=removed", home(&at)))),
        refused => after(&app, &at, named.1, refused, "removed").await,
    }
}

fn done(at: &At<Communications>, id: CampaignId, word: &str) -> HttpResponse {
    see_other(format!("{}/{id}?done={word}", home(at)))
}

/// Does it, then back to the campaign.
async fn act(
    app: &App,
    at: &At<Communications>,
    id: CampaignId,
    verb: impl AsyncFn(&mut Tx, &Communications, CampaignId) -> Result<(), Error>,
    word: &str,
) -> Result<HttpResponse, Error> {
    let outcome = app.db.transaction(async |tx| verb(tx, &at.proof, id).await).await;
    after(app, at, id, outcome, word).await
}

/// Back to the campaign, or why its present state refused the act.
async fn after(
    app: &App,
    at: &At<Communications>,
    id: CampaignId,
    outcome: Result<(), Error>,
    word: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(done(at, id, word)),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            draw(app, at, id, (Form::default(), StatusCode::CONFLICT), Some(news)).await
        }
    }
}
