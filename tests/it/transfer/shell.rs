//! `plenary import`, as an operator types it.

use std::fs;

use crate::support::{
    Scratch,
    app::TestApp,
    program::{plenary, said},
};

#[tokio::test(flavor = "multi_thread")]
async fn the_shell_imports_after_a_dry_run_that_changes_nothing() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let scratch = Scratch::new();
    let file = scratch.path().join("frab.xml");
    fs::write(&file, include_str!("../formats/frab.xml")).unwrap();
    let run = |more: &[&str]| {
        let settings = [
            ("DATABASE_URL", app.database_url()),
            ("PLENARY_SECRET", "a long enough secret for tests, 0123456789"),
        ];
        let file = file.to_str().unwrap();
        let arguments = [&["import", "--edition", "2026", file], more].concat();
        said(plenary(&scratch.path().join("data")).envs(settings).args(arguments))
    };
    let (code, told, wrong) = run(&["--dry-run"]);
    assert_eq!((code, wrong.as_str()), (0, ""));
    assert!(told.contains("session: 2 created, 0 changed, 0 unchanged, 0 refused"), "{told}");
    assert_eq!(app.one::<i64>("SELECT count(*) FROM session").await, 0);
    assert_eq!(run(&[]).0, 0);
    let (_, again, _) = run(&[]);
    assert!(again.contains("session: 0 created, 0 changed, 2 unchanged, 0 refused"), "{again}");
}
