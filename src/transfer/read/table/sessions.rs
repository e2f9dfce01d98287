//! A table of sessions.

use serde_json::Value;

use super::{column, missing, names, texts};
use crate::{
    error::Reason,
    formats::table::{Column, Row as Line, Table},
    programme::{Part, SessionKind},
    transfer::read::{
        Incoming, Manner, NameSaid, Named, RoomSaid, Row, SessionSaid, SpeakerSaid, Texts, TrackSaid,
        rows::{Places, said},
    },
    values::{Moment, NumberField, time},
};

/// The columns of such a table; those of our own `programme.csv` among them.
pub(super) const COLUMNS: &[Column] = &[
    column("id", &["guid"]),
    column("title", &["題目", "题目", "標題", "标题"]),
    column("title_en", &[]),
    column("title_zh_hant", &[]),
    column("title_zh_hans", &[]),
    column("abstract", &["description", "簡介", "简介"]),
    column("abstract_en", &[]),
    column("abstract_zh_hant", &[]),
    column("abstract_zh_hans", &[]),
    column("kind", &["type", "類型", "类型"]),
    column("track", &["專題", "範疇", "专题领域", "专题", "领域"]),
    column("room", &["rooms", "會場", "会场"]),
    column("starts_at", &["start", "開始", "开始"]),
    column("ends_at", &["end", "結束", "结束"]),
    column("minutes", &["duration", "分鐘", "分钟"]),
    column("spoken", &["language", "語言", "语言"]),
    column("speakers", &["speaker", "講者", "演讲嘉宾"]),
    column("chairs", &["chair", "moderator", "主持"]),
    // Whose demo it is, in our own table; companies come in by themselves.
    column("company", &[]),
];

/// Whether these columns are of sessions and not of people.
pub(super) fn is_table(columns: &[&'static str]) -> bool {
    columns.iter().any(|name| name.starts_with("title"))
}

pub(super) fn incoming(table: &Table, manner: &Manner) -> Result<Incoming, Reason> {
    if !is_table(&table.columns) {
        return Err(missing("title"));
    }
    let mut reader = Reader { manner, said: Incoming::default(), places: Places::default() };
    table.rows.iter().for_each(|row| reader.session(row));
    Ok(reader.said)
}

struct Reader<'a> {
    manner: &'a Manner,
    said: Incoming,
    places: Places,
}

impl Reader<'_> {
    fn session(&mut self, row: &Line) {
        let rooms = names(row.get("room")).map(|name| self.room(row.line, name)).collect();
        let track = names(row.get("track")).next().map(|name| self.track(row.line, name));
        let mut people = Vec::new();
        for (column, part) in [("speakers", Part::Speaker), ("chairs", Part::Chair)] {
            people.extend(names(row.get(column)).map(|name| (self.person(row.line, name), Some(part))));
        }
        // Our own table does not say who presides.
        if row.get("chairs").is_empty() {
            people.iter_mut().for_each(|(_, part)| *part = None);
        }
        let lang = self.manner.lang;
        let title = texts(row, ["title", "title_en", "title_zh_hant", "title_zh_hans"], lang);
        let summary = texts(row, ["abstract", "abstract_en", "abstract_zh_hant", "abstract_zh_hans"], lang);
        let session = SessionSaid { title, summary, track, rooms, people, ..SessionSaid::default() };
        let id = row.get("id");
        self.said.sessions.push(Row {
            line: row.line,
            label: session.title.values().next().cloned().unwrap_or_default(),
            key: (!id.is_empty()).then(|| id.to_owned()),
            id: id.parse().ok(),
            said: facts(row, self.manner, session),
            content: Value::Null,
        });
    }

    fn room(&mut self, line: usize, name: &str) -> Named {
        let (named, fresh) = self.places.once("room", name, self.said.rooms.len());
        if fresh {
            let room = RoomSaid { name: said(self.manner.lang, name), capacity: None };
            self.said.rooms.push(implied(line, name, room));
        }
        named
    }

    fn track(&mut self, line: usize, name: &str) -> Named {
        let (named, fresh) = self.places.once("track", name, self.said.tracks.len());
        if fresh {
            let track = TrackSaid { name: said(self.manner.lang, name), colour: None };
            self.said.tracks.push(implied(line, name, track));
        }
        named
    }

    fn person(&mut self, line: usize, name: &str) -> Named {
        let (named, fresh) = self.places.once("person", name, self.said.speakers.len());
        if fresh {
            let person = SpeakerSaid {
                name: NameSaid::Shown(name.to_owned()),
                email: None,
                organisation: None,
                job_title: None,
                biography: Texts::new(),
            };
            self.said.speakers.push(implied(line, name, person));
        }
        named
    }
}

/// A row of which only the name is known.
fn implied<T>(line: usize, name: &str, said: T) -> Row<T> {
    let label = name.to_owned();
    Row { line, label, key: None, id: None, said: Ok(said), content: Value::Null }
}

/// The cells that can be wrong.
fn facts(row: &Line, manner: &Manner, session: SessionSaid) -> Result<SessionSaid, Reason> {
    let moment = |column| {
        let cell = Some(row.get(column)).filter(|cell| !cell.is_empty());
        cell.map(|cell| time::local_datetime(cell, &manner.zone)).transpose()
    };
    let kind = Some(row.get("kind")).filter(|cell| !cell.is_empty()).map(SessionKind::of_word);
    let spoken = row.get("spoken").split([' ', '\n', ';', ',', '；', '、']).filter(|tag| !tag.is_empty());
    let spoken = spoken.map(|tag| {
        let known = tag.parse().ok().or_else(|| crate::submissions::Spoken::of_tag(tag));
        known.ok_or_else(|| Reason::new("choice_unknown"))
    });
    let spoken = spoken.collect::<Result<_, _>>()?;
    let (starts_at, ends_at) = (moment("starts_at")?, moment("ends_at")?);
    let minutes = NumberField::from(row.get("minutes")).optional_within(1..=10_080)?;
    let minutes = match minutes {
        Some(minutes) => Some(minutes),
        None => between(starts_at, ends_at)?,
    };
    Ok(SessionSaid { kind, spoken, starts_at, minutes, ..session })
}

/// How long it is, of when it begins and ends.
fn between(starts_at: Option<Moment>, ends_at: Option<Moment>) -> Result<Option<i32>, Reason> {
    let (Some(from), Some(to)) = (starts_at, ends_at) else { return Ok(None) };
    let minutes = i32::try_from(to.duration_since(*from).as_mins()).unwrap_or_default();
    match minutes {
        1..=10_080 => Ok(Some(minutes)),
        ..1 => Err(Reason::new("end_before_start")),
        _ => Err(Reason::new("import_too_long").with("max", 7)),
    }
}
