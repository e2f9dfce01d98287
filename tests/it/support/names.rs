//! The name server `names.py`, so that no test asks the network.

use std::{fs, path::Path, process::Stdio};

use serde_json::{Map, Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use super::Scratch;

/// A running name server; ends when dropped.
pub struct NameServer {
    folder: Scratch,
    port: u16,
    _process: Child,
}

impl NameServer {
    /// One that knows no name yet.
    pub async fn open() -> Self {
        let folder = Scratch::new();
        fs::write(folder.path().join("zone.json"), "{}").unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/support/names.py");
        let mut python = Command::new("/usr/bin/python3");
        python.arg(script).arg(folder.path().join("zone.json"));
        let mut process = python
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("Python runs");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port =
            lines.next_line().await.unwrap().expect("python3-dnspython is there: run `make test` once");
        Self { folder, port: port.parse().unwrap(), _process: process }
    }

    /// Where it is, as the setting says it.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Publishes texts at names, in place of what was there.
    pub fn publish(&self, texts: &[(&str, &[&str])]) {
        for (name, texts) in texts {
            self.set(name, json!({ "TXT": texts }));
        }
    }

    /// Publishes records of any kind at a name; null has the server leave questions for it unanswered.
    pub fn set(&self, name: &str, records: Value) {
        let path = self.folder.path().join("zone.json");
        let mut zone: Map<String, Value> = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        zone.insert(name.to_owned(), records);
        fs::write(&path, serde_json::to_vec(&zone).unwrap()).unwrap();
    }
}
