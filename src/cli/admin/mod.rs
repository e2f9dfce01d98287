//! `plenary admin`: what an admin does in the console, for whoever owns the machine.

mod accounts;
mod dkim;
mod invitations;
mod roles;
mod trail;

pub(super) use accounts::admin as shell;
use clap::Subcommand;
pub(super) use roles::edition;

use super::{Failure, Site};
use crate::config::Config;

/// The commands below `plenary admin`.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Make somebody an admin, and print a sign-in link that works once, for 30 minutes
    ///
    /// Makes the account if there is none. For somebody who is an admin already it only prints a link.
    Create(accounts::Create),
    /// Print a sign-in link for somebody with an account; it works once, for 30 minutes
    Link(accounts::Whom),
    /// List accounts and their roles
    List,
    /// Invite somebody to a role by mail; accepting makes the account if there is none
    Invite(invitations::Invite),
    /// Grant a role to somebody with an account
    Grant(roles::Which),
    /// Withdraw a role; the last admin's cannot be
    Withdraw(roles::Which),
    /// Keep somebody from signing in, and end their login sessions; the last admin cannot be suspended
    Suspend(accounts::Whom),
    /// Let somebody sign in again
    Reinstate(accounts::Whom),
    /// List somebody's login sessions, or end them
    Sessions(accounts::Sessions),
    /// Look after the keys that sign mail (DKIM)
    ///
    /// docs/OPERATING.md says how to publish them and how to change them without losing a mail.
    #[command(subcommand)]
    Dkim(dkim::Dkim),
    /// Show the newest entries of the audit trail
    Audit(trail::Audit),
    /// Check every seal of the audit trail; exit code 1 when one is broken
    Verify,
}

pub(super) async fn run(command: Admin, config: Config) -> Result<(), Failure> {
    Site::visit(config, async |site| match command {
        Admin::Create(create) => accounts::create(site, create).await,
        Admin::Link(whom) => accounts::link(site, whom).await,
        Admin::List => roles::list(site).await,
        Admin::Invite(invite) => invitations::invite(site, invite).await,
        Admin::Grant(which) => roles::grant(site, which).await,
        Admin::Withdraw(which) => roles::withdraw(site, which).await,
        Admin::Suspend(whom) => accounts::suspend(site, whom).await,
        Admin::Reinstate(whom) => accounts::reinstate(site, whom).await,
        Admin::Sessions(sessions) => accounts::sessions(site, sessions).await,
        Admin::Dkim(command) => dkim::run(site, command).await,
        Admin::Audit(audit) => trail::audit(site, audit).await,
        Admin::Verify => trail::verify(site).await,
    })
    .await
}
