//! A mail as signatures see it: the relaxed forms of header and body (RFC 6376 sections 3.4.2 and 3.4.4). Pure.

/// A header field: its name, and its value with the folds it came with.
pub(super) struct Field<'a> {
    pub(super) name: &'a [u8],
    value: &'a [u8],
}

impl<'a> Field<'a> {
    /// A field by name and value.
    pub(super) fn new(name: &'a [u8], value: &'a [u8]) -> Self {
        Self { name, value }
    }

    /// The name in lower case, the value in one line with single spaces.
    pub(super) fn relaxed(&self) -> Vec<u8> {
        let mut relaxed = self.name.trim_ascii().to_ascii_lowercase();
        relaxed.push(b':');
        let words = self.value.split(|byte| b" \t\r\n".contains(byte)).filter(|word| !word.is_empty());
        for (at, word) in words.enumerate() {
            if at > 0 {
                relaxed.push(b' ');
            }
            relaxed.extend_from_slice(word);
        }
        relaxed
    }
}

/// The header's fields in order, and the body.
pub(super) fn split(mail: &[u8]) -> (Vec<Field<'_>>, &[u8]) {
    let mut fields = Vec::new();
    let mut rest = mail;
    while let Some((field, after)) = next_field(rest) {
        fields.push(field);
        rest = after;
    }
    (fields, rest.strip_prefix(b"\r\n").unwrap_or(rest))
}

/// The field that `rest` begins with, and what follows; none at the empty line before the body.
fn next_field(rest: &[u8]) -> Option<(Field<'_>, &[u8])> {
    // A field ends at a line break that no white space follows.
    let end = rest.windows(2).enumerate().find_map(|(at, pair)| {
        let folded = || matches!(rest.get(at + 2), Some(b' ' | b'\t'));
        (pair == b"\r\n" && !folded()).then_some(at)
    })?;
    let (line, after) = rest.split_at_checked(end)?;
    let colon = line.iter().position(|&byte| byte == b':')?;
    let (name, value) = line.split_at_checked(colon)?;
    Some((Field::new(name, value.strip_prefix(b":").unwrap_or(value)), after.strip_prefix(b"\r\n")?))
}

/// The body with single spaces in each line, none at its end, and no empty lines at the end of it all.
pub(super) fn body(body: &[u8]) -> Vec<u8> {
    let mut relaxed = Vec::with_capacity(body.len());
    let mut empty_lines = 0_usize;
    let body = body.strip_suffix(b"\r\n").unwrap_or(body);
    for line in body.split(|&byte| byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = without_spaces_at_end(line);
        if line.is_empty() {
            empty_lines += 1;
            continue;
        }
        relaxed.extend(std::iter::repeat_n(*b"\r\n", empty_lines).flatten());
        empty_lines = 0;
        let mut spaced = false;
        for &byte in line {
            let space = matches!(byte, b' ' | b'\t');
            if !(space && spaced) {
                relaxed.push(if space { b' ' } else { byte });
            }
            spaced = space;
        }
        relaxed.extend_from_slice(b"\r\n");
    }
    relaxed
}

/// White space is space and tab alone (WSP of RFC 5234).
fn without_spaces_at_end(mut line: &[u8]) -> &[u8] {
    while let [head @ .., b' ' | b'\t'] = line {
        line = head;
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn relaxed_fields(mail: &[u8]) -> Vec<String> {
        split(mail).0.iter().map(|field| String::from_utf8_lossy(&field.relaxed()).into_owned()).collect()
    }

    #[test]
    fn the_standards_own_example_becomes_what_it_says() {
        // RFC 6376 section 3.4.5.
        let mail = b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";
        assert_eq!(relaxed_fields(mail), ["a:X", "b:Y Z"]);
        assert_eq!(body(split(mail).1), b" C\r\nD E\r\n");
    }

    #[test]
    fn a_body_of_nothing_stays_nothing_and_one_without_a_last_line_break_gets_it() {
        for nothing in [&b""[..], b"\r\n", b"\r\n\r\n", b" \t\r\n"] {
            assert_eq!(body(nothing), b"", "{nothing:?}");
        }
        assert_eq!(body(b"a"), b"a\r\n");
        assert_eq!(body(b"a\r\n\r\nb\r\n"), b"a\r\n\r\nb\r\n");
    }

    proptest! {
        #[test]
        fn making_it_relaxed_twice_changes_nothing_more(text in "[ab \t\r\n]{0,60}") {
            let text = text.replace('\r', "").replace('\n', "\r\n");
            let once = body(text.as_bytes());
            prop_assert_eq!(body(&once), once);
        }

        #[test]
        fn no_bytes_make_it_panic(mail in prop::collection::vec(any::<u8>(), 0..80)) {
            let (fields, rest) = split(&mail);
            prop_assert!(fields.len() <= mail.len() && rest.len() <= mail.len());
            body(rest);
        }
    }
}
