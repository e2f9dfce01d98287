//! One delivery: what it says, where it stands, every try with the receiver's answer.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::HOME;
use crate::{
    error::Error,
    http::{App, AsAdmin, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::console::{
        clock::Clock,
        frame::{Console, SiteRoom},
        news::News,
    },
    webhooks::{self, Delivery, DeliveryAttempt, DeliveryState, Webhook},
};

/// One try.
struct Try {
    number: i32,
    when: String,
    outcome: String,
    status: Option<i32>,
    took: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "console/webhooks/delivery.html")]
struct DeliveryPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    hook: String,
    url: String,
    home: String,
    id: String,
    event: String,
    subject: String,
    when: String,
    state: &'static str,
    due: Option<String>,
    delivered: Option<String>,
    tries: Vec<Try>,
    zone: String,
}

/// `GET /console/site/webhooks/{id}/deliveries/{delivery}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    admin: AsAdmin,
    path: web::Path<(Id<Webhook>, Id<Delivery>)>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&admin.signed);
    draw(&app, &admin, *path, news, StatusCode::OK).await
}

/// `POST /console/site/webhooks/{id}/deliveries/{delivery}/redeliver`
pub(in crate::web) async fn redeliver(
    app: web::Data<App>,
    admin: AsAdmin,
    path: web::Path<(Id<Webhook>, Id<Delivery>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (hook, id) = *path;
    match app.db.transaction(async |tx| webhooks::redeliver(tx, &admin.proof, hook, id).await).await {
        Ok(()) => Ok(see_other(format!("{HOME}/{hook}/deliveries/{id}?done=hook-redelivered"))),
        Err(error) => {
            let news = News::refused(error, admin.signed.asker.lang)?;
            draw(&app, &admin, *path, Some(news), StatusCode::CONFLICT).await
        }
    }
}

async fn draw(
    app: &App,
    admin: &AsAdmin,
    (hook, id): (Id<Webhook>, Id<Delivery>),
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let of = webhooks::webhook(&mut conn, &admin.proof, hook).await?;
    let (delivery, attempts) = webhooks::delivery(&mut conn, &admin.proof, hook, id).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let waits = delivery.state == DeliveryState::Queued;
    let shown = DeliveryPage {
        console: Console::of_site(&admin.signed, SiteRoom::Webhooks),
        news,
        hook: format!("{HOME}/{hook}"),
        url: of.url,
        home: format!("{HOME}/{hook}/deliveries/{id}"),
        id: delivery.message_id(),
        event: delivery.event,
        subject: delivery.subject_id.to_string(),
        when: clock.tell(delivery.occurred_at),
        state: delivery.state.as_str(),
        due: waits.then(|| clock.tell(delivery.due_at)),
        delivered: clock.maybe(delivery.delivered_at),
        tries: attempts.into_iter().map(|attempt| Try::of(attempt, &clock, &ui)).collect(),
        zone: clock.zone(),
        ui,
    };
    page(status, &shown)
}

impl Try {
    fn of(attempt: DeliveryAttempt, clock: &Clock, ui: &Ui) -> Self {
        Self {
            number: attempt.number,
            when: clock.tell(attempt.at),
            outcome: ui.t(&format!("delivery-outcome-{}", attempt.outcome)),
            status: attempt.status,
            took: ui.t1("deliveries-milliseconds", "count", attempt.milliseconds),
            answer: attempt.answer,
        }
    }
}
