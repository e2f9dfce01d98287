//! The processes that stay: `serve` and `work`. Start and stop in order, log, metrics, probes.
//!
//! Start: database, migrations, listener, duties, pages. Stop: no new requests, those under way are answered,
//! duties end, and last the embedded PostgreSQL.

mod first_look;
mod listen;
pub mod logs;
mod metrics;
mod observe;
pub mod operations;
mod stop;

use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
};

pub use listen::listen;
pub use stop::Stop;

use crate::{
    cli::{Failure, Site},
    config::Config,
    db,
    error::Error,
    http::App,
    jobs,
};

/// Serves until asked to stop.
///
/// # Errors
/// A [`Failure`] that says in plain words what stands in the way.
pub async fn serve(config: Config) -> Result<(), Failure> {
    let stop = Stop::on_signals().map_err(|error| Failure::System("listen to signals", error))?;
    let mut site = Site::open(config).await?;
    let served = serve_site(&mut site, stop).await;
    site.close().await;
    served
}

async fn serve_site(site: &mut Site, stop: Stop) -> Result<(), Failure> {
    db::migrate(&site.db).await.map_err(Failure::Database)?;
    let link = match site.config.local_extras() {
        true => first_look::sign_in(site).await?,
        false => None,
    };
    let listener = bind(site.config.bind)?;
    let address = listener.local_addr().map_err(|error| Failure::Listen(site.config.bind, error))?;
    site.config.listening_on(address);
    let metrics = metrics::install().map_err(|error| Failure::Refused(Error::internal(error)))?;
    let app = app(site);
    let server = listen(app.clone(), metrics, listener, stop.clone().asked());
    let server = server.map_err(|error| Failure::Listen(address, error))?;
    let watched = app.clone();
    tokio::spawn(async move { watched.pages.watch(&watched.db).await });
    let duties = site.config.worker.then(|| tokio::spawn(jobs::run(app, stop.flag())));
    first_look::welcome(site, link.as_deref()).map_err(|error| Failure::System("print", error))?;
    server.await.map_err(|error| Failure::System("serve", error))?;
    match duties {
        Some(duties) => Ok(duties.await.map_err(Error::internal)??),
        None => Ok(()),
    }
}

/// Sends mail and runs duties until asked to stop.
///
/// # Errors
/// A [`Failure`] that says in plain words what stands in the way.
pub async fn work(config: Config) -> Result<(), Failure> {
    let stop = Stop::on_signals().map_err(|error| Failure::System("listen to signals", error))?;
    let site = Site::join(config).await?;
    tracing::info!("sending mail and running duties");
    let worked = jobs::run(app(&site), stop.flag()).await;
    site.close().await;
    Ok(worked?)
}

fn app(site: &Site) -> App {
    App::new(site.db.clone(), site.keys.clone(), Arc::new(site.config.clone()))
}

fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).map_err(|error| Failure::Listen(address, error))
}
