//! The embedded server's promises, kept through kills.

use std::{
    env,
    fs::{self, Permissions},
    io::{BufRead, BufReader},
    os::unix::{
        fs::{MetadataExt, PermissionsExt, symlink},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use plenary::db::embedded::{Embedded, Options, StartError};
use tokio::runtime::Runtime;
use tokio_postgres::Client;

use crate::support::{Scratch, cluster::connect};

/// Names the data folder to [`an_owner_to_be_killed`].
const OWNED: &str = "PLENARY_TEST_OWNED";

/// Kills are about acknowledged commits, so these servers do wait for the disk.
fn start(data: &Path) -> Result<Embedded, StartError> {
    Embedded::start(&Options { data: data.to_owned(), bin_dir: None, fsync: true })
}

/// Runs `ask` on a connection of its own.
fn with<T>(url: &str, ask: impl AsyncFnOnce(Client) -> T) -> T {
    Runtime::new().unwrap().block_on(async { ask(connect(url).await).await })
}

fn write_row(url: &str) {
    with(url, async |client| {
        client.batch_execute("CREATE TABLE IF NOT EXISTS kept (n int); INSERT INTO kept VALUES (1)").await
    })
    .unwrap();
}

fn rows(url: &str) -> i64 {
    with(url, async |client| client.query_one("SELECT count(*) FROM kept", &[]).await).unwrap().get(0)
}

fn postmaster(data: &Path) -> u32 {
    let text = fs::read_to_string(data.join("pg/postmaster.pid")).unwrap();
    text.lines().next().unwrap().parse().unwrap()
}

fn kill_9(pid: u32) {
    assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap().success());
}

/// Not counting a zombie that nobody has reaped yet.
fn runs(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

fn eventually(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(20), "never: {what}");
        sleep(Duration::from_millis(50));
    }
}

/// Another process of this same program that owns a server until it is killed.
fn owner_of(data: &Path) -> Child {
    let mut owner = Command::new(env::current_exe().unwrap())
        .args(["--exact", "embedded::an_owner_to_be_killed", "--ignored", "--nocapture"])
        .env(OWNED, data)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(owner.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().ends_with("owning")), "the owner could not start");
    owner
}

#[test]
#[ignore = "the body of a process that other tests start and kill"]
fn an_owner_to_be_killed() {
    let data = env::var_os(OWNED).map(PathBuf::from).expect("only other tests run this");
    let server = start(&data).unwrap();
    write_row(&server.url());
    println!("owning");
    sleep(Duration::from_secs(120));
    panic!("nobody killed the owner");
}

#[test]
fn rows_outlive_a_stop_and_plenary_is_no_superuser() {
    let scratch = Scratch::new();
    let data = scratch.path().join("data");
    // What a kill during initdb leaves is no obstacle.
    fs::create_dir_all(data.join("pg.new/base")).unwrap();
    let server = start(&data).unwrap();
    write_row(&server.url());
    let row = with(&server.url(), async |client| {
        let sql = "SELECT rolname, rolsuper, current_setting('listen_addresses'), current_setting('fsync')
                   FROM pg_roles WHERE rolname = current_user";
        client.query_one(sql, &[]).await
    })
    .unwrap();
    assert_eq!((row.get(0), row.get(1)), ("plenary", false));
    assert_eq!((row.get(2), row.get(3)), ("", "on"));
    for private in ["pg", "pg-run"] {
        assert_eq!(fs::metadata(data.join(private)).unwrap().mode() & 0o077, 0, "{private} is open");
    }
    let pid = postmaster(&data);
    server.stop();
    assert!(!runs(pid));

    let begun = Instant::now();
    let again = start(&data).unwrap();
    assert!(begun.elapsed() < Duration::from_secs(3), "a second start took {:?}", begun.elapsed());
    assert_eq!(rows(&again.url()), 1);
}

#[test]
fn a_second_instance_is_refused_and_a_killed_one_leaves_nothing_behind() {
    let scratch = Scratch::new();
    let data = scratch.path().join("data");
    let mut owner = owner_of(&data);
    let pid = postmaster(&data);

    let refusal = start(&data).unwrap_err();
    assert!(matches!(refusal, StartError::InUse(_)));
    assert!(refusal.to_string().starts_with("another Plenary is already running on "));
    assert!(runs(pid), "the refused instance must not touch the first one's server");

    owner.kill().unwrap();
    eventually("the server ends with its owner", || !runs(pid));
    owner.wait().unwrap();
    let server = start(&data).unwrap();
    assert_eq!(rows(&server.url()), 1);
}

#[test]
fn rows_outlive_the_kill_of_owner_and_postmaster_together() {
    let scratch = Scratch::new();
    let data = scratch.path().join("data");
    let mut owner = owner_of(&data);
    let pid = postmaster(&data);
    owner.kill().unwrap();
    kill_9(pid);
    let server = start(&data).unwrap();
    assert_eq!(rows(&server.url()), 1);
    owner.wait().unwrap();
}

#[test]
fn an_orphan_is_ended_and_a_postmaster_that_dies_is_started_again() {
    let scratch = Scratch::new();
    let data = scratch.path().join("data");
    let first = start(&data).unwrap();
    write_row(&first.url());
    let program = first.bin_dir().join("postgres");
    first.stop();

    // A server that nobody owns, as if its parent-death signal had been lost.
    let cluster = data.join("pg").canonicalize().unwrap();
    let made_by = fs::metadata(&cluster).unwrap();
    let mut orphan = Command::new(program)
        .arg("-D")
        .arg(&cluster)
        .arg("-k")
        .arg(&cluster)
        .args(["-c", "listen_addresses="])
        .uid(made_by.uid())
        .gid(made_by.gid())
        .current_dir("/")
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    eventually("the orphan is up", || cluster.join(".s.PGSQL.5432").exists());

    let server = start(&data).unwrap();
    assert!(orphan.wait().unwrap().success(), "the orphan was not shut down in order");
    assert_eq!(rows(&server.url()), 1);

    let killed = postmaster(&data);
    kill_9(killed);
    eventually("another postmaster is ready", || {
        fs::read_to_string(data.join("pg/postmaster.pid"))
            .is_ok_and(|text| !text.starts_with(&format!("{killed}\n")) && text.contains("ready"))
    });
    assert_eq!(rows(&server.url()), 1);
}

#[test]
fn a_folder_too_deep_for_a_socket_gets_one_elsewhere() {
    let scratch = Scratch::new();
    let data = scratch.path().join("deep".repeat(20)).join("data");
    let server = start(&data).unwrap();
    write_row(&server.url());
    let elsewhere = fs::read_link(data.join("pg-run")).unwrap();
    assert!(elsewhere.is_dir());
    server.stop();
    assert!(!elsewhere.exists(), "the temporary socket folder stays behind");
}

/// Root runs the server in a user namespace where the user `postgres` can't go, and hands the
/// cluster over once it can. For an ordinary user both starts are alike.
#[test]
fn a_private_folder_serves_root_too_and_changes_hands_when_it_opens() {
    let scratch = Scratch::new();
    let private = scratch.path().join("private");
    let data = private.join("data");
    fs::create_dir(&private).unwrap();
    fs::set_permissions(&private, Permissions::from_mode(0o700)).unwrap();
    match start(&data) {
        Ok(server) => write_row(&server.url()),
        // A container may deny user namespaces; then the way out is named.
        Err(error) => return assert!(error.to_string().contains("PLENARY_DATA=/var/lib/plenary"), "{error}"),
    }
    let victim = scratch.path().join("victim");
    fs::write(&victim, "not the server's").unwrap();
    symlink(&victim, data.join("pg/link")).unwrap();
    let before = fs::metadata(&victim).unwrap().uid();

    fs::set_permissions(&private, Permissions::from_mode(0o755)).unwrap();
    let server = start(&data).unwrap();
    assert_eq!(rows(&server.url()), 1);
    assert_eq!(fs::metadata(&victim).unwrap().uid(), before, "a link was followed");
}
