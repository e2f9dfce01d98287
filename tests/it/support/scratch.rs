//! Temporary folders that do not pile up, however a run of the tests ends.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::{
        Once,
        atomic::{AtomicU32, Ordering},
    },
};

/// Every folder is named after the process that made it.
const PREFIX: &str = "plenary-test-";

/// A folder of this test's own, removed when it is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one, after removing those of processes that are no more.
    pub fn new() -> Self {
        static SWEEP: Once = Once::new();
        static NEXT: AtomicU32 = AtomicU32::new(0);
        SWEEP.call_once(sweep);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("{PREFIX}{}-{number}", process::id()));
        fs::create_dir(&folder).expect("a fresh temporary folder");
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("a temporary folder can be removed");
    }
}

/// Another process may sweep the same folder at the same time, so a failure means nothing.
fn sweep() {
    for entry in fs::read_dir(env::temp_dir()).expect("a readable folder").flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next());
        if owner.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
