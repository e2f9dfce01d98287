//! What comes in by the one way in, and what is answered.

use super::{NewRegistration, PassHolder, Registration, RegistrationId, State};
use crate::{
    accounts::proofs::{Desk, Organiser, System, Visitor},
    audit::Actor,
    db::idempotency::Claim,
    editions::Edition,
    error::Error,
    keys::{self, Keys},
    questions::StoredAnswer,
    values::{Id, Lang},
};

/// Who registers somebody.
#[derive(Clone, Debug)]
pub enum Entrant {
    /// Anybody, within the type's window.
    Visitor(Visitor),
    /// An organiser, at any time.
    Organiser(Organiser),
    /// The desk, for a walk-in, at any time.
    Desk(Desk),
    /// Whoever holds the link of a pass, while the pass may be claimed: its places become hers.
    Pass(PassHolder),
    /// A duty, for whoever is on stage, at any time.
    System(System),
}

impl Entrant {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        match self {
            Self::Visitor(who) => who.actor(),
            Self::Organiser(who) => who.actor(),
            Self::Desk(who) => who.actor(),
            Self::Pass(who) => who.actor(),
            Self::System(who) => who.actor(),
        }
    }

    /// Whether the type's window and the edition's state bind them.
    pub(super) fn is_visitor(&self) -> bool {
        matches!(self, Self::Visitor(_))
    }

    /// Whether they register themselves: then only their mail tells whether they are known.
    pub(super) fn is_outsider(&self) -> bool {
        matches!(self, Self::Visitor(_) | Self::Pass(_))
    }

    /// Whether places are held for whom they register.
    pub(super) fn has_place(&self) -> bool {
        matches!(self, Self::Pass(_))
    }

    /// Whether their power reaches this edition.
    pub(super) fn may_enter(&self, edition: Id<Edition>) -> bool {
        match self {
            Self::Visitor(_) | Self::System(_) => true,
            Self::Organiser(who) => who.edition() == edition.uuid(),
            Self::Desk(who) => who.edition() == edition.uuid(),
            Self::Pass(who) => who.pass().edition == edition,
        }
    }
}

/// One registration on its way in: everything it needs is owned, so that it can wait in a queue.
#[derive(Clone, Debug)]
pub struct Admission {
    /// The id it will have, made beforehand: after a lost answer it tells whether this one got in.
    pub id: RegistrationId,
    /// Who registers.
    pub entrant: Entrant,
    /// Whom, for what.
    pub new: NewRegistration,
    /// The language she is written to in.
    pub lang: Lang,
    /// The client's wish to have this happen once.
    pub claim: Option<Claim>,
    pub(super) answers: Vec<StoredAnswer>,
    pub(super) email_key: String,
    pub(super) name_key: String,
    pub(super) ticket_code: String,
    /// The words she is found by.
    pub(super) search: String,
}

impl Admission {
    /// Gives it its id and its ticket's code, and seals sensitive answers under that id. Everything that
    /// needs no database is done here, outside the one transaction that all wait for.
    ///
    /// # Errors
    /// [`Error::Internal`] when sealing fails.
    pub fn new(
        keys: &Keys,
        entrant: Entrant,
        new: NewRegistration,
        lang: Lang,
        claim: Option<Claim>,
    ) -> Result<Self, Error> {
        let id = Id::<Registration>::fresh();
        let answers = new.answers.stored(keys, id.uuid())?;
        let ticket_code = keys::ticket_code();
        let search = new.person.search(new.email.as_str(), &ticket_code);
        let (email_key, name_key) = (new.email.key(), new.person.name.key());
        Ok(Self { id, entrant, new, lang, claim, answers, email_key, name_key, ticket_code, search })
    }
}

/// What became of an [`Admission`]. A page must not show strangers the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// It is a new registration now.
    New {
        /// Its id, that of the admission.
        id: RegistrationId,
        /// Where it stands.
        state: State,
    },
    /// The same request came before and made this one.
    Repeated(RegistrationId),
    /// The same request came before and found this one; nothing happens again.
    RepeatedKnown(RegistrationId),
    /// She is registered already; a visitor's request queued a mail that tells her.
    Known(RegistrationId),
}

impl Admitted {
    /// The registration that she has now.
    #[must_use]
    pub fn id(self) -> RegistrationId {
        match self {
            Self::New { id, .. } | Self::Repeated(id) | Self::RepeatedKnown(id) | Self::Known(id) => id,
        }
    }
}
