//! What Prometheus may ask: requests, batches, the outbox, the pool.

use std::time::Duration;

use ::metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

use crate::{
    db::{Db, batch},
    error::Error,
    mail,
};

const REQUESTS: &str = "plenary_http_requests_total";
const SECONDS: &str = "plenary_http_request_seconds";
const OUTBOX: &str = "plenary_outbox_depth";
const POOL: &str = "plenary_database_connections";

/// From a page out of memory to a request that is about to be given up.
const TIMES: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];
/// How many members a batch of the rush path had.
const SIZES: [f64; 8] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0];

/// Collects from now on; the handle renders. Once a process.
///
/// # Errors
/// [`BuildError`] when something in this process collects already.
pub(super) fn install() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(SECONDS.to_owned()), &TIMES)?
        .set_buckets_for_metric(Matcher::Full(batch::SIZE.to_owned()), &SIZES)?
        .install_recorder()?;
    describe_counter!(REQUESTS, "Requests answered, by method, route pattern and status.");
    describe_histogram!(
        SECONDS,
        "Seconds from the request's head to the answer's, by method and route pattern."
    );
    describe_histogram!(batch::SIZE, "Registrations that shared a transaction.");
    describe_gauge!(OUTBOX, "Mails that wait to be sent.");
    describe_gauge!(POOL, "Connections of this node's pool, by state.");
    Ok(handle)
}

/// Counts one answered request. `route` is the pattern, so the number of series stays small.
pub(super) fn count_request(method: &'static str, route: &str, status: u16, took: Duration) {
    let route = route.to_owned();
    histogram!(SECONDS, "method" => method, "route" => route.clone()).record(took);
    counter!(REQUESTS, "method" => method, "route" => route, "status" => status.to_string()).increment(1);
}

/// Measures what only stands still when it is asked for.
///
/// # Errors
/// The database's.
pub(super) async fn measure(db: &Db) -> Result<(), Error> {
    let pool = db.pool_usage();
    gauge!(POOL, "state" => "busy").set(f64::from(pool.connections - pool.idle));
    gauge!(POOL, "state" => "idle").set(f64::from(pool.idle));
    let waiting = mail::depth(&mut *db.read().await?).await?;
    gauge!(OUTBOX).set(f64::from(i32::try_from(waiting).unwrap_or(i32::MAX)));
    Ok(())
}
