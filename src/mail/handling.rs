//! What staff and other domains do to mails that are already in the outbox.

use diesel::{prelude::*, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::json;
use uuid::Uuid;

use super::{
    letters::{Reach, is_about, within},
    outbox::{Cause, Mail},
    store::{MailState, Withheld},
};
use crate::{
    db::{
        Tx, clock_timestamp,
        schema::{bounce, mail, mail_attempt, mail_preference, suppression},
    },
    error::Error,
    values::{Id, Moment},
};

/// Reads and locks the state of a mail within `reach`.
async fn lock(tx: &mut Tx, reach: Reach, id: Id<Mail>) -> Result<MailState, Error> {
    let seen: Option<Id<Mail>> =
        within(reach).filter(mail::id.eq(id)).select(mail::id).first(&mut **tx).await.optional()?;
    let id = seen.ok_or(Error::NotFound)?;
    Ok(mail::table.find(id).for_update().select(mail::state).first(&mut **tx).await?)
}

/// Has a mail tried again at once, with all its tries before it; answers the state it was in.
///
/// # Errors
/// [`Error::Conflict`] `mail_sent` when the server took it already, `mail_sending` while a worker has it, `mail_emptied` when
/// what it said was deleted; [`Error::NotFound`] beyond `reach`.
pub async fn retry(tx: &mut Tx, reach: Reach, id: Id<Mail>, now: Moment) -> Result<MailState, Error> {
    let state = lock(tx, reach, id).await?;
    let emptied: Option<Moment> = mail::table.find(id).select(mail::emptied_at).first(&mut **tx).await?;
    if emptied.is_some() {
        return Err(Error::conflict("mail_emptied"));
    }
    match state {
        MailState::Sent => return Err(Error::conflict("mail_sent")),
        MailState::Sending => return Err(Error::conflict("mail_sending")),
        MailState::Draft | MailState::Queued | MailState::Failed | MailState::Suppressed => {}
    }
    diesel::update(mail::table.find(id))
        .set((
            mail::state.eq(MailState::Queued),
            mail::withheld.eq(None::<Withheld>),
            mail::due_at.eq(now),
            mail::tries_from.eq(mail::attempts),
        ))
        .execute(&mut **tx)
        .await?;
    Ok(state)
}

/// Takes a mail out of the line, so that it is not sent; answers the state it was in.
///
/// # Errors
/// As [`retry`], but for one that was emptied.
pub async fn cancel(tx: &mut Tx, reach: Reach, id: Id<Mail>) -> Result<MailState, Error> {
    let state = lock(tx, reach, id).await?;
    match state {
        MailState::Sent => return Err(Error::conflict("mail_sent")),
        MailState::Sending => return Err(Error::conflict("mail_sending")),
        MailState::Draft | MailState::Queued | MailState::Failed | MailState::Suppressed => {}
    }
    let out = (mail::state.eq(MailState::Suppressed), mail::withheld.eq(Withheld::Staff));
    diesel::update(mail::table.find(id)).set(out).execute(&mut **tx).await?;
    Ok(state)
}

/// Holds a mail that waits, until it is released.
///
/// # Errors
/// [`Error::Conflict`] `mail_not_waiting` in any other state; [`Error::NotFound`] beyond `reach`.
pub async fn hold(tx: &mut Tx, reach: Reach, id: Id<Mail>) -> Result<(), Error> {
    shift(tx, reach, id, (MailState::Queued, MailState::Draft), Error::conflict("mail_not_waiting")).await
}

/// Lets a mail that was held go out at its time.
///
/// # Errors
/// [`Error::Conflict`] `mail_not_held`; [`Error::NotFound`] beyond `reach`.
pub async fn release(tx: &mut Tx, reach: Reach, id: Id<Mail>) -> Result<(), Error> {
    shift(tx, reach, id, (MailState::Draft, MailState::Queued), Error::conflict("mail_not_held")).await
}

async fn shift(
    tx: &mut Tx,
    reach: Reach,
    id: Id<Mail>,
    (from, to): (MailState, MailState),
    otherwise: Error,
) -> Result<(), Error> {
    if lock(tx, reach, id).await? != from {
        return Err(otherwise);
    }
    diesel::update(mail::table.find(id)).set(mail::state.eq(to)).execute(&mut **tx).await?;
    Ok(())
}

/// Holds what waits of the mails of one cause; answers how many. What a worker has at this moment may come back to the line.
///
/// # Errors
/// The database's.
pub async fn hold_all(tx: &mut Tx, cause: Cause) -> Result<usize, Error> {
    let waiting = mail::table.filter(is_of(cause)).filter(mail::state.eq(MailState::Queued));
    Ok(diesel::update(waiting).set(mail::state.eq(MailState::Draft)).execute(&mut **tx).await?)
}

/// Lets go all that is held of the mails of one cause, those that were held one by one too; answers how many.
///
/// # Errors
/// The database's.
pub async fn release_all(tx: &mut Tx, cause: Cause) -> Result<usize, Error> {
    let held = mail::table.filter(is_of(cause)).filter(mail::state.eq(MailState::Draft));
    Ok(diesel::update(held).set(mail::state.eq(MailState::Queued)).execute(&mut **tx).await?)
}

/// Takes what waits or is held of the mails of one cause out of the line; answers how many. As with [`hold_all`], one that
/// a worker has may come back.
///
/// # Errors
/// The database's.
pub async fn cancel_all(tx: &mut Tx, cause: Cause) -> Result<usize, Error> {
    let unsent = mail::state.eq_any([MailState::Draft, MailState::Queued]);
    let out = (mail::state.eq(MailState::Suppressed), mail::withheld.eq(Withheld::Staff));
    let unsent = mail::table.filter(is_of(cause)).filter(unsent);
    Ok(diesel::update(unsent).set(out).execute(&mut **tx).await?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_of(cause: Cause) -> _ {
    let (kind, id): (&'static str, Uuid) = (cause.kind, cause.id);
    mail::cause_id.eq(id).and(mail::cause_kind.eq(kind))
}

/// Deletes what waits to be sent for `edition`: the sample's people never asked for mail.
///
/// # Errors
/// The database's.
pub async fn discard_unsent(tx: &mut Tx, edition: Uuid) -> Result<(), Error> {
    let waiting = mail::state.eq_any([MailState::Draft, MailState::Queued]);
    diesel::delete(mail::table.filter(mail::edition_id.eq(edition)).filter(waiting))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Empties every mail of `edition` that one of `rows` caused or that leads to one, and takes those not yet sent out of
/// the line: the person is erased. What is on its way at this moment still arrives. The rows stay, for the counts;
/// answers how many there were.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, edition: Uuid, rows: &[Uuid]) -> Result<usize, Error> {
    let unsent = diesel::dsl::sql::<sql_types::Text>(
        "CASE WHEN state IN ('draft', 'queued', 'sending') THEN 'suppressed' ELSE state END",
    );
    // Two mails of one cause are told apart by recipient, so each gets a nobody of its own (RFC 2606 section 2).
    let nobody = diesel::dsl::sql::<sql_types::Text>("id || '@erased.invalid'");
    let hers = mail::table.filter(mail::edition_id.eq(edition)).filter(is_about(rows));
    // A lone address that bounced tells of her too, once no mail names it.
    let addresses: Vec<String> = mail::table
        .filter(mail::edition_id.eq(edition))
        .filter(is_about(rows))
        .select(mail::recipient)
        .distinct()
        .load(&mut **tx)
        .await?;
    let emptied = diesel::update(hers).set((
        mail::state.eq(unsent),
        mail::lease_until.eq(None::<Moment>),
        mail::recipient.eq(nobody),
        mail::recipient_name.eq(""),
        mail::values.eq(json!({})),
        mail::subject.eq(None::<String>),
        mail::body_text.eq(None::<String>),
        mail::body_html.eq(None::<String>),
        mail::emptied_at.eq(clock_timestamp().nullable()),
    ));
    let emptied: Vec<Id<Mail>> = emptied.returning(mail::id).get_results(&mut **tx).await?;
    // Mail servers quote addresses in their answers.
    let answers = mail_attempt::table.filter(mail_attempt::mail_id.eq_any(&emptied));
    diesel::update(answers).set(mail_attempt::answer.eq("")).execute(&mut **tx).await?;
    let reports = bounce::table.filter(bounce::mail_id.eq_any(&emptied));
    diesel::update(reports).set(bounce::diagnostic.eq("")).execute(&mut **tx).await?;
    let keys: Vec<String> = addresses.iter().map(|address| address.to_lowercase()).collect();
    let unused = diesel::dsl::sql::<sql_types::Bool>(
        "NOT EXISTS (SELECT FROM mail WHERE lower(mail.recipient) = suppression.address)",
    );
    let choices = mail_preference::table.filter(mail_preference::edition_id.eq(edition));
    diesel::delete(choices.filter(mail_preference::address.eq_any(keys.clone()))).execute(&mut **tx).await?;
    diesel::delete(suppression::table.filter(suppression::address.eq_any(keys)).filter(unused))
        .execute(&mut **tx)
        .await?;
    Ok(emptied.len())
}
