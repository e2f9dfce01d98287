//! The bytes, cut into rows of 1 MiB and put together again.

use std::ops::Range;

use async_stream::try_stream;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use futures_util::Stream;
use sha2::{Digest, Sha256};

use super::{File, FileId};
use crate::{
    db::{Db, Tx, schema::file_chunk as c},
    error::Error,
};

/// Bytes of every chunk but the last.
const CHUNK: usize = 1 << 20;

/// Writes bytes as they come; holds less than a chunk of them.
pub(super) struct Writer {
    file: FileId,
    number: i32,
    held: Vec<u8>,
    size: i64,
    digest: Sha256,
}

impl Writer {
    pub(super) fn new(file: FileId) -> Self {
        Self { file, number: 0, held: Vec::new(), size: 0, digest: Sha256::new() }
    }

    pub(super) async fn write(&mut self, tx: &mut Tx, mut bytes: &[u8]) -> Result<(), Error> {
        self.digest.update(bytes);
        while !bytes.is_empty() {
            let room = CHUNK.saturating_sub(self.held.len()).min(bytes.len());
            let (now, later) = bytes.split_at(room);
            self.held.extend_from_slice(now);
            bytes = later;
            if self.held.len() == CHUNK {
                self.flush(tx).await?;
            }
        }
        Ok(())
    }

    async fn flush(&mut self, tx: &mut Tx) -> Result<(), Error> {
        let row = (c::file_id.eq(self.file), c::number.eq(self.number), c::bytes.eq(&self.held));
        diesel::insert_into(c::table).values(row).execute(&mut **tx).await?;
        self.size += i64::try_from(self.held.len()).map_err(Error::internal)?;
        self.number += 1;
        self.held.clear();
        Ok(())
    }

    /// Length and SHA-256 of what was written.
    pub(super) async fn finish(mut self, tx: &mut Tx) -> Result<(i64, Vec<u8>), Error> {
        if !self.held.is_empty() {
            self.flush(tx).await?;
        }
        Ok((self.size, self.digest.finalize().to_vec()))
    }
}

impl File {
    /// The bytes of `range`, which ends within the file; `0..size` is all of them.
    ///
    /// A chunk at a time, each with a connection of its own, so that a slow reader keeps nobody waiting. Ends with an error
    /// when the file is removed meanwhile.
    pub fn read(&self, db: Db, range: Range<u64>) -> impl Stream<Item = Result<Vec<u8>, Error>> + use<> {
        let id = self.id;
        try_stream! {
            let mut next = usize::try_from(range.start).map_err(Error::internal)?;
            let end = usize::try_from(range.end).map_err(Error::internal)?;
            while next < end {
                let number = i32::try_from(next / CHUNK).map_err(Error::internal)?;
                let bytes: Vec<u8> =
                    c::table.find((id, number)).select(c::bytes).first(&mut *db.read().await?).await?;
                let start = next % CHUNK;
                let stop = (end - (next - start)).min(CHUNK);
                let part = bytes.get(start..stop).ok_or_else(|| Error::internal("a chunk is too short"))?;
                next += part.len();
                yield part.to_vec();
            }
        }
    }
}
