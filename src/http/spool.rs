//! Bytes on their way in, on the disk but under no name: whatever ends this process, nothing of them stays.

use std::io::SeekFrom;

use async_stream::try_stream;
use futures_util::Stream;
use sha2::{Digest, Sha256};
use tokio::{
    fs::File,
    io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt},
    task,
};

use crate::error::Error;

/// Bytes that are read back at a time.
const PIECE: usize = 256 << 10;

/// A file without a name in the system's folder for temporary ones (`TMPDIR`).
pub(super) struct Spool {
    file: File,
    size: u64,
    digest: Sha256,
}

impl Spool {
    pub(super) async fn open() -> Result<Self, Error> {
        let file = task::spawn_blocking(tempfile::tempfile).await.map_err(Error::internal)?;
        let file = File::from_std(file.map_err(Error::internal)?);
        Ok(Self { file, size: 0, digest: Sha256::new() })
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).await.map_err(Error::internal)?;
        self.digest.update(bytes);
        self.size += u64::try_from(bytes.len()).map_err(Error::internal)?;
        Ok(())
    }

    /// Bytes written so far.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// SHA-256 of them, in hex.
    pub(super) fn digest(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.digest.clone().finalize())
    }

    /// All of them again, from the beginning.
    pub(super) fn read(mut self) -> impl Stream<Item = Result<Vec<u8>, Error>> {
        try_stream! {
            self.file.flush().await.map_err(Error::internal)?;
            self.file.seek(SeekFrom::Start(0)).await.map_err(Error::internal)?;
            loop {
                let mut piece = Vec::with_capacity(PIECE);
                let limit = u64::try_from(PIECE).map_err(Error::internal)?;
                let read = (&mut self.file).take(limit).read_to_end(&mut piece).await;
                if read.map_err(Error::internal)? == 0 {
                    break;
                }
                yield piece;
            }
        }
    }
}
