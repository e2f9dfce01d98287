//! What the machine tells: the data folder.

use std::{fs, io, os::unix::fs::MetadataExt};

use super::Finding;
use crate::config::Config;

/// What the folder's mode may not let group and others do: list it or write in it. Passing through is
/// the embedded server's, where it runs as a user of its own.
const OTHERS: u32 = 0o066;

pub(super) fn findings(config: &Config) -> Vec<Finding> {
    if config.embedded() || config.smtp_url.is_none() { vec![data(config)] } else { Vec::new() }
}

fn data(config: &Config) -> Finding {
    let shown = config.data.display();
    let found = match fs::metadata(&config.data) {
        Ok(found) if found.is_dir() => found,
        Ok(_) => return Finding::problem("data", format!("{shown} is no folder; set PLENARY_DATA to one")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Finding::fine("data", format!("{shown} is made at the first start"));
        }
        Err(error) => return Finding::problem("data", format!("{shown} cannot be entered: {error}")),
    };
    if found.mode() & OTHERS != 0 {
        let says = format!("other users can look into {shown}; run: chmod go-rw {shown}");
        return Finding::warning("data", says);
    }
    match tempfile_in(config) {
        Ok(()) => Finding::fine("data", format!("{shown}, private and writable")),
        Err(error) => Finding::problem("data", format!("nothing can be written into {shown}: {error}")),
    }
}

/// The only way to know whether something can be written is to write.
fn tempfile_in(config: &Config) -> io::Result<()> {
    let path = config.data.join(format!("doctor.{}", uuid::Uuid::new_v4().simple()));
    fs::write(&path, b"plenary doctor was here\n")?;
    fs::remove_file(path)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::cli::doctor::finding::Level;

    #[test]
    fn a_folder_that_others_can_read_is_warned_of() {
        let folder = std::env::temp_dir().join(format!("plenary-doctor-{}", uuid::Uuid::new_v4()));
        let config = Config::from_variables([("PLENARY_DATA", folder.to_str().unwrap())]).unwrap();
        let level = || data(&config).level;
        assert_eq!(level(), Level::Fine, "not made yet");
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(level(), Level::Warning);
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o711)).unwrap();
        assert_eq!(level(), Level::Fine);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "the doctor leaves nothing behind");
        fs::remove_dir(&folder).unwrap();
        fs::write(&folder, "a file").unwrap();
        assert_eq!(level(), Level::Problem);
        fs::remove_file(folder).unwrap();
    }
}
