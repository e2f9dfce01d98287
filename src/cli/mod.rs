//! The command line: what may be typed, and the commands that come and go.
//!
//! `plenary` alone serves. The commands that stay (`serve`, `work`) belong to `server`; the others are here
//! and work beside a running Plenary, on its embedded database if need be.

mod admin;
pub mod bounce;
pub mod doctor;
mod export;
mod failure;
mod import;
mod site;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use failure::Failure;
pub use site::Site;

use crate::{accounts::proofs::System, config::Config, db::Tx, sample, values::Moment};

/// Plenary runs an annual forum: registration, tickets and mail in three written languages.
///
/// Without a command it serves. With nothing configured it starts a PostgreSQL of its own in ./data,
/// loads a sample and prints where to look. Settings come from the environment or plenary.toml;
/// docs/OPERATING.md explains each.
#[derive(Debug, Parser)]
#[command(name = "plenary", version, max_term_width = 100)]
pub struct Arguments {
    /// Settings file in place of ./plenary.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What may be asked of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve pages and API, send mail and run duties (as without a command)
    ///
    /// Migrates the database first. SIGTERM and Ctrl-C finish what is under way, then stop.
    Serve,
    /// Send mail and run duties, without serving
    ///
    /// For nodes that serve with PLENARY_WORKER=false. Any number may run over one database.
    Work,
    /// Say in plain words whether settings, database, mail and machine are right
    ///
    /// Changes nothing and sends no mail. Exit code 1 when there is a problem, 0 for mere warnings.
    Doctor,
    /// Take a mail that came back, on standard input, from the mail system
    ///
    /// For the address that PLENARY_BOUNCE_ADDRESS names; docs/OPERATING.md shows how Postfix calls it. Exit code 0 when the
    /// message is done with, whatever it was, and 75 (EX_TEMPFAIL) when the mail system must keep it and try again.
    Bounce(bounce::BounceArguments),
    /// A command that comes and goes.
    #[command(flatten)]
    Shell(Shell),
}

/// The commands that come and go.
#[derive(Debug, Subcommand)]
pub enum Shell {
    /// Bring the database up to this program's schema
    ///
    /// Serving does so by itself. Nodes that do it at the same time take turns.
    Migrate,
    /// Load the sample into a database without editions
    ///
    /// A past and an upcoming edition with 300 registrations of made-up people. A first start with nothing
    /// configured does so by itself.
    Sample,
    /// Write data to standard output
    #[command(subcommand)]
    Export(export::Export),
    /// Bring a programme that another program published into an edition's draft
    ///
    /// Rows are found again by their guid, else by their code or number, else by our own id, else by their exact
    /// name. What the file leaves blank, or says as it did when it was last imported, stays as it is, so importing
    /// twice changes nothing. What has no place here is kept and given out again in schedule.xml and
    /// schedule.json. All of it is done in one transaction, or nothing.
    Import(import::Import),
    /// Look after accounts, roles, login sessions, the keys that sign mail, and the audit trail
    ///
    /// What an admin does in the console, for whoever owns the machine; it makes the first admin, too.
    #[command(subcommand)]
    Admin(admin::Admin),
}

/// Runs a command that comes and goes.
///
/// # Errors
/// A [`Failure`] with its sentence and exit code.
pub async fn run(command: Shell, config: Config) -> Result<(), Failure> {
    match command {
        Shell::Migrate => migrate(config).await,
        Shell::Sample => sample(config).await,
        Shell::Export(command) => export::run(command, config).await,
        Shell::Import(what) => import::run(what, config).await,
        Shell::Admin(command) => admin::run(command, config).await,
    }
}

async fn migrate(config: Config) -> Result<(), Failure> {
    Site::join(config).await?.close().await;
    println!("The database has the schema of Plenary {}.", env!("CARGO_PKG_VERSION"));
    Ok(())
}

async fn sample(config: Config) -> Result<(), Failure> {
    let load = async |site: &Site| {
        let load = async |tx: &mut Tx| sample::load(tx, &System::shell(), &site.keys, Moment::now()).await;
        Ok(site.db.transaction(load).await?)
    };
    match Site::visit(config, load).await? {
        Some(organiser) => {
            println!("The sample is loaded; sign in with: plenary admin link {}", organiser.email)
        }
        None => println!("There are editions already, so nothing was loaded."),
    }
    Ok(())
}
