//! One PostgreSQL for the whole test process, and a database of its own for every test.
//!
//! The databases are copies of a template that the product's own migrations made once. Nothing
//! waits for the disk: a test that kills the server starts one of its own (see `embedded`).

use std::{
    path::Path,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};

use plenary::db::{
    self, Db,
    embedded::{Embedded, Options},
};
use tokio::{
    runtime::Builder,
    sync::{mpsc, oneshot},
};
use tokio_postgres::{Client, NoTls};

use super::Scratch;

/// The database that every other one is copied from.
const TEMPLATE: &str = "plenary";

/// A database of one test's own, dropped with this value.
pub struct Database {
    name: String,
    /// Where to connect to it, as the role that owns it.
    pub url: String,
}

/// A migrated database.
pub async fn database() -> Database {
    made_from(TEMPLATE).await
}

/// A database without any table, for tests of the migrations themselves.
pub async fn empty_database() -> Database {
    made_from("template0").await
}

/// A database with the same content as another, whose connections are cut: nobody may be using it.
pub async fn copy_of(database: &Database) -> Database {
    let name = &database.name;
    let leave =
        format!("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
    run(leave).await.expect("the clerk answers");
    made_from(name).await
}

async fn made_from(template: &str) -> Database {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let url = cluster().server.url().replacen("/plenary?", &format!("/{name}?"), 1);
    // Without waiting for the disk, copying files is four times as fast as writing them to the log.
    let sql = format!("CREATE DATABASE {name} OWNER plenary TEMPLATE {template} STRATEGY file_copy");
    run(sql).await.expect("the clerk answers");
    Database { name, url }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Nobody waits for it; the clerk's own panic would show a failure.
        drop(run(format!("DROP DATABASE {} WITH (FORCE)", self.name)));
    }
}

/// The server's programs, `pg_dump` among them.
pub fn bin_dir() -> &'static Path {
    cluster().server.bin_dir()
}

/// The one server of this process, and the clerk that makes and drops its databases.
struct Cluster {
    server: Embedded,
    clerk: mpsc::UnboundedSender<Errand>,
}

/// A statement for the clerk, and whom to tell that it is done.
#[derive(Debug)]
struct Errand(String, oneshot::Sender<()>);

/// Started by the first who asks. The server ends with this process, its folder with the next run.
fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        let folder = Box::leak(Box::new(Scratch::new()));
        let data = folder.path().join("data");
        let server = Embedded::start(&Options { data, bin_dir: None, fsync: false })
            .unwrap_or_else(|error| panic!("{error}"));
        let (clerk, errands) = mpsc::unbounded_channel();
        let (admin, owner) = (server.admin_url(), server.url());
        // A thread of its own, since each test has its own runtime and takes it down.
        let (ready, migrated) = std::sync::mpsc::channel();
        thread::spawn(move || {
            Builder::new_multi_thread().enable_all().worker_threads(1).build().unwrap().block_on(async {
                migrate(&owner).await;
                ready.send(()).unwrap();
                serve(connect(&admin).await, errands).await;
            });
        });
        migrated.recv().expect("the template can be migrated");
        Cluster { server, clerk }
    })
}

/// As the product does at its start, but for the template.
async fn migrate(url: &str) {
    let template = Db::open(url, 1).await.expect("a pool");
    db::migrate(&template).await.expect("every migration runs");
}

fn run(sql: String) -> oneshot::Receiver<()> {
    let (done, answer) = oneshot::channel();
    cluster().clerk.send(Errand(sql, done)).expect("the clerk lives as long as the process");
    answer
}

async fn serve(client: Client, mut errands: mpsc::UnboundedReceiver<Errand>) {
    while let Some(Errand(sql, done)) = errands.recv().await {
        client.batch_execute(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        // A test that was cut short does not listen any more.
        let _ = done.send(());
    }
}

/// A plain connection, for what a test asks the database itself.
pub async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("a connection");
    tokio::spawn(connection);
    client
}
