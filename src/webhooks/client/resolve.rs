//! Names into addresses.

use std::{io, net::IpAddr};

use futures_util::{FutureExt, future::BoxFuture};

/// Resolves host names.
pub trait Resolve: Send + Sync {
    /// Every address of `host`.
    ///
    /// # Errors
    /// Why there is none.
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, io::Result<Vec<IpAddr>>>;
}

/// As the system resolves.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemResolver;

impl Resolve for SystemResolver {
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, io::Result<Vec<IpAddr>>> {
        async move {
            let found = tokio::net::lookup_host((host, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        }
        .boxed()
    }
}
