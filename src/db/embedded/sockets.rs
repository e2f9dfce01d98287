//! The private folder in which the server opens its socket.

use std::{
    env, fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use uuid::Uuid;

use super::{
    StartError,
    home::{absent, make_private},
    identity::Identity,
};

/// The longest path of a Unix socket, in bytes (unix(7): 108 with the closing zero).
const LONGEST: usize = 107;
/// What the server appends to the folder's path.
const SOCKET: &str = "/.s.PGSQL.5432";
/// Folders of ours outside the data folder begin like this.
const PREFIX: &str = "plenary-pg-";

/// The socket folder; one that had to go elsewhere is removed in the end.
#[derive(Debug)]
pub(super) struct Sockets {
    folder: PathBuf,
    link: Option<PathBuf>,
}

impl Sockets {
    /// Makes `pg-run` in the data folder; where that path is too long for a socket, a fresh folder
    /// among the temporary ones, which `pg-run` then points to so that the next start can remove it.
    pub(super) fn prepare(root: &Path, identity: Identity) -> Result<Self, StartError> {
        let usual = root.join("pg-run");
        forget(&usual)?;
        let fits = usual.as_os_str().len() + SOCKET.len() <= LONGEST;
        let (folder, link) = if fits {
            (usual, None)
        } else {
            let elsewhere = env::temp_dir().join(format!("{PREFIX}{}", Uuid::new_v4().simple()));
            symlink(&elsewhere, &usual).map_err(StartError::io("make", &usual))?;
            (elsewhere, Some(usual))
        };
        make_private(&folder)?;
        identity.adopt(&folder)?;
        Ok(Self { folder, link })
    }

    /// The folder, to name in a connection URL.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Sockets {
    fn drop(&mut self) {
        if let Some(Err(error)) = self.link.as_deref().map(forget) {
            tracing::warn!(%error, "the socket folder stays behind");
        }
    }
}

/// Removes the folder of an earlier start; a link is followed only to a folder named like ours.
fn forget(usual: &Path) -> Result<(), StartError> {
    let Ok(target) = fs::read_link(usual) else {
        return absent(fs::remove_dir_all(usual)).map_err(StartError::io("remove", usual));
    };
    if target.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX)) {
        absent(fs::remove_dir_all(&target)).map_err(StartError::io("remove", target))?;
    }
    fs::remove_file(usual).map_err(StartError::io("remove", usual))
}
