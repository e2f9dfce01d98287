//! Asking a name server.

use std::{net::SocketAddr, time::Duration};

use hickory_resolver::{
    Resolver as Hickory, TokioResolver,
    config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts},
    net::runtime::TokioRuntimeProvider,
    proto::rr::{RData, Record, RecordType},
};

use crate::error::Error;

/// Asks one name server, or those that this machine asks. What was published a moment ago is seen: nothing is kept here.
pub struct Resolver(TokioResolver);

impl Resolver {
    /// Asks `server`; without it, as the system does.
    ///
    /// # Errors
    /// [`Error::Internal`] where the system's settings cannot be read.
    pub fn new(server: Option<SocketAddr>) -> Result<Self, Error> {
        let provider = TokioRuntimeProvider::default();
        let mut builder = match server {
            Some(address) => Hickory::builder_with_config(of(address), provider),
            None => Hickory::builder(provider).map_err(Error::internal)?,
        };
        patient(builder.options_mut());
        Ok(Self(builder.build().map_err(Error::internal)?))
    }

    /// The texts at a name, each put together from its strings. Bytes beyond UTF-8 show as such.
    ///
    /// # Errors
    /// Why nobody answered.
    pub(super) async fn texts(&self, name: &str) -> Result<Vec<String>, String> {
        self.found(name, RecordType::TXT, |data| match data {
            RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
            _ => None,
        })
        .await
    }

    /// The servers that take mail for a domain, the first to try first; the domain itself where it names none but has an
    /// address (RFC 5321 section 5.1).
    ///
    /// # Errors
    /// Why nobody answered.
    pub(super) async fn mail_servers(&self, domain: &str) -> Result<Vec<String>, String> {
        let mut servers = self
            .found(domain, RecordType::MX, |data| match data {
                RData::MX(server) => Some((server.preference, server.exchange.to_ascii())),
                _ => None,
            })
            .await?;
        servers.sort();
        if !servers.is_empty() {
            return Ok(servers.into_iter().map(|(_, host)| host).collect());
        }
        for kind in [RecordType::A, RecordType::AAAA] {
            let addresses = self.found(domain, kind, |data| data.ip_addr()).await?;
            if !addresses.is_empty() {
                return Ok(vec![format!("{domain}.")]);
            }
        }
        Ok(Vec::new())
    }

    async fn found<T>(
        &self,
        name: &str,
        kind: RecordType,
        read: impl Fn(&RData) -> Option<T>,
    ) -> Result<Vec<T>, String> {
        // The dot at the end keeps this machine's own domains out of it.
        match self.0.lookup(format!("{name}."), kind).await {
            Ok(answer) => {
                Ok(answer.answers().iter().filter_map(|record: &Record| read(&record.data)).collect())
            }
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(error.to_string()),
        }
    }
}

fn of(address: SocketAddr) -> ResolverConfig {
    let mut connections = vec![ConnectionConfig::udp(), ConnectionConfig::tcp()];
    for connection in &mut connections {
        connection.port = address.port();
    }
    let server = NameServerConfig::new(address.ip(), true, connections);
    ResolverConfig::from_name_servers(vec![server])
}

/// Little patience, since a person waits, and no memory.
fn patient(options: &mut ResolverOpts) {
    options.timeout = Duration::from_millis(1_500);
    options.attempts = 1;
    options.cache_size = 0;
}
