//! Servers that outlived a killed Plenary.

use std::{
    fs,
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};

use super::{StartError, process};

/// How long an orphan may take to shut down before it is killed.
const PATIENCE: Duration = Duration::from_secs(20);

/// Ends every server process at work in `cluster`.
///
/// The caller holds the data folder's lock, so whatever still works there has lost its owner. The
/// pid file alone would not do: a killed postmaster leaves one behind that may name a zombie, or by
/// now another program.
pub(super) fn end(cluster: &Path) -> Result<(), StartError> {
    let refused = |cause| StartError::io("end a server left in", cluster)(cause);
    let mut left = at_work_in(cluster)?;
    // The postmaster shuts its children down; without one they notice and end by themselves.
    if let Some(postmaster) = postmaster_of(cluster).filter(|pid| left.contains(pid)) {
        process::signal(postmaster, process::FAST).map_err(refused)?;
    }
    let begun = Instant::now();
    while !left.is_empty() {
        if begun.elapsed() > PATIENCE {
            for pid in &left {
                process::signal(*pid, process::KILL).map_err(refused)?;
            }
        }
        sleep(Duration::from_millis(50));
        left = at_work_in(cluster)?;
    }
    Ok(())
}

/// Processes of PostgreSQL's whose working directory is the cluster; a shell there is not one.
fn at_work_in(cluster: &Path) -> Result<Vec<u32>, StartError> {
    let processes = fs::read_dir("/proc").map_err(StartError::io("read", "/proc"))?;
    let pids = processes.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    Ok(pids.filter(|pid| is_server_in(*pid, cluster)).collect())
}

/// Links that can't be read belong to a process that just ended, or to another user.
fn is_server_in(pid: u32, cluster: &Path) -> bool {
    let link = |name: &str| fs::read_link(format!("/proc/{pid}/{name}"));
    link("cwd").is_ok_and(|folder| folder == cluster)
        && link("exe").is_ok_and(|program| {
            // An upgrade in between leaves "postgres (deleted)".
            program.file_name().is_some_and(|name| name.to_string_lossy().starts_with("postgres"))
        })
}

/// The first line of `postmaster.pid`.
fn postmaster_of(cluster: &Path) -> Option<u32> {
    fs::read_to_string(cluster.join("postmaster.pid")).ok()?.lines().next()?.trim().parse().ok()
}
