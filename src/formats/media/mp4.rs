//! MP4 (ISO/IEC 14496-12, section 4.2): boxes in a row, each of which says how long it is.

use super::{MediaType, damaged};
use crate::error::Reason;

/// Brands of files that browsers play as `video/mp4`. QuickTime's own, and those of pictures (HEIF, AVIF), are not.
const BRANDS: [&[u8]; 16] = [
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42",
    b"avc1", b"dash", b"MSNV", b"M4V ", b"M4VP",
];
/// Longest header of a box in bytes: length, type, long length.
const LONG_HEADER: usize = 16;

/// Whether it begins with a file type box of a known brand.
pub(super) fn begins(head: &[u8]) -> bool {
    let (size, kind) = (head.get(..4).and_then(number), head.get(4..8));
    let brand = head.get(8..12).is_some_and(|brand| BRANDS.contains(&brand));
    kind == Some(b"ftyp") && brand && size.is_some_and(|size| (16..=512).contains(&size))
}

/// Follows the boxes of the outermost level to the end of the file.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    /// The part of a box's header that has come.
    header: Vec<u8>,
    /// Bytes until the next box.
    left: u64,
    /// Whether the last box reaches to the end, however far that is.
    endless: bool,
    described: bool,
    played: bool,
}

impl Boxes {
    pub(super) fn feed(&mut self, mut bytes: &[u8]) -> Result<(), Reason> {
        while !bytes.is_empty() && !self.endless {
            if self.left > 0 {
                let within = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
                (_, bytes) = bytes.split_at(within);
                self.left = self.left.saturating_sub(u64::try_from(within).unwrap_or(u64::MAX));
                continue;
            }
            let missing = self.header_length().saturating_sub(self.header.len()).min(bytes.len());
            let (header, rest) = bytes.split_at(missing);
            self.header.extend_from_slice(header);
            bytes = rest;
            if self.header.len() == self.header_length() {
                self.enter()?;
            }
        }
        Ok(())
    }

    /// Eight bytes, or sixteen where the short length says that a long one follows.
    fn header_length(&self) -> usize {
        let long = self.header.len() >= 8 && self.header.starts_with(&[0, 0, 0, 1]);
        if long { LONG_HEADER } else { 8 }
    }

    fn enter(&mut self) -> Result<(), Reason> {
        let header = std::mem::take(&mut self.header);
        let broken = || damaged(MediaType::Mp4);
        let said = if header.len() == LONG_HEADER { header.get(8..) } else { header.get(..4) };
        let size = said.and_then(number).ok_or_else(broken)?;
        match header.get(4..8) {
            Some(b"moov") => self.described = true,
            Some(b"mdat") => self.played = true,
            Some(kind) if kind.iter().all(|byte| (b' '..=b'~').contains(byte)) => {}
            _ => return Err(broken()),
        }
        if size == 0 {
            self.endless = true;
            return Ok(());
        }
        let own = u64::try_from(header.len()).map_err(|_| broken())?;
        self.left = size.checked_sub(own).ok_or_else(broken)?;
        Ok(())
    }

    /// The last box must end with the file, and there must be something to play and its description.
    pub(super) fn finish(&self) -> Result<(), Reason> {
        let whole = self.endless || (self.left == 0 && self.header.is_empty());
        if whole && self.described && self.played { Ok(()) } else { Err(damaged(MediaType::Mp4)) }
    }
}

/// A big-endian number of at most eight bytes.
fn number(bytes: &[u8]) -> Option<u64> {
    let short = bytes.len() <= 8;
    short.then(|| bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}
