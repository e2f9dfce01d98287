//! Tables that people made in a spreadsheet: CSV with a row of column names, read into rows by name.
//!
//! - The separator is a comma, a semicolon or a tab, whichever the first row has most of.
//! - A name counts without regard to case, width and spaces. An unknown column is refused, not passed
//!   over: whoever filled it in wanted it read.
//! - Rows may end early; empty ones are skipped. Cells are tidied as prose, and lose the apostrophe
//!   that [`csv`](super::csv) puts before what a spreadsheet would compute.
//! - What a value is wrong for is the reader's to say, under [`Row::field`].

mod cells;
mod encoding;

pub use encoding::Encoding;

use crate::{
    error::Reason,
    values::text::{Shape, half_width},
};

/// Bytes of a file.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// Rows of a table, the one of names not counted.
pub const MOST_ROWS: usize = 5_000;

/// Columns of a table.
const MOST_COLUMNS: usize = 200;

/// A column that a table may have.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in small letters, as the documentation spells it.
    pub name: &'static str,
    /// Other names for it, in other languages.
    pub also: &'static [&'static str],
}

/// A table as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns it has, in its order.
    pub columns: Vec<&'static str>,
    /// Its rows, empty ones left out.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file that it begins on, from 1.
    pub line: usize,
    cells: Vec<(&'static str, String)>,
}

impl Row {
    /// What stands in that column; empty if the table does not have it.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        self.cells.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell)
    }

    /// The name of that cell among an input's fields: `rows.7.title` for line 7.
    #[must_use]
    pub fn field(&self, column: &str) -> String {
        format!("rows.{}.{column}", self.line)
    }
}

/// Reads a table of `known` columns.
///
/// # Errors
/// `table_too_large`, `table_too_long` with `max`; `table_encoding`, `table_malformed`,
/// `table_row_too_wide` with `line`; `table_empty`; `table_column_unknown`, `table_column_repeated` with
/// `column` and `value`.
pub fn read(file: &[u8], encoding: Encoding, known: &[Column]) -> Result<Table, Reason> {
    if file.len() > LARGEST {
        return Err(Reason::new("table_too_large").with("max", LARGEST / 1024 / 1024));
    }
    let text = encoding::decode(file, encoding)?;
    let mut records = cells::records(&text);
    let head = records.next().ok_or(Reason::new("table_empty"))??;
    let columns = columns(&head.cells, known)?;
    let mut rows = Vec::new();
    for record in records {
        let record = record?;
        if rows.len() == MOST_ROWS {
            return Err(Reason::new("table_too_long").with("max", MOST_ROWS));
        }
        rows.push(row(record, &columns)?);
    }
    Ok(Table { columns, rows })
}

fn columns(names: &[String], known: &[Column]) -> Result<Vec<&'static str>, Reason> {
    // A spreadsheet that was once wider leaves separators behind.
    let last = names.iter().rposition(|name| !name.trim().is_empty()).map_or(0, |last| last + 1);
    let mut columns = Vec::new();
    for (place, name) in (1..).zip(names.iter().take(last)) {
        let shown = || half_width(name).chars().take(40).collect::<String>();
        let refused = |code| Reason::new(code).with("column", place).with("value", shown());
        let spelt = spelling(name);
        let column = known.iter().find(|column| {
            spelling(column.name) == spelt || column.also.iter().any(|also| spelling(also) == spelt)
        });
        let column = column.filter(|_| place <= MOST_COLUMNS);
        let column = column.ok_or_else(|| refused("table_column_unknown"))?.name;
        if columns.contains(&column) {
            return Err(refused("table_column_repeated"));
        }
        columns.push(column);
    }
    Ok(columns)
}

/// A name by which two columns are the same.
fn spelling(name: &str) -> String {
    half_width(name).to_lowercase().replace([' ', '-', '_'], "")
}

fn row(record: cells::Record, columns: &[&'static str]) -> Result<Row, Reason> {
    let cells = record.cells.len();
    if record.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        let too_wide = Reason::new("table_row_too_wide").with("line", record.line);
        return Err(too_wide.with("cells", cells).with("columns", columns.len()));
    }
    let cells = columns.iter().copied().zip(record.cells.iter().map(|cell| Shape::Prose.tidy(plain(cell))));
    Ok(Row { line: record.line, cells: cells.collect() })
}

/// Without the apostrophe that keeps a spreadsheet from computing.
fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| super::csv::computes(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests;
