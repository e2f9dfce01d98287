//! Mail: how many personal mails a second go from the outbox to a mail server, beside a loop over lettre alone that sends
//! one message, rendered beforehand, over as many connections to the same server.
//!
//! The server takes everything, in a process of its own. One embedded PostgreSQL with fsync on, one run: the loop as lettre's
//! pool does it, the loop as fast as lettre goes, the outbox, then the outbox with signatures. The ratio is to the faster loop.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement that goes wrong ends"
)]
#![expect(unreachable_pub, reason = "a bench exports nothing")]

mod bare;
#[path = "../shared/memory.rs"]
mod memory;
mod outbox;
mod sink;

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use mimalloc::MiMalloc;
use plenary::{
    audit::Actor,
    db::{self, Db, embedded::Embedded, embedded::Options},
    mail::{
        Files, Smtp, Transport,
        dkim::{self, FreshPair},
    },
    values::Moment,
};

/// As in the program; what we are compared with uses it too.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const MAILS: usize = 10_000;
/// As many as the program sends at once.
const CONNECTIONS: usize = 4;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    match env::args().nth(1).as_deref() {
        Some("sink") => runtime.block_on(sink::run()),
        _ => runtime.block_on(measure()),
    }
}

async fn measure() {
    let data = env::temp_dir().join(format!("plenary-mail-{}", std::process::id()));
    let server = Embedded::start(&Options { data: data.clone(), bin_dir: None, fsync: true })
        .unwrap_or_else(|error| panic!("{error}"));
    let db = Db::open(&server.url(), 8).await.unwrap();
    db::migrate(&db).await.unwrap();
    let (mut sink, port) = sink();

    let message = message(&db, &data).await;
    let pooled = bare::pooled(port, CONNECTIONS, MAILS / 10, message.clone()).await;
    let alone = bare::per_second(port, CONNECTIONS, MAILS, message).await;
    outbox::queue(&db, MAILS).await;
    let before = memory::resident_mib();
    let unsigned = outbox::per_second(outbox::worker(&db, smtp(port)), CONNECTIONS).await;
    let after = memory::resident_mib();
    sign(&db).await;
    outbox::queue(&db, MAILS).await;
    let signed = outbox::per_second(outbox::worker(&db, smtp(port)), CONNECTIONS).await;
    report([pooled, alone, unsigned, signed], (before, after));

    sink.kill().unwrap();
    sink.wait().unwrap();
    drop(server);
    fs::remove_dir_all(&data).unwrap();
}

/// The mail server, and its port.
fn sink() -> (Child, u16) {
    let mut command = Command::new(env::current_exe().unwrap());
    let mut sink = command.arg("sink").stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(sink.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (sink, line.trim().parse().unwrap())
}

fn smtp(port: u16) -> Transport {
    Transport::Smtp(Box::new(Smtp::new(&format!("smtp://127.0.0.1:{port}")).unwrap()))
}

/// One of the mails as it goes out, for the loop to repeat.
async fn message(db: &Db, data: &Path) -> Vec<u8> {
    let folder = data.join("message");
    outbox::queue(db, 1).await;
    outbox::per_second(outbox::worker(db, Transport::Files(Files::new(folder.clone()))), 1).await;
    let file = fs::read_dir(&folder).unwrap().next().expect("a mail").unwrap();
    fs::read(file.path()).unwrap()
}

async fn sign(db: &Db) {
    let (fresh, shell, keys) = (FreshPair::make().unwrap(), Actor::shell(), outbox::keys());
    db.transaction(async |tx| {
        let pair = dkim::make(tx, &shell, &keys, outbox::DOMAIN, &fresh).await?;
        dkim::switch(tx, &shell, &pair.name, Moment::now()).await
    })
    .await
    .unwrap();
}

fn report([pooled, alone, unsigned, signed]: [f64; 4], (before, after): (f64, f64)) {
    let line = |what: &str, rate: f64| println!("{what:<52}{:>12}", format!("{rate:.0}/s"));
    line(&format!("    lettre's pool alone, {CONNECTIONS} connections, one message"), pooled);
    line("(a) the same over connections that send at once", alone);
    line(&format!("(b) outbox, {MAILS} personal mails"), unsigned);
    line("(c) the same, with two signatures each", signed);
    println!(
        "{:<52}{:>12}",
        "    resident memory before and after (b)",
        format!("{before:.0} / {after:.0} MiB")
    );
    println!(
        "{}",
        serde_json::json!({
            "bench": "mail", "ratio": unsigned / alone, "signed_ratio": signed / alone, "lettre_pool_per_s": pooled,
            "lettre_per_s": alone,
            "outbox_per_s": unsigned, "signed_per_s": signed, "resident_mib_before": before,
            "resident_mib_after": after,
        })
    );
}
