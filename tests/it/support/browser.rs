//! Walks through a real browser: `tests/browser/run.mjs` under Node.

use std::{path::Path, process::Stdio, time::Duration};

use serde_json::Value;
use tokio::{process::Command, time::timeout};

/// Longer than any walk takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Takes the walk `tests/browser/walks/<name>.mjs` through the site at `base`; `facts` is what it
/// needs to know. The error lists the problems.
///
/// What the walks need is installed by `make test`, once.
pub async fn walk(base: &str, name: &str, facts: Value) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    assert!(folder.join("node_modules").exists(), "the npm packages are missing: run `make test` once");
    let mut node = Command::new("node");
    node.arg(folder.join("run.mjs")).args([base, name, &facts.to_string()]);
    node.stdin(Stdio::null()).kill_on_drop(true);
    let Ok(ended) = timeout(PATIENCE, node.output()).await else {
        return Err(format!("the walk {name} did not end in {PATIENCE:?}"));
    };
    let ended = ended.expect("node runs");
    if ended.status.success() {
        return Ok(());
    }
    Err(format!("the walk {name}:\n{}", String::from_utf8_lossy(&ended.stderr)))
}
