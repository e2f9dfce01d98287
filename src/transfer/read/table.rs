//! Tables of sessions and of speakers as rows.

mod sessions;
mod speakers;

use super::{Incoming, Manner, Texts};
use crate::{
    error::Reason,
    formats::table::{self, Column, Row},
    values::Lang,
};

/// Reads a table of sessions or one of speakers, whichever its columns are of.
pub(super) fn incoming(file: &[u8], manner: &Manner) -> Result<Incoming, Reason> {
    let as_sessions = table::read(file, manner.encoding, sessions::COLUMNS);
    let as_speakers = table::read(file, manner.encoding, speakers::COLUMNS);
    match (as_sessions, as_speakers) {
        (Ok(table), _) if sessions::is_table(&table.columns) => sessions::incoming(&table, manner),
        (_, Ok(table)) => speakers::incoming(&table, manner),
        (Ok(table), Err(_)) => sessions::incoming(&table, manner),
        // Whose columns it knows more of was meant.
        (Err(one), Err(other)) => Err(if reached(&one) >= reached(&other) { one } else { other }),
    }
}

/// The column that a reader stumbled on; all of them where it was no column.
fn reached(refused: &Reason) -> usize {
    let column = refused.args.iter().find(|(name, _)| *name == "column");
    column.and_then(|(_, column)| column.parse().ok()).unwrap_or(usize::MAX)
}

const fn column(name: &'static str, also: &'static [&'static str]) -> Column {
    Column { name, also }
}

/// `table_column_missing`, naming the column.
fn missing(name: &str) -> Reason {
    Reason::new("table_column_missing").with("value", name)
}

/// A text column, with one more for each language (`title`, `title_en`, ...); without, in the file's language.
fn texts(row: &Row, columns: [&str; 4], lang: Lang) -> Texts {
    let [plain, en, zh_hant, zh_hans] = columns;
    let told = [(lang, plain), (Lang::En, en), (Lang::ZhHant, zh_hant), (Lang::ZhHans, zh_hans)];
    let told = told.into_iter().map(|(lang, column)| (lang, row.get(column)));
    told.filter(|(_, text)| !text.is_empty()).map(|(lang, text)| (lang, text.to_owned())).collect()
}

/// Several names in one cell, parted by line ends, semicolons, or ` / ` as our own tables have it.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    let lines = cell.split(['\n', ';', '；']).flat_map(|part| part.split(" / "));
    lines.map(str::trim).filter(|name| !name.is_empty())
}
