//! The `plenary` program: reads the command line and the settings, and reports what went wrong.

use std::process::ExitCode;

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
    let config = Config::load(arguments.config.as_deref())?;
    server::logs::start(&config);
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => server::serve(config).await,
        Command::Shell(command) => cli::run(command, config).await,
    }
}
