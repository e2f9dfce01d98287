//! Tables for spreadsheets: CSV by RFC 4180, readable in Excel as it is opened, and harmless there.
//!
//! - UTF-8 with a byte order mark, without which Excel takes Chinese for the local code page.
//! - Every cell stands in quotes, so that neither a comma nor a semicolon (which Excel splits at in
//!   many countries) inside of one can begin another.
//! - A cell that Excel would compute gets an apostrophe in front (OWASP, "CSV Injection").
//! - A phone number has its country code in brackets: so it neither begins with `+` nor can be
//!   taken for a quantity, and needs no apostrophe, which Excel would show.
//!
//! Made row by row, so that a table of any length can be streamed: [`head`] once, then [`row`]s.

use crate::values::Phone;

/// The byte order mark and the row of column names.
#[must_use]
pub fn head<S: AsRef<str>>(columns: &[S]) -> Vec<u8> {
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    bytes.extend(row(columns));
    bytes
}

/// One row, ended by CRLF.
#[must_use]
pub fn row<S: AsRef<str>>(cells: &[S]) -> Vec<u8> {
    let quoted: Vec<String> = cells.iter().map(|cell| quote(cell.as_ref())).collect();
    (quoted.join(",") + "\r\n").into_bytes()
}

/// A phone number as text that stays text: `(+852) 2345 6789`.
#[must_use]
pub fn phone(number: &Phone) -> String {
    let international = number.international();
    international.split_once(' ').map_or(international.clone(), |(code, rest)| format!("({code}) {rest}"))
}

fn quote(cell: &str) -> String {
    let apostrophe = if computes(cell) { "'" } else { "" };
    format!("\"{apostrophe}{}\"", cell.replace('"', "\"\""))
}

/// Whether a cell begins as a formula does, in Excel of East Asian locales in full width too.
pub(super) fn computes(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn read_back(cells: &[String]) -> Vec<String> {
        let bytes = row(cells);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1);
        rows.into_iter().flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn the_mark_comes_once_and_rows_end_as_the_rfc_says() {
        assert_eq!(head(&["name", "姓名"]), "\u{FEFF}\"name\",\"姓名\"\r\n".as_bytes());
        assert_eq!(row(&["a\"b", "c,d"]), b"\"a\"\"b\",\"c,d\"\r\n");
    }

    #[test]
    fn formulas_are_made_harmless() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"] {
            assert_eq!(read_back(&[cell.to_owned()]), [format!("'{cell}")], "{cell:?}");
        }
    }

    #[test]
    fn a_phone_number_stays_text_and_reads_back() {
        let number = Phone::parse("23456789").unwrap();
        assert_eq!(phone(&number), "(+852) 2345 6789");
        assert_eq!(Phone::parse(&phone(&number)).unwrap(), number);
        assert_eq!(read_back(&[phone(&number)]), ["(+852) 2345 6789"]);
    }

    proptest! {
        #[test]
        fn whatever_is_in_a_cell_stays_in_it(cells in prop::collection::vec("(?s:.{0,20})|[=+@\",;\\r\\n\\t -]{0,8}", 1..5)) {
            let expected: Vec<String> =
                cells.iter().map(|cell| if computes(cell) { format!("'{cell}") } else { cell.clone() }).collect();
            prop_assert_eq!(read_back(&cells), expected);
        }
    }
}
