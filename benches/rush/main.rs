//! The rush: how many registrations a second come in by HTTP, beside what the database alone can do.
//!
//! One embedded PostgreSQL with fsync on, one run, first (a) pgbench with one registration a transaction on
//! the very same tables, then (b) Plenary's endpoint under 64 connections from a process of its own.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement that goes wrong ends"
)]
#![expect(unreachable_pub, reason = "a bench exports nothing")]

mod baseline;
mod forum;
mod load;
#[path = "../shared/memory.rs"]
mod memory;
mod processes;
#[path = "../shared/served.rs"]
mod served;

use std::{env, fs, process::Command};

use plenary::db::{self, Db, embedded::Embedded, embedded::Options};

const SECONDS: u64 = 10;
const CONNECTIONS: usize = 64;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    match env::args().nth(1).as_deref() {
        Some("load") => runtime.block_on(load::run(&env::args().nth(2).unwrap(), CONNECTIONS, SECONDS)),
        _ => runtime.block_on(measure()),
    }
}

async fn measure() {
    let data = env::temp_dir().join(format!("plenary-rush-{}", std::process::id()));
    let server = Embedded::start(&Options { data: data.clone(), bin_dir: None, fsync: true })
        .unwrap_or_else(|error| panic!("{error}"));
    let db = Db::open(&server.url(), 8).await.unwrap();
    db::migrate(&db).await.unwrap();
    let forum = forum::open(&db).await;

    let alone = baseline::per_second(&server, &forum, SECONDS);
    let address = served::start(db, &data);

    let before = processes::cpu_ms(&data);
    let load = Command::new(env::current_exe().unwrap()).args(["load", &address.to_string()]).output();
    let load = tokio::task::block_in_place(|| load).unwrap();
    let spent = processes::cpu_ms(&data) - before;
    assert!(load.status.success(), "{}", String::from_utf8_lossy(&load.stderr));
    let found: load::Found = serde_json::from_slice(&load.stdout).unwrap();
    report(alone, &found, spent);
    drop(server);
    fs::remove_dir_all(&data).unwrap();
}

fn report(alone: f64, found: &load::Found, spent: f64) {
    let rate = found.answers as f64 / SECONDS as f64;
    let cpu = spent / found.answers as f64;
    let memory = memory::resident_mib();
    println!("{:<46}{:>12}", "(a) pgbench, one a transaction, 16 clients", format!("{alone:.0}/s"));
    println!("{:<46}{:>12}", format!("(b) HTTP, {CONNECTIONS} connections"), format!("{rate:.0}/s"));
    println!(
        "{:<46}{:>12}",
        "    latency p50 / p95 / p99",
        format!("{:.1} / {:.1} / {:.1} ms", found.p50, found.p95, found.p99)
    );
    println!("{:<46}{:>12}", "    CPU for one, server and database", format!("{cpu:.3} ms"));
    println!("{:<46}{:>12}", "    resident memory, server", format!("{memory:.0} MiB"));
    let (p50, p95, p99) = (found.p50, found.p95, found.p99);
    let ratio = rate / alone;
    println!(
        "{}",
        serde_json::json!({
            "bench": "rush", "ratio": ratio, "pgbench_per_s": alone, "http_per_s": rate, "p50_ms": p50,
            "p95_ms": p95, "p99_ms": p99, "cpu_ms": cpu, "resident_mib": memory,
        })
    );
}
