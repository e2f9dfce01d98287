//! A day of the draft as a table: a row for every five minutes, a column for each room, or as many as there
//! are sessions in it at a time. A cell that a session covers is not there; its first one spans them.

use std::collections::BTreeSet;

use jiff::SignedDuration;

use crate::{
    editions::Room,
    programme::{Interval, Session},
    values::{Id, Moment},
};

/// How long a row is, in seconds.
const STEP: i64 = 300;

/// Where and when a session is.
pub(super) struct Booked {
    pub(super) session: Id<Session>,
    pub(super) rooms: BTreeSet<Id<Room>>,
    pub(super) time: Interval,
}

/// A row, and from when on it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) at: Moment,
    pub(super) cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing is on.
    Free,
    /// A session begins and goes on for so many rows.
    Held { session: Id<Session>, rows: usize },
}

/// The table, and how many columns each room has.
pub(super) struct Grid {
    pub(super) lines: Vec<Line>,
    pub(super) columns: Vec<usize>,
}

/// A session in one column, by the numbers of its rows.
struct Block {
    session: Id<Session>,
    from: usize,
    to: usize,
}

/// The part of `booked` within `hours`, for these rooms.
pub(super) fn grid(rooms: &[Id<Room>], booked: &[Booked], hours: Interval) -> Grid {
    let count = usize::try_from(hours.length().as_secs() / STEP).unwrap_or(0);
    let lanes: Vec<Vec<Vec<Block>>> =
        rooms.iter().map(|room| lanes(blocks(*room, booked, hours, count))).collect();
    let lines = (0..count).zip(0_i64..).map(|(row, steps)| Line {
        at: hours.start().plus(SignedDuration::from_secs(steps * STEP)),
        cells: lanes.iter().flatten().filter_map(|lane| cell(lane, row)).collect(),
    });
    Grid { lines: lines.collect(), columns: lanes.iter().map(Vec::len).collect() }
}

fn cell(lane: &[Block], row: usize) -> Option<Cell> {
    match lane.iter().find(|block| block.from <= row && row < block.to) {
        None => Some(Cell::Free),
        Some(block) if block.from == row => {
            Some(Cell::Held { session: block.session, rows: block.to - block.from })
        }
        Some(_) => None,
    }
}

/// The room's sessions by row; whatever is not on a row's edge takes up the rows that it touches.
fn blocks(room: Id<Room>, booked: &[Booked], hours: Interval, count: usize) -> Vec<Block> {
    let row = |moment: Moment, more: i64| {
        let steps = (moment.duration_since(*hours.start()).as_secs() + more).div_euclid(STEP);
        usize::try_from(steps).unwrap_or(0).min(count)
    };
    let here = booked.iter().filter(|one| one.rooms.contains(&room));
    let mut blocks: Vec<Block> = here
        .map(|one| Block {
            session: one.session,
            from: row(one.time.start(), 0),
            to: row(one.time.end(), STEP - 1),
        })
        .filter(|block| block.from < block.to)
        .collect();
    blocks.sort_unstable_by_key(|block| (block.from, block.session));
    blocks
}

/// Side by side what overlaps, in as few columns as that takes; one where nothing is.
fn lanes(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut lanes: Vec<Vec<Block>> = vec![Vec::new()];
    for block in blocks {
        let free = |lane: &&mut Vec<Block>| lane.last().is_none_or(|last| last.to <= block.from);
        match lanes.iter_mut().find(free) {
            Some(lane) => lane.push(block),
            None => lanes.push(vec![block]),
        }
    }
    lanes
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;

    fn minute(minute: i64) -> Moment {
        Timestamp::from_second(1_795_003_200 + minute * 60).unwrap().into()
    }

    fn booked(number: u128, room: u128, from: i64, minutes: i64) -> Booked {
        let id = uuid::Uuid::from_u128;
        let time = Interval::new(minute(from), minute(from + minutes)).unwrap();
        Booked { session: id(number).into(), rooms: BTreeSet::from([id(room).into()]), time }
    }

    fn hour() -> Interval {
        Interval::new(minute(0), minute(60)).unwrap()
    }

    fn rooms() -> Vec<Id<Room>> {
        (1..4).map(|room| uuid::Uuid::from_u128(room).into()).collect()
    }

    #[test]
    fn a_session_spans_the_rows_that_it_takes() {
        let grid = grid(&rooms()[..1], &[booked(7, 1, 10, 20)], hour());
        assert_eq!(grid.lines.len(), 12);
        assert_eq!(grid.lines[1].cells, [Cell::Free]);
        assert_eq!(grid.lines[2].cells, [Cell::Held { session: uuid::Uuid::from_u128(7).into(), rows: 4 }]);
        assert_eq!((grid.lines[3].cells.len(), grid.lines[6].cells.len()), (0, 1));
    }

    #[test]
    fn sessions_of_a_room_that_overlap_stand_side_by_side() {
        let both = [booked(7, 1, 0, 30), booked(8, 1, 15, 30), booked(9, 1, 45, 5)];
        assert_eq!(grid(&rooms(), &both, hour()).columns, [2, 1, 1]);
    }

    proptest! {
        /// A browser gives every row the same columns only if cells and spans add up.
        #[test]
        fn every_row_is_as_wide_as_every_other(
            booked in prop::collection::vec((1..4_u128, -30..90_i64, 1..60_i64), 0..12),
        ) {
            let booked: Vec<Booked> = (100..)
                .zip(&booked)
                .map(|(number, (room, from, minutes))| super::tests::booked(number, *room, *from, *minutes))
                .collect();
            let grid = grid(&rooms(), &booked, hour());
            let width: usize = grid.columns.iter().sum();
            let mut covered = vec![0; grid.lines.len()];
            for (row, line) in grid.lines.iter().enumerate() {
                for cell in &line.cells {
                    let rows = match cell { Cell::Free => 1, Cell::Held { rows, .. } => *rows };
                    for below in &mut covered[row..row + rows] {
                        *below += 1;
                    }
                }
            }
            prop_assert!(covered.iter().all(|cells| *cells == width), "{covered:?}");
        }
    }
}
