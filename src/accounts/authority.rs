//! Who a request is, and the proofs it may show.
//!
//! This is the only place that makes proofs out of roles. Where somebody holds no role in an edition, the edition's
//! console is not found; where she holds one that is not enough, it is forbidden. Roles are read anew for each
//! request, so that a token shrinks with its creator.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use uuid::Uuid;

use super::{
    Access, Account, ApiToken, Role, RoleAt, Session, authenticate, authenticate_token,
    powers::Powers,
    proofs::{
        AccountOwner, Admin, Communications, Desk, Observer, Organiser, Programme, Reviewer, SignedIn,
        Visitor,
    },
    store,
    tokens::narrowing,
};
use crate::{
    audit::{Actor, ActorKind},
    db::Tx,
    error::Error,
    mail::Recipient,
    values::{Lang, Moment},
};

/// How a request says who it is.
#[derive(Clone, Debug)]
enum Who {
    Nobody,
    Session(Box<Session>),
    Token(Box<ApiToken>),
}

/// Who a request is: nobody, a login session, or an API token; and what that may do right now.
#[derive(Clone, Debug)]
pub struct Authority {
    visitor: Visitor,
    who: Who,
    powers: Powers,
}

impl Authority {
    /// A request that does not say who it is.
    #[must_use]
    pub fn nobody(visitor: Visitor) -> Self {
        Self { visitor, who: Who::Nobody, powers: Powers::default() }
    }

    /// A page's request with the token of a session's cookie; nobody when that session is over.
    ///
    /// # Errors
    /// The database's.
    pub async fn by_session(
        conn: &mut AsyncPgConnection,
        visitor: Visitor,
        token: &str,
    ) -> Result<Self, Error> {
        let Some(session) = authenticate(conn, token).await? else { return Ok(Self::nobody(visitor)) };
        let roles = store::roles::held_by(conn, session.account.id).await?;
        let powers = Powers { roles, narrowing: None };
        Ok(Self { visitor, who: Who::Session(Box::new(session)), powers })
    }

    /// An API request with a bearer token.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`] when the token is unknown, over or revoked, or its creator is suspended.
    pub async fn by_token(conn: &mut AsyncPgConnection, visitor: Visitor, raw: &str) -> Result<Self, Error> {
        let token = authenticate_token(conn, raw).await?.ok_or(Error::SignInNeeded)?;
        let roles = store::roles::held_by(conn, token.account.id).await?;
        let powers = Powers { roles, narrowing: Some(narrowing(&token)) };
        Ok(Self { visitor, who: Who::Token(Box::new(token)), powers })
    }

    /// Anybody's proof, which names only the address and the request.
    #[must_use]
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    /// The login session, if that is how she came.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match &self.who {
            Who::Session(session) => Some(session),
            Who::Nobody | Who::Token(_) => None,
        }
    }

    /// The API token, if that is how it came.
    #[must_use]
    pub fn token(&self) -> Option<&ApiToken> {
        match &self.who {
            Who::Token(token) => Some(token),
            Who::Nobody | Who::Session(_) => None,
        }
    }

    /// Whose session or token it is.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.who {
            Who::Nobody => None,
            Who::Session(session) => Some(&session.account),
            Who::Token(token) => Some(&token.account),
        }
    }

    /// Whose session or token it is, as the recipient of a mail in `lang`.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`] where there is nobody.
    pub fn oneself(&self, lang: Lang) -> Result<Recipient, Error> {
        let account = self.account().ok_or(Error::SignInNeeded)?;
        Ok(Recipient { email: account.email.clone(), name: account.name.clone(), lang })
    }

    /// The roles behind this request, before a token narrows them: for the console's list of editions.
    #[must_use]
    pub fn roles(&self) -> &[RoleAt] {
        &self.powers.roles
    }

    /// Whether a proof would be given: for what a page offers, never instead of the proof.
    #[must_use]
    pub fn may(&self, role: Role, edition: Option<Uuid>, access: Access) -> bool {
        self.powers.suffice(role, edition, access)
    }

    /// Whether [`touch`](Self::touch) has something to note: nothing was for a minute.
    #[must_use]
    pub fn is_unnoted(&self) -> bool {
        let noted = match &self.who {
            Who::Nobody => return false,
            Who::Session(session) => Some(session.seen_at),
            Who::Token(token) => token.used_at,
        };
        noted.is_none_or(|noted| noted.plus(SignedDuration::from_mins(1)) < Moment::now())
    }

    /// Notes that the session or token is in use, at most once a minute.
    ///
    /// # Errors
    /// The database's.
    pub async fn touch(&self, tx: &mut Tx) -> Result<(), Error> {
        match &self.who {
            Who::Nobody => Ok(()),
            Who::Session(session) => store::sessions::touch(tx, session.id).await,
            Who::Token(token) => store::tokens::touch(tx, token.id).await,
        }
    }

    /// Somebody at her own account, which only a session shows: a token may not make tokens.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`]; [`Error::Forbidden`] for a token.
    pub fn signed_in(&self) -> Result<SignedIn, Error> {
        match &self.who {
            Who::Nobody => Err(Error::SignInNeeded),
            Who::Token(_) => Err(Error::Forbidden),
            Who::Session(session) => {
                Ok(SignedIn { actor: self.actor()?, account: session.account.id, session: session.id })
            }
        }
    }

    /// Somebody with an account, for what is her own: signed in, or by a token with a scope for that.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`]; [`Error::Forbidden`] for a token that was made for other things.
    pub fn own(&self, access: Access) -> Result<AccountOwner, Error> {
        let (actor, account) = (self.actor()?, self.account().ok_or(Error::SignInNeeded)?.id);
        if self.powers.own(access) { Ok(AccountOwner { actor, account }) } else { Err(Error::Forbidden) }
    }

    /// An admin of the site.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`]; [`Error::NotFound`] for one without any role; [`Error::Forbidden`] for other staff.
    pub fn admin(&self, access: Access) -> Result<Admin, Error> {
        let actor = self.actor()?;
        match self.powers.suffice(Role::Admin, None, access) {
            true => Ok(Admin { actor }),
            false if self.powers.roles.is_empty() => Err(Error::NotFound),
            false => Err(Error::Forbidden),
        }
    }

    /// An organiser of the edition, or who stands in for one.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`]; [`Error::NotFound`] without any role there; [`Error::Forbidden`] with a narrower one.
    pub fn organiser(&self, edition: Uuid, access: Access) -> Result<Organiser, Error> {
        Ok(Organiser { actor: self.proved(Role::Organiser, edition, access)?, edition })
    }

    /// Who may work on the edition's calls and programme.
    ///
    /// # Errors
    /// As [`organiser`](Self::organiser).
    pub fn programme(&self, edition: Uuid, access: Access) -> Result<Programme, Error> {
        Ok(Programme { actor: self.proved(Role::Programme, edition, access)?, edition })
    }

    /// Who may review what was assigned to her.
    ///
    /// # Errors
    /// As [`organiser`](Self::organiser).
    pub fn reviewer(&self, edition: Uuid, access: Access) -> Result<Reviewer, Error> {
        let actor = self.proved(Role::Reviewer, edition, access)?;
        let account = self.account().ok_or(Error::SignInNeeded)?.id;
        Ok(Reviewer { actor, edition, account })
    }

    /// Who may work on the edition's mail.
    ///
    /// # Errors
    /// As [`organiser`](Self::organiser).
    pub fn communications(&self, edition: Uuid, access: Access) -> Result<Communications, Error> {
        Ok(Communications { actor: self.proved(Role::Communications, edition, access)?, edition })
    }

    /// Who may find the edition's registrations and check in.
    ///
    /// # Errors
    /// As [`organiser`](Self::organiser).
    pub fn desk(&self, edition: Uuid, access: Access) -> Result<Desk, Error> {
        Ok(Desk { actor: self.proved(Role::Desk, edition, access)?, edition })
    }

    /// Who may see the edition's counts: everybody with a role there.
    ///
    /// # Errors
    /// As [`organiser`](Self::organiser).
    pub fn observer(&self, edition: Uuid) -> Result<Observer, Error> {
        Ok(Observer { actor: self.proved(Role::Observer, edition, Access::Read)?, edition })
    }

    fn proved(&self, needed: Role, edition: Uuid, access: Access) -> Result<Actor, Error> {
        let actor = self.actor()?;
        match self.powers.suffice(needed, Some(edition), access) {
            true => Ok(actor),
            false if self.powers.see(edition) => Err(Error::Forbidden),
            false => Err(Error::NotFound),
        }
    }

    fn actor(&self) -> Result<Actor, Error> {
        let (kind, id) = match &self.who {
            Who::Nobody => return Err(Error::SignInNeeded),
            Who::Session(session) => (ActorKind::Account, session.account.id.uuid()),
            Who::Token(token) => (ActorKind::Token, token.id.uuid()),
        };
        Ok(Actor { kind, id: Some(id), ..self.visitor.actor().clone() })
    }
}
