//! The slots that a call has to give.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{Place, proposals::record, store};
use crate::{
    accounts::proofs::Programme,
    calls::{self, CallId},
    db::Tx,
    editions::{Room, Track, parts},
    error::{Error, FieldErrors, Reason},
    programme::stepped,
    submissions::{Facility, Spoken},
    values::{Id, Moment, NumberField, Zone, text, time},
};

/// Nobody adds more at a time.
const MOST: i32 = 50;
/// Times stand on such steps, as those of sessions do, in minutes.
const STEP: i32 = 5;

/// Slots one after the other in one room, as they arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlaceFields {
    /// The room's id.
    pub room: String,
    /// When the first begins: local time of the edition's zone, or with an offset.
    pub starts_at: String,
    /// How long each is, from 5 to 480 minutes, in steps of 5.
    pub minutes: NumberField,
    /// How long the room is free between two of them, from 0 to 240 minutes, in steps of 5; blank for 0.
    pub pause: NumberField,
    /// How many, from 1 to 50; blank for one.
    pub count: NumberField,
    /// The only track that they are for; blank for any.
    pub track: String,
    /// The power of each in watts; blank for as much as anybody needs.
    pub watts: NumberField,
    /// The floor of each in square metres; blank for as much as anybody needs.
    pub square_metres: NumberField,
    /// What is there, each by its word; null for whatever anybody needs.
    pub facilities: Option<Vec<String>>,
    /// The languages that they are held in; empty for any. Whatever is interpreted bears all.
    pub spoken: Vec<String>,
}

/// The same, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewPlaces {
    room: Id<Room>,
    track: Option<Id<Track>>,
    /// From when until when each is.
    times: Vec<(Moment, Moment)>,
    watts: Option<i32>,
    square_metres: Option<i32>,
    facilities: Option<Vec<Facility>>,
    spoken: Vec<Spoken>,
}

impl PlaceFields {
    /// Parses the time on the wall clock of `zone`.
    ///
    /// # Errors
    /// Codes: `room_unknown`, `choice_unknown`, `minutes_stepped`, and those of numbers and times.
    pub fn parse(&self, zone: &Zone) -> Result<NewPlaces, FieldErrors> {
        let mut errors = FieldErrors::new();
        let room = errors.take("room", self.room.trim().parse().map_err(|_| Reason::new("room_unknown")));
        let starts_at =
            errors.take("starts_at", time::local_datetime(&self.starts_at, zone).and_then(on_step));
        let minutes = errors.take("minutes", self.minutes.within(STEP..=480).and_then(stepped));
        let pause = self.pause.optional_within(0..=240).and_then(|pause| stepped(pause.unwrap_or(0)));
        let pause = errors.take("pause", pause);
        let count = errors.take("count", self.count.optional_within(1..=MOST));
        let unknown = |_| Reason::new("choice_unknown");
        let track = (!text::is_blank(&self.track)).then(|| self.track.trim().parse().map_err(unknown));
        let track = errors.take("track", track.transpose());
        let watts = errors.take("watts", self.watts.optional_within(0..=100_000));
        let square_metres = errors.take("square_metres", self.square_metres.optional_within(1..=1_000));
        let facilities = self.facilities.as_ref().map(|words| text::chosen(words)).transpose();
        let facilities = errors.take("facilities", facilities).flatten();
        let spoken = errors.take("spoken", text::chosen(&self.spoken)).unwrap_or_default();
        errors.check()?;
        match (room, starts_at, minutes.zip(pause), count, track, watts, square_metres) {
            (
                Some(room),
                Some(first),
                Some((minutes, pause)),
                Some(count),
                Some(track),
                Some(watts),
                Some(space),
            ) => {
                let times = (0..count.unwrap_or(1)).map(|at| {
                    let start = first.plus(SignedDuration::from_mins((at * (minutes + pause)).into()));
                    (start, start.plus(SignedDuration::from_mins(minutes.into())))
                });
                Ok(NewPlaces {
                    room,
                    track,
                    times: times.collect(),
                    watts,
                    square_metres: space,
                    facilities,
                    spoken,
                })
            }
            _ => Err(errors),
        }
    }
}

fn on_step(start: Moment) -> Result<Moment, Reason> {
    let on = start.as_second() % i64::from(STEP * 60) == 0;
    if on { Ok(start) } else { Err(Reason::new("minutes_stepped").with("step", STEP)) }
}

/// The slots of a call, in the order of time.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn places(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<Place>, Error> {
    let call = calls::call(conn, who, call).await?;
    store::place::of_call(conn, call.id).await
}

/// Adds slots to a call.
///
/// # Errors
/// [`Error::Invalid`]: `room_unknown`, `choice_unknown` for what is not of the edition, `place_overlaps` where the room is another
/// slot's at that time; [`Error::NotFound`].
pub async fn add_places(tx: &mut Tx, who: &Programme, call: CallId, new: NewPlaces) -> Result<(), Error> {
    let call = calls::call(tx, who, call).await?;
    let rooms = parts::list::<Room>(tx, call.edition).await?;
    if !rooms.iter().any(|room| room.id == new.room) {
        return Err(Error::field("room", Reason::new("room_unknown")));
    }
    let tracks = call.tracks(tx).await?;
    if new.track.is_some_and(|track| !tracks.iter().any(|one| one.track == track)) {
        return Err(Error::field("track", Reason::new("choice_unknown")));
    }
    let place = |(starts_at, ends_at): &(Moment, Moment)| Place {
        id: Id::fresh(),
        call: call.id,
        room: new.room,
        track: new.track,
        starts_at: *starts_at,
        ends_at: *ends_at,
        watts: new.watts,
        square_metres: new.square_metres,
        facilities: new.facilities.clone(),
        spoken: new.spoken.clone(),
    };
    let places: Vec<Place> = new.times.iter().map(place).collect();
    store::place::insert(tx, &places).await?;
    record(tx, who, "allocation.add-places", call.id, json!({ "after": places })).await
}

/// Takes a slot out of a call. What is in the programme stays there.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn remove_place(tx: &mut Tx, who: &Programme, call: CallId, id: Id<Place>) -> Result<(), Error> {
    let place = store::place::remove(tx, who.edition().into(), call, id).await?;
    record(tx, who, "allocation.remove-place", call, json!({ "before": place })).await
}
