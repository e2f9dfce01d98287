//! The rooms of a day: in JSON an object, whose members stand in the organisers' order.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};

use super::{
    model::DayRoom,
    refusal::{carried, refused},
    scalars::tidy,
};
use crate::values::text::Shape;

pub(super) fn serialize<S: Serializer>(rooms: &[DayRoom], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(rooms.len()))?;
    for room in rooms {
        map.serialize_entry(&room.name, &room.events)?;
    }
    map.end()
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<DayRoom>, D::Error> {
    from.deserialize_any(InOrder)
}

/// Rooms of the same name become one, in the first one's place.
pub(super) fn merge(rooms: &mut Vec<DayRoom>) {
    let mut merged: Vec<DayRoom> = Vec::with_capacity(rooms.len());
    for room in rooms.drain(..) {
        match merged.iter_mut().find(|known| known.name == room.name) {
            Some(known) => known.events.extend(room.events),
            None => merged.push(room),
        }
    }
    *rooms = merged;
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Vec<DayRoom>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of rooms")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut rooms = Vec::new();
        while let Some((name, events)) = map.next_entry::<String, _>()? {
            rooms.push(DayRoom { name: tidy(Shape::Line, &name), events });
        }
        Ok(rooms)
    }

    /// Some languages write an empty object as an empty list.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        match seq.next_element::<IgnoredAny>()? {
            None => Ok(Vec::new()),
            Some(_) => Err(carried(&refused("schedule_field_invalid"))),
        }
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }
}
