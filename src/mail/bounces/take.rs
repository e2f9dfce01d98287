//! Noting that a mail came back.

use diesel::{dsl::count_star, prelude::*, sql_types::Text};
use diesel_async::RunQueryDsl;
use jiff::SignedDuration;
use uuid::Uuid;

use super::{Bounce, Report, Weight, report::verdict};
use crate::{
    audit::Actor,
    db::{
        Tx,
        schema::{bounce, mail, suppression},
    },
    error::Error,
    mail::{
        MailKind, MailState, named,
        outbox::Mail,
        suppression::{NewSuppression, SuppressionReason, suppress},
    },
    values::{Id, Moment},
};

/// So many soft failures make a hard one,
pub const SOFT_LIMIT: i64 = 3;
/// if they come within so many days.
pub const SOFT_DAYS: i64 = 14;
/// After the first soft failure the mail is tried again this many days later, after the second twice as many: its server
/// has tried for days already.
const REST: i64 = 1;

/// What a bounce came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The mail is no longer there, or its recipient was erased.
    Gone,
    /// The mail did not fail, or not for everybody behind the address.
    NoFailure,
    /// This try of the mail was known to have failed.
    Known,
    /// The mail is tried again later.
    PutOff,
    /// Mail does not reach the address; nothing more is sent there.
    Suppressed,
}

/// The mail that came back.
#[derive(Queryable)]
struct Sent {
    edition: Option<Uuid>,
    recipient: String,
    template: String,
    state: MailState,
    attempts: i32,
}

/// Notes the failure of `bounce`'s mail. Noting it twice is noting it once.
///
/// # Errors
/// The database's.
pub async fn take(tx: &mut Tx, who: &Actor, bounce: &Bounce, now: Moment) -> Result<Taken, Error> {
    let id = Id::<Mail>::from(bounce.mail);
    let columns = (mail::edition_id, mail::recipient, mail::template, mail::state, mail::attempts);
    let sent = mail::table.find(id).select(columns).for_update();
    let Some(sent) = sent.first::<Sent>(&mut **tx).await.optional()? else { return Ok(Taken::Gone) };
    if sent.recipient.ends_with(".invalid") {
        return Ok(Taken::Gone);
    }
    let Some((weight, report)) = verdict(&bounce.reports, &sent.recipient) else {
        return Ok(Taken::NoFailure);
    };
    if !note(tx, id, &sent, weight, report, now).await? {
        return Ok(Taken::Known);
    }
    let times = soft_failures(tx, &sent.recipient, now).await?;
    let reason = match weight {
        Weight::Hard => SuppressionReason::Bounced,
        Weight::Soft if times >= SOFT_LIMIT => SuppressionReason::KeptFailing,
        Weight::Soft => {
            put_off(tx, id, &sent, now.plus(SignedDuration::from_hours(24 * REST * times.max(1)))).await?;
            return Ok(Taken::PutOff);
        }
    };
    let diagnostic = &report.diagnostic;
    let new =
        NewSuppression { address: &sent.recipient, reason, diagnostic, mail: id, edition: sent.edition };
    suppress(tx, who, new).await?;
    let failed =
        diesel::update(mail::table.find(id).filter(mail::state.eq_any([MailState::Sent, MailState::Queued])));
    failed
        .set((mail::state.eq(MailState::Failed), mail::sent_at.eq(None::<Moment>)))
        .execute(&mut **tx)
        .await?;
    Ok(Taken::Suppressed)
}

/// Keeps the report; answers whether this try was not known to have failed.
async fn note(
    tx: &mut Tx,
    id: Id<Mail>,
    sent: &Sent,
    weight: Weight,
    report: &Report,
    now: Moment,
) -> Result<bool, Error> {
    let row = (
        bounce::mail_id.eq(id),
        bounce::attempt.eq(sent.attempts),
        bounce::weight.eq(weight),
        bounce::status.eq(report.status.map(|status| status.to_string())),
        bounce::diagnostic.eq(&report.diagnostic),
        bounce::at.eq(now),
    );
    let noted = diesel::insert_into(bounce::table).values(row).on_conflict_do_nothing();
    Ok(noted.execute(&mut **tx).await? > 0)
}

/// How often mail to `address` came back softly of late, and since it was last lifted.
async fn soft_failures(tx: &mut Tx, address: &str, now: Moment) -> Result<i64, Error> {
    let key = address.to_lowercase();
    let lifted: Option<Moment> = suppression::table
        .filter(suppression::address.eq(&key))
        .select(suppression::lifted_at)
        .first::<Option<Moment>>(&mut **tx)
        .await
        .optional()?
        .flatten();
    let window = now.plus(SignedDuration::from_hours(-24 * SOFT_DAYS));
    let since = lifted.map_or(window, |lifted| lifted.max(window));
    let hers = diesel::dsl::sql::<diesel::sql_types::Bool>("lower(recipient) = ").bind::<Text, _>(key);
    let soft = bounce::table.inner_join(mail::table).filter(hers).filter(bounce::weight.eq(Weight::Soft));
    Ok(soft.filter(bounce::at.gt(since)).select(count_star()).first(&mut **tx).await?)
}

/// Has the mail sent again, under its Message-ID; what she waited for at that moment is of no use later.
async fn put_off(tx: &mut Tx, id: Id<Mail>, sent: &Sent, due: Moment) -> Result<(), Error> {
    let asked = named(&sent.template).is_none_or(|template| template.kind == MailKind::Asked);
    if asked || sent.state != MailState::Sent {
        return Ok(());
    }
    let again = (
        mail::state.eq(MailState::Queued),
        mail::sent_at.eq(None::<Moment>),
        mail::due_at.eq(due),
        mail::tries_from.eq(mail::attempts),
    );
    diesel::update(mail::table.find(id)).set(again).execute(&mut **tx).await?;
    Ok(())
}
