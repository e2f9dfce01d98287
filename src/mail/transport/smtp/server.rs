//! How a mail server is named in the settings.

use std::{borrow::Cow, fmt, fs};

use lettre::transport::smtp::{
    authentication::Credentials,
    client::{Certificate, TlsParameters},
    extension::ClientId,
};
use url::Url;

/// What is wrong with the mail server's URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadServer(pub String);

impl fmt::Display for BadServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadServer {}

/// When a connection is encrypted.
pub(super) enum Security {
    /// Never.
    Plain,
    /// After STARTTLS (RFC 3207), without which nothing is sent.
    StartTls(TlsParameters),
    /// From the first byte (RFC 8314).
    Tls(TlsParameters),
}

/// A mail server.
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) credentials: Option<Credentials>,
    pub(super) hello: ClientId,
}

impl Server {
    pub(super) fn parse(text: &str) -> Result<Self, BadServer> {
        let bad = |says: &str| BadServer(says.to_owned());
        let url = Url::parse(text).map_err(|_| bad("is no URL; write smtp://host or smtps://host"))?;
        let host =
            url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| bad("names no host"))?.to_owned();
        let option =
            |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        let certificate = option("ca").map(|path| certificate(&path)).transpose()?;
        let tls = || encryption(&host, certificate.clone());
        let (security, usual_port) = match (url.scheme(), option("tls").as_deref()) {
            ("smtps", None) => (Security::Tls(tls()?), 465),
            ("smtp", None) => (Security::Plain, 25),
            ("smtp", Some("required")) => (Security::StartTls(tls()?), 587),
            ("smtp" | "smtps", Some(_)) => {
                return Err(bad("takes no such tls=; write smtp://…?tls=required or smtps://"));
            }
            _ => return Err(bad("must begin with smtp:// or smtps://")),
        };
        Ok(Self {
            port: url.port().unwrap_or(usual_port),
            security,
            credentials: credentials(&url)?,
            hello: ClientId::default(),
            host,
        })
    }
}

fn encryption(host: &str, certificate: Option<Certificate>) -> Result<TlsParameters, BadServer> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(certificate) = certificate {
        builder = builder.add_root_certificate(certificate);
    }
    builder.build().map_err(|error| BadServer(error.to_string()))
}

fn certificate(path: &str) -> Result<Certificate, BadServer> {
    let pem =
        fs::read(path).map_err(|error| BadServer(format!("names a ca= that cannot be read: {error}")))?;
    Certificate::from_pem(&pem)
        .map_err(|error| BadServer(format!("names a ca= that is no certificate: {error}")))
}

fn credentials(url: &Url) -> Result<Option<Credentials>, BadServer> {
    let Some(password) = url.password() else { return Ok(None) };
    Ok(Some(Credentials::new(plain(url.username())?, plain(password)?)))
}

/// User and password come percent-encoded (RFC 3986 section 3.2.1). A `+` is itself.
fn plain(encoded: &str) -> Result<String, BadServer> {
    let pair = format!("x={}", encoded.replace('+', "%2B"));
    let decoded = form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value);
    decoded
        .map(Cow::into_owned)
        .ok_or_else(|| BadServer("has a user or password that cannot be read".to_owned()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_url_says_how_to_connect() {
        let plain = Server::parse("smtp://mail.example.org").unwrap();
        assert!(matches!((plain.port, plain.security, plain.credentials), (25, Security::Plain, None)));
        let starttls =
            Server::parse("smtp://me%40example.org:p%2Bq+r@mail.example.org:2525?tls=required").unwrap();
        assert!(matches!((starttls.port, starttls.security), (2525, Security::StartTls(_))));
        let expected = Credentials::new("me@example.org".to_owned(), "p+q+r".to_owned());
        assert_eq!(starttls.credentials, Some(expected));
        assert!(matches!(Server::parse("smtps://mail.example.org").unwrap().security, Security::Tls(_)));
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        for url in [
            "mail.example.org",
            "http://me:secret@a.org",
            "smtp://me:secret@a.org?tls=maybe",
            "smtps://me:secret@a.org?ca=/nowhere",
            "smtp://",
        ] {
            let says = Server::parse(url).err().unwrap().to_string();
            assert!(!says.contains("secret"), "{says}");
        }
    }
}
