//! Invitations: a role offered by mail. Accepting proves the address, makes or extends the account, grants the role and
//! signs in.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{
    Account, Invitation, Manager, Method, NewAccount, NewInvitation, RoleAt, SignedInSession, account,
    fields::Name,
    grants, mails,
    passwords::{NewPassword, Passwords},
    proofs::Visitor,
    sessions, store,
};
use crate::{
    audit::{self, Actor, ActorKind, Entry},
    db::{Db, Tx},
    error::{Error, FieldErrors, Reason},
    keys::{Keys, LinkToken, Purpose},
    mail,
    values::{Id, Moment},
};

/// Days an invitation stands.
pub const INVITATION_DAYS: i64 = 14;

crate::text_enum! {
    /// What has become of an invitation.
    pub enum InvitationState {
        /// It may be accepted.
        Open = "open",
        /// It was.
        Accepted = "accepted",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// It ended unanswered.
        Expired = "expired",
    }
}

impl Invitation {
    /// What has become of it, at `now`.
    #[must_use]
    pub fn state(&self, now: Moment) -> InvitationState {
        match (self.accepted_at, self.withdrawn_at) {
            (Some(_), _) => InvitationState::Accepted,
            // An ended one is withdrawn as of its end when a new one takes its place.
            (None, Some(withdrawn)) if withdrawn < self.expires_at => InvitationState::Withdrawn,
            (None, Some(_)) => InvitationState::Expired,
            (None, None) if now >= self.expires_at => InvitationState::Expired,
            (None, None) => InvitationState::Open,
        }
    }

    /// The role it offers, and where.
    ///
    /// # Errors
    /// None that the table's checks let happen.
    pub fn at(&self) -> Result<RoleAt, Error> {
        RoleAt::try_from((self.role, self.edition_id))
    }

    fn check_open(self, now: Moment) -> Result<Self, Error> {
        match self.state(now) {
            InvitationState::Open => Ok(self),
            _ => Err(Error::conflict("invitation_over")),
        }
    }
}

/// Offers a role by mail.
///
/// # Errors
/// [`Error::NotFound`] for a role outside the manager's edition; `invitation_open` on `email` when the same role was
/// offered to the same address and is not answered; `role_held` on `role` when she has it; `edition_unknown`.
pub async fn invite(tx: &mut Tx, by: Manager<'_>, new: NewInvitation) -> Result<Invitation, Error> {
    by.check(new.at)?;
    if let Some(account) = store::accounts::by_email(tx, &new.to.email).await?
        && store::roles::held_by(tx, account.id).await?.contains(&new.at)
    {
        return Err(Error::field("role", Reason::new("role_held")));
    }
    let ends = tx.now().await?.plus(SignedDuration::from_hours(INVITATION_DAYS * 24));
    let invitation = store::invitations::insert(tx, &new, ends).await?;
    audit::record(tx, by.actor(), entry("invitation.send", &invitation)).await?;
    let inviter = inviter(tx, by.actor()).await?;
    mail::queue(tx, &[mails::invitation(&invitation, &inviter)]).await?;
    Ok(invitation)
}

/// What the mail calls the one who invites; the operator's shell speaks as the program.
async fn inviter(tx: &mut Tx, actor: &Actor) -> Result<String, Error> {
    Ok(match (actor.kind, actor.id) {
        (ActorKind::Account, Some(id)) => store::accounts::by_id(tx, Id::from(id)).await?.name,
        (ActorKind::Token, Some(id)) => store::tokens::by_id(tx, Id::from(id)).await?.account.name,
        _ => "Plenary".to_owned(),
    })
}

/// The invitations a manager may see, newest first, answered ones included.
///
/// # Errors
/// The database's.
pub async fn invitations(conn: &mut AsyncPgConnection, by: Manager<'_>) -> Result<Vec<Invitation>, Error> {
    store::invitations::list(conn, by.edition()).await
}

/// Takes an invitation back.
///
/// # Errors
/// [`Error::NotFound`] for one outside the manager's edition; [`Error::Conflict`] `invitation_over`.
pub async fn withdraw_invitation(tx: &mut Tx, by: Manager<'_>, id: Id<Invitation>) -> Result<(), Error> {
    let invitation = store::invitations::locked(tx, id).await?;
    by.check(invitation.at()?)?;
    let now = tx.now().await?;
    let invitation = invitation.check_open(now)?;
    store::invitations::set_withdrawn(tx, id).await?;
    audit::record(tx, by.actor(), entry("invitation.withdraw", &invitation)).await
}

/// The open invitation of a mailed link, and whether its address has an account already.
///
/// # Errors
/// [`Error::NotFound`] for a link that was altered; [`Error::Conflict`] `invitation_over`.
pub async fn invitation(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    token: &str,
) -> Result<(Invitation, bool), Error> {
    let invitation = store::invitations::by_id(conn, opened(keys, token)?).await?.check_open(Moment::now())?;
    let known = store::accounts::by_email(conn, &invitation.email).await?.is_some();
    Ok((invitation, known))
}

/// The form of the invitation's page. Who has an account already leaves both empty.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AcceptFields {
    /// What she wants to be called; at most 80 characters.
    pub name: String,
    /// A password, if she wants one; without, she signs in by mail.
    pub password: String,
}

/// Accepts: makes the account if there is none, grants the role, and signs in. Takes the database and not a
/// transaction, so that no connection waits while the password is hashed.
///
/// # Errors
/// As [`invitation`]; `required`, `too_long` on `name`; `password_short`, `password_long`, `password_weak` on
/// `password`; [`Error::Busy`].
pub async fn accept_invitation(
    db: &Db,
    visitor: &Visitor,
    keys: &Keys,
    passwords: &Passwords,
    token: &str,
    fields: AcceptFields,
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let (offered, known) = invitation(&mut *db.read().await?, keys, token).await?;
    let newcomer = match known {
        true => None,
        false => Some(newcomer(passwords, &offered, fields).await?),
    };
    db.transaction(async |tx| {
        let invitation = store::invitations::locked(tx, offered.id).await?;
        let now = tx.now().await?;
        let invitation = invitation.check_open(now)?;
        let account = account_for(tx, visitor, &invitation, newcomer).await?;
        store::invitations::set_accepted(tx, invitation.id).await?;
        let actor =
            Actor { kind: ActorKind::Account, id: Some(account.id.uuid()), ..visitor.actor().clone() };
        audit::record(tx, &actor, entry("invitation.accept", &invitation)).await?;
        let at = invitation.at()?;
        if !store::roles::held_by(tx, account.id).await?.contains(&at) {
            grants::give(tx, &actor, account.id, at).await?;
        }
        sessions::begin(tx, &actor, account, Method::Mail, user_agent).await
    })
    .await
}

/// Name and hashed password of one who has no account yet.
async fn newcomer(
    passwords: &Passwords,
    invitation: &Invitation,
    fields: AcceptFields,
) -> Result<(NewAccount, Option<String>), Error> {
    let mut errors = FieldErrors::new();
    let name = errors.take("name", Name::parse(&fields.name));
    let known = [fields.name.as_str(), invitation.email.as_str()];
    let given = Some(fields.password.as_str()).filter(|password| !password.is_empty());
    let password = errors.take("password", given.map(|raw| NewPassword::parse(raw, &known)).transpose());
    let (Some(name), Some(password)) = (name, password) else { return Err(errors.into()) };
    let hash = match password {
        Some(password) => Some(passwords.hash(&password).await?),
        None => None,
    };
    Ok((NewAccount { email: invitation.email.clone(), name, lang: invitation.lang }, hash))
}

/// The account of the invited address, locked; a new one if there is none and she gave a name.
async fn account_for(
    tx: &mut Tx,
    visitor: &Visitor,
    invitation: &Invitation,
    newcomer: Option<(NewAccount, Option<String>)>,
) -> Result<Account, Error> {
    let found = store::accounts::by_email(tx, &invitation.email).await?;
    match (found, newcomer) {
        (Some(found), _) => {
            let account = store::accounts::locked(tx, found.id).await?;
            match account.suspended_at {
                Some(_) => Err(Error::conflict("invitation_over")),
                None => Ok(account),
            }
        }
        (None, Some((new, hash))) => account::insert(tx, visitor.actor(), &new, hash.as_deref()).await,
        (None, None) => Err(Error::conflict("invitation_over")),
    }
}

fn opened(keys: &Keys, token: &str) -> Result<Id<Invitation>, Error> {
    let opens = |token: &LinkToken| keys.opens(token, Purpose::Invitation, mails::LINK_VERSION);
    LinkToken::parse(token).filter(opens).map(|token| Id::from(token.id())).ok_or(Error::NotFound)
}

fn entry(action: &'static str, invitation: &Invitation) -> Entry {
    Entry {
        action,
        subject_kind: "invitation",
        subject: invitation.id.uuid(),
        edition: invitation.edition_id,
        content: json!({ "email": invitation.email, "role": invitation.role }),
    }
}
