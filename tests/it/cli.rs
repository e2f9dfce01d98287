//! The commands that come and go, typed as an operator types them.

use std::path::Path;

use clap::CommandFactory;
use plenary::cli::Arguments;

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
