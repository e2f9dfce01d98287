//! Settings: from a TOML file, then the environment, read once at the start and handed on.
//!
//! [`Layers`](layers) gather what was written, `resolve` turns it into a [`Config`] or names every
//! setting that is wrong, all at once. An embedded start needs no setting at all. `docs/OPERATING.md`
//! documents each for operators.

mod error;
mod layers;
mod parse;
mod resolve;
mod secret;

use std::{
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
};

use ipnet::IpNet;
use lettre::{Address, message::Mailbox};
use secrecy::SecretString;
use url::Url;

pub use error::{ConfigError, Problem};
use layers::Layers;

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For a person at a terminal.
    Text,
    /// One JSON object a line, for a collector.
    Json,
}

/// Every setting, checked. The variable's name stands at each field; in `plenary.toml` the same name
/// is lower-case and without `PLENARY_`.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DATABASE_URL`: PostgreSQL 15 or newer. Without it Plenary runs a server of its own in [`Self::data`].
    pub database_url: Option<SecretString>,
    /// `PLENARY_DATABASE_CONNECTIONS`: size of this process's pool, 2 to 500; 16.
    pub database_connections: u32,
    /// `PLENARY_PG_BIN`: folder of PostgreSQL's server programs for the embedded server; found by itself.
    pub pg_bin: Option<PathBuf>,
    /// `PLENARY_DATA`: folder of the embedded server, the made secret and mail files; `./data`.
    pub data: PathBuf,
    /// `PLENARY_BIND`: address and port to listen on; `127.0.0.1:8080`.
    pub bind: SocketAddr,
    /// `PLENARY_BASE_URL`: scheme, host and port under which people reach this site; `http://` and
    /// [`Self::bind`] where that is a loopback address, else it must be set.
    pub base_url: Url,
    /// `PLENARY_SECRET`: the master secret that keys are derived from. `None`: see [`Config::master_secrets`].
    pub secret: Option<SecretString>,
    /// `PLENARY_OLD_SECRETS`: retired master secrets, separated by commas: what they made still holds.
    pub old_secrets: Vec<SecretString>,
    /// `PLENARY_SMTP_URL`: `smtp://` (with `?tls=required` for STARTTLS) or `smtps://`, with user and
    /// password where the server wants them. Without it mails become files in `data/mail`.
    pub smtp_url: Option<SecretString>,
    /// `PLENARY_MAIL_FROM`: the sender of every mail; must be set where SMTP is.
    pub mail_from: Mailbox,
    /// `PLENARY_BOUNCE_ADDRESS`: where mails come back to, for `plenary bounce`; its local part has at most 11 characters.
    /// Without it they come back to the sender, unread.
    pub bounce_address: Option<Address>,
    /// `PLENARY_MAIL_PER_DOMAIN`: mails a minute that one process sends to one domain; no limit.
    pub mail_per_domain: Option<NonZeroU32>,
    /// `PLENARY_MAIL_AT_ONCE_PER_DOMAIN`: mails that one process sends to one domain at the same time; no limit.
    pub mail_at_once_per_domain: Option<NonZeroU32>,
    /// `PLENARY_DNS_SERVER`: the name server that is asked for the records that mail needs; the machine's own.
    pub dns_server: Option<SocketAddr>,
    /// `PLENARY_TRUSTED_PROXIES`: networks whose `X-Forwarded-For` counts, separated by commas; none.
    pub trusted_proxies: Vec<IpNet>,
    /// `PLENARY_WORKER`: whether `plenary serve` also sends mail and runs duties; `true`.
    pub worker: bool,
    /// `PLENARY_WEBHOOK_ALLOW`: networks that webhooks may lead to although they are not on the public Internet, separated by
    /// commas; none.
    pub webhook_allow: Vec<IpNet>,
    /// `PLENARY_WEBHOOK_CA`: a file of certificates (PEM) that webhooks' receivers may be vouched for by, beside the web's; none.
    pub webhook_ca: Option<PathBuf>,
    /// `PLENARY_LOG`: what to log, as `tracing-subscriber`'s `EnvFilter` reads it; `info,actix_server=warn`.
    pub log: String,
    /// `PLENARY_LOG_FORMAT`: `text` or `json`; `text`.
    pub log_format: LogFormat,
    /// Variables that begin with `PLENARY_` and mean nothing; `doctor` asks whether they are typos.
    pub unknown_variables: Vec<String>,
    base_url_given: bool,
}

impl Config {
    /// Reads the settings file (`file`, else the variable `PLENARY_CONFIG`, else `plenary.toml` if it is
    /// there), then the environment, which wins.
    ///
    /// # Errors
    /// A [`ConfigError`] that names every wrong setting and what to do about it.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Layers::gather(file, variables)?.resolve()
    }

    /// Settings from these variables alone; for tests, which share one environment.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_variables<'a>(
        variables: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ConfigError> {
        let owned = variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        Layers::of_variables(owned).resolve()
    }

    /// Whether Plenary runs its own PostgreSQL.
    #[must_use]
    pub fn embedded(&self) -> bool {
        self.database_url.is_none()
    }

    /// Whether the conveniences of a first look may exist: the sample, the printed sign-in link and the
    /// mailbox page. Only where nobody else can be meant: embedded, bound to loopback, no SMTP. A request
    /// with forwarding headers is refused them all the same; that is for `http` to see.
    #[must_use]
    pub fn local_extras(&self) -> bool {
        self.embedded() && self.bind.ip().is_loopback() && self.smtp_url.is_none()
    }

    /// Where mails go as files when there is no SMTP server.
    #[must_use]
    pub fn mail_folder(&self) -> PathBuf {
        self.data.join("mail")
    }

    /// Notes the address that was really bound: a base URL that nobody set follows its port.
    pub fn listening_on(&mut self, address: SocketAddr) {
        self.bind = address;
        if !self.base_url_given && self.base_url.set_port(Some(address.port())).is_err() {
            tracing::error!(base_url = %self.base_url, "the base URL takes no port");
        }
    }

    /// The master secrets, the present one first. An embedded installation that was given none keeps
    /// its own in `data/secret`, made at the first call.
    ///
    /// # Errors
    /// A [`ConfigError`] when that file can be neither read nor made.
    pub fn master_secrets(&self) -> Result<Vec<SecretString>, ConfigError> {
        let present = match &self.secret {
            Some(secret) => secret.clone(),
            None => secret::kept_in(&self.data)?,
        };
        Ok(std::iter::once(present).chain(self.old_secrets.iter().cloned()).collect())
    }
}
