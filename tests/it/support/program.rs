//! The real `plenary` program as a process of its own.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread::{JoinHandle, spawn},
};

/// What `serve` prints before the address, once it answers.
const OPEN: &str = "Plenary is open at ";

/// The program with no settings but these: data in `data`, any free port.
pub fn plenary(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    // Away from the repository, where a developer may keep a settings file.
    command.current_dir(data.parent().unwrap());
    command.env("PLENARY_DATA", data).env("PLENARY_BIND", "127.0.0.1:0").stdin(Stdio::null());
    command
}

/// What a command that comes and goes said: exit code, standard output, standard error.
pub fn said(command: &mut Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// A server under way; killed when dropped.
pub struct Serving {
    child: Child,
    /// Reads its log all along: a full pipe would hold it up.
    log: Option<JoinHandle<String>>,
    /// Where it answers, without the last slash.
    pub base: String,
    /// What it printed up to then.
    pub welcome: Vec<String>,
}

impl Serving {
    /// Starts `serve` and waits until it is open.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut errors = child.stderr.take().unwrap();
        let log = Some(spawn(move || {
            let mut log = String::new();
            errors.read_to_string(&mut log).unwrap();
            log
        }));
        let mut serving = Self { child, log, base: String::new(), welcome: Vec::new() };
        while let Some(Ok(line)) = lines.next() {
            if let Some(url) = line.strip_prefix(OPEN) {
                serving.base = url.trim_end_matches('/').to_owned();
            }
            serving.welcome.push(line);
            if !serving.base.is_empty() {
                return serving;
            }
        }
        let (status, log) = serving.ended();
        panic!("the server did not open: {status}\n{log}");
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal by name, such as `TERM`.
    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
    }

    /// Ends it at once, as the kernel does when memory is short.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    /// Waits for its end; answers its status and its log.
    pub fn ended(&mut self) -> (ExitStatus, String) {
        let log = self.log.take().unwrap().join().unwrap();
        (self.child.wait().unwrap(), log)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
