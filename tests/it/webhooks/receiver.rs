//! A receiver of webhooks: a real HTTPS server that answers what a test wants and remembers what came.

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use hyper::{HeaderMap, header::HeaderName};
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::{
    ServerConfig,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use serde_json::Value;
use standardwebhooks::Webhook;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

/// The receiver's name, which no real resolver knows.
pub const NAME: &str = "hook.example.org";

/// A request that came.
#[derive(Clone, Debug)]
pub struct Came {
    pub head: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Came {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn id(&self) -> String {
        self.headers["webhook-id"].to_str().unwrap().to_owned()
    }

    /// Whether the standard's own library finds that it was signed with `secret`.
    pub fn verifies(&self, secret: &str) -> bool {
        Webhook::new(secret).unwrap().verify(self.body.as_bytes(), &self.headers).is_ok()
    }
}

#[derive(Default)]
struct State {
    answers: VecDeque<String>,
    came: Vec<Came>,
    connections: usize,
}

/// A running receiver. It answers 200 where nothing else was asked of it.
pub struct Receiver {
    pub address: SocketAddr,
    /// Its certificate, as PEM.
    pub certificate: String,
    state: Arc<Mutex<State>>,
}

impl Receiver {
    pub async fn open() -> Self {
        let CertifiedKey { cert, signing_key } = generate_simple_self_signed([NAME.to_owned()]).unwrap();
        let (certificate, state) = (cert.pem(), Arc::new(Mutex::new(State::default())));
        let acceptor = TlsAcceptor::from(Arc::new(config(cert.der().clone(), &signing_key)));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let (address, kept) = (listener.local_addr().unwrap(), state.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                kept.lock().unwrap().connections += 1;
                tokio::spawn(serve(acceptor.clone(), stream, kept.clone()));
            }
        });
        Self { address, certificate, state }
    }

    pub fn url(&self) -> String {
        format!("https://{NAME}:{}/hooks/forum?from=test", self.address.port())
    }

    /// What the next requests are answered with: status line, headers, an empty line, the body.
    pub fn answers(&self, answers: &[&str]) {
        self.state.lock().unwrap().answers.extend(answers.iter().map(|answer| (*answer).to_owned()));
    }

    pub fn came(&self) -> Vec<Came> {
        self.state.lock().unwrap().came.clone()
    }

    pub fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }
}

fn config(certificate: rustls::pki_types::CertificateDer<'static>, key: &KeyPair) -> ServerConfig {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap()
}

async fn serve(acceptor: TlsAcceptor, stream: TcpStream, state: Arc<Mutex<State>>) {
    let Ok(mut stream) = acceptor.accept(stream).await else { return };
    let mut raw = Vec::new();
    let came = loop {
        let mut part = [0; 4096];
        let Ok(read @ 1..) = stream.read(&mut part).await else { return };
        raw.extend_from_slice(&part[..read]);
        if let Some(came) = whole(&raw) {
            break came;
        }
    };
    let answer = {
        let mut state = state.lock().unwrap();
        state.came.push(came);
        state.answers.pop_front().unwrap_or_else(|| "200 OK\r\n\r\n".to_owned())
    };
    // A sender that has heard enough may be gone.
    let _ = stream.write_all(format!("HTTP/1.1 {answer}").as_bytes()).await;
    let _ = stream.shutdown().await;
}

/// The request, once all of its body is there.
fn whole(raw: &[u8]) -> Option<Came> {
    let text = String::from_utf8_lossy(raw);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let first = lines.next()?.to_owned();
    let headers: HeaderMap = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.parse().unwrap()))
        .collect();
    let length: usize = headers.get("content-length")?.to_str().ok()?.parse().ok()?;
    (body.len() >= length).then(|| Came { head: first, headers, body: body.to_owned() })
}
