//! The outbox's tables as the worker uses them: claim, keep the rendering, note what became of it.

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

/// Takes at most `limit` mails that are due, or whose lease ran out, for `lease` seconds. Mails of editions and side
/// events other than `known` are left for a worker that knows them, those to domains that are `resting` for later.
pub(super) async fn claim(
    tx: &mut Tx,
    limit: usize,
    lease: f64,
    (known, resting): (Vec<Uuid>, Vec<String>),
) -> Result<Vec<Claimed>, Error> {
    let claimed = diesel::sql_query(
        "UPDATE mail SET state = 'sending', attempts = attempts + 1,
                lease_until = clock_timestamp() + make_interval(secs => $2)
         WHERE id IN (
             SELECT id FROM mail
             WHERE (state = 'queued' AND due_at <= statement_timestamp()
                    OR state = 'sending' AND due_at <= statement_timestamp() AND lease_until <= statement_timestamp())
               AND (edition_id IS NULL OR coalesce((values #>> '{values,side_event}')::uuid, edition_id) = ANY ($3))
               AND (cardinality($4) = 0 OR lower(regexp_replace(recipient, '^.*@', '')) <> ALL ($4))
             ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING id, edition_id, template, recipient, recipient_name, lang, values, attempts, tries_from,
                   subject, body_text, body_html, created_at",
    )
    .bind::<BigInt, _>(i64::try_from(limit).unwrap_or(i64::MAX))
    .bind::<Double, _>(lease)
    .bind::<Array<SqlUuid>, _>(known)
    .bind::<Array<Text>, _>(resting);
    Ok(claimed.load(&mut **tx).await?)
}

/// Keeps what was printed, placeholders and all.
pub(super) async fn keep(tx: &mut Tx, printed: &[(Id<Mail>, Rendering)]) -> Result<(), Error> {
    diesel::sql_query(
        "UPDATE mail SET subject = t.subject, body_text = t.body_text, body_html = t.body_html
         FROM unnest($1, $2, $3, $4) AS t (id, subject, body_text, body_html) WHERE mail.id = t.id",
    )
    .bind::<Array<SqlUuid>, _>(printed.iter().map(|(id, _)| id.uuid()).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(printed.iter().map(|(_, kept)| kept.subject.as_str()).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(printed.iter().map(|(_, kept)| kept.text.as_str()).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(printed.iter().map(|(_, kept)| kept.html.as_str()).collect::<Vec<_>>())
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

/// Takes a mail that this worker holds out of the line, as if it had never been tried.
pub(super) async fn withhold(tx: &mut Tx, row: &Claimed, why: Withheld) -> Result<(), Error> {
    let out = (
        mail::state.eq(MailState::Suppressed),
        mail::withheld.eq(why),
        mail::lease_until.eq(None::<Moment>),
        mail::attempts.eq(mail::attempts - 1),
    );
    diesel::update(mail::table.find(row.id)).set(out).execute(&mut **tx).await?;
    Ok(())
}

/// Gives back mails that were claimed but not tried, as if they had never been.
pub(super) async fn release(tx: &mut Tx, rows: &[Claimed]) -> Result<(), Error> {
    for row in rows {
        put_back(tx, row, Duration::ZERO).await?;
    }
    Ok(())
}

/// Gives back one, to be taken up after a rest at the earliest.
pub(super) async fn put_back(tx: &mut Tx, row: &Claimed, rest: Duration) -> Result<(), Error> {
    diesel::sql_query(
        "UPDATE mail SET state = 'queued', lease_until = NULL, attempts = attempts - 1,
                due_at = CASE WHEN $3 > 0 THEN clock_timestamp() + make_interval(secs => $3) ELSE due_at END
         WHERE id = $1 AND state = 'sending' AND attempts = $2",
    )
    .bind::<SqlUuid, _>(row.id)
    .bind::<Integer, _>(row.attempts)
    .bind::<Double, _>(rest.as_secs_f64())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
