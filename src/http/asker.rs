//! Who sent a request, as far as the network tells: address, request id, language, page.

use std::{
    future::{Ready, ready},
    net::{IpAddr, Ipv6Addr},
};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::header};
use tracing_actix_web::RequestId;

use super::{App, FormData, language};
use crate::{
    accounts::proofs::Visitor,
    audit::{Actor, ActorKind},
    db::idempotency::Claim,
    error::Error,
    values::Lang,
};

/// What a request tells about its sender before anything is proved.
#[derive(Clone, Debug)]
pub struct Asker {
    /// The network address, looked up through trusted proxies only.
    pub address: IpAddr,
    /// The id in the log and on error pages.
    pub request_id: String,
    /// The language to answer in.
    pub lang: Lang,
    /// Path and query, for links back to this page.
    pub path: String,
}

impl Asker {
    /// Reads a request without consuming it.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Self { address: address(request), request_id: request_id(request), lang: language::of(request), path }
    }

    /// The query as the pairs of a form.
    ///
    /// # Errors
    /// As [`FormData::decode`].
    pub fn query(&self) -> Result<FormData, Error> {
        FormData::decode(self.path.split_once('?').map_or("", |(_, query)| query).as_bytes())
    }

    /// The claim of a visitor's form: its own key, which its script keeps for as long as the answers stay the same.
    #[must_use]
    pub fn claim(&self, typed: &FormData) -> Option<Claim> {
        let key = typed.one("_key");
        let path = self.path.split('?').next().unwrap_or_default();
        let usable = !key.is_empty() && key.len() <= 64;
        usable.then(|| Claim::new("visitor".to_owned(), format!("POST {path}"), key.to_owned(), typed.body()))
    }

    /// The audit trail's actor of this kind.
    #[must_use]
    pub fn actor(&self, kind: ActorKind, id: Option<uuid::Uuid>) -> Actor {
        Actor { kind, id, address: Some(self.address.to_string()), request_id: Some(self.request_id.clone()) }
    }

    /// The proof of being anybody.
    #[must_use]
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.actor(ActorKind::Visitor, None))
    }

    /// The network the address is of, for generous limits: the address itself, or the /64 of IPv6.
    #[must_use]
    pub fn network(&self) -> IpAddr {
        match self.address {
            IpAddr::V6(six) => match six.segments() {
                [a, b, c, d, ..] => IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0)),
            },
            four => four,
        }
    }
}

impl FromRequest for Asker {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default()
}

/// The peer, or, where the peer is a trusted proxy, the last address in `X-Forwarded-For` that is not one.
fn address(request: &HttpRequest) -> IpAddr {
    let unknown = IpAddr::V6(Ipv6Addr::UNSPECIFIED);
    let peer = request.peer_addr().map_or(unknown, |peer| peer.ip().to_canonical());
    let Some(app) = request.app_data::<actix_web::web::Data<App>>() else { return peer };
    let trusted = |ip: &IpAddr| app.config.trusted_proxies.iter().any(|net| net.contains(ip));
    if !trusted(&peer) {
        return peer;
    }
    let headers = request.headers().get_all(header::X_FORWARDED_FOR).filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> =
        headers.flat_map(|value| value.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.into_iter().rev().map(|hop: IpAddr| hop.to_canonical()).find(|hop| !trusted(hop)).unwrap_or(peer)
}
