//! Rooms and tracks.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Found, Outcome, Step, Written, digest, is_kept_anew, matching::Rows, source, texts};
use crate::{
    editions::{NewRoom, NewTrack, Room, Track},
    error::Reason,
    formats::schedule::names::track_slug,
    transfer::{
        present::Present,
        read::{RoomSaid, Row, TrackSaid},
    },
    values::{Colour, Id, Lang, Localised, Slug, text::Shape},
};

/// How a name is written, and its most characters.
const NAME: (Shape, usize) = (Shape::Line, 200);

/// What a track's label is painted with where its own colour could not be read on white.
const INK: &str = "#1f4e79";

type Planned<P, N> = (Vec<Step<Written<P, N>>>, Vec<Option<Found<P>>>);

/// What becomes of each room, and which room each row is.
pub(super) fn rooms(rows: &[Row<RoomSaid>], present: &Present, lang: Lang) -> Planned<Room, NewRoom> {
    let names: Vec<(Uuid, Vec<&str>)> =
        present.rooms.iter().map(|it| (it.id.uuid(), called(&it.name, &it.slug))).collect();
    let there = Rows::of(names.iter().map(|(id, names)| (*id, names.as_slice())), &present.sources.rooms);
    let mut slugs = Slugs::of(present.rooms.iter().map(|room| &room.slug));
    each(rows, there, lang, |said: &RoomSaid, before, place| {
        let before = before.and_then(|id| present.rooms.iter().find(|room| room.id.uuid() == id));
        let name = texts::put(before.map(|it| &it.name), &said.name, NAME)?.ok_or(Reason::new("required"))?;
        let slug = match before {
            Some(room) => room.slug.clone(),
            None => slugs.free("room", said.name.values().next(), place)?,
        };
        let capacity = said.capacity.or(before.and_then(|it| it.capacity));
        let turnaround_minutes = before.map_or(0, |it| it.turnaround_minutes);
        let new = NewRoom { slug, name, capacity, turnaround_minutes };
        let old = before.cloned().map(NewRoom::from);
        let changed = old.map(|old| {
            let fields = [("name", old.name != new.name), ("capacity", old.capacity != new.capacity)];
            fields.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
        });
        Ok((new, changed.unwrap_or_default()))
    })
}

/// What becomes of each track, and which track each row is.
pub(super) fn tracks(rows: &[Row<TrackSaid>], present: &Present, lang: Lang) -> Planned<Track, NewTrack> {
    let names: Vec<(Uuid, Vec<&str>)> =
        present.tracks.iter().map(|it| (it.id.uuid(), called(&it.name, &it.slug))).collect();
    let there = Rows::of(names.iter().map(|(id, names)| (*id, names.as_slice())), &present.sources.tracks);
    let mut slugs = Slugs::of(present.tracks.iter().map(|track| &track.slug));
    each(rows, there, lang, |said: &TrackSaid, before, place| {
        let before = before.and_then(|id| present.tracks.iter().find(|track| track.id.uuid() == id));
        let name = texts::put(before.map(|it| &it.name), &said.name, NAME)?.ok_or(Reason::new("required"))?;
        let slug = match before {
            Some(track) => track.slug.clone(),
            None => slugs.free("track", said.name.values().next(), place)?,
        };
        let known = said.colour.clone().or(before.map(|it| it.colour.clone()));
        let colour = known.map_or_else(|| Colour::parse(INK), Ok)?;
        let new = NewTrack { slug, name, colour };
        let old = before.cloned().map(NewTrack::from);
        let changed = old.map(|old| {
            let fields = [("name", old.name != new.name), ("colour", old.colour != new.colour)];
            fields.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
        });
        Ok((new, changed.unwrap_or_default()))
    })
}

fn each<T: serde::Serialize, P, N>(
    rows: &[Row<T>],
    mut there: Rows<'_>,
    lang: Lang,
    mut put: impl FnMut(&T, Option<Uuid>, usize) -> Result<(N, Vec<&'static str>), Reason>,
) -> Planned<P, N> {
    let mut found = Vec::with_capacity(rows.len());
    let mut step = |row: &Row<T>| {
        let known = there.claim(row, [row.label.as_str()]);
        let (id, digest) = (known.map_or_else(Id::fresh, Id::from), digest(row, lang));
        let before = known.and_then(|id| there.source(id));
        let outcome = match row.said.as_ref().map_err(Reason::clone) {
            _ if before.is_some_and(|source| source.digest == digest) => Outcome::Unchanged,
            said => match said.and_then(|said| put(said, known, row.line)) {
                Err(reason) => Outcome::Refused(reason),
                Ok((new, mut fields)) => {
                    let source = source(row, id, &digest);
                    if is_kept_anew(source.as_ref(), before) {
                        fields.push("kept");
                    }
                    let written = Written { id, new, source };
                    match known {
                        None => Outcome::Create(written),
                        Some(_) if fields.is_empty() => Outcome::Unchanged,
                        Some(_) => Outcome::Change(written, fields),
                    }
                }
            },
        };
        let refused = matches!(outcome, Outcome::Refused(_));
        found.push((known.is_some() || !refused).then_some((id, known.is_none())));
        Step { line: row.line, label: row.label.clone(), outcome }
    };
    let steps = rows.iter().map(&mut step).collect();
    (steps, found)
}

/// All that a room or track goes by.
fn called<'a>(name: &'a Localised, slug: &'a Slug) -> Vec<&'a str> {
    name.iter().map(|picked| picked.text).chain([slug.as_str()]).collect()
}

/// The slugs that are taken.
struct Slugs(BTreeSet<String>);

impl Slugs {
    fn of<'a>(slugs: impl Iterator<Item = &'a Slug>) -> Self {
        Self(slugs.map(|slug| slug.as_str().to_owned()).collect())
    }

    /// A slug of a name's Latin letters, or else of its place in the file; never one that is taken.
    fn free(&mut self, kind: &str, name: Option<&String>, place: usize) -> Result<Slug, Reason> {
        let plain: String = track_slug(name.map_or("", String::as_str), place).chars().take(30).collect();
        let plain = plain.trim_end_matches('-');
        let fitting = |text: String| Slug::parse(&text).ok().filter(|slug| !self.0.contains(slug.as_str()));
        let own = Some(plain)
            .filter(|plain| !plain.starts_with("track-"))
            .and_then(|plain| fitting(plain.to_owned()));
        let numbered = || (place..place + 10_000).find_map(|number| fitting(format!("{kind}-{number}")));
        let slug = own.or_else(numbered).ok_or(Reason::new("slug_taken"))?;
        self.0.insert(slug.as_str().to_owned());
        Ok(slug)
    }
}
