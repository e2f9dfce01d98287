//! From a URL to an encrypted connection with who is meant by it.

use std::{net::IpAddr, time::Duration};

use rustls::pki_types::ServerName;
use tokio::{net::TcpStream, time::timeout};
use tokio_rustls::{TlsConnector, client::TlsStream};
use url::{Host, Url};

use super::{AttemptOutcome, Client, Failure};

/// For one address of several.
const ONE_ADDRESS: Duration = Duration::from_secs(4);

impl Client {
    /// A connection to an address that was looked at, shown the certificate of the URL's host.
    pub(super) async fn connect(&self, url: &Url) -> Result<TlsStream<TcpStream>, Failure> {
        let broken = || Failure::new(AttemptOutcome::Unresolved, "the address names no host");
        let host = url.host().ok_or_else(broken)?;
        let addresses = self.addresses(&host).await?;
        let name = match &host {
            Host::Domain(name) => ServerName::try_from((*name).to_owned()),
            Host::Ipv4(address) => Ok(ServerName::from(IpAddr::V4(*address))),
            Host::Ipv6(address) => Ok(ServerName::from(IpAddr::V6(*address))),
        };
        let name = name.map_err(|error| Failure::new(AttemptOutcome::Insecure, error))?;
        let stream = reach(&addresses, url.port_or_known_default().unwrap_or(443)).await?;
        let secured = TlsConnector::from(self.tls.clone()).connect(name, stream).await;
        secured.map_err(|error| Failure::new(AttemptOutcome::Insecure, error))
    }

    /// All addresses of the host, if every one of them may be called.
    async fn addresses(&self, host: &Host<&str>) -> Result<Vec<IpAddr>, Failure> {
        let addresses = match host {
            Host::Ipv4(address) => vec![IpAddr::V4(*address)],
            Host::Ipv6(address) => vec![IpAddr::V6(*address)],
            Host::Domain(name) => {
                let found = self.resolver.resolve(name).await;
                found.map_err(|error| Failure::new(AttemptOutcome::Unresolved, error))?
            }
        };
        if addresses.is_empty() {
            return Err(Failure::new(AttemptOutcome::Unresolved, "the name has no address"));
        }
        match addresses.iter().find(|address| !self.gate.lets(**address)) {
            Some(address) => Err(Failure::new(
                AttemptOutcome::Forbidden,
                format!("{address} is not on the public Internet"),
            )),
            None => Ok(addresses),
        }
    }
}

/// The first address that answers.
async fn reach(addresses: &[IpAddr], port: u16) -> Result<TcpStream, Failure> {
    let mut last = Failure::new(AttemptOutcome::Unreachable, "no address was tried");
    for address in addresses {
        last = match timeout(ONE_ADDRESS, TcpStream::connect((*address, port))).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => Failure::new(AttemptOutcome::Unreachable, error),
            Err(_) => Failure::new(AttemptOutcome::Timeout, format!("no connection within {ONE_ADDRESS:?}")),
        };
    }
    Err(last)
}
