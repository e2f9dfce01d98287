//! Mails as files, for an installation without a mail server: `data/mail/<id>.eml`.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use uuid::Uuid;

use super::Outcome;

/// A folder of mails, one file each.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// Mails go to `folder`, which is made with the first.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) async fn deliver(&self, id: Uuid, mail: Vec<u8>) -> Outcome {
        let folder = self.folder.clone();
        match tokio::task::spawn_blocking(move || write(&folder, id, &mail)).await {
            Ok(Ok(())) => Outcome::Accepted("written to a file".to_owned()),
            Ok(Err(error)) => Outcome::Away(error.to_string()),
            Err(error) => Outcome::Away(error.to_string()),
        }
    }
}

/// Whole or not at all, and there after a power cut; the same mail again replaces itself. For its owner's
/// eyes only: it holds live links.
fn write(folder: &Path, id: Uuid, mail: &[u8]) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let unfinished = folder.join(format!("{id}.tmp"));
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(mail)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(format!("{id}.eml")))?;
    File::open(folder)?.sync_all()
}
