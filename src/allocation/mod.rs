//! Allocation: who of a call's applicants gets which of its slots.
//!
//! A call has [`Place`]s. From scores, needs, availability and what people [settled](set_pins) before, [`plan()`] proposes the
//! best choice there is by the organiser's [`Rules`]; it changes nothing and is kept as a [`Proposal`] only when somebody
//! [asks](keep) for that. There is a reason for everybody: those that take long are worked out [afterwards](explain()) by a duty, and
//! [added](add_reasons). Only [`accept()`] acts: in one transaction it decides (accepted, or on
//! standby in order) and gives those chosen their slots in the programme's draft. It refuses when anything that the proposal was
//! made of has changed since. Nobody is told by it.

mod accept;
mod applicants;
mod explain;
mod hand_on;
mod pins;
mod places;
mod plan;
mod proposals;
mod rules;
mod store;
mod translate;

#[cfg(test)]
mod tests;

pub use accept::accept;
pub use applicants::{Applicant, Input, input};
pub use explain::{Unexplained, add_reasons, unexplained};
pub use hand_on::{hand_on, hand_on_by_themselves};
pub use pins::{PinFields, set_pins};
pub use places::{NewPlaces, PlaceFields, add_places, places, remove_place};
pub use plan::{Outcome, Plan, Rule, Seat, Why, explain, plan};
pub use proposals::{Proposal, keep, latest};
pub use rules::{Rules, RulesFields, Span, SpanFields};
pub use store::{pin::Settled, place::Place};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "allocation.add-places",
    "allocation.remove-place",
    "allocation.pin",
    "allocation.propose",
    "allocation.accept",
];
