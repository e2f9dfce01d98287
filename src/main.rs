//! The `plenary` program: reads the command line and the settings, and reports what went wrong.

use std::{path::Path, process::ExitCode};

use clap::Parser;
use mimalloc::MiMalloc;
use plenary::{
    cli::{self, Arguments, Command, Failure},
    config::Config,
    server,
};

/// Many small, short-lived allocations on many threads: mimalloc keeps memory low and flat.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("plenary: {failure}");
            failure.exit_code()
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    let file = arguments.config.as_deref();
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => server::serve(settings(file)?).await,
        Command::Work => server::work(settings(file)?).await,
        // The doctor has its own words for wrong settings.
        Command::Doctor => cli::doctor::run(file).await,
        Command::Bounce(bounce) => cli::bounce::run(bounce, settings(file)).await,
        Command::Shell(command) => cli::run(command, settings(file)?).await,
    }
}

/// The settings, with the log begun as they say.
fn settings(file: Option<&Path>) -> Result<Config, Failure> {
    let config = Config::load(file)?;
    server::logs::start(&config);
    Ok(config)
}
