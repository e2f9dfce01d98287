//! The one place that calls an address somebody typed.
//!
//! We resolve the name ourselves, refuse unless the [`Gate`] lets every address of it through, and connect to the very address
//! that was looked at, so that a name which leads elsewhere a moment later gains nothing. The certificate must be the name's.
//! Nothing is followed, and time and bytes are bounded.

mod connect;
mod exchange;
mod resolve;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use http_body_util::Full;
use hyper::{Request, body::Bytes};
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};
use tokio::time::timeout;
use url::Url;

use super::{AttemptOutcome, Gate};
use crate::error::Error;

pub use resolve::{Resolve, SystemResolver};

/// For one call from the name to the answer; leases are longer.
pub(super) const LONGEST: Duration = Duration::from_secs(20);
/// For resolving, connecting and TLS together.
const CONNECTING: Duration = Duration::from_secs(10);

/// Calls receivers.
pub struct Client {
    gate: Gate,
    resolver: Box<dyn Resolve>,
    tls: Arc<ClientConfig>,
}

/// How one call ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// In one word.
    pub outcome: AttemptOutcome,
    /// The answer's status, where there was one.
    pub status: Option<u16>,
    /// How long the receiver asks us to wait.
    pub retry_after: Option<Duration>,
    /// The beginning of the answer's body, or what went wrong.
    pub answer: String,
    /// How long it took.
    pub took: Duration,
}

/// Why there was no answer.
pub(super) struct Failure {
    outcome: AttemptOutcome,
    says: String,
}

impl Failure {
    fn new(outcome: AttemptOutcome, says: impl ToString) -> Self {
        Self { outcome, says: says.to_string() }
    }
}

impl Client {
    /// A client that trusts the roots of the web (Mozilla's) and `further`, certificates in PEM.
    ///
    /// # Errors
    /// [`Error::Internal`] when `further` holds no certificate, or TLS cannot be set up.
    pub fn new(gate: Gate, resolver: Box<dyn Resolve>, further: Option<&[u8]>) -> Result<Self, Error> {
        let mut roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        for certificate in further.into_iter().flat_map(CertificateDer::pem_slice_iter) {
            roots
                .add(certificate.map_err(|error| Error::internal(error.to_string()))?)
                .map_err(Error::internal)?;
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let tls = versions.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth();
        Ok(Self { gate, resolver, tls: Arc::new(tls) })
    }

    /// Sends `request`, whose headers and body are ready, to `url`, within [`LONGEST`].
    pub(super) async fn post(&self, url: &Url, request: Request<Full<Bytes>>) -> Tried {
        let began = Instant::now();
        let ended = match timeout(LONGEST, self.call(url, request)).await {
            Ok(ended) => ended,
            Err(_) => Err(Failure::new(AttemptOutcome::Timeout, format!("no answer within {LONGEST:?}"))),
        };
        let took = began.elapsed();
        match ended {
            Ok(answer) => Tried {
                outcome: exchange::judged(answer.status),
                status: Some(answer.status),
                retry_after: answer.retry_after,
                answer: answer.text,
                took,
            },
            Err(Failure { outcome, says }) => {
                Tried { outcome, status: None, retry_after: None, answer: says, took }
            }
        }
    }

    async fn call(&self, url: &Url, request: Request<Full<Bytes>>) -> Result<exchange::Answer, Failure> {
        let stream = match timeout(CONNECTING, self.connect(url)).await {
            Ok(connected) => connected?,
            Err(_) => {
                let says = format!("no connection within {CONNECTING:?}");
                return Err(Failure::new(AttemptOutcome::Timeout, says));
            }
        };
        exchange::exchange(stream, request).await
    }
}
