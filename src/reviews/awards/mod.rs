//! Awards: on the day, the judges of a call order those who demonstrate, and one ranking comes out of it.
//!
//! An [`Award`] is for all of a call or for one track of it. Between its opening and its closing every judge of the panel
//! keeps one [`Order`] of those whom she saw; what conflicts with her interests is in none. What the orders come to, by
//! [`copeland`](super::copeland), is reckoned anew at every read until the award is closed, and from then on never changes.
//! Slots are not given out by it.

mod chair;
mod fields;
mod judge;
mod order;
mod tally;

pub use chair::{award, awards, close_award, create_award, open_award, remove_award};
pub use fields::AwardFields;
pub use judge::{Rival, Vote, awards_to_judge, cast, vote};
pub use order::{Order, Step};
pub use tally::Tally;

pub use super::store::award::{Award, AwardId, AwardState, NewAward};
