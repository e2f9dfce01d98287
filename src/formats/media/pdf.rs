//! PDF (ISO 32000-2, section 7.5): where it begins and where it ends.

use super::{MediaType, damaged};
use crate::error::Reason;

/// What no PDF says at its beginning, and every page that would be taken for one does.
const MARKUP: [&[u8]; 6] = [b"<html", b"<script", b"<!doctype", b"<svg", b"<body", b"<iframe"];

/// Whether it begins with `%PDF-1.` or `%PDF-2.`: at the first byte, although readers forgive a kilobyte of anything
/// before it.
pub(super) fn begins(head: &[u8]) -> bool {
    head.starts_with(b"%PDF-1.") || head.starts_with(b"%PDF-2.")
}

/// Refuses a PDF that is also a page of the web.
pub(super) fn check_head(head: &[u8]) -> Result<(), Reason> {
    let small = head.to_ascii_lowercase();
    let says = |mark: &[u8]| small.windows(mark.len()).any(|window| window == mark);
    if MARKUP.into_iter().any(says) { Err(Reason::new("file_two_in_one")) } else { Ok(()) }
}

/// The last thing in a PDF is `%%EOF`; white space (section 7.2.3) may follow.
pub(super) fn check_end(tail: &[u8]) -> Result<(), Reason> {
    let blank = |byte: &u8| matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ');
    let end = tail.iter().rposition(|byte| !blank(byte)).map_or(0, |last| last + 1);
    match tail.get(..end) {
        Some(said) if said.ends_with(b"%%EOF") => Ok(()),
        _ => Err(damaged(MediaType::Pdf)),
    }
}
