//! Proofs: what a verb demands to be shown before it does anything.
//!
//! A proof's fields are private to `accounts`, so only this domain can make one, after looking at
//! roles and scopes. It carries its actor for the audit trail, and the edition its power is limited to:
//! staff finders filter by it, so an organiser of one edition cannot reach the rows of another.

use std::net::{IpAddr, Ipv6Addr};

use uuid::Uuid;

use super::{Account, Session};
use crate::{audit::Actor, values::Id};

/// Anybody, on a public page: proves nothing but where the request came from.
#[derive(Clone, Debug)]
pub struct Visitor {
    actor: Actor,
}

impl Visitor {
    /// A visitor as `actor`.
    #[must_use]
    pub fn new(actor: Actor) -> Self {
        Self { actor }
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The network she asks from, for limits: the address itself, or the /64 it is of in IPv6, since one household
    /// or hall holds at least that much (RFC 6177). Empty where the request came over no network.
    #[must_use]
    pub fn network(&self) -> String {
        let address = self.actor.address.as_deref().unwrap_or_default();
        match address.parse() {
            Ok(IpAddr::V6(six)) => Ipv6Addr::from_bits(six.to_bits() & (u128::MAX << 64)).to_string(),
            _ => address.to_owned(),
        }
    }
}

/// The program itself, for duties, and the operator at the shell, who owns the machine.
#[derive(Clone, Debug)]
pub struct System {
    actor: Actor,
}

impl System {
    /// A duty of the program.
    #[must_use]
    pub fn duty() -> Self {
        Self { actor: Actor::duty() }
    }

    /// The operator at the shell.
    #[must_use]
    pub fn shell() -> Self {
        Self { actor: Actor::shell() }
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// An admin of the site.
#[derive(Clone, Debug)]
pub struct Admin {
    pub(super) actor: Actor,
}

impl Admin {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The operator at the shell may do what an admin may.
    #[must_use]
    pub fn of_system(system: &System) -> Self {
        Self { actor: system.actor.clone() }
    }

    /// An admin stands in for an organiser of any edition.
    #[must_use]
    pub fn organiser_of(&self, edition: Uuid) -> Organiser {
        Organiser { actor: self.actor.clone(), edition }
    }
}

/// Declares the proof of one role in one edition; a macro only to spare five equal impl blocks.
macro_rules! edition_proofs {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            pub(super) actor: Actor,
            pub(super) edition: Uuid,
        }

        impl $name {
            /// Who acts.
            #[must_use]
            pub fn actor(&self) -> &Actor {
                &self.actor
            }

            /// The edition this power ends at.
            #[must_use]
            pub fn edition(&self) -> Uuid {
                self.edition
            }
        }
    )+};
}

edition_proofs! {
    /// May do everything inside the edition, roles included (organiser, admin).
    Organiser,
    /// May work on calls, submissions, decisions, sessions, releases (programme, organiser, admin).
    Programme,
    /// May work on templates, campaigns, outbox (communications, organiser, admin).
    Communications,
    /// May find registrations and check in (desk, organiser, admin).
    Desk,
    /// May see counts and charts, no personal data (every role of the edition, admin).
    Observer,
}

/// An organiser may do what a narrower role may.
macro_rules! organiser_widens_to {
    ($($name:ident),+) => {$(
        impl From<&Organiser> for $name {
            fn from(organiser: &Organiser) -> Self {
                Self { actor: organiser.actor.clone(), edition: organiser.edition }
            }
        }
    )+};
}

organiser_widens_to!(Programme, Communications, Desk, Observer);

/// Whoever works on the programme may see what every role may.
impl From<&Programme> for Observer {
    fn from(programme: &Programme) -> Self {
        Self { actor: programme.actor.clone(), edition: programme.edition }
    }
}

/// May see and score what was assigned to her in one edition (reviewer, organiser, admin).
#[derive(Clone, Debug)]
pub struct Reviewer {
    pub(super) actor: Actor,
    pub(super) edition: Uuid,
    pub(super) account: Id<Account>,
}

impl Reviewer {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The edition this power ends at.
    #[must_use]
    pub fn edition(&self) -> Uuid {
        self.edition
    }

    /// Whose reviews these are.
    #[must_use]
    pub fn account(&self) -> Id<Account> {
        self.account
    }
}

/// Somebody signed in, whatever their roles: may look after their own account.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub(super) actor: Actor,
    pub(super) account: Id<Account>,
    pub(super) session: Id<Session>,
}

impl SignedIn {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Whose account it is.
    #[must_use]
    pub fn account(&self) -> Id<Account> {
        self.account
    }

    /// The login session she is in.
    #[must_use]
    pub fn session(&self) -> Id<Session> {
        self.session
    }
}

/// Somebody with an account, by a session or by a token for what is her own: may do what is hers, but nothing about how
/// she signs in.
#[derive(Clone, Debug)]
pub struct AccountOwner {
    pub(super) actor: Actor,
    pub(super) account: Id<Account>,
}

impl AccountOwner {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Whose account it is.
    #[must_use]
    pub fn account(&self) -> Id<Account> {
        self.account
    }
}

impl From<&SignedIn> for AccountOwner {
    fn from(who: &SignedIn) -> Self {
        Self { actor: who.actor.clone(), account: who.account }
    }
}

impl From<&AccountOwner> for AccountOwner {
    fn from(who: &AccountOwner) -> Self {
        who.clone()
    }
}
