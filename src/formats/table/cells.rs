//! Rows and cells out of text (RFC 4180, and what spreadsheets make of it).

use crate::error::Reason;

/// The cells between two line ends.
pub(super) struct Record {
    /// The line that it begins on, from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// All records but those without anything visible; an unclosed quotation mark ends them.
pub(super) fn records(text: &str) -> impl Iterator<Item = Result<Record, Reason>> {
    let separator = separator(text);
    let mut rest = Rest { text, line: 1, separator };
    std::iter::from_fn(move || {
        loop {
            let record = rest.record()?;
            let seen = |record: &Record| record.cells.iter().any(|cell| !cell.trim().is_empty());
            if record.as_ref().map_or(true, seen) {
                return Some(record);
            }
        }
    })
}

/// The separator that the first line has most of.
fn separator(text: &str) -> char {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let many = |separator: &char| first.matches(*separator).count();
    // The last of equals wins.
    ['\t', ';', ','].into_iter().max_by_key(many).unwrap_or(',')
}

struct Rest<'a> {
    text: &'a str,
    line: usize,
    separator: char,
}

impl Rest<'_> {
    fn record(&mut self) -> Option<Result<Record, Reason>> {
        if self.text.is_empty() {
            return None;
        }
        let (line, mut cells) = (self.line, Vec::new());
        loop {
            match self.cell() {
                Ok((cell, more)) => {
                    cells.push(cell);
                    if !more {
                        return Some(Ok(Record { line, cells }));
                    }
                }
                Err(reason) => {
                    self.text = "";
                    return Some(Err(reason));
                }
            }
        }
    }

    /// One cell, and whether another follows in the same record.
    fn cell(&mut self) -> Result<(String, bool), Reason> {
        let mut cell = String::new();
        if let Some(quoted) = self.text.strip_prefix('"') {
            let end =
                closing(quoted).ok_or_else(|| Reason::new("table_malformed").with("line", self.line))?;
            let (inside, behind) = quoted.split_at(end);
            cell = inside.replace("\"\"", "\"");
            self.line += cell.matches('\n').count();
            self.text = behind.strip_prefix('"').unwrap_or(behind);
        }
        let end = self.text.find([self.separator, '\n', '\r']).unwrap_or(self.text.len());
        let (bare, behind) = self.text.split_at(end);
        cell.push_str(bare);
        let more = behind.starts_with(self.separator);
        let next = if more { behind.strip_prefix(self.separator) } else { line_end(behind) };
        self.line += usize::from(!more);
        self.text = next.unwrap_or_default();
        Ok((cell, more))
    }
}

/// Where the mark stands that closes a cell: the first that is not doubled.
fn closing(quoted: &str) -> Option<usize> {
    let mut marks = quoted.match_indices('"').map(|(at, _)| at).peekable();
    while let Some(mark) = marks.next() {
        if marks.next_if_eq(&(mark + 1)).is_none() {
            return Some(mark);
        }
    }
    None
}

/// What stands behind a line end of any kind.
fn line_end(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix(['\r', '\n']))
}
