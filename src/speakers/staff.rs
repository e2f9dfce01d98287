//! What staff do with speakers: add one by name, correct her, put all in protocol order, send her link.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    NewSpeaker, Speaker, SpeakerId,
    profile::{record, write, write_as},
    store,
};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::{Tx, ordering},
    editions::publication,
    error::{Error, Reason},
    mail,
};

/// Adds a speaker by name; her address may be unknown.
///
/// # Errors
/// `speaker_known` on `email` when somebody of the edition has it.
pub async fn add(tx: &mut Tx, who: &Programme, new: NewSpeaker) -> Result<Speaker, Error> {
    let made = store::insert(tx, who.edition().into(), &new.contact).await?;
    let made = made.ok_or_else(|| Error::field("email", Reason::new("speaker_known")))?;
    record(tx, who.actor(), "speaker.create", &made, json!({ "after": new.contact })).await?;
    write(tx, who.actor(), "speaker.change", &made, &new.profile).await
}

/// Corrects a speaker's profile and how she is reached. Where her mails go elsewhere from now on, the old link dies.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `edited_meanwhile`; `speaker_known` on `email`.
pub async fn correct(tx: &mut Tx, who: &Programme, id: SpeakerId, new: NewSpeaker) -> Result<Speaker, Error> {
    let before = lock(tx, who, id).await?;
    store::set_contact(tx, &before, &new.contact).await?;
    write_as(tx, who.actor(), "speaker.correct", (&before, new.contact.email.as_ref()), &new.profile).await
}

/// Puts those named first, in this order (protocol); the rest keep theirs behind.
///
/// # Errors
/// [`Error::NotFound`] when one is not of the proof's edition.
pub async fn reorder(tx: &mut Tx, who: &Programme, order: &[SpeakerId]) -> Result<(), Error> {
    let ids: Vec<Uuid> = order.iter().map(|id| id.uuid()).collect();
    let subject = who.edition();
    ordering::reorder(tx, "speaker", subject, &ids).await?;
    let entry = Entry {
        action: "speaker.reorder",
        subject_kind: "edition",
        subject,
        edition: Some(subject),
        content: json!({ "after": ids }),
    };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, subject.into()).await
}

/// Sends her, or her contact, the personal link; as often as it is asked for.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `speaker_unreachable` without any address.
pub async fn invite(tx: &mut Tx, who: &Programme, id: SpeakerId) -> Result<(), Error> {
    let row = lock(tx, who, id).await?;
    let addressee = row.addressee().ok_or_else(|| Error::conflict("speaker_unreachable"))?;
    mail::queue(tx, &[addressee.invited()]).await?;
    record(tx, who.actor(), "speaker.invite", &row, Value::Null).await
}

/// One speaker, for staff.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn find(conn: &mut AsyncPgConnection, who: &Programme, id: SpeakerId) -> Result<Speaker, Error> {
    within(who, store::find_one(conn, id).await?)
}

/// The edition's speakers in protocol order, all or those whom the words find.
///
/// # Errors
/// The database's.
pub async fn list(conn: &mut AsyncPgConnection, who: &Programme, text: &str) -> Result<Vec<Speaker>, Error> {
    store::list(conn, who.edition().into(), text).await
}

pub(super) async fn lock(tx: &mut Tx, who: &Programme, id: SpeakerId) -> Result<Speaker, Error> {
    within(who, store::lock(tx, id).await?)
}

fn within(who: &Programme, row: Speaker) -> Result<Speaker, Error> {
    if row.edition.uuid() == who.edition() { Ok(row) } else { Err(Error::NotFound) }
}
