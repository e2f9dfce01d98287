//! Why a command ended without doing what was asked, in words for whoever typed it.

use std::{error::Error as StdError, fmt, io, net::SocketAddr, process::ExitCode};

use crate::{
    config::ConfigError,
    db::embedded::StartError,
    error::{Error, FieldError, Reason},
    i18n,
    values::Lang,
};

/// Why a command failed. The shell speaks English.
#[derive(Debug)]
pub enum Failure {
    /// Settings are wrong.
    Settings(ConfigError),
    /// A master secret is too easy to guess.
    WeakSecret,
    /// The embedded PostgreSQL did not start.
    Embedded(StartError),
    /// The database did not answer, or refused a migration.
    Database(Error),
    /// The address cannot be listened on.
    Listen(SocketAddr, io::Error),
    /// A verb refused.
    Refused(Error),
    /// What the command line names is not there; the text names it.
    Unknown(String),
    /// The doctor found problems and has named them.
    Unwell,
    /// This stands in the way for now: whoever called shall keep what it brought and come again.
    Later(Box<Self>),
    /// The operating system refused to do this.
    System(&'static str, io::Error),
}

impl Failure {
    /// 2 for wrong settings (as clap does for a wrong command line), 75 for what may be tried again, 1 for everything else.
    #[must_use]
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Settings(_) | Self::WeakSecret => ExitCode::from(2),
            // EX_TEMPFAIL of sysexits.h.
            Self::Later(_) => ExitCode::from(75),
            _ => ExitCode::FAILURE,
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Settings(error)
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        Self::Embedded(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(error) => write!(f, "some settings are wrong:\n{error}"),
            Self::WeakSecret => f.write_str(
                "a master secret is too easy to guess, so nothing was started; set PLENARY_SECRET to at least 32 \
                 random characters (make them with: openssl rand -base64 33), and PLENARY_OLD_SECRETS likewise",
            ),
            Self::Embedded(error) => error.fmt(f),
            Self::Database(error) => {
                write!(f, "the database cannot be used: {error}; run plenary doctor to see why")
            }
            Self::Listen(address, error) if error.kind() == io::ErrorKind::AddrInUse => write!(
                f,
                "another program already listens on {address}; stop it, or set PLENARY_BIND to another port"
            ),
            Self::Listen(address, error) => {
                write!(f, "cannot listen on {address}: {error}; set PLENARY_BIND to an address of this machine")
            }
            Self::Refused(error) => f.write_str(&sentence(error)),
            Self::Unknown(what) => write!(f, "there is no such thing as {what}"),
            Self::Unwell => f.write_str("there are problems, named above"),
            Self::Later(why) => write!(f, "try again later: {why}"),
            Self::System(verb, error) => write!(f, "cannot {verb}: {error}"),
        }
    }
}

impl StdError for Failure {}

/// A verb's refusal as the pages would say it in English.
fn sentence(error: &Error) -> String {
    let said = |code: &'static str| i18n::reason(Lang::En, &Reason::new(code));
    let line = |error: &FieldError| format!("{}: {}", error.field, i18n::reason(Lang::En, &error.reason));
    match error {
        Error::NotFound => "there is no such thing".to_owned(),
        Error::Conflict(reason) => i18n::reason(Lang::En, reason),
        Error::Invalid(fields) => fields.iter().map(line).collect::<Vec<_>>().join("\n"),
        Error::Busy => said("busy"),
        Error::OutcomeUnknown => said("outcome_unknown"),
        Error::SignInNeeded | Error::Forbidden | Error::TooMany(_) | Error::Internal(_) => error.to_string(),
    }
}
