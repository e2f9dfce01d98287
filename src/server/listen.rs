//! The HTTP server: limits in time and size, and the layers every request passes.

use std::{future::Future, io, net::TcpListener, time::Duration};

use actix_web::{
    Error as ActixError, HttpServer,
    body::MessageBody,
    dev::{Server, ServiceRequest, ServiceResponse},
    error::ErrorRequestTimeout,
    middleware::{Next, from_fn},
    web::{Data, PayloadConfig},
};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::time::timeout;
use tracing_actix_web::TracingLogger;

use super::{observe, operations};
use crate::{
    api,
    http::{App, guard, routes, upload},
    web,
};

/// For a slow client to send a request's head.
const HEAD_PATIENCE: Duration = Duration::from_secs(10);
/// For a request's body and its answer's head together.
const PATIENCE: Duration = Duration::from_secs(60);
/// The same for a form with files: 100 MB over a slow line. A sender who pauses is given up much sooner.
const UPLOAD_PATIENCE: Duration = Duration::from_secs(30 * 60);
/// How long an idle connection is kept; longer than the 60 s of common balancers, so that they close first.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// For requests under way when the node is asked to stop.
const DRAIN_SECONDS: u64 = 30;
/// The largest body in bytes: a registration form with long answers needs a tenth of it.
const BODY: usize = 256 * 1024;

/// Serves `app` on `listener` until `stop` answers.
///
/// # Errors
/// The operating system's.
pub fn listen(
    app: App,
    metrics: PrometheusHandle,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Server> {
    let (app, metrics) = (Data::new(app), Data::new(metrics));
    let build = move || {
        actix_web::App::new()
            .app_data(app.clone())
            .app_data(metrics.clone())
            .app_data(PayloadConfig::new(BODY))
            .wrap(from_fn(guard::own_host))
            .wrap(from_fn(in_time))
            .wrap(from_fn(guard::headers))
            .wrap(from_fn(observe::named))
            .wrap(TracingLogger::<observe::RequestSpan>::new())
            .configure(|config| routes::mount(config, operations::table()))
            .configure(api::configure)
            .configure(web::configure)
    };
    let server = HttpServer::new(build)
        .client_request_timeout(HEAD_PATIENCE)
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(DRAIN_SECONDS)
        .shutdown_signal(stop)
        .listen(listener)?;
    Ok(server.run())
}

/// Gives up a request that takes too long; a COMMIT under way is awaited all the same, by its own task.
async fn in_time(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    let patience = if upload::is_upload(request.request()) { UPLOAD_PATIENCE } else { PATIENCE };
    match timeout(patience, next.call(request)).await {
        Ok(answer) => answer,
        Err(_) => Err(ErrorRequestTimeout("the request took too long")),
    }
}
