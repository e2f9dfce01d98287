//! The table of who may do what, as `pages.txt` and `api.txt` write it.
//!
//! `who` names the columns. `kind` names a row that many routes share. Every other line is a route: method,
//! pattern, and either a kind or a row of its own.

use std::collections::HashMap;

/// What each asker gets from one route.
pub struct Row {
    /// Method and pattern, as the route table has them.
    pub route: (String, String),
    /// Asker and outcome, in the table's order.
    pub cells: Vec<(&'static str, &'static str)>,
}

impl Row {
    /// Somebody who gets in: she who may do most, as far as this row knows her.
    pub fn somebody(&self) -> &'static str {
        let gets_in = |who: &&str| self.cells.contains(&(who, "ok"));
        ["admin", "reviewer", "attendee", "speaker", "visitor", "offered", "moving", "claiming", "owner"]
            .into_iter()
            .find(gets_in)
            .expect("somebody gets in")
    }
}

/// Reads a table.
pub fn rows(text: &'static str) -> Vec<Row> {
    let mut who: Vec<&str> = Vec::new();
    let mut kinds: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let words: Vec<&'static str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["who", askers @ ..] => who = askers.to_vec(),
            ["kind", name, cells @ ..] => {
                assert_eq!(cells.len(), who.len(), "{line}: a cell for each of {who:?}");
                assert!(cells.contains(&"ok"), "{line}: a row that lets nobody in proves nothing");
                assert!(kinds.insert(name, cells.to_vec()).is_none(), "{name} stands twice");
            }
            [method, pattern, kind] => {
                let cells = kinds.get(kind).unwrap_or_else(|| panic!("{line}: no such kind"));
                let cells = who.iter().copied().zip(cells.iter().copied()).collect();
                rows.push(Row { route: ((*method).to_owned(), (*pattern).to_owned()), cells });
            }
            _ => panic!("{line}: neither who, kind nor a route with its kind"),
        }
    }
    rows
}
