//! Asking colleagues by mail. The link shows what is asked, with one button for yes and one for no; yes proves the address,
//! makes an account where there is none, and signs in.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde_json::json;

use super::{
    Company, CompanyId, CompanyInvitation, Member, Outcome, mails, member::locked, profile::record, store,
};
use crate::{
    accounts::{self, SignedInSession, proofs::Visitor},
    audit::{Actor, ActorKind},
    db::{
        Tx,
        attempts::{self, Limit},
    },
    error::{Error, Reason},
    keys::{Keys, LinkToken, Purpose},
    mail,
    values::{Email, Id, Lang, Moment},
};

/// Days an invitation stands.
pub const INVITATION_DAYS: i64 = 14;
/// Nobody shares a company with more.
const MOST: usize = 50;
/// Invitations that one account sends.
const ASKED: Limit = Limit { name: "company-invite", hits: 30, minutes: 60 };

/// Somebody to be asked.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Her address.
    pub email: Email,
    /// The language of the mail.
    pub lang: Lang,
}

/// What an open invitation offers, for the page behind its link.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The invitation.
    pub invitation: CompanyInvitation,
    /// The company.
    pub company: Company,
    /// Whether the address has an account already.
    pub known: bool,
}

/// Asks somebody by mail to act for the company too.
///
/// # Errors
/// On `email`: `company_member_known`, `company_invitation_open`, `company_members_count`; [`Error::TooMany`];
/// [`Error::NotFound`] when she left meanwhile.
pub async fn invite(tx: &mut Tx, who: &Member, new: &Colleague) -> Result<CompanyInvitation, Error> {
    let company = locked(tx, who).await?;
    attempts::count(tx, &ASKED, &who.account().to_string()).await?;
    let people = store::member::of_company(tx, company.id).await?;
    if people.iter().any(|one| one.account.email.key() == new.email.key()) {
        return Err(Error::field("email", Reason::new("company_member_known")));
    }
    if people.len() >= MOST {
        return Err(Error::field("email", Reason::new("company_members_count").with("max", MOST)));
    }
    let ends = tx.now().await?.plus(SignedDuration::from_hours(INVITATION_DAYS * 24));
    let invitation = store::invitation::insert(tx, company.id, new, ends).await?;
    let inviter = people.iter().find(|one| one.account.id == who.account());
    let inviter = inviter.map(|one| one.account.name.as_str()).unwrap_or_default();
    mail::queue(tx, &[mails::invitation(&invitation, &company, inviter)]).await?;
    let content = json!({ "email": invitation.email });
    record(tx, who.actor(), "company.invite", company.id, content).await?;
    Ok(invitation)
}

/// The company's invitations that nobody has answered, the newest first.
///
/// # Errors
/// The database's.
pub async fn open_invitations(
    conn: &mut AsyncPgConnection,
    who: &Member,
) -> Result<Vec<CompanyInvitation>, Error> {
    store::invitation::open(conn, who.company()).await
}

/// Takes an invitation back.
///
/// # Errors
/// [`Error::NotFound`] for one of another company, or when she left meanwhile; [`Error::Conflict`]
/// `company_invitation_over`.
pub async fn withdraw(tx: &mut Tx, who: &Member, id: Id<CompanyInvitation>) -> Result<(), Error> {
    let company = locked(tx, who).await?;
    let invitation = store::invitation::lock(tx, id).await?;
    if invitation.company != company.id {
        return Err(Error::NotFound);
    }
    end(tx, &invitation, Outcome::Withdrawn).await?;
    let content = json!({ "email": invitation.email });
    record(tx, who.actor(), "company.withdraw-invitation", company.id, content).await
}

/// What the link of an open invitation offers.
///
/// # Errors
/// [`Error::NotFound`] for a link that was altered; [`Error::Conflict`] `company_invitation_over`.
pub async fn offer(conn: &mut AsyncPgConnection, keys: &Keys, token: &str) -> Result<Offer, Error> {
    let invitation = store::invitation::find(conn, opened(keys, token)?).await?;
    check_open(&invitation, Moment::now())?;
    let company = store::company::find(conn, invitation.company).await?;
    let known = accounts::has_account(conn, &invitation.email).await?;
    Ok(Offer { invitation, company, known })
}

/// Accepts: makes the account if there is none, which is called `name`, joins the company, and signs in.
///
/// # Errors
/// As [`offer`]; `required`, `too_long` on `name`.
pub async fn accept(
    tx: &mut Tx,
    visitor: &Visitor,
    keys: &Keys,
    (token, name): (&str, &str),
    user_agent: &str,
) -> Result<(CompanyId, SignedInSession), Error> {
    let invitation = answered(tx, keys, token).await?;
    let lang = invitation.lang;
    let session = accounts::sign_in_proved(tx, visitor, &invitation.email, (name, lang), user_agent).await?;
    end(tx, &invitation, Outcome::Accepted).await?;
    store::member::insert(tx, invitation.company, session.account.id).await?;
    let id = Some(session.account.id.uuid());
    let actor = Actor { kind: ActorKind::Account, id, ..visitor.actor().clone() };
    let content = json!({ "after": session.account.id });
    record(tx, &actor, "company.join", invitation.company, content).await?;
    Ok((invitation.company, session))
}

/// Declines.
///
/// # Errors
/// As [`offer`].
pub async fn decline(tx: &mut Tx, visitor: &Visitor, keys: &Keys, token: &str) -> Result<(), Error> {
    let invitation = answered(tx, keys, token).await?;
    end(tx, &invitation, Outcome::Declined).await?;
    let content = json!({ "email": invitation.email });
    record(tx, visitor.actor(), "company.decline", invitation.company, content).await
}

/// The invitation behind a link, locked after its company, as everybody locks them.
async fn answered(tx: &mut Tx, keys: &Keys, token: &str) -> Result<CompanyInvitation, Error> {
    let id = opened(keys, token)?;
    let company = store::invitation::find(tx, id).await?.company;
    store::company::lock(tx, company).await?;
    store::invitation::lock(tx, id).await
}

async fn end(tx: &mut Tx, invitation: &CompanyInvitation, outcome: Outcome) -> Result<(), Error> {
    let now = tx.now().await?;
    check_open(invitation, now)?;
    store::invitation::end(tx, invitation.id, outcome, now).await
}

fn check_open(invitation: &CompanyInvitation, now: Moment) -> Result<(), Error> {
    match invitation.outcome.is_none() && now < invitation.expires_at {
        true => Ok(()),
        false => Err(Error::conflict("company_invitation_over")),
    }
}

fn opened(keys: &Keys, token: &str) -> Result<Id<CompanyInvitation>, Error> {
    let opens = |token: &LinkToken| keys.opens(token, Purpose::Company, mails::LINK_VERSION);
    LinkToken::parse(token).filter(opens).map(|token| Id::from(token.id())).ok_or(Error::NotFound)
}
