//! Making the cluster, whole or not at all.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Child, Stdio},
};

use super::{
    OWNER, SUPERUSER, StartError,
    home::{Home, absent, make_private},
    identity::Identity,
    orphans, process,
};

/// Makes the cluster if there is none, and makes the server its owner if somebody else is.
///
/// A kill in the middle leaves only the half-made folder, which the next start removes.
pub(super) fn ensure(home: &Home, bin_dir: &Path, identity: Identity, fsync: bool) -> Result<(), StartError> {
    let cluster = home.cluster();
    if !cluster.exists() {
        let new = home.half_made();
        orphans::end(&new)?;
        absent(fs::remove_dir_all(&new)).map_err(StartError::io("remove", &new))?;
        make_private(&new)?;
        identity.adopt(&new)?;
        initdb(&new, bin_dir, identity, fsync)?;
        make_owner(&new, bin_dir, identity)?;
        fs::rename(&new, &cluster).map_err(StartError::io("rename", &new))?;
    }
    identity.adopt(&cluster)
}

/// Everything is trusted because only the socket folder's owner gets as far as asking.
fn initdb(new: &Path, bin_dir: &Path, identity: Identity, fsync: bool) -> Result<(), StartError> {
    let mut command = process::command(&bin_dir.join("initdb"), identity);
    command.arg("-D").arg(new).args(["-U", SUPERUSER, "--auth=trust", "--no-instructions"]);
    command.args(["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]);
    if !fsync {
        command.arg("--no-sync");
    }
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    finish("initdb", process::spawn(&mut command, identity)?)
}

/// Adds Plenary's role and database through the single-user server, so that a cluster that has
/// its final name has them.
fn make_owner(new: &Path, bin_dir: &Path, identity: Identity) -> Result<(), StartError> {
    let program = bin_dir.join("postgres");
    let mut command = process::command(&program, identity);
    command.arg("--single").arg("-D").arg(new).args(["-c", "exit_on_error=on", SUPERUSER]);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = process::spawn(&mut command, identity)?;
    let sql = format!("CREATE ROLE {OWNER} LOGIN;\nCREATE DATABASE {OWNER} OWNER {OWNER};\n");
    if let Some(mut input) = child.stdin.take() {
        input.write_all(sql.as_bytes()).map_err(StartError::io("write to", program))?;
    }
    finish("postgres --single", child)
}

/// Waits for a program, and answers with what it said if it failed.
fn finish(program: &'static str, child: Child) -> Result<(), StartError> {
    let ended = child.wait_with_output().map_err(StartError::io("wait for", program))?;
    if ended.status.success() {
        return Ok(());
    }
    Err(StartError::Failed { program, said: String::from_utf8_lossy(&ended.stderr).into_owned() })
}
