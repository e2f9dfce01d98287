//! The master secret of an embedded installation, made once and kept in a file.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
    path::Path,
};

use secrecy::SecretString;

use super::ConfigError;

/// What the file may not let group and others do: anything.
const OTHERS: u32 = 0o077;

/// The secret kept in `data/secret`; made, readable to its owner alone, if it is not there.
pub(super) fn kept_in(data: &Path) -> Result<SecretString, ConfigError> {
    let path = data.join("secret");
    let refused = |cause: io::Error| {
        let says = format!("{cause}; make it readable to the user Plenary runs as, or set PLENARY_SECRET");
        ConfigError::one(path.display().to_string(), says)
    };
    if !path.try_exists().map_err(refused)? {
        make(data, &path).map_err(refused)?;
    }
    if fs::metadata(&path).map_err(refused)?.mode() & OTHERS != 0 {
        let says = format!("other users can read this secret; run: chmod 600 {}", path.display());
        return Err(ConfigError::one(path.display().to_string(), says));
    }
    let text = fs::read_to_string(&path).map_err(refused)?;
    Ok(SecretString::from(text.trim().to_owned()))
}

/// The whole secret appears at once or not at all; of two processes that start together, one wins.
fn make(data: &Path, path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(data)?;
    let draft = data.join(format!("secret.{}", uuid::Uuid::new_v4().simple()));
    let mut file = File::options().write(true).create_new(true).mode(0o600).open(&draft)?;
    let secret = data_encoding::BASE64URL_NOPAD.encode(&rand::random::<[u8; 32]>());
    let made = writeln!(file, "{secret}").and_then(|()| file.sync_all()).and_then(|()| {
        match fs::hard_link(&draft, path) {
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            linked => linked,
        }
    });
    fs::remove_file(&draft)?;
    made?;
    File::open(data)?.sync_all()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::{env::temp_dir, os::unix::fs::PermissionsExt};

    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn the_secret_is_made_once_for_its_owner_alone() {
        let data = temp_dir().join(format!("plenary-secret-{}", uuid::Uuid::new_v4()));
        let first = kept_in(&data).unwrap();
        assert!(first.expose_secret().len() >= 43);
        assert_eq!(fs::metadata(data.join("secret")).unwrap().mode() & 0o777, 0o600);
        assert_eq!(kept_in(&data).unwrap().expose_secret(), first.expose_secret());
        assert_eq!(fs::read_dir(&data).unwrap().count(), 1, "no draft stays behind");

        fs::set_permissions(data.join("secret"), fs::Permissions::from_mode(0o640)).unwrap();
        let refused = kept_in(&data).unwrap_err().to_string();
        assert!(refused.contains("chmod 600"), "{refused}");
        fs::remove_dir_all(data).unwrap();
    }
}
