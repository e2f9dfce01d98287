//! The mailbox of an installation without a mail server: mails as their recipients get them, for the person at the
//! machine alone. [`Local`] lets in nobody else.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::console::clock::Clock;
use crate::{
    error::Error,
    http::{
        App, Asker, Ui,
        guard::{self, Local},
        page,
    },
    mail::{
        Mail,
        mailbox::{self, Envelope, Opened},
    },
    values::{Id, Lang},
};

/// Mails in the list.
const ROWS: usize = 200;

struct Row {
    href: String,
    to: String,
    subject: String,
    when: Option<String>,
}

#[derive(Template)]
#[template(path = "mailbox/list.html")]
struct ListPage {
    ui: Ui,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "mailbox/letter.html")]
struct LetterPage {
    ui: Ui,
    row: Row,
    frame: String,
    text: String,
    attachments: Vec<String>,
}

/// Reads files on a thread that may wait.
async fn read<T: Send + 'static>(
    read: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    web::block(read).await.map_err(Error::internal)?
}

async fn opened(app: &App, id: Id<Mail>) -> Result<Opened, Error> {
    let folder = app.config.mail_folder();
    read(move || mailbox::open(&folder, id)).await
}

async fn clock(app: &App, lang: Lang) -> Result<Clock, Error> {
    Clock::of_site(&mut *app.db.read().await?, lang).await
}

/// `GET /mailbox`
pub(super) async fn list(_: Local, app: web::Data<App>, asker: Asker) -> Result<HttpResponse, Error> {
    let folder = app.config.mail_folder();
    let mails = read(move || mailbox::list(&folder, ROWS)).await?;
    let clock = clock(&app, asker.lang).await?;
    let rows = mails.into_iter().map(|envelope| row(envelope, &clock)).collect();
    page(StatusCode::OK, &ListPage { ui: Ui::anonymous(asker.lang, &asker.path), rows })
}

/// `GET /mailbox/{id}`
pub(super) async fn letter(
    _: Local,
    app: web::Data<App>,
    asker: Asker,
    id: web::Path<Id<Mail>>,
) -> Result<HttpResponse, Error> {
    let mail = opened(&app, *id).await?;
    let shown = LetterPage {
        ui: Ui::anonymous(asker.lang, &asker.path),
        row: row(mail.envelope, &clock(&app, asker.lang).await?),
        frame: format!("/mailbox/{id}/html"),
        text: mail.text,
        attachments: mail.attachments,
    };
    Ok(guard::framing(page(StatusCode::OK, &shown)?))
}

/// `GET /mailbox/{id}/html`: what the frame shows; its links work.
pub(super) async fn html(
    _: Local,
    app: web::Data<App>,
    id: web::Path<Id<Mail>>,
) -> Result<HttpResponse, Error> {
    Ok(guard::framed(opened(&app, *id).await?.html, guard::Links::Live))
}

fn row(envelope: Envelope, clock: &Clock) -> Row {
    Row {
        href: format!("/mailbox/{}", envelope.id),
        to: envelope.to,
        subject: envelope.subject,
        when: clock.maybe(envelope.sent_at),
    }
}
