//! Why the embedded server did not start, in words for whoever typed the command.

use std::{error::Error, fmt, io, path::PathBuf};

/// Why the embedded server did not start.
#[derive(Debug)]
pub enum StartError {
    /// Another Plenary runs on this data folder.
    InUse(PathBuf),
    /// PostgreSQL's server programs are not installed, or not those of the major version that the
    /// data folder was made with.
    NoServer(Option<u32>),
    /// The cluster belongs to another user, and only root could hand it over.
    Foreign(PathBuf),
    /// We are root, no other user can enter the data folder, and user namespaces are denied here.
    RootAlone,
    /// The file system refused.
    Io {
        /// What was attempted, as a verb.
        verb: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// The system's answer.
        cause: io::Error,
    },
    /// A program of PostgreSQL's ended with an error.
    Failed {
        /// The program's name.
        program: &'static str,
        /// The last it said.
        said: String,
    },
    /// The server runs but did not open its socket in time.
    NotReady(PathBuf),
}

impl StartError {
    /// For `map_err`: attempting `verb` on `path` failed.
    pub(super) fn io(verb: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Io { verb, path, cause }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse(data) => {
                write!(f, "another Plenary is already running on {}; stop it first", data.display())
            }
            Self::NoServer(None) => f.write_str(
                "PostgreSQL's server programs (15 or newer) were not found; install them (on Debian: \
                 apt-get install postgresql), name their folder in PLENARY_PG_BIN, or set DATABASE_URL",
            ),
            Self::NoServer(Some(major)) => write!(
                f,
                "the data folder was made by PostgreSQL {major}, whose server programs were not found; \
                 install them (on Debian: apt-get install postgresql-{major}) or name their folder in \
                 PLENARY_PG_BIN"
            ),
            Self::Foreign(cluster) => write!(
                f,
                "{} belongs to another user; give it back with: chown -R \"$(id -u)\" {}",
                cluster.display(),
                cluster.display()
            ),
            Self::RootAlone => f.write_str(
                "PostgreSQL does not run as root, and the user postgres cannot enter the data folder; put it \
                 elsewhere (PLENARY_DATA=/var/lib/plenary) or start Plenary as an ordinary user",
            ),
            Self::Io { verb, path, cause } => write!(f, "cannot {verb} {}: {cause}", path.display()),
            Self::Failed { program, said } => write!(f, "{program} failed: {}", said.trim()),
            Self::NotReady(log) => {
                write!(f, "PostgreSQL did not become ready in time; see {}", log.display())
            }
        }
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
