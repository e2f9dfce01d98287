//! Which user the server runs as: PostgreSQL refuses root.

use std::{
    fs::{self, File, Permissions},
    io,
    os::{
        fd::AsRawFd,
        unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown, lchown},
    },
    path::{Path, PathBuf},
};

use super::{StartError, process};

/// Which user the server runs as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// We are an ordinary user, and so is the server.
    Ourselves,
    /// We are root and become this user, who then owns the cluster.
    User {
        /// Its numeric id.
        uid: u32,
        /// Its group.
        gid: u32,
    },
    /// We are root under a folder that user can't enter: a user namespace in which root's files
    /// belong to an ordinary user.
    Namespace,
}

impl Identity {
    /// Root becomes Debian's `postgres` where that user can reach `root`, the data folder.
    ///
    /// For it a data folder of root's is opened for passing through (not for listing); what lies
    /// inside keeps its own, private modes.
    pub(super) fn choose(root: &Path) -> Result<Self, StartError> {
        if process::own_uid() != 0 {
            return Ok(Self::Ourselves);
        }
        let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let Some((uid, gid)) = passwd.lines().find_map(ids_of_postgres) else {
            return Ok(Self::Namespace);
        };
        if !root.ancestors().skip(1).all(|above| may_enter(above, uid, gid)) {
            return Ok(Self::Namespace);
        }
        let found = fs::metadata(root).map_err(StartError::io("read", root))?;
        if found.uid() == 0 {
            fs::set_permissions(root, Permissions::from_mode(found.mode() | 0o011))
                .map_err(StartError::io("open", root))?;
        }
        Ok(if may_enter(root, uid, gid) { Self::User { uid, gid } } else { Self::Namespace })
    }

    /// The owner that the server's files need.
    fn owner(self) -> (u32, Option<u32>) {
        match self {
            Self::Ourselves => (process::own_uid(), None),
            Self::User { uid, gid } => (uid, Some(gid)),
            Self::Namespace => (0, Some(0)),
        }
    }

    /// Makes the server the owner of `folder` and all in it, if it is not yet: the cluster may
    /// have been made under another identity.
    pub(super) fn adopt(self, folder: &Path) -> Result<(), StartError> {
        let (uid, gid) = self.owner();
        let now = fs::symlink_metadata(folder).map_err(StartError::io("read", folder))?;
        if now.uid() == uid {
            return Ok(());
        }
        if self == Self::Ourselves {
            return Err(StartError::Foreign(folder.to_owned()));
        }
        give(folder, uid, gid).map_err(StartError::io("hand over", folder))
    }
}

/// Gives away a folder and all in it without following any link, not even one that is put in the
/// way meanwhile: each folder is held open and its entries are named through that handle.
fn give(folder: &Path, uid: u32, gid: Option<u32>) -> io::Result<()> {
    let held = File::options().read(true).custom_flags(libc::O_DIRECTORY | libc::O_NOFOLLOW).open(folder)?;
    let inside = PathBuf::from(format!("/proc/self/fd/{}", held.as_raw_fd()));
    for entry in fs::read_dir(&inside)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            give(&entry.path(), uid, gid)?;
        } else {
            lchown(entry.path(), Some(uid), gid)?;
        }
    }
    // The folder itself last: while it is not ours, a start that was cut short begins again.
    fchown(&held, Some(uid), gid)
}

/// The ids in the line `postgres:x:UID:GID:…` of passwd(5).
fn ids_of_postgres(line: &str) -> Option<(u32, u32)> {
    let mut fields = line.strip_prefix("postgres:")?.split(':').skip(1);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

/// Whether the folder's mode lets that user pass through.
fn may_enter(folder: &Path, uid: u32, gid: u32) -> bool {
    fs::metadata(folder).is_ok_and(|found| {
        let needed = match () {
            () if found.uid() == uid => 0o100,
            () if found.gid() == gid => 0o010,
            () => 0o001,
        };
        found.mode() & needed != 0
    })
}

#[cfg(test)]
mod tests {
    use super::ids_of_postgres;

    #[test]
    fn the_ids_stand_third_and_fourth_in_passwd() {
        assert_eq!(ids_of_postgres("postgres:x:105:112:,,,:/var/lib/postgresql:/bin/bash"), Some((105, 112)));
        assert_eq!(ids_of_postgres("postgresql:x:1:2::/:/bin/sh"), None);
        assert_eq!(ids_of_postgres("postgres:x:none"), None);
    }
}
