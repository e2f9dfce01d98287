//! One mail: to whom, where it stands, every try with the mail server's answer, and how it reads. No link in it is live.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::office::Office;
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, AsAdmin, At, Ui, guard, page},
    mail::{Attempt, CameBack, Mail, MailState},
    outbox,
    values::Id,
    web::console::{frame::Console, news::News},
};

/// A report that the mail came back.
struct Report {
    when: String,
    weight: String,
    said: String,
}

/// One try.
struct Try {
    number: i32,
    when: String,
    outcome: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "console/mail/letter.html")]
struct LetterPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    list: String,
    home: String,
    what: String,
    why: String,
    cause: Option<String>,
    subject: String,
    name: String,
    to: String,
    lang: &'static str,
    autonym: &'static str,
    state: &'static str,
    queued: String,
    due: Option<String>,
    sent: Option<String>,
    tries: Vec<Try>,
    text: Option<String>,
    preview: Option<String>,
    emptied: bool,
    may_retry: bool,
    may_cancel: bool,
    may_hold: bool,
    may_release: bool,
    withheld: Option<String>,
    came_back: Vec<Report>,
    zone: String,
}

/// `GET /console/{edition}/mails/{id}`
pub(in crate::web) async fn of_edition(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Mail>)>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, Office::of_edition(&at), path.1, news, StatusCode::OK).await
}

/// `GET /console/site/mails/{id}`
pub(in crate::web) async fn of_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Mail>>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&admin.signed);
    draw(&app, Office::of_site(&app, &admin).await?, *id, news, StatusCode::OK).await
}

/// `GET /console/{edition}/mails/{id}/preview`: what the frame shows.
pub(in crate::web) async fn preview(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Mail>)>,
) -> Result<HttpResponse, Error> {
    html(&app, Office::of_edition(&at), path.1).await
}

/// `GET /console/site/mails/{id}/preview`
pub(in crate::web) async fn preview_on_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Mail>>,
) -> Result<HttpResponse, Error> {
    html(&app, Office::of_site(&app, &admin).await?, *id).await
}

async fn html(app: &App, office: Office<'_>, id: Id<Mail>) -> Result<HttpResponse, Error> {
    let letter = outbox::letter(&mut *app.db.read().await?, office.who, id).await?;
    Ok(guard::framed(letter.html.ok_or(Error::NotFound)?, guard::Links::Dead))
}

/// The page of one mail, after `status`.
pub(super) async fn draw(
    app: &App,
    office: Office<'_>,
    id: Id<Mail>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let letter = outbox::letter(&mut *app.db.read().await?, office.who, id).await?;
    let (mail, home, clock) = (letter.entry, format!("{}/{id}", office.home), &office.clock);
    let waits = mail.state == MailState::Queued;
    let shown = LetterPage {
        news,
        what: office.ui.t(&format!("mail-template-{}", mail.template)),
        why: office.ui.t(&format!("mail-cause-{}", mail.template)),
        cause: office.cause(&mail),
        subject: mail.subject.unwrap_or_default(),
        name: mail.recipient_name,
        to: mail.recipient,
        lang: mail.lang.as_str(),
        autonym: mail.lang.autonym(),
        state: mail.state.as_str(),
        queued: clock.tell(mail.created_at),
        due: waits.then(|| clock.tell(mail.due_at)),
        sent: clock.maybe(mail.sent_at),
        tries: letter.attempts.into_iter().map(|attempt| Try::of(attempt, &office)).collect(),
        text: letter.text,
        preview: letter.html.map(|_| format!("{home}/preview")),
        emptied: mail.emptied_at.is_some(),
        may_retry: mail.emptied_at.is_none()
            && !matches!(mail.state, MailState::Sent | MailState::Sending | MailState::Draft),
        may_hold: waits,
        may_release: mail.state == MailState::Draft,
        withheld: mail.withheld.map(|why| office.ui.t(&format!("mail-withheld-{why}"))),
        came_back: letter.came_back.into_iter().map(|report| Report::of(report, &office)).collect(),
        may_cancel: matches!(mail.state, MailState::Draft | MailState::Queued | MailState::Failed),
        zone: clock.zone(),
        home,
        list: office.home,
        console: office.console,
        ui: office.ui,
    };
    Ok(guard::framing(page(status, &shown)?))
}

impl Report {
    fn of(report: CameBack, office: &Office<'_>) -> Self {
        Self {
            when: office.clock.tell(report.at),
            weight: office.ui.t(&format!("mail-came-back-{}", report.weight)),
            said: report.diagnostic,
        }
    }
}

impl Try {
    fn of(attempt: Attempt, office: &Office<'_>) -> Self {
        Self {
            number: attempt.number,
            when: office.clock.tell(attempt.at),
            outcome: office.ui.t(&format!("mail-outcome-{}", attempt.outcome)),
            answer: attempt.answer,
        }
    }
}
