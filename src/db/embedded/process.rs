//! The few system calls that std has no safe name for.
#![expect(unsafe_code, reason = "signals, the parent-death signal and user namespaces are raw system calls")]

use std::{
    ffi::CStr,
    io,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use super::{StartError, identity::Identity};

/// Fast shutdown: roll back, write out, end.
pub(super) const FAST: libc::c_int = libc::SIGINT;
/// The end of what does not listen; PostgreSQL recovers at its next start.
pub(super) const KILL: libc::c_int = libc::SIGKILL;

/// The effective user id of this process.
pub(super) fn own_uid() -> u32 {
    // SAFETY: geteuid has no preconditions and cannot fail.
    unsafe { libc::geteuid() }
}

/// Sends a signal; a process that is already gone is fine.
pub(super) fn signal(pid: u32, signal: libc::c_int) -> io::Result<()> {
    let pid = libc::pid_t::try_from(pid).map_err(io::Error::other)?;
    // SAFETY: kill reads no memory of ours.
    match unsafe { libc::kill(pid, signal) } {
        0 => Ok(()),
        _ => match io::Error::last_os_error() {
            gone if gone.raw_os_error() == Some(libc::ESRCH) => Ok(()),
            refused => Err(refused),
        },
    }
}

/// A program of PostgreSQL's that runs under `identity` and dies with the thread that spawns it.
///
/// It stands in a process group of its own: Ctrl-C at the terminal must reach Plenary first, which
/// still needs the database to drain. Our environment stays out (`PGDATA`, `PGPORT`, secrets).
pub(super) fn command(program: &Path, identity: Identity) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("LC_ALL", "C.UTF-8").current_dir("/").stdin(Stdio::null()).process_group(0);
    if let Identity::User { uid, gid } = identity {
        command.uid(uid).gid(gid); // std drops the supplementary groups with it
    }
    let parent = std::process::id();
    // SAFETY: between fork and exec, only async-signal-safe calls are made and nothing is allocated.
    unsafe {
        command.pre_exec(move || {
            if identity == Identity::Namespace {
                enter_namespace()?;
            }
            die_with(parent)
        });
    }
    command
}

/// Runs the command; tells a refused user namespace from other failures.
pub(super) fn spawn(command: &mut Command, identity: Identity) -> Result<Child, StartError> {
    let program = PathBuf::from(command.get_program());
    command.spawn().map_err(|cause| match cause.raw_os_error() {
        // ENOSPC: user.max_user_namespaces is reached, or 0 (user_namespaces(7)).
        Some(libc::EPERM | libc::EACCES | libc::ENOSPC) if identity == Identity::Namespace => {
            StartError::RootAlone
        }
        _ => StartError::io("run", program)(cause),
    })
}

/// Asks for a fast shutdown when the parent thread ends; after the change of user, which clears it.
fn die_with(parent: u32) -> io::Result<()> {
    // SAFETY: plain system calls on values.
    unsafe {
        if libc::prctl(libc::PR_SET_PDEATHSIG, FAST) != 0 {
            return Err(io::Error::last_os_error());
        }
        // The parent may have died before the call above.
        if u32::try_from(libc::getppid()) != Ok(parent) {
            libc::_exit(1);
        }
    }
    Ok(())
}

/// Shows root as user 1000 to this process (user_namespaces(7)); its files stay root's outside.
fn enter_namespace() -> io::Result<()> {
    const MAPS: [(&CStr, &[u8]); 3] = [
        (c"/proc/self/setgroups", b"deny"),
        (c"/proc/self/uid_map", b"1000 0 1"),
        (c"/proc/self/gid_map", b"1000 0 1"),
    ];
    // SAFETY: plain system calls on constants that live for ever; the descriptor is closed below.
    unsafe {
        if libc::unshare(libc::CLONE_NEWUSER) != 0 {
            return Err(io::Error::last_os_error());
        }
        for (file, text) in MAPS {
            let fd = libc::open(file.as_ptr(), libc::O_WRONLY | libc::O_CLOEXEC);
            if fd < 0 || libc::write(fd, text.as_ptr().cast(), text.len()) < 0 {
                return Err(io::Error::last_os_error());
            }
            libc::close(fd);
        }
    }
    Ok(())
}
