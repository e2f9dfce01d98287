//! The program as an operator meets it: first start, probes, kills, signals, refusals.

use std::{
    fs,
    net::TcpListener,
    path::Path,
    process::Command,
    thread::sleep,
    time::{Duration, Instant},
};

use reqwest::{Client, Response, StatusCode};

use crate::support::{
    Scratch,
    cluster::{self, Database},
    program::{Serving, plenary, said},
};

const SECRET: &str = "a long enough secret for tests, 0123456789";

/// A server on a database of the test cluster.
fn on(database: &Database, data: &Path) -> Command {
    let mut command = plenary(data);
    command.env("DATABASE_URL", &database.url).env("PLENARY_SECRET", SECRET).env("PLENARY_WORKER", "false");
    command
}

async fn get(serving: &Serving, path: &str) -> Response {
    Client::new().get(format!("{}{path}", serving.base)).send().await.unwrap()
}

fn postgres_runs_in(data: &Path) -> bool {
    let cluster = data.canonicalize().unwrap().join("pg");
    let processes = fs::read_dir("/proc").unwrap().flatten();
    processes.filter_map(|entry| fs::read_link(entry.path().join("cwd")).ok()).any(|cwd| cwd == cluster)
}

fn eventually(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(20), "never: {what}");
        sleep(Duration::from_millis(50));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_folder_is_all_it_takes_and_kills_leave_nothing_to_clean_up() {
    let scratch = Scratch::new();
    let data = scratch.path().join("data");
    let mut first = Serving::start(&mut plenary(&data));
    assert!(first.welcome.iter().any(|line| line.contains(&first.base)), "{:?}", first.welcome);
    assert_eq!(get(&first, "/readyz").await.status(), StatusCode::OK);

    let (code, _, stderr) = said(&mut plenary(&data));
    assert_eq!(code, 1);
    assert!(stderr.contains("another Plenary is already running on "), "{stderr}");
    let (code, stdout, stderr) = said(plenary(&data).arg("migrate"));
    assert_eq!((code, stderr.as_str()), (0, ""), "a command works beside the running server");
    assert!(stdout.contains("has the schema of Plenary"), "{stdout}");

    first.signal("KILL");
    first.ended();
    eventually("PostgreSQL ends with its owner", || !postgres_runs_in(&data));
    let begun = Instant::now();
    let mut second = Serving::start(&mut plenary(&data));
    assert!(begun.elapsed() < Duration::from_secs(3), "the second start took {:?}", begun.elapsed());
    assert_eq!(get(&second, "/readyz").await.status(), StatusCode::OK);

    second.signal("TERM");
    let (status, log) = second.ended();
    assert!(status.success(), "{log}");
    assert!(!postgres_runs_in(&data), "the server went first, its database after it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_under_way_is_answered_before_the_end() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    let mut serving = Serving::start(&mut on(&database, &scratch.path().join("data")));
    // Inside a transaction the activity is a still picture, so another connection watches.
    let (locker, watcher) = (cluster::connect(&database.url).await, cluster::connect(&database.url).await);
    let lock = "BEGIN; LOCK TABLE __diesel_schema_migrations IN ACCESS EXCLUSIVE MODE";
    locker.batch_execute(lock).await.unwrap();

    let url = format!("{}/readyz", serving.base);
    let waiting = tokio::spawn(Client::new().get(url).send());
    let begun = Instant::now();
    let asks = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    while watcher.query(asks, &[]).await.unwrap().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(20), "the request never reached the database");
        sleep(Duration::from_millis(20));
    }
    serving.signal("TERM");
    let refused = || async { Client::new().get(format!("{}/healthz", serving.base)).send().await.is_err() };
    while !refused().await {
        assert!(begun.elapsed() < Duration::from_secs(20), "new requests are still let in");
    }
    locker.batch_execute("COMMIT").await.unwrap();
    assert_eq!(waiting.await.unwrap().unwrap().status(), StatusCode::OK);
    let (status, log) = serving.ended();
    assert!(status.success(), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_is_ready_only_with_its_own_schema() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    let serving = Serving::start(&mut on(&database, &scratch.path().join("data")));
    let client = cluster::connect(&database.url).await;
    client.batch_execute("DELETE FROM __diesel_schema_migrations").await.unwrap();
    assert_eq!(get(&serving, "/healthz").await.status(), StatusCode::OK);
    let answer = get(&serving, "/readyz").await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.text().await.unwrap(), "the database is not migrated\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn log_and_metrics_name_the_pattern_and_never_the_path() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    let mut serving =
        Serving::start(on(&database, &scratch.path().join("data")).env("PLENARY_LOG_FORMAT", "json"));
    let asset = get(&serving, "/assets/c2VjcmV0/css/secret.css?token=c2VjcmV0").await;
    let id = asset.headers().get("x-request-id").unwrap().to_str().unwrap().to_owned();
    assert_eq!(uuid::Uuid::parse_str(&id).unwrap().get_version_num(), 7);
    let metrics = get(&serving, "/metrics").await.text().await.unwrap();
    let series =
        r#"plenary_http_requests_total{method="GET",route="/assets/{fingerprint}/{path:.*}",status="404"} 1"#;
    assert!(metrics.contains(series), "{metrics}");
    assert!(metrics.contains("plenary_database_connections{state=\"idle\"}"), "{metrics}");
    serving.signal("TERM");
    let (_, log) = serving.ended();
    let line = log.lines().find(|line| line.contains(&id)).expect("a line of the request");
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["span"]["route"], "/assets/{fingerprint}/{path:.*}");
    assert_eq!(line["span"]["status"], 404);
    assert!(!log.contains("c2VjcmV0") && !metrics.contains("c2VjcmV0"), "{log}");
}

#[test]
fn a_start_that_cannot_be_is_refused_in_plain_words() {
    let scratch = Scratch::new();
    let data = scratch.path().join("data");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let cases = [
        ("PLENARY_SECRET", "password", 2, "too easy to guess"),
        ("PLENARY_BIND", "nowhere", 2, "PLENARY_BIND: write an address and a port"),
        ("PLENARY_CONFIG", "missing.toml", 2, "there is no such file"),
        ("PLENARY_PG_BIN", "/nonexistent", 1, "PostgreSQL's server programs (15 or newer) were not found"),
    ];
    for (name, value, expected, words) in cases {
        let (code, _, stderr) = said(plenary(&data).env(name, value));
        assert_eq!(code, expected, "{name}: {stderr}");
        assert!(stderr.contains(words), "{name}: {stderr}");
    }
    let unreachable = "postgresql://plenary@127.0.0.1:1/plenary";
    let shared = [("DATABASE_URL", unreachable), ("PLENARY_SECRET", SECRET)];
    let (code, _, stderr) = said(plenary(&data).envs(shared));
    assert_eq!(code, 1);
    assert!(stderr.contains("the database cannot be used"), "{stderr}");
    let (code, _, stderr) = said(plenary(&data).env("PLENARY_BIND", taken.local_addr().unwrap().to_string()));
    assert_eq!(code, 1);
    assert!(stderr.contains("another program already listens on"), "{stderr}");
}
