//! How much of a file is taken in. A real conference stays far below; what is beyond was made to
//! hurt, or is no schedule.

use super::refusal::{place, placed, refused};
use crate::error::Reason;

/// Bytes of a file.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// Events of a schedule.
pub const MOST_EVENTS: usize = 5_000;

/// Elements of an XML file; members and items of a JSON file.
pub const MOST_PARTS: usize = 1_000_000;

/// Elements, or objects and lists, inside of one another.
pub const DEEPEST: usize = 32;

/// The file as text, without its byte order mark.
///
/// # Errors
/// `schedule_too_large` with `max` in MiB, `schedule_not_utf8`.
pub(super) fn text(file: &[u8]) -> Result<&str, Reason> {
    if file.len() > LARGEST {
        return Err(refused("schedule_too_large").with("max", LARGEST / 1024 / 1024));
    }
    let text = str::from_utf8(file).map_err(|_| refused("schedule_not_utf8"))?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Refuses one part too many.
pub(super) fn counted(parts: usize) -> Result<(), Reason> {
    // Whoever sent it knows of events, not of parts.
    events(if parts > MOST_PARTS { parts } else { 0 })
}

/// Refuses one event too many.
pub(super) fn events(events: usize) -> Result<(), Reason> {
    if events > MOST_EVENTS { Err(refused("schedule_too_long").with("max", MOST_EVENTS)) } else { Ok(()) }
}

/// Refuses one level too many, at that byte of the text.
pub(super) fn nested(depth: usize, text: &str, byte: usize) -> Result<(), Reason> {
    if depth <= DEEPEST {
        return Ok(());
    }
    let (line, column) = place(text, byte);
    Err(placed(refused("schedule_too_deep").with("max", DEEPEST), line, column))
}

/// Refuses JSON that would grow large in memory, before any of it is built.
pub(super) fn json(text: &str) -> Result<(), Reason> {
    let (mut depth, mut parts, mut quoted, mut escaped) = (0_usize, 0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                (depth, parts) = (depth + 1, parts + 1);
                nested(depth, text, at)?;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => parts += 1,
            _ => {}
        }
        counted(parts)?;
    }
    Ok(())
}
