//! The states of a registration and what moves it from one to another; a pure table.

use serde::Serialize;

crate::text_enum! {
    /// Where a registration stands.
    pub enum State {
        /// Awaits an organiser's approval; may or may not hold a place.
        Pending = "pending",
        /// Has its place.
        Confirmed = "confirmed",
        /// Waits in line; holds no place.
        Waitlisted = "waitlisted",
        /// Is offered a place, which is held for it until the offer ends.
        Offered = "offered",
        /// Is over.
        Cancelled = "cancelled",
    }
}

crate::text_enum! {
    /// Why a registration was cancelled.
    pub enum CancelReason {
        /// She did it herself.
        Attendee = "attendee",
        /// Staff did it.
        Staff = "staff",
        /// An organiser did not approve it.
        Declined = "declined",
        /// She turned the offered place down.
        OfferDeclined = "offer-declined",
        /// She let the offer run out.
        OfferLapsed = "offer-lapsed",
        /// It was made for her as a speaker, and she is no longer on stage.
        OffStage = "off-stage",
        /// It was made with a pass of a company, which took the pass back.
        PassTakenBack = "pass-taken-back",
        /// It was made with a pass of a company that will not demonstrate.
        PassEnded = "pass-ended",
        /// Her data was erased.
        Erased = "erased",
    }
}

/// What may be done to a registration that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// An organiser approves while a place is held or free for it.
    Approve,
    /// An organiser approves while no place is free for it.
    ApproveFull,
    /// A free place is offered to the first in line.
    Offer,
    /// She takes the offered place.
    Accept,
    /// It ends, for a reason.
    Cancel(CancelReason),
}

/// Where a registration stands, and whether it is counted in `taken` of its pools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// Whether it holds a place.
    pub holds: bool,
}

impl Standing {
    /// What `act` makes of it; `None` where the act is not possible.
    #[must_use]
    pub fn after(self, act: Act) -> Option<Self> {
        use CancelReason as Why;
        let to = |state, holds| Some(Self { state, holds });
        match (self.state, act) {
            (State::Pending, Act::Approve) => to(State::Confirmed, true),
            (State::Pending, Act::ApproveFull) if !self.holds => to(State::Waitlisted, false),
            (State::Waitlisted, Act::Offer) => to(State::Offered, true),
            (State::Offered, Act::Accept) => to(State::Confirmed, true),
            (State::Cancelled, Act::Cancel(Why::Erased)) => to(State::Cancelled, false),
            (State::Cancelled, _) => None,
            (_, Act::Cancel(Why::Attendee | Why::Staff | Why::OffStage | Why::Erased)) => {
                to(State::Cancelled, false)
            }
            (State::Confirmed, Act::Cancel(Why::PassTakenBack | Why::PassEnded)) => {
                to(State::Cancelled, false)
            }
            (State::Pending, Act::Cancel(Why::Declined)) => to(State::Cancelled, false),
            (State::Offered, Act::Cancel(Why::OfferDeclined | Why::OfferLapsed)) => {
                to(State::Cancelled, false)
            }
            _ => None,
        }
    }

    /// How many places of each pool the move to `after` takes (1), gives back (-1) or leaves (0).
    #[must_use]
    pub fn places_to(self, after: Self) -> i32 {
        i32::from(after.holds) - i32::from(self.holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTS: [Act; 13] = [
        Act::Approve,
        Act::ApproveFull,
        Act::Offer,
        Act::Accept,
        Act::Cancel(CancelReason::Attendee),
        Act::Cancel(CancelReason::Staff),
        Act::Cancel(CancelReason::Declined),
        Act::Cancel(CancelReason::OfferDeclined),
        Act::Cancel(CancelReason::OfferLapsed),
        Act::Cancel(CancelReason::OffStage),
        Act::Cancel(CancelReason::PassTakenBack),
        Act::Cancel(CancelReason::PassEnded),
        Act::Cancel(CancelReason::Erased),
    ];

    /// The table of `docs/ARCHITECTURE.md`: for each standing, what each of `ACTS` leads to: `.` not
    /// possible, else the first letter of the state, and whether a place is taken, given back or neither.
    const TABLE: [(State, bool, [&str; 13]); 6] = [
        (State::Pending, true, ["c=", ".", ".", ".", "x-", "x-", "x-", ".", ".", "x-", ".", ".", "x-"]),
        (State::Pending, false, ["c+", "w=", ".", ".", "x=", "x=", "x=", ".", ".", "x=", ".", ".", "x="]),
        (State::Confirmed, true, [".", ".", ".", ".", "x-", "x-", ".", ".", ".", "x-", "x-", "x-", "x-"]),
        (State::Waitlisted, false, [".", ".", "o+", ".", "x=", "x=", ".", ".", ".", "x=", ".", ".", "x="]),
        (State::Offered, true, [".", ".", ".", "c=", "x-", "x-", ".", "x-", "x-", "x-", ".", ".", "x-"]),
        (State::Cancelled, false, [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "x="]),
    ];

    #[test]
    fn every_act_on_every_standing_does_what_the_table_says() {
        for (state, holds, row) in TABLE {
            for (act, expected) in ACTS.into_iter().zip(row) {
                let before = Standing { state, holds };
                let told = before.after(act).map_or(".".to_owned(), |after| {
                    let letter = match after.state {
                        State::Pending => 'p',
                        State::Confirmed => 'c',
                        State::Waitlisted => 'w',
                        State::Offered => 'o',
                        State::Cancelled => 'x',
                    };
                    let place = match before.places_to(after) {
                        1 => '+',
                        -1 => '-',
                        _ => '=',
                    };
                    format!("{letter}{place}")
                });
                assert_eq!(told, expected, "{before:?} {act:?}");
            }
        }
    }

    #[test]
    fn only_states_with_a_place_hold_one() {
        for (state, holds, _) in TABLE {
            for after in ACTS.into_iter().filter_map(|act| (Standing { state, holds }).after(act)) {
                assert_eq!(after.holds, matches!(after.state, State::Confirmed | State::Offered));
            }
        }
    }
}
