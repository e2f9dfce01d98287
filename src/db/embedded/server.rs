//! One run of the server: how it is started and when it is ready.

use std::{
    fs::{self, File},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process::Child,
    thread::sleep,
    time::{Duration, Instant},
};

use super::{StartError, home::absent, identity::Identity, orphans, process};

/// How long a start may take, crash recovery included.
const PATIENCE: Duration = Duration::from_secs(300);

/// On top of PostgreSQL's defaults. No TCP; memory for a small machine; plans for short queries on
/// solid disks.
const SETTINGS: [&str; 9] = [
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    "max_connections=100",
    "shared_buffers=128MB",
    "wal_buffers=16MB",
    "random_page_cost=1.1",
    "jit=off",
    "log_line_prefix=%m [%p] ",
];

/// Nothing waits for the disk: a cluster that may be lost.
const CARELESS: [&str; 3] = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/// What a run of the server needs.
#[derive(Debug)]
pub(super) struct Server {
    /// The program `postgres`.
    pub(super) program: PathBuf,
    /// Its data folder.
    pub(super) cluster: PathBuf,
    /// Where it opens its socket.
    pub(super) sockets: PathBuf,
    /// Where its messages go.
    pub(super) log: PathBuf,
    /// The user it runs as.
    pub(super) identity: Identity,
    /// Whether commits wait for the disk.
    pub(super) fsync: bool,
}

impl Server {
    /// Starts the server after whatever an earlier run left, and waits until it takes connections.
    pub(super) fn launch(&self) -> Result<Child, StartError> {
        orphans::end(&self.cluster)?;
        let pid_file = self.cluster.join("postmaster.pid");
        absent(fs::remove_file(&pid_file)).map_err(StartError::io("remove", &pid_file))?;
        let mut child = self.spawn()?;
        let begun = Instant::now();
        while !is_ready(&pid_file, child.id()) {
            if child.try_wait().map_err(StartError::io("wait for", &self.program))?.is_some() {
                return Err(StartError::Failed { program: "postgres", said: self.last_words() });
            }
            if begun.elapsed() > PATIENCE {
                end(child, process::KILL);
                return Err(StartError::NotReady(self.log.clone()));
            }
            sleep(Duration::from_millis(10));
        }
        Ok(child)
    }

    /// A fresh log each time; the one before is kept beside it.
    fn spawn(&self) -> Result<Child, StartError> {
        let before = self.log.with_extension("log.1");
        absent(fs::rename(&self.log, before)).map_err(StartError::io("rename", &self.log))?;
        let log = File::options().create_new(true).append(true).mode(0o600).open(&self.log);
        let log = log.map_err(StartError::io("make", &self.log))?;
        let errors = log.try_clone().map_err(StartError::io("open", &self.log))?;
        let mut command = process::command(&self.program, self.identity);
        command.arg("-D").arg(&self.cluster).arg("-k").arg(&self.sockets);
        let careless = CARELESS.iter().filter(|_| !self.fsync);
        for setting in SETTINGS.iter().chain(careless) {
            command.args(["-c", setting]);
        }
        process::spawn(command.stdout(log).stderr(errors), self.identity)
    }

    /// The end of the log, for the error of a server that gave up.
    fn last_words(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(5).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

/// Signals a server that still runs, and waits for its end.
pub(super) fn end(mut child: Child, signal: libc::c_int) {
    let ended = child.try_wait().and_then(|status| match status {
        // Reaped: its pid may be another program's by now.
        Some(status) => Ok(status),
        None => process::signal(child.id(), signal).and_then(|()| child.wait()),
    });
    if let Err(error) = ended {
        tracing::error!(%error, "PostgreSQL could not be stopped");
    }
}

/// Line 1 of the pid file is the postmaster's pid, line 8 its state (`miscadmin.h`, LOCK_FILE_LINE).
fn is_ready(pid_file: &Path, pid: u32) -> bool {
    fs::read_to_string(pid_file).is_ok_and(|text| {
        text.lines().next().is_some_and(|line| line.trim().parse() == Ok(pid))
            && text.lines().nth(7).is_some_and(|state| state.trim() == "ready")
    })
}
