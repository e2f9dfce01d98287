//! The mail server `server.py`, and what it took.

use std::{fs, path::Path, process::Stdio, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::sleep,
};

use crate::support::Scratch;

/// Between two looks at what is waited for.
pub const MOMENT: Duration = Duration::from_millis(20);

/// A running server; ends when dropped.
pub struct MailServer {
    folder: Scratch,
    port: u16,
    _process: Child,
}

/// A mail as the server took it.
pub struct Taken {
    pub envelope: Value,
    pub bytes: Vec<u8>,
}

impl MailServer {
    /// A server that takes mail from anyone.
    pub async fn open() -> Self {
        Self::start(Scratch::new(), &[]).await
    }

    /// A server that insists on STARTTLS, and on user `me@example.org` with password `p+q`.
    pub async fn strict() -> Self {
        let folder = Scratch::new();
        let (key, certificate) = (folder.path().join("key.pem"), folder.path().join("certificate.pem"));
        let made = Command::new("openssl")
            .args("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost".split(' '))
            .args(["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"])
            .arg("-keyout").arg(&key).arg("-out").arg(&certificate)
            .output().await.expect("openssl runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let path = |path: &Path| path.to_str().unwrap().to_owned();
        let (key, certificate) = (path(&key), path(&certificate));
        Self::start(folder, &["--user", "me@example.org:p+q", "--certificate", &certificate, "--key", &key])
            .await
    }

    /// `make test` installs what it needs: Debian's `python3-aiosmtpd`.
    async fn start(folder: Scratch, options: &[&str]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/mail/server.py");
        let mut python = Command::new("/usr/bin/python3");
        python.arg(script).arg(folder.path()).args(options);
        let mut process = python
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("Python runs");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = lines.next_line().await.unwrap().expect("python3-aiosmtpd is there: run `make test` once");
        Self { folder, port: port.parse().unwrap(), _process: process }
    }

    /// Where it is, with no encryption and no user.
    pub fn url(&self) -> String {
        format!("smtp://localhost:{}", self.port)
    }

    /// Where it is, with STARTTLS and a user.
    pub fn strict_url(&self, password: &str) -> String {
        let certificate = self.folder.path().join("certificate.pem");
        format!(
            "smtp://me%40example.org:{password}@localhost:{}?tls=required&ca={}",
            self.port,
            certificate.display()
        )
    }

    /// Waits until somebody who hangs is there, at a visit such as `rcpt-0`.
    pub async fn reached(&self, visit: &str) {
        while !self.folder.path().join(visit).exists() {
            sleep(MOMENT).await;
        }
    }

    /// Lets her go on.
    pub fn go(&self, visit: &str) {
        fs::write(self.folder.path().join(format!("{visit}.go")), "").unwrap();
    }

    /// What it took so far, in order.
    pub fn taken(&self) -> Vec<Taken> {
        let mut files: Vec<_> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect();
        files.sort();
        files
            .iter()
            .map(|path| Taken {
                envelope: serde_json::from_slice(&fs::read(path.with_extension("json")).unwrap()).unwrap(),
                bytes: fs::read(path).unwrap(),
            })
            .collect()
    }
}
