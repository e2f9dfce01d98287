//! Registrations: types, places, the waiting line, offers, and what an attendee does with her own.
//!
//! [`admit()`] is the only way in, for one or for a batch. A registration draws one place from each pool of
//! its type, or none; it counts there while it `holds`. Everybody locks in one order: pools by id, shares of
//! types, registrations by arrival. A sign-up for a session with limited places ([`sign_up()`]) counts in that
//! session's pool; it ends with the registration. A company's pass ([`send_pass`]) holds places until somebody claims it and they
//! become her registration's. A verb on one registration goes through the same door as all others,
//! [`locked`], which reads it anew under those locks.

mod address;
mod admission;
mod admit;
mod again;
mod approve;
mod cancel;
mod change;
mod consents;
mod copy;
mod day;
mod detail;
mod door;
mod doors;
mod erase;
mod export;
mod fields;
mod find;
mod form;
mod holder;
mod line;
mod locked;
mod mails;
mod offers;
mod own;
mod passes;
mod person;
mod reconcile;
mod retention;
mod seat;
mod sign_ups;
mod speakers;
mod state;
mod store;
pub mod types;

pub use address::{AddressProof, address_proof, addresses_among, ask_for_address, change_address};
pub use admission::{Admission, Admitted, Entrant};
pub use admit::admit;
pub use again::{resend_ticket, send_again};
pub use approve::{approve, decline};
pub use cancel::{cancel, cancel_by_staff};
pub use change::{Change, ChangeFields, change, correct};
pub use consents::{GivenConsent, OwnConsent, consents_of, own_consents, set_consent};
pub use copy::copy_of_data;
pub use day::{remind_of_the_day, thank};
pub use detail::{Detail, detail, detail_as_typed, full_detail};
pub use door::Admissions;
pub use doors::Door;
pub use erase::{erase, erase_by_staff};
pub use export::{COLUMNS, export};
pub use fields::{NewRegistration, RegistrationFields};
pub use find::{Counts, Filter, Found, TypeCount, counts, find};
pub use form::{Availability, Form, availability, form};
pub use holder::{Holder, TicketHolder, holder, ticket_holder};
pub use offers::{
    OfferHolder, accept, expire_offers, offer_holder, offer_places, open_offer, remind_of_offers,
    start_offer_clocks, turn_down,
};
pub use own::{own, own_answers, own_as_typed};
pub use passes::{
    Claimable, Invited, LINK_DAYS, MOST_PASSES, OwnPass, PassFields, PassHolder, PassRuleFields, PassState,
    PassesFields, claim, claim_form, claimable, end_claimed_pass, end_passes, grant_passes, open_passes,
    pass_blocks, pass_holder, pass_rule, passes_of, send_pass, set_pass_block, set_pass_rule, take_back_pass,
};
pub use person::Person;
pub use reconcile::{Discrepancy, reconcile};
pub use retention::purge_answers;
pub use sign_ups::{
    OwnSignUp, SignUpState, SignedUp, end_sign_ups, give_back, give_back_by_staff, seat_waiters, sign_up,
    sign_ups_of, signed_up, tell_moved,
};
pub use speakers::{TYPE_OF_SPEAKERS, register_speakers, release_speakers, ticket_of};
pub use state::{Act, CancelReason, Standing, State};
pub use store::offers::{Offer, OfferOutcome};
pub use store::passes::{
    pass::{Pass, PassId},
    rules::{PassBlock, PassRule},
};
pub use store::registration::{Registration, RegistrationId};
pub use store::sign_ups::{SignUp, SignUpId};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "registration-type.create",
    "registration-type.change",
    "registration-type.archive",
    "registration-type.reorder",
    "registration.admit",
    "registration.approve",
    "registration.decline",
    "registration.cancel",
    "registration.offer",
    "registration.accept-offer",
    "registration.turn-down-offer",
    "registration.expire-offer",
    "registration.change",
    "registration.correct",
    "registration.consent",
    "registration.withdraw-consent",
    "registration.ask-for-address",
    "registration.change-address",
    "registration.resend-ticket",
    "registration.erase",
    "registration.sign-up",
    "registration.get-place",
    "registration.give-back",
    "call.set-passes",
    "submission.set-passes",
    "pass.give",
    "pass.send",
    "pass.claim",
    "pass.take-back",
    "pass.free",
    "pass.end",
    "question.purge-answers",
];
