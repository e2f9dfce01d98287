//! What a file says, whatever its form.

mod rows;
mod schedule;
mod table;

pub use rows::{Incoming, NameSaid, Named, RoomSaid, Row, SessionSaid, SpeakerSaid, Texts, TrackSaid};

use crate::{
    error::Reason,
    formats::{schedule::Schedule, table::Encoding},
    values::{Lang, Zone},
};

/// The most bytes of a file, as its readers have it.
pub const LARGEST: u64 = 32 << 20;

/// How a file is to be read.
#[derive(Clone, Debug)]
pub struct Manner {
    /// The language of its texts.
    pub lang: Lang,
    /// The encoding of a table without a byte order mark.
    pub encoding: Encoding,
    /// The zone of times that name none.
    pub zone: Zone,
}

/// Reads a schedule (it begins with `<` or `{`) or else a table.
///
/// # Errors
/// Those of [`Schedule::read`] and [`table::read`](crate::formats::table::read); `table_column_missing` with `value`
/// for a table without titles or names.
pub fn read(file: &[u8], manner: &Manner) -> Result<Incoming, Reason> {
    let bare = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    match bare.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'<' | b'{') => Ok(schedule::incoming(&Schedule::read(file)?, manner)),
        _ => table::incoming(file, manner),
    }
}
