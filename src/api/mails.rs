//! The outbox of an edition.

use actix_web::web::{self, Data};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    lists::{All, Page, PageQuery},
    query::Query,
    row::Row,
};
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, bearer::With},
    mail::{
        Attempt, AttemptOutcome, CameBack, Filter, Letter, Mail, MailState, OutboxEntry, Withheld,
        bounces::Weight,
    },
    outbox::{self, Handler},
    values::{Lang, Moment},
};

/// A mail to one recipient.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mail)]
pub(super) struct MailBody {
    /// Its id.
    id: Uuid,
    /// Which mail it is.
    #[schema(example = "registration-confirmed")]
    template: String,
    /// What kind of thing caused it.
    #[schema(example = "registration")]
    cause_kind: String,
    /// Which one; where every asking is a cause of its own, an id that nothing else has.
    cause_id: Uuid,
    /// The recipient's address.
    recipient: String,
    /// The recipient's name; may be empty.
    recipient_name: String,
    /// Its language.
    lang: Lang,
    /// Where it stands.
    state: MailState,
    /// Its subject, once printed.
    subject: Option<String>,
    /// How often it was tried.
    attempts: i32,
    /// When it is tried (again).
    due_at: Moment,
    /// When it was put in.
    created_at: Moment,
    /// When the mail server took it.
    sent_at: Option<Moment>,
    /// Why it is not sent, where it was taken out of the line.
    withheld: Option<Withheld>,
}

impl From<OutboxEntry> for MailBody {
    fn from(entry: OutboxEntry) -> Self {
        Self {
            id: entry.id.uuid(),
            template: entry.template,
            cause_kind: entry.cause_kind,
            cause_id: entry.cause_id,
            recipient: entry.recipient,
            recipient_name: entry.recipient_name,
            lang: entry.lang,
            state: entry.state,
            subject: entry.subject,
            attempts: entry.attempts,
            due_at: entry.due_at,
            created_at: entry.created_at,
            sent_at: entry.sent_at,
            withheld: entry.withheld,
        }
    }
}

/// One try to send a mail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailAttempt)]
pub(super) struct AttemptBody {
    /// Which one, from 1.
    number: i32,
    /// When.
    at: Moment,
    /// How it ended.
    outcome: AttemptOutcome,
    /// What the mail server said.
    answer: String,
}

impl From<Attempt> for AttemptBody {
    fn from(attempt: Attempt) -> Self {
        let Attempt { number, at, outcome, answer } = attempt;
        Self { number, at, outcome, answer }
    }
}

/// A report that a mail came back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailCameBack)]
pub(super) struct CameBackBody {
    /// Which try.
    attempt: i32,
    /// When it was reported.
    at: Moment,
    /// Whether mail will not reach the address, or did not this time.
    weight: Weight,
    /// What the last server said.
    diagnostic: String,
}

impl From<CameBack> for CameBackBody {
    fn from(report: CameBack) -> Self {
        let CameBack { attempt, at, weight, diagnostic } = report;
        Self { attempt, at, weight, diagnostic }
    }
}

/// A mail in full; where links go there are words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailDetail)]
pub(super) struct LetterBody {
    mail: MailBody,
    /// Its plain text, once printed.
    text: Option<String>,
    /// Its HTML, once printed.
    html: Option<String>,
    /// Every try, in order.
    attempts: Vec<AttemptBody>,
    /// Every report that it came back after the mail server had taken it.
    came_back: Vec<CameBackBody>,
}

impl From<Letter> for LetterBody {
    fn from(letter: Letter) -> Self {
        let Letter { entry, text, html, attempts, came_back } = letter;
        Self {
            mail: entry.into(),
            text,
            html,
            attempts: attempts.into_iter().map(Into::into).collect(),
            came_back: came_back.into_iter().map(Into::into).collect(),
        }
    }
}

/// Which mails.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct MailQuery {
    /// Only in this state.
    state: Option<MailState>,
    /// Only of this template, such as `registration-confirmed`.
    template: Option<String>,
    /// Only to this address.
    recipient: Option<String>,
    /// The `next` of the page before; leave it out for the first.
    cursor: Option<String>,
    /// How many at most; 50 where it is left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// Lists the edition's mails, the latest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mails", tag = "Mail", params(MailQuery),
    responses((status = 200, body = Page<MailBody>)), security(("token" = ["communications:read"])))]
pub(super) async fn list_mails(
    app: Data<App>,
    at: With<Communications>,
    query: Query<MailQuery>,
) -> Result<web::Json<Page<MailBody>>, Error> {
    let MailQuery { state, template, recipient, cursor, limit } = query.0;
    let page = PageQuery { cursor, limit };
    let filter = Filter { state, template, recipient, before: page.after()? };
    let limit = page.limit()?;
    let one_more = i64::try_from(limit + 1).map_err(Error::internal)?;
    let who = Handler::Edition(&at.proof);
    let rows = outbox::mails(&mut *app.db.read().await?, who, &filter, one_more).await?;
    Ok(web::Json(Page::cut(rows, limit, |entry| entry.id)))
}

/// How many mails stand so.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailCount)]
pub(super) struct CountBody {
    /// Where they stand.
    state: MailState,
    /// How many; states that no mail is in are left out.
    count: i64,
}

impl From<(MailState, i64)> for CountBody {
    fn from((state, count): (MailState, i64)) -> Self {
        Self { state, count }
    }
}

/// Counts the edition's mails by where they stand.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mails/counts", tag = "Mail",
    responses((status = 200, body = All<CountBody>)), security(("token" = ["communications:read"])))]
pub(super) async fn count_mails(
    app: Data<App>,
    at: With<Communications>,
) -> Result<web::Json<All<CountBody>>, Error> {
    let counts = outbox::counts(&mut *app.db.read().await?, Handler::Edition(&at.proof)).await?;
    Ok(web::Json(All::of(counts)))
}

/// Shows a mail with every try.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mails/{id}", tag = "Mail",
    responses((status = 200, body = LetterBody)), security(("token" = ["communications:read"])))]
pub(super) async fn show_mail(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Mail>,
) -> Result<web::Json<LetterBody>, Error> {
    let who = Handler::Edition(&at.proof);
    Ok(web::Json(outbox::letter(&mut *app.db.read().await?, who, row.0).await?.into()))
}

/// Has a mail tried again now.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mails/{id}/retry", tag = "Mail",
    responses((status = 200, body = LetterBody)), security(("token" = ["communications:write"])))]
pub(super) async fn retry_mail(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Mail>,
) -> Result<web::Json<LetterBody>, Error> {
    let who = Handler::Edition(&at.proof);
    let retried = app.db.transaction(async |tx| {
        outbox::retry(tx, who, row.0, Moment::now()).await?;
        outbox::letter(tx, who, row.0).await
    });
    Ok(web::Json(retried.await?.into()))
}

/// Takes a mail out of the line, so that it is not sent.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mails/{id}/cancel", tag = "Mail",
    responses((status = 200, body = LetterBody)), security(("token" = ["communications:write"])))]
pub(super) async fn cancel_mail(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Mail>,
) -> Result<web::Json<LetterBody>, Error> {
    let who = Handler::Edition(&at.proof);
    let cancelled = app.db.transaction(async |tx| {
        outbox::cancel(tx, who, row.0).await?;
        outbox::letter(tx, who, row.0).await
    });
    Ok(web::Json(cancelled.await?.into()))
}

/// Holds a mail that waits, until it is released.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mails/{id}/hold", tag = "Mail",
    responses((status = 200, body = LetterBody)), security(("token" = ["communications:write"])))]
pub(super) async fn hold_mail(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Mail>,
) -> Result<web::Json<LetterBody>, Error> {
    let who = Handler::Edition(&at.proof);
    let held = app.db.transaction(async |tx| {
        outbox::hold(tx, who, row.0).await?;
        outbox::letter(tx, who, row.0).await
    });
    Ok(web::Json(held.await?.into()))
}

/// Lets a mail that was held go out at its time.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mails/{id}/release", tag = "Mail",
    responses((status = 200, body = LetterBody)), security(("token" = ["communications:write"])))]
pub(super) async fn release_mail(
    app: Data<App>,
    at: With<Communications>,
    row: Row<Mail>,
) -> Result<web::Json<LetterBody>, Error> {
    let who = Handler::Edition(&at.proof);
    let released = app.db.transaction(async |tx| {
        outbox::release(tx, who, row.0).await?;
        outbox::letter(tx, who, row.0).await
    });
    Ok(web::Json(released.await?.into()))
}
