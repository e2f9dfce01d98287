//! What a speaker reads and writes of herself.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{Contact, Presenter, Profile, ProfileFields, Speaker, SpeakerId, presenter::locked, store};
use crate::{
    accounts::Account,
    audit::{self, Actor, Entry},
    db::Tx,
    editions::{Edition, publication},
    error::Error,
    values::{Email, Id, Lang, Localised},
};

/// The speaker that the proof acts for.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn me(conn: &mut AsyncPgConnection, who: &Presenter) -> Result<Speaker, Error> {
    let row = store::find_one(conn, who.speaker()).await?;
    who.still_holds(&row)?;
    Ok(row)
}

/// Which of these addresses, in lower case, mails to speakers of the edition go to. Only for counting.
///
/// # Errors
/// The database's.
pub async fn addresses_among(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    keys: &[String],
) -> Result<Vec<String>, Error> {
    store::keys_among(conn, edition, keys).await
}

/// Writes her profile.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::NotFound`] when the link was replaced.
pub async fn set_profile(tx: &mut Tx, who: &Presenter, profile: Profile) -> Result<Speaker, Error> {
    let before = locked(tx, who).await?;
    write(tx, who.actor(), "speaker.change", &before, &profile).await
}

/// The speaker of that address, made if there is none. Of one that is there nothing changes and nothing is told:
/// whoever typed the address may be a stranger.
///
/// # Errors
/// The database's.
pub async fn by_address(
    tx: &mut Tx,
    actor: &Actor,
    edition: Id<Edition>,
    email: &Email,
    lang: Lang,
) -> Result<Speaker, Error> {
    let contact = Contact { email: Some(email.clone()), contact_name: None, contact_email: None, lang };
    let Some(made) = store::insert(tx, edition, &contact).await? else {
        return store::by_email(tx, edition, email).await;
    };
    record(tx, actor, "speaker.create", &made, json!({ "after": contact })).await?;
    Ok(made)
}

/// The speaker of that address, if there is one; never told to who asks.
///
/// # Errors
/// The database's.
pub async fn known(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    email: &Email,
) -> Result<Option<Speaker>, Error> {
    match store::by_email(conn, edition, email).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The speaker of a submission that the caller has found.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn of_submission(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    id: SpeakerId,
) -> Result<Speaker, Error> {
    let row = store::find_one(conn, id).await?;
    if row.edition == edition { Ok(row) } else { Err(Error::NotFound) }
}

/// The speaker of somebody who has an account: hers, or the one of her address, or a new one who is called as the account
/// and works at `organisation`.
///
/// # Errors
/// [`Error::Conflict`] `speaker_has_account` when the speaker of her address has another account.
pub async fn of_account(
    tx: &mut Tx,
    actor: &Actor,
    edition: Id<Edition>,
    account: &Account,
    organisation: &Localised,
) -> Result<Speaker, Error> {
    match store::of_account(tx, edition, account.id).await {
        Err(Error::NotFound) => {}
        found => return found,
    }
    let found = by_address(tx, actor, edition, &account.email, account.lang).await?;
    if found.account.is_some() {
        return Err(Error::conflict("speaker_has_account"));
    }
    store::set_account(tx, found.id, account.id).await?;
    record(tx, actor, "speaker.link-account", &found, Value::Null).await?;
    if found.is_named() {
        return store::find_one(tx, found.id).await;
    }
    let is_han = account.name.chars().any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter));
    let (latin, han) = if is_han { ("", &*account.name) } else { (&*account.name, "") };
    let raw = ProfileFields {
        name_latin: latin.to_owned(),
        name_han: han.to_owned(),
        organisation: organisation.pick(account.lang).text.to_owned(),
        ..ProfileFields::default()
    };
    // A name that only an account may have, such as a nickname in signs, is hers to write anew.
    match Profile::try_from(&raw) {
        Ok(profile) => write(tx, actor, "speaker.change", &found, &profile).await,
        Err(_) => store::find_one(tx, found.id).await,
    }
}

pub(super) async fn write(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    before: &Speaker,
    profile: &Profile,
) -> Result<Speaker, Error> {
    write_as(tx, actor, action, (before, before.email.as_ref()), profile).await
}

/// The same beside a change of her address, which stands among the words under which she is found.
pub(super) async fn write_as(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    (before, email): (&Speaker, Option<&Email>),
    profile: &Profile,
) -> Result<Speaker, Error> {
    if profile.seen_version.is_some_and(|seen| seen != before.version) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    let after = store::set_profile(tx, before.id, email, profile).await?;
    record(tx, actor, action, &after, json!({ "before": before, "after": after })).await?;
    // The programme names her as she is now.
    publication::bump(tx, after.edition).await?;
    Ok(after)
}

pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    row: &Speaker,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (row.id.uuid(), Some(row.edition.uuid()));
    audit::record(tx, actor, Entry { action, subject_kind: "speaker", subject, edition, content }).await
}
