//! Every migration can be taken back, and leaves exactly what was there before it.

use std::process::Command;

use diesel_async::{AsyncConnection, AsyncMigrationHarness, AsyncPgConnection};
use diesel_migrations::MigrationHarness;
use plenary::db::MIGRATIONS;

use crate::support::{Database, cluster::bin_dir, empty_database};

/// The schema as `pg_dump` tells it, without comments and the random guards it prints.
fn schema(database: &Database) -> String {
    let mut dump = Command::new(bin_dir().join("pg_dump"));
    dump.args(["--schema-only", "--exclude-table=__diesel_schema_migrations", &database.url]);
    let dumped = dump.output().unwrap();
    assert!(dumped.status.success(), "{}", String::from_utf8_lossy(&dumped.stderr));
    let text = String::from_utf8(dumped.stdout).unwrap();
    let told = |line: &&str| !line.is_empty() && !line.starts_with("--") && !line.starts_with('\\');
    text.lines().filter(told).map(|line| format!("{line}\n")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_down_undoes_its_up() {
    let database = empty_database().await;
    let connection = AsyncPgConnection::establish(&database.url).await.unwrap();
    let mut harness = AsyncMigrationHarness::new(connection);
    let mut steps = vec![("nothing".to_owned(), schema(&database))];
    while harness.has_pending_migration(MIGRATIONS).unwrap() {
        let name = harness.run_next_migration(MIGRATIONS).unwrap().to_string();
        steps.push((name, schema(&database)));
    }
    assert!(steps.len() > 1, "there are migrations");

    for [(before, expected), (undone, _)] in steps.array_windows().rev() {
        harness.revert_last_migration(MIGRATIONS).unwrap();
        assert!(schema(&database) == *expected, "down of {undone} does not lead back to {before}");
    }
    harness.run_pending_migrations(MIGRATIONS).unwrap();
    let (_, latest) = steps.last().unwrap();
    assert!(schema(&database) == *latest, "a second up differs from the first");
}
