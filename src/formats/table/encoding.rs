//! What a file's bytes mean: a byte order mark says so, or else somebody who knows.

use std::borrow::Cow;

use encoding_rs::{BIG5, GB18030, UTF_8};

use crate::error::Reason;

crate::text_enum! {
    /// The encoding of a file without a byte order mark.
    pub enum Encoding {
        /// UTF-8, as most programs write it.
        Utf8 = "utf-8",
        /// GB 18030 (and so GBK and GB 2312), as spreadsheets on the mainland save CSV.
        Gb18030 = "gb18030",
        /// Big5 with Hong Kong's characters, as spreadsheets in Hong Kong save CSV.
        Big5 = "big5",
    }
}

/// The text, without its byte order mark. UTF-8 and UTF-16 with a mark are told apart by it.
pub(super) fn decode(file: &[u8], chosen: Encoding) -> Result<Cow<'_, str>, Reason> {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(file).unwrap_or((
        match chosen {
            Encoding::Utf8 => UTF_8,
            Encoding::Gb18030 => GB18030,
            Encoding::Big5 => BIG5,
        },
        0,
    ));
    let bytes = file.get(mark..).unwrap_or_default();
    let decoded = |bytes| encoding.decode_without_bom_handling_and_without_replacement(bytes);
    // In none of the three is a line feed a part of another character.
    let wrong = || bytes.split(|byte| *byte == b'\n').position(|line| decoded(line).is_none());
    decoded(bytes).ok_or_else(|| Reason::new("table_encoding").with("line", wrong().unwrap_or_default() + 1))
}
