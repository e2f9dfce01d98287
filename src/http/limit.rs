//! A generous limit per network address on requests that change something. A hall or a campus is one
//! address, so this only stops floods; the strict limits are per e-mail address and account, in the database.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use actix_web::{
    Error as ActixError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};

use super::{App, Asker};
use crate::error::Error;

/// Changes a network may make a second, and how many at once after a pause.
const PER_SECOND: NonZeroU32 = NonZeroU32::new(100).unwrap();
const BURST: NonZeroU32 = NonZeroU32::new(2_000).unwrap();
/// Above this many networks, those that have been quiet are forgotten.
const NETWORKS: usize = 100_000;

/// Counts per network address, on this node.
pub struct Limiter(DefaultKeyedRateLimiter<IpAddr>);

impl Default for Limiter {
    fn default() -> Self {
        Self(RateLimiter::keyed(Quota::per_second(PER_SECOND).allow_burst(BURST)))
    }
}

impl Limiter {
    /// Counts one change from `network`.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the time until the next one is let through.
    pub fn count(&self, network: IpAddr) -> Result<(), Error> {
        if self.0.len() > NETWORKS {
            self.0.retain_recent();
        }
        self.0.check_key(&network).map_err(|refused| {
            let wait = refused.wait_time_from(self.0.clock().now());
            Error::TooMany(wait.max(Duration::from_secs(1)))
        })
    }
}

/// Lets requests that read pass, and counts those that change; one too many is answered with [`Error::TooMany`].
///
/// # Errors
/// The inner service's.
pub async fn per_network(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if let (false, Some(app)) = (reads, request.app_data::<web::Data<App>>()) {
        let counted = app.limiter.count(Asker::of(request.request()).network());
        if let Err(refused) = counted {
            return Ok(request.error_response(refused));
        }
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}
