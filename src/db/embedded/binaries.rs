//! Finding PostgreSQL's server programs.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::StartError;

/// The oldest major version that Plenary's SQL runs on.
const OLDEST: u32 = 15;

/// The folder of the server's programs: of exactly the `major` that made the cluster, else the
/// newest. `named` is the operator's choice and then the only candidate.
pub(super) fn find(named: Option<&Path>, major: Option<u32>) -> Result<PathBuf, StartError> {
    let candidates = named.map_or_else(usual_folders, |folder| vec![folder.to_owned()]);
    candidates
        .into_iter()
        .filter_map(|folder| real(&folder))
        .filter_map(|folder| Some((major_of(&folder)?, folder)))
        .filter(|(found, _)| major.map_or(*found >= OLDEST, |wanted| *found == wanted))
        .max_by_key(|(found, _)| *found)
        .map(|(_, folder)| folder)
        .ok_or(StartError::NoServer(major))
}

/// Debian keeps each major apart and off the path; elsewhere the programs are on the path.
fn usual_folders() -> Vec<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let path = env::var_os("PATH").unwrap_or_default();
    debian.map(|entry| entry.path().join("bin")).chain(env::split_paths(&path)).collect()
}

/// Where the folder's `postgres` really lies, since only its own folder has all its companions.
fn real(folder: &Path) -> Option<PathBuf> {
    Some(folder.join("postgres").canonicalize().ok()?.parent()?.to_owned())
}

/// The major version of the folder's `postgres`, if there is one that runs.
fn major_of(folder: &Path) -> Option<u32> {
    if !folder.join("initdb").is_file() {
        return None;
    }
    let said = Command::new(folder.join("postgres")).arg("--version").stdin(Stdio::null()).output().ok()?;
    parse_major(&String::from_utf8_lossy(&said.stdout))
}

/// Reads `postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)`, or `18beta1` in place of `15.20`.
fn parse_major(said: &str) -> Option<u32> {
    let version = said.strip_prefix("postgres (PostgreSQL) ")?;
    version.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{find, parse_major};
    use crate::db::embedded::StartError;

    #[test]
    fn the_major_is_read_from_releases_and_betas() {
        assert_eq!(parse_major("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n"), Some(15));
        assert_eq!(parse_major("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(parse_major("bash: postgres: not found"), None);
    }

    #[test]
    fn missing_programs_name_the_package_to_install() {
        let nowhere = Some(Path::new("/nonexistent"));
        let said = |major| find(nowhere, major).map_err(|error| error.to_string());
        assert!(matches!(find(nowhere, None), Err(StartError::NoServer(None))));
        assert!(said(None).is_err_and(|text| text.contains("apt-get install postgresql)")));
        assert!(said(Some(14)).is_err_and(|text| text.contains("apt-get install postgresql-14)")));
    }
}
