//! Submissions: what applicants hand in to a call, what is decided about it, what they were told, and
//! what they answered.
//!
//! Those are separate facts, kept apart in [`Standing`]: deciding tells nobody, only what was told can be
//! confirmed, and what was promised stands. Every verb moves a submission through
//! [`Standing::after`]; nothing else writes these facts.
//!
//! A submission is its owner's, a speaker of the edition; others take part once they accepted an invitation. What a company
//! hands in is every member's to write and to answer for ([`By`]), and its owner is only where the mails go. She
//! acts as a [`Presenter`](crate::speakers::Presenter) and reads an [`OwnSubmission`], which says nothing of a decision
//! before she was told. A place that was promised and given up is a [`Vacancy`] until somebody on standby has it.

mod answer;
mod attachments;
mod by;
mod companions;
mod decide;
pub mod demo;
mod duties;
mod eligibility;
mod fields;
mod filter;
mod form;
mod letters;
mod locked;
mod mails;
mod next;
mod people;
mod quotas;
mod reads;
mod save;
mod sides;
mod slides;
mod start;
mod state;
mod store;
mod submit;
mod tell;
mod vacancies;
mod waiting;
mod whole;
mod wording;

pub use answer::{confirm, record_answer, turn_down};
pub use attachments::{
    ATTACHED, ATTACHED_PICTURE, Attached, Sent, attach, attachments, detach, named, open_file,
    own_attachments,
};
pub use by::By;
pub use companions::{Companion, companions, own_one};
pub use decide::{Choice, decide, end_of_standby};
pub use demo::{DemoDraft, DemoFields, DemoFile, Facility, HalfDay, hand_over, set_demo, start_demo};
pub use duties::{lapse, promote_by_themselves, remind, tell_edited};
pub use eligibility::{
    Check, CheckFields, check_eligibility, eligibilities, eligibility, failed, own_eligibility, reply,
};
pub use fields::{Draft, DraftFields, Invite, InviteFields, LONGEST_SUMMARY, LONGEST_TITLE, Note, Spoken};
pub use filter::{Filter, Stage};
pub use form::{CallForm, form};
pub use letters::{Letter, Read, Shared, tell_as_read, untold};
pub use next::{Next, what_next};
pub use people::{answer_invitation, invite, remove};
pub use quotas::{Filled, filled};
pub use reads::{
    OwnSubmission, answered, count, find, history, list, missing, own, own_answers, own_answers_as_typed,
    participants,
};
pub use save::{correct, save};
pub use sides::{Side, sides};
pub use slides::{SLIDES, add_slides, open_slides, own_slides, remove_slides, slides};
pub use start::{Start, add, send_again, start_draft, start_own};
pub use state::{Answer, Decision, Event, Lifecycle, Standing, Verdict};
pub use store::{
    eligibility::Eligibility,
    on_show::{DemoNeeds, ShownDemo},
    people::{Invitation, Part, Participant},
    submission::{Submission, SubmissionId},
};
pub use submit::{submit, withdraw, withdraw_by_staff};
pub use tell::{ask_again, tell};
pub use vacancies::{Promoted, Vacancy, leave_empty, promote, vacancies};
pub use waiting::{Waiting, waiting};
pub use whole::{Application, Whole, application, demonstrating, to_review, whole};
pub use wording::{Letterform, reset_wording, set_wording, wording};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "submission.start",
    "submission.add",
    "submission.save",
    "submission.correct",
    "submission.submit",
    "submission.withdraw",
    "submission.invite",
    "submission.answer-invitation",
    "submission.remove-participant",
    "submission.attach",
    "submission.detach",
    "submission.add-slides",
    "submission.remove-slides",
    "submission.save-demo",
    "submission.add-demo-file",
    "submission.remove-demo-file",
    "submission.hand-over",
    "submission.check-eligibility",
    "submission.reply",
    "submission.decide",
    "submission.set-wording",
    "submission.reset-wording",
    "submission.tell",
    "submission.ask-again",
    "submission.confirm",
    "submission.turn-down",
    "submission.record-answer",
    "submission.lapse",
    "submission.promote",
    "submission.leave-empty",
];
