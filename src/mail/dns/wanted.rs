//! What to publish. Pure, but for reading the settings.

use secrecy::ExposeSecret;
use url::{Host, Url};

use crate::{
    config::Config,
    error::Error,
    mail::{
        ascii_domain,
        dkim::{Algorithm, DkimPair, DkimState},
    },
    values::Moment,
};

/// What a record is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Which servers send mail with a return path of the domain (SPF, RFC 7208).
    Spf,
    /// One of the keys that mails are signed with (DKIM, RFC 6376).
    Dkim {
        /// Which of the pair's two.
        algorithm: Algorithm,
        /// Where the pair stands.
        state: DkimState,
    },
    /// What to do with mail that neither of them vouches for (DMARC, RFC 7489).
    Dmarc,
    /// Where mails that could not be delivered come back to.
    ReturnPath,
}

impl Purpose {
    /// The locale key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Spf => "records-spf",
            Self::Dkim { algorithm: Algorithm::Rsa, .. } => "records-dkim-rsa",
            Self::Dkim { algorithm: Algorithm::Ed25519, .. } => "records-dkim-ed25519",
            Self::Dmarc => "records-dmarc",
            Self::ReturnPath => "records-return-path",
        }
    }
}

/// A record to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What for.
    pub purpose: Purpose,
    /// Where: a domain name in ASCII, without the dot at its end.
    pub name: String,
    /// `TXT` or `MX`.
    pub kind: &'static str,
    /// What it says; a proposal, where the domain's owner has a choice.
    pub value: String,
}

impl Wanted {
    /// The record as a line of a zone's file (RFC 1035 section 5.1). A text stands in strings of at most 255 bytes.
    #[must_use]
    pub fn zone_line(&self) -> String {
        let value = match self.kind {
            "TXT" => {
                let letters: Vec<char> = self.value.chars().collect();
                let strings = letters.chunks(255).map(|string| format!("\"{}\"", String::from_iter(string)));
                strings.collect::<Vec<_>>().join(" ")
            }
            _ => self.value.clone(),
        };
        format!("{}. IN {} {value}", self.name, self.kind)
    }
}

/// What the settings say about where mail comes from and goes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The domain that mails come from.
    pub domain: String,
    /// The domain that they come back to.
    pub return_domain: String,
    /// The server that hands them to the world.
    pub server: String,
}

impl Facts {
    /// Those of these settings; none without a mail server.
    ///
    /// # Errors
    /// [`Error::Internal`] where an address has no domain that DNS could know.
    pub fn of(config: &Config) -> Result<Option<Self>, Error> {
        let Some(url) = &config.smtp_url else { return Ok(None) };
        let url = Url::parse(url.expose_secret()).map_err(Error::internal)?;
        // A server on this machine sends by the name that people know the machine by.
        let named = url.host_str().filter(|host| *host != "localhost" && !is_loopback(host));
        let server = named.or(config.base_url.host_str()).unwrap_or("localhost").to_owned();
        let domain = ascii_domain(&config.mail_from.email)?;
        let return_domain = match &config.bounce_address {
            Some(address) => ascii_domain(address)?,
            None => domain.clone(),
        };
        Ok(Some(Self { domain, return_domain, server }))
    }
}

fn is_loopback(host: &str) -> bool {
    host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The records that publish a pair's keys.
#[must_use]
pub fn of_pair(pair: &DkimPair) -> [Wanted; 2] {
    Algorithm::BOTH.map(|algorithm| Wanted {
        purpose: Purpose::Dkim { algorithm, state: pair.state },
        name: pair.record_name(algorithm),
        kind: "TXT",
        value: pair.record(algorithm),
    })
}

/// The records to publish, for `pairs` of the facts' domain. Those of a retired pair stay for a while.
#[must_use]
pub fn wanted(facts: &Facts, pairs: &[DkimPair], now: Moment) -> Vec<Wanted> {
    let text = |purpose, name: String, value| Wanted { purpose, name, kind: "TXT", value };
    let (servers, takes) = match Host::parse(&facts.server) {
        Ok(Host::Ipv4(address)) => (format!("ip4:{address}"), format!("mail.{}", facts.return_domain)),
        Ok(Host::Ipv6(address)) => (format!("ip6:{address}"), format!("mail.{}", facts.return_domain)),
        Ok(Host::Domain(_)) | Err(_) => (format!("a:{}", facts.server), facts.server.clone()),
    };
    let spf = text(Purpose::Spf, facts.return_domain.clone(), format!("v=spf1 {servers} ~all"));
    let kept = |pair: &&DkimPair| pair.kept_until().is_none_or(|until| now < until);
    let keys = pairs.iter().filter(kept).flat_map(of_pair);
    let policy = text(Purpose::Dmarc, format!("_dmarc.{}", facts.domain), "v=DMARC1; p=none".to_owned());
    let back = Wanted {
        purpose: Purpose::ReturnPath,
        name: facts.return_domain.clone(),
        kind: "MX",
        value: format!("10 {takes}."),
    };
    std::iter::once(spf).chain(keys).chain([policy, back]).collect()
}

/// Where a policy may stand: at the domain, then at those above it, down to two labels.
pub(super) fn policy_names(name: &str) -> Vec<String> {
    let domain = name.strip_prefix("_dmarc.").unwrap_or(name);
    let labels: Vec<&str> = domain.split('.').collect();
    let above = (0..labels.len()).filter_map(|from| labels.get(from..)).filter(|rest| rest.len() >= 2);
    above.map(|rest| format!("_dmarc.{}", rest.join("."))).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn facts(smtp: &str) -> Facts {
        let settings = [
            ("PLENARY_SMTP_URL", smtp),
            ("PLENARY_MAIL_FROM", "Forum <forum@Bücher.example>"),
            ("PLENARY_BASE_URL", "https://www.example.org"),
        ];
        Facts::of(&Config::from_variables(settings).unwrap()).unwrap().unwrap()
    }

    fn values(smtp: &str) -> Vec<String> {
        wanted(&facts(smtp), &[], Moment::now()).iter().map(Wanted::zone_line).collect()
    }

    #[test]
    fn a_proposal_names_the_server_that_sends_as_the_world_sees_it() {
        let domain = "xn--bcher-kva.example";
        let at = |spf: &str, mx: &str| {
            [
                format!("{domain}. IN TXT \"v=spf1 {spf} ~all\""),
                format!("_dmarc.{domain}. IN TXT \"v=DMARC1; p=none\""),
                format!("{domain}. IN MX 10 {mx}."),
            ]
        };
        assert_eq!(values("smtp://mail.example.org"), at("a:mail.example.org", "mail.example.org"));
        assert_eq!(values("smtp://localhost:25"), at("a:www.example.org", "www.example.org"));
        assert_eq!(values("smtp://[::1]"), at("a:www.example.org", "www.example.org"));
        assert_eq!(values("smtps://192.0.2.7"), at("ip4:192.0.2.7", &format!("mail.{domain}")));
    }

    #[test]
    fn a_policy_is_looked_for_up_to_two_labels() {
        assert_eq!(policy_names("_dmarc.a.b.example"), ["_dmarc.a.b.example", "_dmarc.b.example"]);
        assert_eq!(policy_names("_dmarc.example"), Vec::<String>::new());
    }
}
