//! Plans held against the call's own words: what a place has, what is needed, and every other way to fill the places.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeSet, sync::atomic::AtomicBool, time::Duration};

use proptest::{prelude::*, sample::subsequence};

use super::{Applicant, Input, Outcome, Place, Plan, Rules, plan};
use crate::{
    solver::Budget,
    submissions::{Facility, Spoken},
    values::{Id, Moment},
};

/// Who sits where.
type Way<'a> = Vec<(&'a Applicant, &'a Place)>;

static NEVER: AtomicBool = AtomicBool::new(false);

fn moment(minute: i64) -> Moment {
    Moment::from(jiff::Timestamp::from_second(minute * 60).unwrap())
}

/// Whether the two share any time.
fn meet(one: (Moment, Moment), other: (Moment, Moment)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// Whether every minute of the time lies in one of the stretches.
fn covers(spans: &[(Moment, Moment)], time: (Moment, Moment)) -> bool {
    let (first, last) = (time.0.as_second() / 60, time.1.as_second() / 60);
    (first..last).all(|at| spans.iter().any(|(from, to)| *from <= moment(at) && moment(at + 1) <= *to))
}

/// Whether somebody may be there, as a person would judge it.
fn suits(one: &Applicant, place: &Place) -> bool {
    let time = (place.starts_at, place.ends_at);
    let there = |all: &Vec<Facility>| one.facilities.iter().all(|needed| all.contains(needed));
    let understood = place.spoken.is_empty()
        || one.spoken.is_empty()
        || place.spoken.contains(&Spoken::Interpretation)
        || one.spoken.iter().any(|spoken| place.spoken.contains(spoken));
    place.facilities.as_ref().is_none_or(there)
        && understood
        && place.watts.is_none_or(|watts| one.watts <= watts.unsigned_abs())
        && place.square_metres.is_none_or(|metres| one.square_metres <= metres.unsigned_abs())
        && one.available.iter().all(|spans| covers(spans, time))
        && !one.busy.iter().any(|busy| meet(*busy, time))
}

/// Merit, then how few, then how many have what they like best; `None` where two can't both be.
fn worth(way: &[(&Applicant, &Place)]) -> Option<(i64, i64, usize)> {
    for (at, (one, here)) in way.iter().enumerate() {
        for (other, there) in way.iter().skip(at + 1) {
            let at_once = meet((here.starts_at, here.ends_at), (there.starts_at, there.ends_at));
            let clash = at_once && !one.presenters.is_disjoint(&other.presenters);
            if one.submission == other.submission
                || clash
                || one.company.is_some() && one.company == other.company
            {
                return None;
            }
        }
    }
    let merit = way.iter().map(|(one, _)| i64::from(one.merit.unwrap_or_default().max(1))).sum();
    let liked = way.iter().filter(|(one, place)| {
        one.preferred.iter().any(|(from, to)| *from <= place.starts_at && place.ends_at <= *to)
    });
    Some((merit, -i64::try_from(way.len()).unwrap(), liked.count()))
}

/// The ways that have one more who suits the place.
fn with<'a>(way: &[(&'a Applicant, &'a Place)], all: &'a [Applicant], place: &'a Place) -> Vec<Way<'a>> {
    let suiting = all.iter().filter(|one| suits(one, place));
    let more = suiting.map(|one| way.iter().copied().chain([(one, place)]).collect::<Way<'a>>());
    more.filter(|way| worth(way).is_some()).collect()
}

/// The best of every way to fill the places.
fn best_of_all(input: &Input) -> (i64, i64, usize) {
    let mut ways: Vec<Way<'_>> = vec![Vec::new()];
    for place in &input.places {
        let more: Vec<Way<'_>> = ways.iter().flat_map(|way| with(way, &input.applicants, place)).collect();
        ways.extend(more);
    }
    ways.iter().filter_map(|way| worth(way)).max().unwrap()
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let facilities = prop::option::of(subsequence(Facility::ALL.get(..3).unwrap().to_vec(), 0..=3));
    let spoken = subsequence(Spoken::ALL.to_vec(), 0..=2);
    let room = (prop::option::of(0..3_i32), prop::option::of(0..3_i32));
    let place = (0..4_i64, facilities, spoken, room).prop_map(
        |(hour, facilities, spoken, (watts, square_metres))| Place {
            id: Id::fresh(),
            call: Id::fresh(),
            room: Id::fresh(),
            track: None,
            starts_at: moment(hour * 60),
            ends_at: moment(hour * 60 + 90),
            watts,
            square_metres,
            facilities,
            spoken,
        },
    );
    prop::collection::vec(place, 1..4)
}

fn inputs() -> impl Strategy<Value = Input> {
    let companies = [Id::fresh(), Id::fresh()];
    let people = [Id::fresh(), Id::fresh()];
    let needs = (
        subsequence(Facility::ALL.get(..3).unwrap().to_vec(), 0..=2),
        subsequence(Spoken::ALL.to_vec(), 0..=2),
        (0..3_u32, 0..3_u32),
    );
    // Of each who says so one stretch, in two parts that touch or, where the second comes later, do not.
    let free =
        (0..3_i64, 1..4_i64, prop::option::weighted(0.2, Just(30_i64))).prop_map(|(hour, long, gap)| {
            let noon = hour * 60 + 60;
            let rest = noon + gap.unwrap_or_default();
            vec![(moment(hour * 60), moment(noon)), (moment(rest), moment(rest + long * 60))]
        });
    let times = (
        prop::option::weighted(0.3, 0..4_i64),
        prop::option::of(0..4_i64),
        prop::collection::vec(free, 0..=2),
    );
    let who =
        (prop::option::of(0..12_u32), prop::option::of(0..2_usize), subsequence(people.to_vec(), 0..=1));
    let applicant = (needs, times, who).prop_map(
        move |(
            (facilities, spoken, (watts, square_metres)),
            (busy, liked, available),
            (merit, company, presenters),
        )| Applicant {
            submission: Id::fresh(),
            track: None,
            merit,
            region: None,
            company: company.and_then(|at| companies.get(at)).copied(),
            presenters: presenters.into_iter().collect::<BTreeSet<_>>(),
            watts,
            square_metres,
            facilities: facilities.into_iter().collect(),
            spoken: spoken.into_iter().collect(),
            available,
            busy: busy.map(|hour| (moment(hour * 60), moment(hour * 60 + 30))).into_iter().collect(),
            preferred: liked.map(|hour| (moment(hour * 60), moment(hour * 60 + 120))).into_iter().collect(),
            settled: None,
        },
    );
    (prop::collection::vec(applicant, 1..6), places()).prop_map(|(applicants, mut places)| {
        places.sort_by_key(|place| place.starts_at);
        Input { closed: true, applicants, places }
    })
}

fn planned(input: &Input) -> Plan {
    let budget = Budget::new(Duration::from_secs(60), &NEVER);
    match plan(input, &Rules::default(), None, &budget).unwrap() {
        Outcome::Planned(plan) => plan,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #[test]
    fn a_plan_is_as_good_as_the_best_of_every_way_and_everybody_in_it_has_what_is_needed(input in inputs()) {
        let plan = planned(&input);
        let seat = |place: &Place| {
            let seat = plan.seats.iter().find(|seat| seat.place == place.id)?;
            input.applicants.iter().find(|one| one.submission == seat.submission)
        };
        let way: Vec<_> = input.places.iter().filter_map(|place| Some((seat(place)?, place))).collect();
        prop_assert!(way.iter().all(|(one, place)| suits(one, place)), "{:?}", way);
        prop_assert!(plan.is_best);
        prop_assert_eq!(worth(&way), Some(best_of_all(&input)));
    }
}
