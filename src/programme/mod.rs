//! The programme: sessions, their slots (room and time), one draft, and the releases made of it.
//!
//! There is one [`Draft`] and any number of releases, which never change. Its rules are pure: what
//! [`clashes`](clash::clashes) in a draft, each with a severity and a key under which an
//! acknowledgement stands for as long as the facts do; how a machine would [`arrange`](arrange::arrange)
//! it; and what a release [changes](diff::diff), for whom. No room is ever used twice at a time in a
//! release; the database refuses it as well.
//!
//! Sessions are made by hand, or out of what was handed in and confirmed ([`adopt()`]); from then on they are
//! the programme's, and what the applicant writes later changes nothing in them. An accepted one can be given
//! its slot before it is confirmed ([`reserve()`]); until it is, no release has it, and when it is given up, the session leaves
//! the draft and the slot [stands free](FreedSlot), unless staff made the session their own. Those of another program come in by
//! [`bring_in`], as they were there.

mod adopt;
pub mod arrange;
mod check;
pub mod clash;
pub mod diff;
mod draft;
mod fields;
mod given_up;
mod import;
mod interval;
mod mails;
mod places;
mod planned;
mod releases;
mod reserve;
mod sessions;
mod stars;
mod store;

pub use adopt::{adopt, count_unplanned, unplanned};
pub use check::{Checked, acknowledge, check, draft};
pub use draft::{Draft, DraftRoom, DraftSession, Part, Session, SessionKind};
pub use fields::{PartFields, PlacementFields, SessionFields, stepped};
pub use given_up::{free_given_up, freed, is_free, take_freed};
pub use import::{BroughtIn, bring_in, sources};
pub use interval::{Interval, covered};
pub use mails::SlotWords;
pub use places::{Places, PlacesFields, limit, places, title};
pub use planned::{Planned, find, planned, unplaced};
pub use releases::{
    NewRelease, ReleaseFields, Released, changes_of, changes_since, count_unreleased, current_release,
    find_release, pending, release, released, releases,
};
pub use reserve::reserve;
pub use sessions::{change, create, place, remove};
pub use stars::{StarList, Stargazer, begin_stars, star, stargazer, starred, unstar};
pub use store::{
    given_up::FreedSlot,
    release::Release,
    session::{NewSession, Placement, SessionDetails, SessionRow},
    unplanned::Unplanned,
};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "session.create",
    "session.change",
    "session.place",
    "session.limit",
    "session.remove",
    "clash.acknowledge",
    "programme.release",
];
