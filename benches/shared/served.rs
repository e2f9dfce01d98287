//! Plenary as a bench serves it: as in production, on a port of its own.

use std::{
    future,
    net::{SocketAddr, TcpListener},
    path::Path,
    sync::Arc,
};

use metrics_exporter_prometheus::PrometheusBuilder;
use mimalloc::MiMalloc;
use plenary::{config::Config, db::Db, http::App, keys::Keys, server::listen};

/// As in the program; what we are compared with uses it too.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Serves until the bench ends; says where.
pub fn start(db: Db, data: &Path) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let settings = [
        ("PLENARY_BIND", address.to_string()),
        ("PLENARY_DATA", data.to_str().unwrap().to_owned()),
        ("PLENARY_SECRET", "a secret of the bench: 0123456789abcdefghijklmnop".to_owned()),
        ("PLENARY_TRUSTED_PROXIES", "127.0.0.1/32".to_owned()),
    ];
    let config =
        Config::from_variables(settings.iter().map(|(name, value)| (*name, value.as_str()))).unwrap();
    let keys = Keys::new(config.master_secrets().unwrap()).ok().unwrap();
    let app = App::new(db, Arc::new(keys), Arc::new(config));
    let pages = app.clone();
    tokio::spawn(async move { pages.pages.watch(&pages.db).await });
    let metrics = PrometheusBuilder::new().build_recorder().handle();
    tokio::spawn(listen(app, metrics, listener, future::pending()).unwrap());
    address
}
