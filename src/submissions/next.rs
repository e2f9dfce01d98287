//! Where a submission stands, as the applicant is told.

use super::{Answer, Lifecycle, Standing, Verdict};

crate::text_enum! {
    /// What comes next for the applicant. It gives away nothing that she was not told.
    pub enum Next {
        /// She finishes and submits it.
        Submit = "submit",
        /// She waits for a decision.
        AwaitDecision = "await-decision",
        /// She corrects what was found against it, and replies once.
        Correct = "correct",
        /// She confirms, or turns it down; by a date, if there is one.
        Confirm = "confirm",
        /// She is coming: slot, slides and ticket are what matters now.
        Prepare = "prepare",
        /// She waits in case somebody drops out.
        StandBy = "stand-by",
        /// Nothing: it was declined.
        Declined = "declined",
        /// Nothing: she turned it down.
        TurnedDown = "turned-down",
        /// She writes to the organisers, since the date to confirm by is past.
        Lapsed = "lapsed",
        /// Nothing: she withdrew it.
        Withdrawn = "withdrawn",
    }
}

/// What comes next for the applicant; `corrects` is whether something was found against it that she may still reply to.
#[must_use]
pub fn what_next(standing: &Standing, corrects: bool) -> Next {
    match (standing.lifecycle, standing.told, standing.answer) {
        (Lifecycle::Submitted, None | Some(Verdict::Standby), _) if corrects => Next::Correct,
        (Lifecycle::Draft, ..) => Next::Submit,
        (Lifecycle::Withdrawn, ..) => Next::Withdrawn,
        (Lifecycle::Submitted, None, _) => Next::AwaitDecision,
        (Lifecycle::Submitted, Some(Verdict::Standby), _) => Next::StandBy,
        (Lifecycle::Submitted, Some(Verdict::Declined), _) => Next::Declined,
        (Lifecycle::Submitted, Some(Verdict::Accepted), answer) => match answer {
            Answer::None => Next::Confirm,
            Answer::Confirmed => Next::Prepare,
            Answer::TurnedDown => Next::TurnedDown,
            Answer::Lapsed => Next::Lapsed,
        },
    }
}
