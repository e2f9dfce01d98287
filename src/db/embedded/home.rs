//! The data folder: what lies where in it, and the lock that gives it to one process.

use std::{
    fs::{self, DirBuilder, File, TryLockError},
    io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, Instant},
};

use super::StartError;

/// How long to wait for the lock: the kernel frees a killed predecessor's a little late.
const LOCK_PATIENCE: Duration = Duration::from_secs(3);

/// The data folder, locked for as long as this value lives.
#[derive(Debug)]
pub(super) struct Home {
    root: PathBuf,
    _lock: File,
}

impl Home {
    /// Makes the folder if need be, and locks it.
    pub(super) fn open(data: &Path) -> Result<Self, StartError> {
        if let Some(parent) = data.parent() {
            // Not private: the user that the server runs as must pass through.
            fs::create_dir_all(parent).map_err(StartError::io("make", parent))?;
        }
        make_private(data)?;
        let root = data.canonicalize().map_err(StartError::io("find", data))?;
        let path = root.join("pg.lock");
        let lock = File::create(&path).map_err(|cause| foreign_or("make", &path, &root, cause))?;
        let patience = Instant::now() + LOCK_PATIENCE;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(Self { root, _lock: lock }),
                Err(TryLockError::Error(cause)) => return Err(StartError::io("lock", path)(cause)),
                Err(TryLockError::WouldBlock) if Instant::now() > patience => {
                    return Err(StartError::InUse(root));
                }
                Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(50)),
            }
        }
    }

    /// The folder itself, absolute and free of links.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The cluster: complete whenever it exists.
    pub(super) fn cluster(&self) -> PathBuf {
        self.root.join("pg")
    }

    /// Where `initdb` works before its result is renamed to [`Self::cluster`].
    pub(super) fn half_made(&self) -> PathBuf {
        self.root.join("pg.new")
    }

    /// The server's log.
    pub(super) fn log(&self) -> PathBuf {
        self.root.join("pg.log")
    }

    /// The major version of PostgreSQL that made the cluster, if there is one yet.
    pub(super) fn major(&self) -> Result<Option<u32>, StartError> {
        let path = self.cluster().join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(text) => text.trim().parse().map(Some).map_err(|cause| {
                StartError::io("read", path)(io::Error::new(io::ErrorKind::InvalidData, cause))
            }),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(foreign_or("read", &path, &self.root, cause)),
        }
    }
}

/// Refused inside our own folder: an earlier run as another user made what lies there.
fn foreign_or(verb: &'static str, path: &Path, root: &Path, cause: io::Error) -> StartError {
    if cause.kind() == io::ErrorKind::PermissionDenied {
        return StartError::Foreign(root.to_owned());
    }
    StartError::io(verb, path)(cause)
}

/// Makes a folder that only its owner may enter; one that exists stays as it is.
pub(super) fn make_private(folder: &Path) -> Result<(), StartError> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        made => made.map_err(StartError::io("make", folder)),
    }
}

/// Removes what may not be there.
pub(super) fn absent(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
