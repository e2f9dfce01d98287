//! The outbox's tables as the worker uses them: take what is due, keep what was printed, note what became of it.

use std::time::Duration;

use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Double, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use super::{Rendering, links::Links, named, outbox::Mail, preferences, schedule::Fate};
use crate::{
    db::{Tx, schema::mail},
    error::Error,
    values::{Id, Lang, Moment},
};

crate::text_enum! {
    /// Where a mail stands.
    pub enum MailState {
        /// Not to be sent yet.
        Draft = "draft",
        /// Waits for its time.
        Queued = "queued",
        /// A worker has it.
        Sending = "sending",
        /// The mail server took it.
        Sent = "sent",
        /// Refused for good, or tried for too long.
        Failed = "failed",
        /// Taken out of the line; [`Withheld`] says why.
        Suppressed = "suppressed",
    }
}

crate::text_enum! {
    /// Why a mail is not sent.
    pub enum Withheld {
        /// Staff took it out.
        Staff = "staff",
        /// Mail does not reach the address.
        Address = "address",
        /// Its recipient turned this kind off.
        Preference = "preference",
    }
}

crate::text_enum! {
    /// What the mail server answered to one try.
    pub enum AttemptOutcome {
        /// It took the mail.
        Accepted = "accepted",
        /// Try again later.
        Deferred = "deferred",
        /// Never.
        Refused = "refused",
    }
}

/// How many mails wait to be sent or are being sent.
///
/// # Errors
/// The database's.
pub async fn depth(conn: &mut AsyncPgConnection) -> Result<i64, Error> {
    let waiting = mail::state.eq_any([MailState::Queued, MailState::Sending]);
    Ok(mail::table.filter(waiting).count().get_result(conn).await?)
}

/// A mail that this worker holds a lease of.
#[derive(Clone, Debug, QueryableByName)]
pub(super) struct Claimed {
    #[diesel(sql_type = SqlUuid)]
    pub(super) id: Id<Mail>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(super) edition_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    pub(super) template: String,
    #[diesel(sql_type = Text)]
    pub(super) recipient: String,
    #[diesel(sql_type = Text)]
    pub(super) recipient_name: String,
    #[diesel(sql_type = Text)]
    pub(super) lang: Lang,
    #[diesel(sql_type = Jsonb)]
    values: Value,
    /// This try's number: whoever holds a later one took the mail over.
    #[diesel(sql_type = Integer)]
    pub(super) attempts: i32,
    /// How many tries were made before the present series began.
    #[diesel(sql_type = Integer)]
    pub(super) tries_from: i32,
    #[diesel(sql_type = Nullable<Text>)]
    subject: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    body_text: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    body_html: Option<String>,
    #[diesel(sql_type = Timestamptz)]
    pub(super) created_at: Moment,
}

impl Claimed {
    /// What the template prints.
    pub(super) fn values(&self) -> &Value {
        self.values.get("values").unwrap_or(&Value::Null)
    }

    /// The ticket's code, where the template carries one.
    pub(super) fn ticket_code(&self) -> Option<&str> {
        self.values().get("ticket_code")?.as_str()
    }

    /// By whose letterhead it is written: that of the side event that its values name, else its edition's.
    pub(super) fn speaks_for(&self) -> Option<Uuid> {
        let side_event = self.values().get("side_event").and_then(Value::as_str);
        side_event.and_then(|id| id.parse().ok()).or(self.edition_id)
    }

    /// The links it may print.
    pub(super) fn links(&self) -> Links {
        let links = self.values.get("links").cloned().unwrap_or_default();
        let mut links: Links = serde_json::from_value(links).unwrap_or_default();
        if self.edition_id.is_some() && named(&self.template).is_some_and(|template| template.kind.is_bulk())
        {
            links.insert(preferences::LINK.to_owned(), preferences::link(self.id));
        }
        links
    }

    /// What an earlier try printed.
    pub(super) fn rendering(&self) -> Option<Rendering> {
        let (subject, text, html) = (self.subject.clone()?, self.body_text.clone()?, self.body_html.clone()?);
        Some(Rendering { subject, text, html })
    }
}

/// What became of one try to send a mail.
#[derive(Clone, Copy, Debug)]
pub(super) struct Try<'a> {
    pub(super) mail: Id<Mail>,
    /// Its number; whoever holds a later one took the mail over.
    pub(super) number: i32,
    pub(super) fate: Fate,
    /// What the mail server said.
    pub(super) answer: &'a str,
}

/// At most `limit` mails that are due, or whose lease ran out, held until the transaction ends. Mails of editions and
/// side events other than `known` are left for a worker that knows them, those to domains that are `resting` for later.
pub(super) async fn due(
    tx: &mut Tx,
    limit: usize,
    (known, resting): (Vec<Uuid>, Vec<String>),
) -> Result<Vec<Claimed>, Error> {
    let due = diesel::sql_query(
        "SELECT id, edition_id, template, recipient, recipient_name, lang, values, attempts + 1 AS attempts, tries_from,
                subject, body_text, body_html, created_at
         FROM mail
         WHERE (state = 'queued' AND due_at <= statement_timestamp()
                OR state = 'sending' AND due_at <= statement_timestamp() AND lease_until <= statement_timestamp())
           AND (edition_id IS NULL OR coalesce((values #>> '{values,side_event}')::uuid, edition_id) = ANY ($2))
           AND (cardinality($3) = 0 OR lower(regexp_replace(recipient, '^.*@', '')) <> ALL ($3))
         ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED",
    )
    .bind::<BigInt, _>(i64::try_from(limit).unwrap_or(i64::MAX))
    .bind::<Array<SqlUuid>, _>(known)
    .bind::<Array<Text>, _>(resting);
    Ok(due.load(&mut **tx).await?)
}

/// Takes these for a try of `lease` seconds, and keeps what was printed, placeholders and all.
pub(super) async fn take(
    tx: &mut Tx,
    mails: &[(&Claimed, Option<&Rendering>)],
    lease: f64,
) -> Result<(), Error> {
    let kept = |part: fn(&Rendering) -> &str| {
        mails.iter().map(|(_, printed)| printed.map(part)).collect::<Vec<Option<&str>>>()
    };
    diesel::sql_query(
        "UPDATE mail SET state = 'sending', attempts = t.attempts, lease_until = clock_timestamp() + make_interval(secs => $6),
                subject = coalesce(t.subject, mail.subject), body_text = coalesce(t.body_text, mail.body_text),
                body_html = coalesce(t.body_html, mail.body_html)
         FROM unnest($1, $2, $3, $4, $5) AS t (id, attempts, subject, body_text, body_html) WHERE mail.id = t.id",
    )
    .bind::<Array<SqlUuid>, _>(mails.iter().map(|(row, _)| row.id.uuid()).collect::<Vec<_>>())
    .bind::<Array<Integer>, _>(mails.iter().map(|(row, _)| row.attempts).collect::<Vec<_>>())
    .bind::<Array<Nullable<Text>>, _>(kept(|printed| &printed.subject))
    .bind::<Array<Nullable<Text>>, _>(kept(|printed| &printed.text))
    .bind::<Array<Nullable<Text>>, _>(kept(|printed| &printed.html))
    .bind::<Double, _>(lease)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes the answers to these tries and moves the mails on. A row stays as it is when another worker has taken it over
/// since; the answer is kept all the same. Noting it twice is noting it once, and of a mail that is gone nothing is noted.
pub(super) async fn settle(tx: &mut Tx, tries: &[Try<'_>]) -> Result<(), Error> {
    let (ids, numbers): (Vec<Uuid>, Vec<i32>) = tries.iter().map(|one| (one.mail.uuid(), one.number)).unzip();
    let outcomes: Vec<&str> = tries.iter().map(|one| one.fate.outcome().as_str()).collect();
    let answers: Vec<String> = tries.iter().map(|one| one.answer.replace('\0', "")).collect();
    diesel::sql_query(
        "INSERT INTO mail_attempt (mail_id, number, outcome, answer)
         SELECT t.* FROM unnest($1, $2, $3, $4) AS t (id, number, outcome, answer) JOIN mail USING (id)
         FOR KEY SHARE OF mail ON CONFLICT DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(&ids)
    .bind::<Array<Integer>, _>(&numbers)
    .bind::<Array<Text>, _>(outcomes)
    .bind::<Array<Text>, _>(answers)
    .execute(&mut **tx)
    .await?;
    let moved = |one: &Try<'_>| match one.fate {
        Fate::Sent => (MailState::Sent.as_str(), 0.0),
        Fate::Failed(_) => (MailState::Failed.as_str(), 0.0),
        Fate::Later(wait) => (MailState::Queued.as_str(), wait.as_secs_f64()),
    };
    let (states, waits): (Vec<&str>, Vec<f64>) = tries.iter().map(moved).unzip();
    diesel::sql_query(
        "UPDATE mail SET state = t.state, lease_until = NULL,
                sent_at = CASE WHEN t.state = 'sent' THEN clock_timestamp() END,
                due_at = CASE WHEN t.state = 'queued' THEN clock_timestamp() + make_interval(secs => t.wait)
                              ELSE due_at END
         FROM unnest($1, $2, $3, $4) AS t (id, number, state, wait)
         WHERE mail.id = t.id AND mail.state = 'sending' AND mail.attempts = t.number",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Integer>, _>(numbers)
    .bind::<Array<Text>, _>(states)
    .bind::<Array<Double>, _>(waits)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes a mail that [`due`] holds out of the line, untried.
pub(super) async fn withhold(tx: &mut Tx, row: &Claimed, why: Withheld) -> Result<(), Error> {
    let out =
        (mail::state.eq(MailState::Suppressed), mail::withheld.eq(why), mail::lease_until.eq(None::<Moment>));
    diesel::update(mail::table.find(row.id)).set(out).execute(&mut **tx).await?;
    Ok(())
}

/// Gives back mails that were taken but not tried, as if they had never been; each to be taken up after its rest at the
/// earliest.
pub(super) async fn put_back(tx: &mut Tx, untried: &[(Claimed, Duration)]) -> Result<(), Error> {
    diesel::sql_query(
        "UPDATE mail SET state = 'queued', lease_until = NULL, attempts = mail.attempts - 1,
                due_at = CASE WHEN t.rest > 0 THEN clock_timestamp() + make_interval(secs => t.rest) ELSE due_at END
         FROM unnest($1, $2, $3) AS t (id, attempts, rest)
         WHERE mail.id = t.id AND mail.state = 'sending' AND mail.attempts = t.attempts",
    )
    .bind::<Array<SqlUuid>, _>(untried.iter().map(|(row, _)| row.id.uuid()).collect::<Vec<_>>())
    .bind::<Array<Integer>, _>(untried.iter().map(|(row, _)| row.attempts).collect::<Vec<_>>())
    .bind::<Array<Double>, _>(untried.iter().map(|(_, rest)| rest.as_secs_f64()).collect::<Vec<_>>())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
