//! What staff and other domains do to mails that are already in the outbox.

use diesel::{prelude::*, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::json;
use uuid::Uuid;

use super::{
    letters::{Reach, is_about, within},
    outbox::Mail,
    store::MailState,
};
use crate::{
    db::{
        Tx,
        schema::{mail, mail_attempt},
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
/// [`Error::Conflict`] `mail_sent` when the server took it already, `mail_sending` while a worker has it;
/// [`Error::NotFound`] beyond `reach`.
pub async fn retry(tx: &mut Tx, reach: Reach, id: Id<Mail>, now: Moment) -> Result<MailState, Error> {
    let state = lock(tx, reach, id).await?;
    match state {
        MailState::Sent => return Err(Error::conflict("mail_sent")),
        MailState::Sending => return Err(Error::conflict("mail_sending")),
        MailState::Draft | MailState::Queued | MailState::Failed | MailState::Suppressed => {}
    }
    diesel::update(mail::table.find(id))
        .set((mail::state.eq(MailState::Queued), mail::due_at.eq(now), mail::tries_from.eq(mail::attempts)))
        .execute(&mut **tx)
        .await?;
    Ok(state)
}

/// Takes a mail out of the line, so that it is not sent; answers the state it was in.
///
/// # Errors
/// As [`retry`].
pub async fn cancel(tx: &mut Tx, reach: Reach, id: Id<Mail>) -> Result<MailState, Error> {
    let state = lock(tx, reach, id).await?;
    match state {
        MailState::Sent => return Err(Error::conflict("mail_sent")),
        MailState::Sending => return Err(Error::conflict("mail_sending")),
        MailState::Draft | MailState::Queued | MailState::Failed | MailState::Suppressed => {}
    }
    let taken_out = diesel::update(mail::table.find(id)).set(mail::state.eq(MailState::Suppressed));
    taken_out.execute(&mut **tx).await?;
    Ok(state)
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
    let emptied = diesel::update(hers).set((
        mail::state.eq(unsent),
        mail::lease_until.eq(None::<Moment>),
        mail::recipient.eq(nobody),
        mail::recipient_name.eq(""),
        mail::values.eq(json!({})),
        mail::subject.eq(None::<String>),
        mail::body_text.eq(None::<String>),
        mail::body_html.eq(None::<String>),
    ));
    let emptied: Vec<Id<Mail>> = emptied.returning(mail::id).get_results(&mut **tx).await?;
    // Mail servers quote addresses in their answers.
    let answers = mail_attempt::table.filter(mail_attempt::mail_id.eq_any(&emptied));
    diesel::update(answers).set(mail_attempt::answer.eq("")).execute(&mut **tx).await?;
    Ok(emptied.len())
}
