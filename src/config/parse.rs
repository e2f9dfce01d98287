//! One setting's text at a time. What is wrong is said without repeating what may be secret.

use std::{
    net::{IpAddr, SocketAddr},
    num::NonZeroU32,
    path::PathBuf,
};

use ipnet::IpNet;
use lettre::{Address, message::Mailbox};
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use url::{Host, Url};

use super::LogFormat;

pub(super) fn socket_address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("write an address and a port, such as 127.0.0.1:8080, not {text:?}"))
}

pub(super) fn path(text: &str) -> Result<PathBuf, String> {
    Ok(PathBuf::from(text))
}

pub(super) fn secret(text: &str) -> Result<SecretString, String> {
    Ok(SecretString::from(text.to_owned()))
}

pub(super) fn connections(text: &str) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| (2..=500).contains(number));
    number.ok_or_else(|| format!("write a number from 2 to 500, not {text:?}"))
}

pub(super) fn rate(text: &str) -> Result<NonZeroU32, String> {
    text.parse().map_err(|_| format!("write a whole number from 1, not {text:?}"))
}

/// An address, with a port where it is not the usual one (RFC 1035 section 4.2).
pub(super) fn name_server(text: &str) -> Result<SocketAddr, String> {
    let usual = || text.parse().ok().map(|address: IpAddr| SocketAddr::new(address, 53));
    text.parse()
        .ok()
        .or_else(usual)
        .ok_or_else(|| format!("write an address such as 9.9.9.9 or 9.9.9.9:53, not {text:?}"))
}

pub(super) fn truth(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| format!("write true or false, not {text:?}"))
}

pub(super) fn log_filter(text: &str) -> Result<String, String> {
    match EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("write a filter such as info or info,plenary=debug: {error}")),
    }
}

pub(super) fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(format!("write text or json, not {text:?}")),
    }
}

pub(super) fn network(text: &str) -> Result<IpNet, String> {
    let alone = || text.parse::<IpAddr>().map(IpNet::from);
    text.parse().or_else(|_| alone()).map_err(|_| {
        format!("write networks or addresses separated by commas, such as 10.0.0.0/8,::1, not {text:?}")
    })
}

pub(super) fn mailbox(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| format!("write a sender such as Forum <forum@example.org>, not {text:?}"))
}

/// RFC 5321 section 4.5.3.1.1 leaves a local part 64 characters; each mail's own part and its `+` need 53.
pub(super) fn bounce_address(text: &str) -> Result<Address, String> {
    let fits =
        |address: &Address| address.user().len() <= 11 && !address.user().contains('+') && text.is_ascii();
    text.parse().ok().filter(fits).ok_or_else(|| {
        "write an address with at most 11 characters before the @ and no +, such as bounce@forum.example.org".to_owned()
    })
}

/// The members between commas; empty ones are skipped.
pub(super) fn list<T>(text: &str, member: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    text.split(',').map(str::trim).filter(|text| !text.is_empty()).map(member).collect()
}

pub(super) fn database_url(text: &str) -> Result<SecretString, String> {
    let form = "write a URL such as postgresql://plenary:PASSWORD@db.example.org/plenary?sslmode=require";
    let known = ["postgresql://", "postgres://"].iter().any(|scheme| text.starts_with(scheme));
    match text.parse::<tokio_postgres::Config>() {
        Ok(_) if known => secret(text),
        _ => Err(form.to_owned()),
    }
}

pub(super) fn smtp_url(text: &str) -> Result<SecretString, String> {
    let form = "write a URL such as smtps://USER:PASSWORD@mail.example.org or smtp://mail.example.org:587?tls=required";
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "smtp" | "smtps"));
    url.filter(Url::has_host).ok_or_else(|| form.to_owned())?;
    secret(text)
}

pub(super) fn base_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let whole = url.filter(|url| {
        url.has_host()
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none()
    });
    whole.ok_or_else(|| "write scheme and host alone, such as https://forum.example.org".to_owned())
}

/// Whether only this machine can be meant.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
