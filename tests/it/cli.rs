//! The commands that come and go, typed as an operator types them.

use std::path::Path;

use clap::CommandFactory;
use plenary::{audit, cli::Arguments, db::Db, keys::Keys};

use crate::support::{
    Scratch,
    cluster::{self, Database},
    program::{plenary, said},
};

const SECRET: &str = "a long enough secret for tests, 0123456789";

/// A command on a database of the test cluster; answers exit code, standard output, standard error.
fn on(database: &Database, data: &Path, arguments: &[&str]) -> (i32, String, String) {
    let settings = [("DATABASE_URL", database.url.as_str()), ("PLENARY_SECRET", SECRET)];
    said(plenary(data).envs(settings).args(arguments))
}

fn folder(scratch: &Scratch) -> std::path::PathBuf {
    scratch.path().join("data")
}

/// The commands below `command`, itself included.
fn all(command: &clap::Command) -> Vec<&clap::Command> {
    std::iter::once(command).chain(command.get_subcommands().flat_map(all)).collect()
}

#[test]
fn every_command_and_argument_says_what_it_is_for() {
    let plenary = Arguments::command();
    for command in all(&plenary) {
        assert!(command.get_about().is_some(), "{} has no help", command.get_name());
        for argument in command.get_arguments() {
            let name = argument.get_id();
            assert!(argument.get_help().is_some(), "{name} of {} has no help", command.get_name());
        }
    }
    plenary.debug_assert();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_looks_without_touching() {
    let (scratch, database) = (Scratch::new(), cluster::empty_database().await);
    let (code, report, _) = on(&database, &folder(&scratch), &["doctor"]);
    assert_eq!(code, 1, "mail reaches nobody, and the test cluster does not wait for the disk: {report}");
    for line in
        ["problem  mail: ", "problem  durability: ", "warning  schema: is older", "ok       secret: strong"]
    {
        assert!(report.contains(line), "{line} in\n{report}");
    }
    let client = cluster::connect(&database.url).await;
    let tables = client.query("SELECT FROM pg_tables WHERE schemaname = 'public'", &[]).await.unwrap();
    assert!(tables.is_empty(), "the doctor does not migrate");

    let (code, _, stderr) = on(&database, &folder(&scratch), &["migrate"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    let (_, report, _) = on(&database, &folder(&scratch), &["doctor"]);
    assert!(report.contains("ok       schema: is this program's"), "{report}");
}

#[test]
fn the_doctor_names_every_wrong_setting() {
    let scratch = Scratch::new();
    let wrong = [("PLENARY_BIND", "x"), ("PLENARY_WORKER", "x")];
    let (code, report, _) = said(plenary(&folder(&scratch)).envs(wrong).arg("doctor"));
    assert_eq!(code, 1);
    assert!(
        report.contains("setting PLENARY_BIND: ") && report.contains("setting PLENARY_WORKER: "),
        "{report}"
    );
}

/// An edition to hold roles in.
const EDITION: &str = r#"INSERT INTO edition (id, slug, number, name, time_zone, starts_at, ends_at, contact_email)
    VALUES (gen_random_uuid(), '2031', 8, '{"original": "en", "en": "Forum"}', 'Asia/Hong_Kong',
            '2031-05-08T01:00Z', '2031-05-09T10:00Z', 'forum@example.org')"#;

#[tokio::test(flavor = "multi_thread")]
async fn the_shell_does_what_an_admin_does() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    cluster::connect(&database.url).await.batch_execute(EDITION).await.unwrap();
    let data = folder(&scratch);
    let done = |line: &str| {
        let (code, stdout, stderr) = on(&database, &data, &line.split(' ').collect::<Vec<_>>());
        assert_eq!((code, stderr.as_str()), (0, ""), "{line}");
        stdout
    };
    let refused = |line: &str| {
        let (code, _, stderr) = on(&database, &data, &line.split(' ').collect::<Vec<_>>());
        assert_ne!(code, 0, "{line}");
        stderr
    };
    assert!(done("admin list").contains("no accounts yet"));
    let made = done("admin create ada@example.org --name Ada --lang zh-Hant");
    assert!(made.contains("http://127.0.0.1:0/in/"), "{made}");
    let again = done("admin create ADA@example.org");
    assert!(again.contains("/in/") && again != made, "a second asking gives a fresh link");
    assert!(done("admin link ada@example.org").contains("/in/"));

    assert!(refused("admin suspend ada@example.org").contains("last admin"));
    assert!(refused("admin withdraw ada@example.org admin").contains("last admin"));
    assert!(refused("admin link bob@example.org").contains("no such thing as an account of bob@example.org"));
    assert!(refused("admin create nonsense").contains("email: "));
    assert!(
        refused("admin grant ada@example.org emperor").contains("organiser"),
        "it names the roles there are"
    );
    assert!(refused("admin grant ada@example.org desk").contains("--edition: "));
    assert!(refused("admin grant ada@example.org desk --edition 1999").contains("an edition 1999"));

    done("admin create bob@example.org --name Bob");
    done("admin grant bob@example.org desk --edition 2031");
    assert!(done("admin list").contains("bob@example.org  Bob  desk of 2031, admin"));
    done("admin withdraw bob@example.org desk --edition 2031");
    let invited = done("admin invite eve@example.org desk --edition 2031 --name Eve --lang zh-Hant");
    assert!(invited.contains("eve@example.org is invited by mail to be desk"), "{invited}");
    let written = "SELECT lang, recipient_name FROM mail WHERE recipient = 'eve@example.org'";
    let written = cluster::connect(&database.url).await.query_one(written, &[]).await.unwrap();
    assert_eq!((written.get(0), written.get(1)), ("zh-Hant", "Eve"));
    assert!(
        refused("admin invite eve@example.org desk --edition 2031").contains("email: "),
        "once is enough"
    );
    assert!(refused("admin invite eve@example.org desk").contains("--edition: "));
    assert!(refused("admin invite nonsense admin").contains("email: "));

    done("admin suspend bob@example.org");
    assert!(done("admin list").contains("bob@example.org  Bob  admin  (suspended)"));
    assert!(done("admin link bob@example.org").contains("suspended"));
    done("admin reinstate bob@example.org");
    assert!(done("admin sessions bob@example.org").contains("signed in nowhere"));
    assert!(done("admin sessions bob@example.org --end").contains("Ended: 0"));

    let trail = done("admin audit");
    for action in ["account.create", "role.grant", "role.withdraw", "account.suspend", "account.reinstate"] {
        assert!(trail.contains(&format!("  {action}  ")), "{action} in\n{trail}");
    }
    assert!(trail.lines().all(|line| line.contains("by shell")), "{trail}");
    assert_eq!(done("admin audit --edition 2031").lines().count(), 3);
    assert_eq!(done("admin audit --limit 1").lines().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_trail_is_told_by_verify_and_by_the_doctor() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    let data = folder(&scratch);
    on(&database, &data, &["admin", "create", "ada@example.org"]);
    seal(&database).await;
    let (code, stdout, _) = on(&database, &data, &["admin", "verify"]);
    assert_eq!(code, 0, "{stdout}");
    assert!(stdout.starts_with("Seals that hold: 1; "), "{stdout}");

    let client = cluster::connect(&database.url).await;
    client.batch_execute("UPDATE audit_entry SET content = '{}' WHERE action = 'role.grant'").await.unwrap();
    let (code, stdout, _) = on(&database, &data, &["admin", "verify"]);
    assert_eq!(code, 1);
    assert!(stdout.contains("Altered: entry "), "{stdout}");
    client.batch_execute("DELETE FROM audit_entry WHERE action = 'role.grant'").await.unwrap();
    let (code, stdout, _) = on(&database, &data, &["admin", "verify"]);
    assert_eq!(code, 1);
    assert!(stdout.contains("Broken: seal 1"), "{stdout}");
    let (_, report, _) = on(&database, &data, &["doctor"]);
    assert!(report.contains("problem  audit trail: broken seals: 1"), "{report}");
}

/// Seals what is there, as the duty does each second.
async fn seal(database: &Database) {
    let keys = Keys::new(vec![SECRET.into()]).unwrap();
    let db = Db::open(&database.url, 1).await.unwrap();
    db.transaction(async |tx| audit::seal(tx, &keys).await).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_is_exported_and_its_places_are_counted() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    let data = folder(&scratch);
    let (code, stdout, stderr) = on(&database, &data, &["sample"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(stdout.contains("The sample is loaded"), "{stdout}");
    assert!(on(&database, &data, &["sample"]).1.contains("editions already"));

    let client = cluster::connect(&database.url).await;
    let slug: String =
        client.query_one("SELECT slug FROM edition WHERE number = 3", &[]).await.unwrap().get(0);
    let (code, csv, _) = on(&database, &data, &["export", "registrations", "--edition", &slug]);
    assert_eq!(code, 0);
    assert!(csv.starts_with('\u{feff}'), "a byte order mark");
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(rows.records().filter(Result::is_ok).count(), 300);
    let (code, _, stderr) = on(&database, &data, &["export", "registrations", "--edition", "1999"]);
    assert!(code == 1 && stderr.contains("an edition 1999"), "{stderr}");

    assert!(on(&database, &data, &["doctor"]).1.contains("ok       places: "));
    let student = "UPDATE capacity_pool SET taken = taken - 1 WHERE name ->> 'en' = 'Student places'";
    client.batch_execute(student).await.unwrap();
    assert!(on(&database, &data, &["doctor"]).1.contains("problem  places: pools miscount"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_system_keeps_what_came_back_while_the_database_is_away_and_nothing_else() {
    let (scratch, database) = (Scratch::new(), cluster::database().await);
    let message = scratch.path().join("message");
    std::fs::write(&message, "Subject: Returned\r\n\r\n".to_owned() + &"x".repeat(10_000_000)).unwrap();
    let bounce = |url: &str, recipient: &str| {
        let settings = [("DATABASE_URL", url), ("PLENARY_SECRET", SECRET)];
        let input = std::fs::File::open(&message).unwrap();
        said(plenary(&folder(&scratch)).envs(settings).args(["bounce", recipient]).stdin(input))
    };
    let (code, _, log) = bounce(&database.url, "bounce+made-up@forum.example.org");
    assert_eq!(code, 0, "{log}");
    assert!(log.contains("no return path of ours"), "{log}");

    let id = uuid::Uuid::now_v7();
    let keys = Keys::new(vec![SECRET.to_owned().into()]).ok().unwrap();
    let own = [id.as_bytes().as_slice(), &keys.mac("bounce", &[id.as_bytes()])[..16]].concat();
    let genuine = format!("bounce+{}@forum.example.org", data_encoding::BASE32_DNSSEC.encode(&own));
    let report = "MIME-Version: 1.0\r\nContent-Type: message/delivery-status\r\n\r\n\
                  Reporting-MTA: dns; mx.example.net\r\n\r\n\
                  Final-Recipient: rfc822; a@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n";
    std::fs::write(&message, report).unwrap();
    let (code, _, log) = bounce("postgresql://nobody@127.0.0.1:1/none", &genuine);
    assert_eq!(code, 75, "{log}");
    let (code, _, log) = bounce(&database.url, &genuine);
    assert_eq!(code, 0, "{log}");
    assert!(log.contains("no longer kept"), "{log}");
}
