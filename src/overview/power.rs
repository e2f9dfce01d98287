//! What the demos of the draft need of the venue: equipment, power and floor, by place and time.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;

use crate::{
    accounts::proofs::Programme,
    editions::{Edition, Room, parts},
    error::Error,
    programme::{self, Interval, Planned, Session},
    speakers::{self, Speaker, SpeakerId},
    submissions::{DemoNeeds, HalfDay, SubmissionId, demo},
    values::{Id, Localised},
};

/// A demo that has its place and time in the draft.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Its session.
    pub session: Id<Session>,
    /// What it is called.
    pub title: Localised,
    /// When it is.
    pub time: Interval,
    /// Whom to ask; nobody where the owner is gone.
    pub contact: Option<Speaker>,
    /// What it needs.
    pub needs: DemoNeeds,
}

/// How much the demos of one half day draw in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// The half day in which they begin.
    pub half: HalfDay,
    /// All of them together, in watts.
    pub watts: i32,
    /// The most at one time, in watts.
    pub at_once: i32,
}

/// What is shown in one place.
#[derive(Clone, Debug)]
pub struct PlaceSheet {
    /// The place.
    pub room: Room,
    /// Its demos, by time.
    pub demands: Vec<Demand>,
    /// What they draw, by half day.
    pub loads: Vec<Load>,
}

/// The whole sheet.
#[derive(Clone, Debug)]
pub struct PowerSheet {
    /// The places that have demos, in the organiser's order.
    pub places: Vec<PlaceSheet>,
    /// How many demos of the draft have no time or no room yet.
    pub unplaced: usize,
}

/// The sheet of the draft as it is now, with what is accepted and still to be confirmed.
///
/// # Errors
/// The database's.
pub async fn power_sheet(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    edition: &Edition,
) -> Result<PowerSheet, Error> {
    let planned = programme::planned(conn, who).await?;
    let named: Vec<SubmissionId> = planned.iter().filter_map(|one| one.row.submission).collect();
    let needs = demo::needs(conn, who, &named).await?;
    let needs: BTreeMap<SubmissionId, DemoNeeds> =
        needs.into_iter().map(|one| (one.submission, one)).collect();
    let people = speakers::list(conn, who, "").await?;
    let people: BTreeMap<SpeakerId, Speaker> = people.into_iter().map(|one| (one.id, one)).collect();
    let demos: Vec<(&Planned, &DemoNeeds)> =
        planned.iter().filter_map(|one| Some((one, needs.get(&one.row.submission?)?))).collect();
    let place = |room: Room| {
        let here = demos.iter().filter(|(one, _)| one.facts.rooms.contains(&room.id));
        let demand = |(one, needs): &(&Planned, &DemoNeeds)| {
            let contact = people.get(&needs.owner).cloned();
            let (session, title) = (one.row.id, one.row.title.clone());
            Some(Demand { session, title, time: one.facts.time?, contact, needs: (*needs).clone() })
        };
        let demands: Vec<Demand> = here.filter_map(demand).collect();
        let draws = demands.iter().map(|one| {
            (HalfDay::at(one.time.start(), &edition.zone), one.time, one.needs.watts.unwrap_or_default())
        });
        PlaceSheet { loads: loads(&draws.collect::<Vec<_>>()), room, demands }
    };
    let rooms = parts::list::<Room>(conn, edition.id).await?;
    let unplaced = demos.iter().filter(|(one, _)| one.facts.time.is_none() || one.facts.rooms.is_empty());
    Ok(PowerSheet {
        unplaced: unplaced.count(),
        places: rooms.into_iter().map(place).filter(|place| !place.demands.is_empty()).collect(),
    })
}

/// What demos of one place draw by the half day in which they begin, each given with its time and its watts.
fn loads(draws: &[(HalfDay, Interval, i32)]) -> Vec<Load> {
    let mut halves: BTreeMap<HalfDay, Load> = BTreeMap::new();
    for (half, time, watts) in draws {
        let running =
            draws.iter().filter(|(_, other, _)| other.start() <= time.start() && time.start() < other.end());
        let at_once = running.map(|(_, _, watts)| watts).sum();
        let load = halves.entry(*half).or_insert(Load { half: *half, watts: 0, at_once: 0 });
        load.watts += watts;
        load.at_once = load.at_once.max(at_once);
    }
    halves.into_values().collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use jiff::{SignedDuration, civil::Date};
    use proptest::prelude::*;

    use super::*;
    use crate::values::Moment;

    const MORNING: HalfDay = HalfDay { date: Date::constant(2026, 11, 20), afternoon: false };
    const AFTERNOON: HalfDay = HalfDay { afternoon: true, ..MORNING };

    /// So many minutes long, from so many minutes after the epoch on.
    fn time(start: i64, minutes: i64) -> Interval {
        let at = |minutes| Moment::from(jiff::Timestamp::UNIX_EPOCH).plus(SignedDuration::from_mins(minutes));
        Interval::new(at(start), at(start + minutes)).unwrap()
    }

    #[test]
    fn one_after_the_other_adds_up_and_only_what_runs_together_is_drawn_at_once() {
        let draws = [
            (MORNING, time(0, 30), 500),
            (MORNING, time(30, 30), 2000),
            (MORNING, time(45, 30), 300),
            (AFTERNOON, time(240, 30), 100),
        ];
        let expected = [
            Load { half: MORNING, watts: 2800, at_once: 2300 },
            Load { half: AFTERNOON, watts: 100, at_once: 100 },
        ];
        assert_eq!(loads(&draws), expected);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_more_is_drawn_at_once_than_in_all(
            draws in prop::collection::vec((any::<bool>(), 0..600_i64, 5..120_i64, 0..4000_i32), 0..20),
        ) {
            let draws: Vec<_> = draws.into_iter().map(|(late, start, minutes, watts)| {
                (if late { AFTERNOON } else { MORNING }, time(start, minutes), watts)
            }).collect();
            let all: i32 = draws.iter().map(|draw| draw.2).sum();
            let loads = loads(&draws);
            prop_assert_eq!(loads.iter().map(|load| load.watts).sum::<i32>(), all);
            prop_assert!(loads.iter().all(|load| load.at_once <= all));
            prop_assert!(draws.iter().all(|draw| loads.iter().any(|load| load.half == draw.0 && draw.2 <= load.at_once)));
        }
    }
}
