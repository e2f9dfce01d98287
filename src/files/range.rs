//! Parts of a file, as players and viewers ask for them (RFC 9110, section 14).

use std::ops::Range;

/// What a `Range` header asks of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All of it: no header, one that makes no sense, or several parts at once, which a server may ignore (section 14.2).
    All,
    /// These bytes, at least one and all within the file.
    Part(Range<u64>),
    /// Bytes that the file does not have.
    Beyond,
}

/// Reads a `Range` header for a file of `size` bytes.
#[must_use]
pub fn asked(header: &str, size: u64) -> Asked {
    let Some((unit, set)) = header.split_once('=') else { return Asked::All };
    let Some((first, last)) = set.trim().split_once('-') else { return Asked::All };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Asked::All;
    }
    let range = match (number(first), number(last)) {
        (Some(first), None) if last.is_empty() => first..size,
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(size),
        (None, Some(length)) if first.is_empty() => size.saturating_sub(length)..size,
        _ => return Asked::All,
    };
    if range.is_empty() { Asked::Beyond } else { Asked::Part(range) }
}

/// Digits only: the standard knows no sign. One too large for us lies beyond every file.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_forms_of_the_standard_are_understood() {
        let cases = [
            ("bytes=0-499", Asked::Part(0..500)),
            ("bytes=500-999", Asked::Part(500..1_000)),
            ("bytes=500-5000", Asked::Part(500..1_000)),
            ("bytes=-300", Asked::Part(700..1_000)),
            ("bytes=-5000", Asked::Part(0..1_000)),
            ("Bytes=999-", Asked::Part(999..1_000)),
            ("bytes=1000-", Asked::Beyond),
            ("bytes=99999999999999999999-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
        ];
        for (header, expected) in cases {
            assert_eq!(asked(header, 1_000), expected, "{header}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_ignored() {
        for header in
            ["", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=+1-2", "bytes=0-1,5-6", "lines=1-2"]
        {
            assert_eq!(asked(header, 1_000), Asked::All, "{header}");
        }
    }

    proptest! {
        #[test]
        fn a_part_lies_within_the_file(header in "bytes=[0-9]{0,20}-[0-9]{0,20}|\\PC*", size in 0..u64::MAX) {
            if let Asked::Part(range) = asked(&header, size) {
                prop_assert!(range.start < range.end && range.end <= size);
            }
        }
    }
}
