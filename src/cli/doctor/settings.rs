//! What the settings alone tell.

use super::Finding;
use crate::{
    config::Config,
    keys::{Keys, WeakSecret},
};

pub(super) fn findings(config: &Config) -> Vec<Finding> {
    let mut found = vec![secret(config), address(config), proxies(config)];
    found.extend(config.unknown_variables.iter().map(|name| {
        Finding::warning(format!("setting {name}"), "means nothing to Plenary; is it a typing error?")
    }));
    found
}

fn secret(config: &Config) -> Finding {
    let secrets = match config.master_secrets() {
        Ok(secrets) => secrets,
        Err(error) => return Finding::problem("secret", error.to_string()),
    };
    match Keys::new(secrets) {
        Err(WeakSecret) => Finding::problem(
            "secret",
            "PLENARY_SECRET or one of PLENARY_OLD_SECRETS is too easy to guess; make one with: openssl rand -base64 33",
        ),
        Ok(keys) if config.secret.is_none() => {
            let kept = config.data.join("secret");
            Finding::fine("secret", format!("kept in {}, key {}; back it up", kept.display(), keys.key_id()))
        }
        Ok(keys) => Finding::fine("secret", format!("strong, key {}", keys.key_id())),
    }
}

fn address(config: &Config) -> Finding {
    let url = &config.base_url;
    if url.scheme() == "https" {
        return Finding::fine("address", format!("{url}, with cookies for https only"));
    }
    if config.bind.ip().is_loopback() {
        return Finding::fine("address", format!("{url}, plain http, for this machine alone"));
    }
    Finding::warning(
        "address",
        format!(
            "{url} is plain http, so passwords and cookies can be read on the way; put a reverse proxy with TLS in \
             front and set PLENARY_BASE_URL to its https address"
        ),
    )
}

fn proxies(config: &Config) -> Finding {
    let open = config.trusted_proxies.iter().find(|network| network.prefix_len() == 0);
    if let Some(everyone) = open {
        return Finding::problem(
            "proxies",
            format!(
                "PLENARY_TRUSTED_PROXIES holds {everyone}, so anybody may claim any address; name your proxies"
            ),
        );
    }
    match config.trusted_proxies.as_slice() {
        [] if config.bind.ip().is_loopback() && !config.embedded() => Finding::warning(
            "proxies",
            "none is trusted, so behind a proxy every visitor has the proxy's address; set PLENARY_TRUSTED_PROXIES=127.0.0.1 \
             if the proxy runs on this machine",
        ),
        [] => Finding::fine("proxies", "none is trusted; forwarding headers do not count"),
        trusted => {
            let names: Vec<String> = trusted.iter().map(ToString::to_string).collect();
            Finding::fine("proxies", format!("forwarding headers count from {}", names.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::cli::doctor::finding::Level;

    const SECRET: (&str, &str) = ("PLENARY_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz");
    const SHARED: [(&str, &str); 2] = [("DATABASE_URL", "postgresql://db/plenary"), SECRET];

    fn levels(variables: &[(&str, &str)], about: &str) -> Vec<Level> {
        let config = Config::from_variables(variables.iter().copied().chain([SECRET])).unwrap();
        findings(&config)
            .iter()
            .filter(|finding| finding.about == about)
            .map(|finding| finding.level)
            .collect()
    }

    #[test]
    fn a_first_look_is_fine() {
        let config = Config::from_variables([SECRET]).unwrap();
        assert!(findings(&config).iter().all(|finding| finding.level == Level::Fine));
    }

    #[test]
    fn plain_http_for_others_is_warned_of() {
        let plain = [("PLENARY_BIND", "0.0.0.0:8080"), ("PLENARY_BASE_URL", "http://forum.example.org")];
        assert_eq!(levels(&plain, "address"), [Level::Warning]);
    }

    #[test]
    fn trusting_everybody_is_a_problem() {
        assert_eq!(levels(&[("PLENARY_TRUSTED_PROXIES", "10.0.0.1,::/0")], "proxies"), [Level::Problem]);
        assert_eq!(levels(&SHARED, "proxies"), [Level::Warning]);
        assert_eq!(levels(&[("PLENARY_TRUSTED_PROXIES", "10.0.0.1")], "proxies"), [Level::Fine]);
    }

    #[test]
    fn a_weak_secret_is_a_problem() {
        let config = Config::from_variables([("PLENARY_SECRET", "password")]).unwrap();
        assert!(
            findings(&config)
                .iter()
                .any(|finding| finding.about == "secret" && finding.level == Level::Problem)
        );
    }

    #[test]
    fn typing_errors_are_asked_about() {
        assert_eq!(levels(&[("PLENARY_BINDE", "x")], "setting PLENARY_BINDE"), [Level::Warning]);
    }
}
