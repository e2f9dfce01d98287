//! The proof of acting for a speaker: by her personal link, or signed in with her account.

use diesel_async::AsyncPgConnection;
use serde_json::Value;

use super::{Speaker, SpeakerId, profile::record, store};
use crate::{
    accounts::proofs::{SignedIn, Visitor},
    audit::{Actor, ActorKind},
    db::Tx,
    editions::Edition,
    error::Error,
    keys::{Keys, LinkToken, Purpose},
    values::{Id, Lang},
};

crate::text_enum! {
    /// By which way something was said in a speaker's name.
    pub enum Through {
        /// By her personal link, which her contact may hold too.
        Link = "link",
        /// Signed in with her account.
        Account = "account",
        /// To staff, by phone or chat, who recorded it.
        Staff = "staff",
    }
}

/// Acts for a speaker: she herself, or her contact.
#[derive(Clone, Debug)]
pub struct Presenter {
    actor: Actor,
    through: Through,
    speaker: SpeakerId,
    edition: Id<Edition>,
    lang: Lang,
    link_version: i32,
}

impl Presenter {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// By which way.
    #[must_use]
    pub fn through(&self) -> Through {
        self.through
    }

    /// For whom.
    #[must_use]
    pub fn speaker(&self) -> SpeakerId {
        self.speaker
    }

    /// The edition this power ends at.
    #[must_use]
    pub fn edition(&self) -> Id<Edition> {
        self.edition
    }

    /// The language that she is written to in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    fn of(actor: Actor, through: Through, row: &Speaker) -> Self {
        let (speaker, edition, link_version) = (row.id, row.edition, row.link_version);
        Self { actor, through, speaker, edition, lang: row.lang, link_version }
    }

    /// The link, or the account, as it was when this proof was made; a verb looks again under its lock.
    pub(super) fn still_holds(&self, row: &Speaker) -> Result<(), Error> {
        let holds = match self.through {
            Through::Account => row.account.map(Id::uuid) == self.actor.id,
            Through::Link | Through::Staff => row.link_version == self.link_version,
        };
        if holds { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// The proof of a personal link.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no live one.
pub async fn presenter_by_link(
    conn: &mut AsyncPgConnection,
    who: &Visitor,
    keys: &Keys,
    token: &LinkToken,
) -> Result<Presenter, Error> {
    let row = store::find_one(conn, token.id().into()).await?;
    if !keys.opens(token, Purpose::Speaker, row.link_version) {
        return Err(Error::NotFound);
    }
    let actor = Actor { kind: ActorKind::Link, id: Some(row.id.uuid()), ..who.actor().clone() };
    Ok(Presenter::of(actor, Through::Link, &row))
}

/// The proof of an account that was linked to a speaker of the edition.
///
/// # Errors
/// [`Error::NotFound`] when none was.
pub async fn presenter_by_account(
    conn: &mut AsyncPgConnection,
    who: &SignedIn,
    edition: Id<Edition>,
) -> Result<Presenter, Error> {
    let row = store::of_account(conn, edition, who.account()).await?;
    Ok(Presenter::of(who.actor().clone(), Through::Account, &row))
}

/// Links the account that is signed in to the speaker whose link is held; once.
///
/// # Errors
/// [`Error::Conflict`] `speaker_has_account`; [`Error::NotFound`] when the link was replaced.
pub async fn link_account(tx: &mut Tx, who: &Presenter, account: &SignedIn) -> Result<(), Error> {
    let row = locked(tx, who).await?;
    let taken = store::of_account(tx, row.edition, account.account()).await.is_ok();
    if row.account.is_some() || taken {
        return Err(Error::conflict("speaker_has_account"));
    }
    store::set_account(tx, row.id, account.account()).await?;
    record(tx, who.actor(), "speaker.link-account", &row, Value::Null).await
}

/// The speaker acted for, read anew and locked.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn locked(tx: &mut Tx, who: &Presenter) -> Result<Speaker, Error> {
    let row = store::lock(tx, who.speaker).await?;
    who.still_holds(&row)?;
    Ok(row)
}
