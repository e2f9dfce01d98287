//! An own PostgreSQL for a start with nothing configured: a direct child of this process, in `data/`.
//!
//! - One Plenary per data folder: an exclusive lock that the kernel frees however the owner dies.
//! - The server never outlives its owner by accident: a parent-death signal shuts it down, and
//!   what still slips through is stopped at the next start.
//! - It listens on a Unix socket in a folder of mode 0700 and on no TCP port, so there is no
//!   password to lose and no port to clash with. Plenary connects as the role `plenary`, which owns
//!   its database and is no superuser.
//! - PostgreSQL refuses to run as root, so root hands the cluster to the user `postgres`, or maps
//!   itself to another user inside a user namespace.
//!
//! Linux only: the death signal, `/proc` and user namespaces are its.

mod binaries;
mod error;
mod home;
mod identity;
mod initdb;
mod keeper;
mod orphans;
mod process;
mod server;
mod sockets;

use std::{
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

pub use error::StartError;
use home::Home;
use identity::Identity;
use keeper::Keeper;
use server::Server;
use sockets::Sockets;

/// The role Plenary connects as, and the name of the database it owns.
const OWNER: &str = "plenary";
/// The superuser that `initdb` makes; Plenary itself never uses it.
const SUPERUSER: &str = "postgres";

/// What an embedded start needs to know.
#[derive(Clone, Debug)]
pub struct Options {
    /// The data folder; made, with mode 0700, if it is not there.
    pub data: PathBuf,
    /// Folder of `postgres` and `initdb`; found by itself when `None` (setting `PLENARY_PG_BIN`).
    pub bin_dir: Option<PathBuf>,
    /// Whether a commit waits for the disk. `false` is for tests that may lose everything.
    pub fsync: bool,
}

/// A running server of our own; dropping it stops the server.
#[derive(Debug)]
pub struct Embedded {
    // Dropped in this order: the server first, then its socket folder, the lock last.
    _keeper: Keeper,
    sockets: Sockets,
    _home: Home,
    bin_dir: PathBuf,
}

impl Embedded {
    /// Starts the server and answers when it accepts connections.
    ///
    /// Blocks: about five seconds the first time, a third of a second afterwards, longer where a
    /// crash must be recovered from. The server's life hangs on a thread of its own, so any thread
    /// may call this.
    ///
    /// # Errors
    /// A [`StartError`] that says in plain words what is missing or in the way.
    pub fn start(options: &Options) -> Result<Self, StartError> {
        let home = Home::open(&options.data)?;
        let identity = Identity::choose(home.root())?;
        let bin_dir = binaries::find(options.bin_dir.as_deref(), home.major()?)?;
        initdb::ensure(&home, &bin_dir, identity, options.fsync)?;
        let sockets = Sockets::prepare(home.root(), identity)?;
        let keeper = Keeper::start(Server {
            program: bin_dir.join("postgres"),
            cluster: home.cluster(),
            sockets: sockets.folder().to_owned(),
            log: home.log(),
            identity,
            fsync: options.fsync,
        })?;
        Ok(Self { _keeper: keeper, sockets, _home: home, bin_dir })
    }

    /// Where Plenary connects: its own database, as a role that is no superuser.
    #[must_use]
    pub fn url(&self) -> String {
        url_in(self.sockets.folder(), OWNER, OWNER)
    }

    /// Where a server that another process runs on this data folder would be; for commands that join it.
    #[must_use]
    pub fn url_beside(data: &Path) -> String {
        let usual = data.join("pg-run");
        let folder = usual.canonicalize().unwrap_or(usual);
        url_in(&folder, OWNER, OWNER)
    }

    /// The superuser's way in, to make and drop databases around Plenary's own.
    #[must_use]
    pub fn admin_url(&self) -> String {
        url_in(self.sockets.folder(), SUPERUSER, SUPERUSER)
    }

    /// The folder of the server's programs, `pg_dump` and `pgbench` among them.
    #[must_use]
    pub fn bin_dir(&self) -> &Path {
        &self.bin_dir
    }

    /// Stops the server: open transactions are rolled back, what is committed is on disk.
    pub fn stop(self) {
        drop(self);
    }
}

/// The socket folder stands percent-encoded in the place of a host (libpq manual, 34.1.1.2).
fn url_in(sockets: &Path, role: &str, database: &str) -> String {
    let mut url = format!("postgresql://{role}@/{database}?host=");
    for byte in sockets.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() {
            url.push(char::from(*byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}
