//! Calls: what an edition invites people to hand in (a talk, a panel, a demo, a booth), from when until when, for whom,
//! and in which rounds it is reviewed.
//!
//! A call is a draft until it is [listed](list); from then on the public sees it, or, where it asks for a code, whoever
//! has one. Its window is a pair of instants, typed and shown on the edition's clock. Tracks with quotas and session
//! types belong to the call and change with it; codes and rounds are rows of their own. What else it asks are
//! questions of its own [form].

mod codes;
mod create;
mod fields;
mod lifecycle;
mod reads;
mod rounds;
mod store;

pub use codes::{codes, issue_code, redeem_code, revoke_code};
pub use create::{change, create};
pub use fields::{CallFields, CodeFields, CriterionFields, QuotaFields, RoundFields, SessionTypeFields};
pub use lifecycle::{archive, close, list, reorder, unlist};
pub use reads::{
    CallState, by_id, call, calls, editor, form, hold, public_call, public_call_by_code, public_calls,
};
pub use rounds::{
    change_round, close_round, create_round, remove_round, reorder_rounds, reviewed_round, rounds, rounds_of,
};
pub use store::{
    call::{Call, CallId, CallKind, NewCall, Visibility},
    code::{CallCode, NewCode},
    parts::{NewSessionType, Quota, SessionType},
    round::{Anchors, Criterion, NewCriterion, NewRound, Round, RoundId, RoundKind},
};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "call.create",
    "call.change",
    "call.list",
    "call.unlist",
    "call.close",
    "call.archive",
    "call.reorder",
    "call.issue-code",
    "call.revoke-code",
    "round.create",
    "round.change",
    "round.close",
    "round.remove",
    "round.reorder",
];
