//! Accounts from the shell.

use clap::Args;

use crate::{
    accounts::{
        self, Account, AccountFields, LINK_MINUTES, NewAccount,
        proofs::{Admin, System},
    },
    cli::{Failure, Site},
    error::Error,
    values::Email,
};

/// Who becomes an admin.
#[derive(Args, Debug)]
pub struct Create {
    /// The address to sign in with
    email: String,
    /// What to call them in the console; the address where left out
    #[arg(long)]
    name: Option<String>,
    /// The language of their mails: en, zh-Hant or zh-Hans
    #[arg(long, default_value = "en")]
    lang: String,
}

/// Somebody with an account.
#[derive(Args, Debug)]
pub struct Whom {
    /// The address they sign in with
    email: String,
}

/// Whose login sessions, and what about them.
#[derive(Args, Debug)]
pub struct Sessions {
    /// The address they sign in with
    email: String,
    /// End them all
    #[arg(long)]
    end: bool,
}

pub(super) async fn create(site: &Site, create: Create) -> Result<(), Failure> {
    let name = create.name.unwrap_or_else(|| create.email.clone());
    let fields = AccountFields { email: create.email, name, lang: create.lang };
    let new = NewAccount::try_from(fields).map_err(Error::from)?;
    let (account, token) = site
        .db
        .transaction(async |tx| {
            let shell = System::shell();
            let account = accounts::first_admin(tx, &shell, new).await?;
            let token = accounts::one_time_link(tx, &shell, &site.keys, account.id).await?;
            Ok((account, token))
        })
        .await?;
    println!("{} is an admin.", account.email);
    print_link(site, &account, &token);
    Ok(())
}

pub(super) async fn link(site: &Site, whom: Whom) -> Result<(), Failure> {
    let account = of(site, &whom.email).await?;
    let linked = site
        .db
        .transaction(async |tx| accounts::one_time_link(tx, &System::shell(), &site.keys, account.id).await)
        .await?;
    print_link(site, &account, &linked);
    Ok(())
}

fn print_link(site: &Site, account: &Account, token: &str) {
    if account.suspended_at.is_some() {
        println!(
            "The account is suspended, so the link works only after: plenary admin reinstate {}",
            account.email
        );
    }
    println!("Sign in within {LINK_MINUTES} minutes, once:");
    println!("{}in/{token}", site.config.base_url);
}

pub(super) async fn suspend(site: &Site, whom: Whom) -> Result<(), Failure> {
    let account = of(site, &whom.email).await?;
    site.db.transaction(async |tx| accounts::suspend(tx, &admin(), account.id).await).await?;
    println!("{} is suspended and signed out everywhere.", account.email);
    Ok(())
}

pub(super) async fn reinstate(site: &Site, whom: Whom) -> Result<(), Failure> {
    let account = of(site, &whom.email).await?;
    site.db.transaction(async |tx| accounts::reinstate(tx, &admin(), account.id).await).await?;
    println!("{} may sign in again.", account.email);
    Ok(())
}

pub(super) async fn sessions(site: &Site, which: Sessions) -> Result<(), Failure> {
    let account = of(site, &which.email).await?;
    if which.end {
        let ended =
            site.db.transaction(async |tx| accounts::end_sessions(tx, &admin(), account.id).await).await?;
        println!("Ended: {ended}");
        return Ok(());
    }
    let sessions = accounts::sessions_of_account(&mut *site.db.read().await?, &admin(), account.id).await?;
    for session in &sessions {
        let address = session.address.as_deref().unwrap_or("-");
        println!("{}  seen {}  from {address}  {}", session.created_at, session.seen_at, session.user_agent);
    }
    if sessions.is_empty() {
        println!("{} is signed in nowhere.", account.email);
    }
    Ok(())
}

/// The account of an address, as typed.
pub(super) async fn of(site: &Site, email: &str) -> Result<Account, Failure> {
    let email = Email::parse(email).map_err(|reason| Error::field("email", reason))?;
    let found = accounts::by_email(&mut *site.db.read().await?, &admin(), &email).await?;
    found.ok_or_else(|| Failure::Unknown(format!("an account of {email}; plenary admin list names them all")))
}

/// The operator at the shell may do what an admin may.
pub(in crate::cli) fn admin() -> Admin {
    Admin::of_system(&System::shell())
}
