//! Inviting staff from the shell.

use clap::Args;

use super::{
    accounts::admin,
    roles::{Which, at},
};
use crate::{
    accounts::{self, INVITATION_DAYS, InvitationFields, Manager, NewInvitation},
    cli::{Failure, Site},
    error::Error,
};

/// Whom, and to what.
#[derive(Args, Debug)]
pub struct Invite {
    #[command(flatten)]
    which: Which,
    /// What to call them in the mail; the address where left out
    #[arg(long)]
    name: Option<String>,
    /// The language of the mail: en, zh-Hant or zh-Hans
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(super) async fn invite(site: &Site, invite: Invite) -> Result<(), Failure> {
    let Invite { which, name, lang } = invite;
    let edition = at(site, &which).await?.edition().map(|id| id.to_string()).unwrap_or_default();
    let (email, role) = (which.email, which.role);
    let name = name.unwrap_or_else(|| email.clone());
    let fields = InvitationFields { email, name, lang, role: role.to_string(), edition };
    let new = NewInvitation::try_from(fields).map_err(Error::from)?;
    let send = site.db.transaction(async |tx| accounts::invite(tx, Manager::Admin(&admin()), new).await);
    let invitation = send.await?;
    println!("{} is invited by mail to be {role}, for {INVITATION_DAYS} days.", invitation.email);
    Ok(())
}
