//! A table of speakers.

use serde_json::Value;

use super::{column, missing, texts};
use crate::{
    error::Reason,
    formats::table::{Column, Row as Line, Table},
    transfer::read::{Incoming, Manner, NameSaid, Row, SpeakerSaid},
    values::Email,
};

/// The columns of such a table.
pub(super) const COLUMNS: &[Column] = &[
    column("id", &["guid"]),
    column("name", &["full name", "姓名"]),
    column("name_latin", &["english name", "英文姓名"]),
    column("name_han", &["chinese name", "中文姓名"]),
    column("name_title", &["title", "稱謂", "称谓"]),
    column("email", &["e-mail", "電郵", "邮箱"]),
    column("organisation", &["organization", "company", "機構", "机构"]),
    column("job_title", &["position", "職銜", "职务"]),
    column("biography", &["bio", "簡介", "简介"]),
    column("biography_en", &[]),
    column("biography_zh_hant", &[]),
    column("biography_zh_hans", &[]),
];

const NAMES: [&str; 3] = ["name", "name_latin", "name_han"];

pub(super) fn incoming(table: &Table, manner: &Manner) -> Result<Incoming, Reason> {
    if !NAMES.iter().any(|name| table.columns.contains(name)) {
        return Err(missing("name"));
    }
    let speakers = table.rows.iter().map(|row| speaker(row, manner)).collect();
    Ok(Incoming { speakers, ..Incoming::default() })
}

fn speaker(row: &Line, manner: &Manner) -> Row<SpeakerSaid> {
    let cell = |name| Some(row.get(name)).filter(|cell| !cell.is_empty()).map(str::to_owned);
    let parts = [cell("name_latin"), cell("name_han"), cell("name_title")];
    let label = NAMES.iter().find_map(|name| cell(name)).unwrap_or_default();
    let name = match cell("name") {
        Some(shown) if parts.iter().all(Option::is_none) => NameSaid::Shown(shown),
        Some(shown) if parts.iter().take(2).all(Option::is_none) => {
            let [latin, han] = crate::transfer::plan::spelt(&shown);
            NameSaid::Parts([latin, han, cell("name_title")])
        }
        _ => NameSaid::Parts(parts),
    };
    let id = row.get("id");
    Row {
        line: row.line,
        key: (!id.is_empty()).then(|| id.to_owned()),
        id: id.parse().ok(),
        said: facts(row, name, manner),
        content: Value::Null,
        label,
    }
}

fn facts(row: &Line, name: NameSaid, manner: &Manner) -> Result<SpeakerSaid, Reason> {
    Ok(SpeakerSaid {
        name,
        email: Email::optional(row.get("email"))?,
        organisation: crate::values::Line::optional(row.get("organisation"))?,
        job_title: crate::values::Line::optional(row.get("job_title"))?,
        biography: texts(
            row,
            ["biography", "biography_en", "biography_zh_hant", "biography_zh_hans"],
            manner.lang,
        ),
    })
}
