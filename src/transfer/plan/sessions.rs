//! Sessions.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Brought, Found, Outcome, Step, digest, is_kept_anew, matching::Rows, source, texts};
use crate::{
    editions::{Room, Track},
    error::Reason,
    programme::{BroughtIn, NewSession, Part, Planned, Session, SessionDetails, SessionKind, SessionRow},
    speakers::{Speaker, SpeakerId},
    submissions::Spoken,
    transfer::{
        present::Present,
        read::{Row, SessionSaid},
    },
    values::{Id, Lang, text::Shape},
};

/// How a title is written, and its most characters.
const TITLE: (Shape, usize) = (Shape::Line, 300);

/// How an abstract is written, and its most characters.
const ABSTRACT: (Shape, usize) = (Shape::Prose, 20_000);

/// How long a session is, in minutes, where nobody said so.
const MINUTES: i32 = 30;

/// What the file's other rows are.
pub(super) struct Refs {
    pub(super) rooms: Vec<Option<Found<Room>>>,
    pub(super) tracks: Vec<Option<Found<Track>>>,
    pub(super) speakers: Vec<Option<Found<Speaker>>>,
}

/// A session's own references, found.
struct Facts {
    track: Option<Id<Track>>,
    rooms: BTreeSet<Id<Room>>,
    people: Vec<(SpeakerId, Option<Part>)>,
    /// Whether one of them is made by this import.
    fresh: bool,
}

/// What becomes of each session, and how many of the draft the file does not name.
pub(super) fn plan(
    rows: &[Row<SessionSaid>],
    refs: &Refs,
    present: &Present,
    lang: Lang,
) -> (Vec<Step<Brought<BroughtIn>>>, usize) {
    let titles: Vec<(Uuid, Vec<&str>)> = present
        .sessions
        .values()
        .map(|it| (it.row.id.uuid(), it.row.title.iter().map(|picked| picked.text).collect()))
        .collect();
    let mut there =
        Rows::of(titles.iter().map(|(id, names)| (*id, names.as_slice())), &present.sources.sessions);
    let mut step = |row: &Row<SessionSaid>| {
        let known = there.claim(row, [row.label.as_str()]);
        let known = known.and_then(|id| present.sessions.get(&Id::from(id)));
        let (id, digest) = (known.map_or_else(Id::fresh, |it| it.row.id), digest(row, lang));
        let before = known.and_then(|it| there.source(it.row.id.uuid()));
        let outcome = match &row.said {
            Err(reason) => Outcome::Refused(reason.clone()),
            Ok(said) => {
                let facts = refs.of(said);
                match put(known, id, said, &facts) {
                    _ if !facts.fresh && before.is_some_and(|source| source.digest == digest) => {
                        Outcome::Unchanged
                    }
                    Err(reason) => Outcome::Refused(reason),
                    Ok(new) => {
                        let source = source(row, id, &digest);
                        let mut fields = known.map(|before| changed(before, &new)).unwrap_or_default();
                        if is_kept_anew(source.as_ref(), before) {
                            fields.push("kept");
                        }
                        let brought = Brought { row: new, source };
                        match known {
                            None => Outcome::Create(brought),
                            Some(_) if fields.is_empty() => Outcome::Unchanged,
                            Some(_) => Outcome::Change(brought, fields),
                        }
                    }
                }
            }
        };
        Step { line: row.line, label: row.label.clone(), outcome }
    };
    let steps = rows.iter().map(&mut step).collect();
    let left = if rows.is_empty() { 0 } else { there.left() };
    (steps, left)
}

impl Refs {
    fn of(&self, said: &SessionSaid) -> Facts {
        let track = said.track.as_ref().and_then(|named| *self.tracks.get(named.at)?);
        let rooms: Vec<_> = said.rooms.iter().filter_map(|named| *self.rooms.get(named.at)?).collect();
        let mut people: Vec<(Found<Speaker>, Option<Part>)> = Vec::with_capacity(said.people.len());
        for (named, part) in &said.people {
            let found = self.speakers.get(named.at).copied().flatten();
            people.extend(
                found.filter(|it| people.iter().all(|(known, _)| known.0 != it.0)).map(|it| (it, *part)),
            );
        }
        let fresh = track.is_some_and(|(_, fresh)| fresh)
            || rooms.iter().any(|(_, fresh)| *fresh)
            || people.iter().any(|((_, fresh), _)| *fresh);
        Facts {
            track: track.map(|(id, _)| id),
            rooms: rooms.into_iter().map(|(id, _)| id).collect(),
            people: people.into_iter().map(|((id, _), part)| (id, part)).collect(),
            fresh,
        }
    }
}

fn put(
    before: Option<&Planned>,
    id: Id<Session>,
    said: &SessionSaid,
    facts: &Facts,
) -> Result<BroughtIn, Reason> {
    let row: Option<&SessionRow> = before.map(|it| &it.row);
    let kind = said.kind.or(row.map(|it| it.kind)).unwrap_or(SessionKind::Session);
    let rooms = rooms(before, facts);
    if kind == SessionKind::Session && rooms.len() > 1 {
        return Err(Reason::new("room_one"));
    }
    let title = texts::put(row.map(|it| &it.title), &said.title, TITLE)?;
    let details = SessionDetails {
        kind,
        title: title.ok_or(Reason::new("required"))?,
        r#abstract: texts::put(row.and_then(|it| it.r#abstract.as_ref()), &said.summary, ABSTRACT)?,
        spoken: spoken(row, &said.spoken),
        track: facts.track.or(row.and_then(|it| it.track)),
        minutes: said.minutes.or(row.map(|it| it.minutes)).unwrap_or(MINUTES),
        setup_minutes: row.map_or(0, |it| it.setup_minutes),
        expected: row.map_or(0, |it| it.expected),
    };
    let new = NewSession { details, people: people(before, &facts.people) };
    let starts_at = said.starts_at.or(row.and_then(|it| it.starts_at));
    Ok(BroughtIn { id, new, starts_at, rooms })
}

/// A schedule tells one room of a session that has several.
fn rooms(before: Option<&Planned>, facts: &Facts) -> BTreeSet<Id<Room>> {
    match before.map(|it| &it.facts.rooms) {
        Some(known) if known.is_superset(&facts.rooms) => known.clone(),
        _ => facts.rooms.clone(),
    }
}

/// A schedule tells one language, and not that there is interpretation.
fn spoken(before: Option<&SessionRow>, said: &[Spoken]) -> Vec<Spoken> {
    let known = before.map(|it| it.spoken.as_slice()).unwrap_or_default();
    match said {
        [] => known.to_vec(),
        [one] if known.iter().find(|it| it.tag().is_some()) == Some(one) => known.to_vec(),
        said => said.to_vec(),
    }
}

/// Who is told without a part keeps the one she has; the same people in the same order stay as they are.
fn people(before: Option<&Planned>, said: &[(SpeakerId, Option<Part>)]) -> Vec<(SpeakerId, Part)> {
    let known = before.map(|it| it.people.as_slice()).unwrap_or_default();
    if said.is_empty() {
        return known.to_vec();
    }
    let part = |who: SpeakerId| known.iter().find(|(known, _)| *known == who).map(|(_, part)| *part);
    let told = said.iter().map(|(who, told)| (*who, told.or_else(|| part(*who)).unwrap_or(Part::Speaker)));
    let told: Vec<_> = told.collect();
    let mut seen = BTreeSet::new();
    let once: Vec<SpeakerId> = known.iter().map(|(who, _)| *who).filter(|who| seen.insert(*who)).collect();
    let same = said.iter().all(|(_, part)| part.is_none()) && told.iter().map(|(who, _)| *who).eq(once);
    if same { known.to_vec() } else { told }
}

fn changed(before: &Planned, new: &BroughtIn) -> Vec<&'static str> {
    let (row, said) = (&before.row, &new.new.details);
    let fields = [
        ("title", row.title != said.title),
        ("abstract", row.r#abstract != said.r#abstract),
        ("kind", row.kind != said.kind),
        ("spoken", row.spoken != said.spoken),
        ("track", row.track != said.track),
        ("people", before.people != new.new.people),
        ("rooms", before.facts.rooms != new.rooms),
        ("starts_at", row.starts_at != new.starts_at),
        ("minutes", row.minutes != said.minutes),
    ];
    fields.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
}
