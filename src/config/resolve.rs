//! From text to checked settings; every wrong one is named, not only the first.

use super::{Config, ConfigError, Problem, layers::Layers, parse};

/// Reads settings and keeps what is wrong with them.
struct Reader<'a> {
    layers: &'a Layers,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn refuse(&mut self, key: &str, says: impl Into<String>) {
        self.problems.push(Problem { setting: self.layers.origin(key), says: says.into() });
    }

    /// The setting, parsed; `None` when it is not set, or noted as wrong.
    fn optional<T>(&mut self, key: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let text = match self.layers.text(key) {
            Ok(text) => text?,
            Err(problem) => {
                self.problems.push(problem);
                return None;
            }
        };
        parse(&text).map_err(|says| self.refuse(key, says)).ok()
    }

    /// The setting, or what stands in for it, parsed; `None` only when noted as wrong.
    fn with_default<T>(
        &mut self,
        key: &str,
        default: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let text = self.layers.text(key).map_err(|problem| self.problems.push(problem)).ok()?;
        parse(text.as_deref().unwrap_or(default)).map_err(|says| self.refuse(key, says)).ok()
    }

    fn is_set(&self, key: &str) -> bool {
        self.layers.text(key).is_ok_and(|text| text.is_some())
    }
}

impl Layers {
    /// The checked settings.
    pub(super) fn resolve(self) -> Result<Config, ConfigError> {
        let mut read = Reader { layers: &self, problems: Vec::new() };
        let config = read_all(&mut read);
        if let Some(config) = &config {
            check_together(config, &mut read);
        }
        match config {
            Some(config) if read.problems.is_empty() => Ok(config),
            _ => Err(ConfigError { problems: read.problems }),
        }
    }
}

/// Reads every setting before it gives up on any.
fn read_all(read: &mut Reader<'_>) -> Option<Config> {
    let bind = read.with_default("bind", "127.0.0.1:8080", parse::socket_address);
    let here = bind.map_or_else(|| "localhost".to_owned(), |address| address.to_string());
    let base_url = read.with_default("base_url", &format!("http://{here}"), parse::base_url);
    let data = read.with_default("data", "data", parse::path);
    let connections = read.with_default("database_connections", "16", parse::connections);
    let database_url = read.optional("database_url", parse::database_url);
    let pg_bin = read.optional("pg_bin", parse::path);
    let secret = read.optional("secret", parse::secret);
    let old_secrets = read.with_default("old_secrets", "", |text| parse::list(text, parse::secret));
    let smtp_url = read.optional("smtp_url", parse::smtp_url);
    // RFC 2606 keeps example.org for examples; without SMTP no mail leaves this machine.
    let mail_from = read.with_default("mail_from", "Plenary <plenary@example.org>", parse::mailbox);
    let bounce_address = read.optional("bounce_address", parse::bounce_address);
    let mail_per_domain = read.optional("mail_per_domain", parse::rate);
    let mail_at_once_per_domain = read.optional("mail_at_once_per_domain", parse::rate);
    let dns_server = read.optional("dns_server", parse::name_server);
    let proxies = read.with_default("trusted_proxies", "", |text| parse::list(text, parse::network));
    let worker = read.with_default("worker", "true", parse::truth);
    let webhook_allow = read.with_default("webhook_allow", "", |text| parse::list(text, parse::network));
    let webhook_ca = read.optional("webhook_ca", parse::path);
    let log = read.with_default("log", "info,actix_server=warn", parse::log_filter);
    let log_format = read.with_default("log_format", "text", parse::log_format);
    Some(Config {
        database_url,
        database_connections: connections?,
        pg_bin,
        data: data?,
        bind: bind?,
        base_url: base_url?,
        secret,
        old_secrets: old_secrets?,
        smtp_url,
        mail_from: mail_from?,
        bounce_address,
        mail_per_domain,
        mail_at_once_per_domain,
        dns_server,
        trusted_proxies: proxies?,
        worker: worker?,
        webhook_allow: webhook_allow?,
        webhook_ca,
        log: log?,
        log_format: log_format?,
        unknown_variables: read.layers.unknown_variables.clone(),
        base_url_given: read.is_set("base_url"),
    })
}

/// What a setting asks of another.
fn check_together(config: &Config, read: &mut Reader<'_>) {
    if !config.base_url_given && !config.bind.ip().is_loopback() {
        read.refuse(
            "base_url",
            "is missing: set it to the address people open, such as https://forum.example.org",
        );
    }
    if !config.embedded() && config.base_url.scheme() == "http" && !parse::is_loopback(&config.base_url) {
        read.refuse("base_url", "must begin with https://, or sign-in cookies could be read on the way");
    }
    if !config.embedded() && config.secret.is_none() {
        let says = "is missing: with DATABASE_URL every node needs the same one; make it with: \
                    openssl rand -base64 33";
        read.refuse("secret", says);
    }
    if config.smtp_url.is_some() && !read.is_set("mail_from") {
        read.refuse("mail_from", "is missing: name the sender, such as Forum <forum@example.org>");
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::fs;

    use proptest::prelude::*;

    use super::super::{Config, layers};

    fn refusal(variables: &[(&str, &str)]) -> String {
        Config::from_variables(variables.iter().copied()).unwrap_err().to_string()
    }

    #[test]
    fn an_embedded_start_needs_no_setting_and_no_file() {
        let config = layers::Layers::gather(None, [].into_iter()).unwrap().resolve().unwrap();
        assert!(config.embedded() && config.local_extras() && config.worker);
        assert_eq!(config.base_url.as_str(), "http://127.0.0.1:8080/");
    }

    #[test]
    fn extras_end_where_somebody_else_could_be_meant() {
        let outside = [("PLENARY_BIND", "0.0.0.0:80"), ("PLENARY_BASE_URL", "https://forum.example.org")];
        assert!(!Config::from_variables(outside).unwrap().local_extras());
        let mailing = [("PLENARY_SMTP_URL", "smtp://localhost"), ("PLENARY_MAIL_FROM", "a@example.org")];
        assert!(!Config::from_variables(mailing).unwrap().local_extras());
        let remote = [("DATABASE_URL", "postgresql://db/plenary"), ("PLENARY_SECRET", "x")];
        assert!(!Config::from_variables(remote).unwrap().local_extras());
    }

    #[test]
    fn every_wrong_setting_is_named_at_once() {
        let said = refusal(&[
            ("PLENARY_BIND", "8080"),
            ("PLENARY_WORKER", "perhaps"),
            ("PLENARY_TRUSTED_PROXIES", "10.0.0.0/8, nonsense"),
            ("PLENARY_LOG_FORMAT", "xml"),
            ("PLENARY_DATABASE_CONNECTIONS", "1"),
        ]);
        for name in ["BIND", "WORKER", "TRUSTED_PROXIES", "LOG_FORMAT", "DATABASE_CONNECTIONS"] {
            assert!(said.contains(&format!("PLENARY_{name}: ")), "{name} in {said}");
        }
    }

    #[test]
    fn a_shared_database_needs_a_shared_secret_and_https() {
        let said = refusal(&[
            ("DATABASE_URL", "postgresql://db/plenary"),
            ("PLENARY_BASE_URL", "http://forum.example.org"),
        ]);
        assert!(said.contains("PLENARY_SECRET: is missing") && said.contains("https://"), "{said}");
    }

    #[test]
    fn no_refusal_repeats_a_secret() {
        let said = refusal(&[
            ("DATABASE_URL", "mysql://root:hunter2@db/plenary"),
            ("PLENARY_SMTP_URL", "http://user:hunter2@mail"),
        ]);
        assert!(!said.contains("hunter2"), "{said}");
        let config = Config::from_variables([("PLENARY_SECRET", "hunter2")]).unwrap();
        assert!(!format!("{config:?}").contains("hunter2"));
    }

    #[test]
    fn the_environment_wins_over_the_file_and_errors_name_the_place() {
        let path = std::env::temp_dir().join(format!("plenary-{}.toml", uuid::Uuid::new_v4()));
        let variables = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        fs::write(&path, "bind = '127.0.0.1:1'\ndatabase_connections = 4\ntrusted_proxies = ['::1']\n")
            .unwrap();
        let given = variables(&[("PLENARY_BIND", "127.0.0.1:2")]);
        let layers = layers::Layers::gather(Some(&path), given.into_iter()).unwrap();
        let config = layers.resolve().unwrap();
        assert_eq!((config.bind.port(), config.database_connections), (2, 4));
        assert_eq!(config.trusted_proxies.len(), 1);

        fs::write(&path, "worker = 'no'\n").unwrap();
        let named = variables(&[("PLENARY_CONFIG", path.to_str().unwrap())]);
        let said =
            layers::Layers::gather(None, named.into_iter()).unwrap().resolve().unwrap_err().to_string();
        assert!(
            said.contains("worker in ") && said.contains(path.file_name().unwrap().to_str().unwrap()),
            "{said}"
        );

        fs::write(&path, "bindd = '127.0.0.1:1'\n").unwrap();
        let said = layers::Layers::gather(Some(&path), [].into_iter()).err().unwrap().to_string();
        assert!(said.contains("no such setting"), "{said}");
        fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_secret_of_digits_stays_a_text() {
        let digits = "00123456789012345678901234567890123";
        let config = Config::from_variables([("PLENARY_SECRET", digits)]).unwrap();
        assert_eq!(secrecy::ExposeSecret::expose_secret(&config.secret.unwrap()), digits);
    }

    #[test]
    fn unknown_variables_are_kept_for_the_doctor() {
        let config = Config::from_variables([("PLENARY_SERVICE_HOST", "10.0.0.1"), ("HOME", "/")]).unwrap();
        assert_eq!(config.unknown_variables, ["PLENARY_SERVICE_HOST"]);
    }

    #[test]
    fn a_base_url_that_nobody_set_follows_the_bound_port() {
        let mut config = Config::from_variables([("PLENARY_BIND", "127.0.0.1:0")]).unwrap();
        config.listening_on(([127, 0, 0, 1], 4321).into());
        assert_eq!(config.base_url.as_str(), "http://127.0.0.1:4321/");
        let mut config = Config::from_variables([("PLENARY_BASE_URL", "https://forum.example.org")]).unwrap();
        config.listening_on(([127, 0, 0, 1], 4321).into());
        assert_eq!(config.base_url.as_str(), "https://forum.example.org/");
    }

    #[test]
    fn every_setting_is_documented_for_operators() {
        let manual = include_str!("../../docs/OPERATING.md");
        for key in layers::KEYS {
            assert!(manual.contains(&format!("`{}`", layers::variable(key))), "{key} in docs/OPERATING.md");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reading_panic(index in 0..layers::KEYS.len(), text in "\\PC{0,40}") {
            let name = layers::KEYS.get(index).map(|key| layers::variable(key)).unwrap_or_default();
            if let Err(error) = Config::from_variables([(name.as_str(), text.as_str())]) {
                prop_assert!(!error.problems.is_empty());
            }
        }
    }
}
