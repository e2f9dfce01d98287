//! Keys that sign mail, from the shell.

use clap::{Args, Subcommand};
use tokio::task::spawn_blocking;

use super::shell as admin;
use crate::{
    cli::{Failure, Site},
    error::Error,
    i18n,
    mail::{
        ascii_domain,
        dkim::{DkimPair, DkimState, FreshPair, KEEP_DAYS},
        dns::{Resolver, Verdict, of_pair},
    },
    outbox::deliverability,
    values::{Lang, Moment},
};

/// The commands below `plenary admin dkim`.
#[derive(Debug, Subcommand)]
pub enum Dkim {
    /// Make a pair of keys, RSA 2048 and Ed25519, for the domain of PLENARY_MAIL_FROM, and print its records
    ///
    /// It signs nothing yet: publish the records first, then run plenary admin dkim switch.
    Make,
    /// List the pairs of that domain and the records of each
    Show,
    /// Have a pair sign every mail from now on, and retire the one that did
    ///
    /// The pair's records must be published; a name server is asked (PLENARY_DNS_SERVER). Every node signs with it within
    /// seconds. Leave the retired pair's records published for a week, for mails that are still on their way.
    Switch(Switch),
    /// Have a pair sign no more, without another in its place
    Retire(Retire),
}

/// Which pair shall sign.
#[derive(Args, Debug)]
pub struct Switch {
    /// The pair's name; the newest that never signed where left out
    name: Option<String>,
    /// Do not ask whether its records are published
    #[arg(long)]
    unchecked: bool,
}

/// Which pair shall sign no more.
#[derive(Args, Debug)]
pub struct Retire {
    /// The pair's name
    name: String,
}

pub(super) async fn run(site: &Site, command: Dkim) -> Result<(), Failure> {
    match command {
        Dkim::Make => make(site).await,
        Dkim::Show => show(site).await,
        Dkim::Switch(which) => switch(site, which).await,
        Dkim::Retire(which) => retire(site, which).await,
    }
}

async fn make(site: &Site) -> Result<(), Failure> {
    let domain = domain(site)?;
    let fresh = spawn_blocking(FreshPair::make).await.map_err(Error::internal)??;
    let made = site
        .db
        .transaction(async |tx| deliverability::make_pair(tx, &admin(), &site.keys, (&domain, &fresh)).await)
        .await?;
    println!("The pair {} is made. Publish these two records of {domain}:", made.name);
    print_records(&made);
    println!("Then, when they can be seen: plenary admin dkim switch {}", made.name);
    Ok(())
}

async fn show(site: &Site) -> Result<(), Failure> {
    let domain = domain(site)?;
    let pairs = deliverability::pairs(&mut *site.db.read().await?, &admin(), &domain).await?;
    for pair in &pairs {
        println!("{}  {}  made {}", pair.name, pair.state, pair.created_at);
        match pair.kept_until() {
            Some(until) if until <= Moment::now() => println!("    its records may be removed"),
            Some(until) => println!("    leave its records published until {until}"),
            None => print_records(pair),
        }
    }
    if pairs.is_empty() {
        println!("There are no keys for {domain}; make them with: plenary admin dkim make");
    }
    Ok(())
}

async fn switch(site: &Site, which: Switch) -> Result<(), Failure> {
    let domain = domain(site)?;
    let pairs = deliverability::pairs(&mut *site.db.read().await?, &admin(), &domain).await?;
    let meant = |pair: &&DkimPair| match &which.name {
        Some(name) => pair.name == *name,
        None => pair.state == DkimState::Made,
    };
    let pair = pairs.iter().find(meant);
    let pair =
        pair.ok_or_else(|| Failure::Unknown("that pair; plenary admin dkim show names them all".to_owned()))?;
    if pair.state == DkimState::Made && !which.unchecked {
        published(site, pair).await?;
    }
    let switch =
        async |tx: &mut _| deliverability::switch_pair(tx, &admin(), &pair.name, Moment::now()).await;
    let signs = site.db.transaction(switch).await?;
    println!("{} signs every mail from {domain} now.", signs.name);
    if let Some(before) = pairs.iter().find(|pair| pair.state == DkimState::Signing) {
        println!("{} is retired; leave its records published for {KEEP_DAYS} days.", before.name);
    }
    Ok(())
}

/// Whether others see the pair's records; says what they see where they don't.
async fn published(site: &Site, pair: &DkimPair) -> Result<(), Failure> {
    let resolver = Resolver::new(site.config.dns_server)?;
    let checked = deliverability::check(&admin(), &resolver, of_pair(pair).into()).await;
    let mut wrong = checked.iter().filter(|one| one.verdict != Verdict::Right).peekable();
    if wrong.peek().is_none() {
        return Ok(());
    }
    for one in wrong {
        println!("{}: {}", one.wanted.name, i18n::text(Lang::En, one.verdict.key()));
        println!("    publish: {}", one.wanted.zone_line());
    }
    Err(Error::conflict("dkim_unpublished").into())
}

async fn retire(site: &Site, which: Retire) -> Result<(), Failure> {
    let retire =
        async |tx: &mut _| deliverability::retire_pair(tx, &admin(), &which.name, Moment::now()).await;
    let retired = site.db.transaction(retire).await?;
    println!("{} signs no more; leave its records published for {KEEP_DAYS} days.", retired.name);
    Ok(())
}

fn domain(site: &Site) -> Result<String, Failure> {
    Ok(ascii_domain(&site.config.mail_from.email)?)
}

fn print_records(pair: &DkimPair) {
    for record in of_pair(pair) {
        println!("    {}", record.zone_line());
    }
}
