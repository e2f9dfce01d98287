//! What moves a submission from one standing to another; a pure table.
//!
//! Only what was submitted and not withdrawn moves, by these events; everything else is refused.
//!
//! | event | possible when | then |
//! |---|---|---|
//! | `Submit` | draft | submitted |
//! | `Edit` | draft; submitted, unless told declined, turned down or lapsed | as it was |
//! | `Withdraw` | submitted | withdrawn, for good; the other facts stay as they were |
//! | `Decide(Some)` | submitted, and no promise stands | that decision; told and answer stay |
//! | `Decide(None)` | submitted, nobody was told | undecided |
//! | `Promote` | on standby | accepted |
//! | `Tell` | decided, and told nothing or another verdict | told this verdict; no answer yet; a date to confirm by if accepted |
//! | `AskAgain` | told accepted and still so, not confirmed | no answer yet, and another date |
//! | `Confirm` | told accepted, no answer yet, in time | confirmed |
//! | `TurnDown` | told accepted, whatever she answered | turned down |
//! | `Lapse` | told accepted, no answer yet, the date is past | lapsed |
//!
//! A promise stands when she was told "accepted" and has not turned it down or let it lapse: she may
//! confirm at any moment, so nobody can decide otherwise behind her back. Who must, has her turn it down or
//! withdraws in her name. Confirming, or turning down, twice is the same as once.

use serde::Serialize;

use crate::{error::Reason, values::Moment};

crate::text_enum! {
    /// How far the applicant has come with it.
    pub enum Lifecycle {
        /// She is writing it.
        Draft = "draft",
        /// She handed it in.
        Submitted = "submitted",
        /// She took it back.
        Withdrawn = "withdrawn",
    }
}

crate::text_enum! {
    /// A decision as the applicant hears it.
    pub enum Verdict {
        /// She gets a slot.
        Accepted = "accepted",
        /// She may get one if others drop out.
        Standby = "standby",
        /// She gets none.
        Declined = "declined",
    }
}

crate::text_enum! {
    /// What the applicant answered to an acceptance.
    pub enum Answer {
        /// Nothing yet.
        None = "none",
        /// She is coming.
        Confirmed = "confirmed",
        /// She is not coming.
        TurnedDown = "turned-down",
        /// Nothing, and the date is past.
        Lapsed = "lapsed",
    }
}

/// What was decided, for the organisers' eyes until she is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Decision {
    /// It gets a slot.
    Accepted,
    /// It may get one; the lower number first.
    Standby(i32),
    /// It gets none.
    Declined,
}

impl Decision {
    /// What the applicant hears of it; her place in the line is not hers to know.
    #[must_use]
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Accepted => Verdict::Accepted,
            Self::Standby(_) => Verdict::Standby,
            Self::Declined => Verdict::Declined,
        }
    }
}

/// What may happen to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The applicant hands it in.
    Submit,
    /// The applicant changes its contents.
    Edit,
    /// The applicant takes it back.
    Withdraw,
    /// Somebody decides, or takes a decision back.
    Decide(Option<Decision>),
    /// The next on standby moves up.
    Promote,
    /// The applicant is told what was decided, and by when to confirm if that is set.
    Tell(Option<Moment>),
    /// She is given another date, or asked once more.
    AskAgain(Option<Moment>),
    /// She is coming.
    Confirm,
    /// She is not coming.
    TurnDown,
    /// Her date went by.
    Lapse,
}

/// Where a submission stands: three facts that are told apart, and the date that goes with the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// How far the applicant has come.
    pub lifecycle: Lifecycle,
    /// What was decided, if anything.
    pub decision: Option<Decision>,
    /// What the applicant was last told, if anything.
    pub told: Option<Verdict>,
    /// What she answered to that.
    pub answer: Answer,
    /// Until when she may confirm; only beside "accepted", and there only if a date was set.
    pub confirm_by: Option<Moment>,
}

impl Default for Standing {
    /// A draft.
    fn default() -> Self {
        Self {
            lifecycle: Lifecycle::Draft,
            decision: None,
            told: None,
            answer: Answer::None,
            confirm_by: None,
        }
    }
}

impl Standing {
    /// What `event` makes of it at `now`.
    ///
    /// # Errors
    /// A code `submission_…` that says what stands against it; `date_past` for a date to confirm by.
    pub fn after(self, event: Event, now: Moment) -> Result<Self, Reason> {
        match (self.lifecycle, event) {
            (Lifecycle::Withdrawn, _) => refused("submission_withdrawn"),
            (Lifecycle::Draft, Event::Submit) => Ok(Self { lifecycle: Lifecycle::Submitted, ..self }),
            (Lifecycle::Draft, Event::Edit) => Ok(self),
            (Lifecycle::Draft, _) => refused("submission_draft"),
            (Lifecycle::Submitted, event) => self.moved(event, now),
        }
    }

    fn moved(self, event: Event, now: Moment) -> Result<Self, Reason> {
        match event {
            Event::Submit => refused("submission_submitted"),
            Event::Edit if self.is_over() => refused("submission_closed"),
            Event::Edit => Ok(self),
            Event::Withdraw => Ok(Self { lifecycle: Lifecycle::Withdrawn, ..self }),
            Event::Decide(None) if self.told.is_some() => refused("submission_told"),
            Event::Decide(_) | Event::Promote if self.is_promised() => refused("submission_promised"),
            Event::Decide(decision) => Ok(Self { decision, ..self }),
            Event::Promote => match self.decision {
                Some(Decision::Standby(_)) => Ok(Self { decision: Some(Decision::Accepted), ..self }),
                _ => refused("submission_not_standby"),
            },
            Event::Tell(confirm_by) => self.telling(confirm_by, now),
            Event::AskAgain(confirm_by) => self.asking_again(confirm_by, now),
            Event::Confirm | Event::TurnDown | Event::Lapse => self.answered(event, now),
        }
    }

    fn telling(self, confirm_by: Option<Moment>, now: Moment) -> Result<Self, Reason> {
        let Some(decision) = self.decision else { return refused("submission_undecided") };
        let told = Some(decision.verdict());
        if self.told == told {
            return refused("submission_told_already");
        }
        let confirm_by = confirm_by.filter(|_| told == Some(Verdict::Accepted));
        check_date(confirm_by, now)?;
        Ok(Self { told, answer: Answer::None, confirm_by, ..self })
    }

    fn asking_again(self, confirm_by: Option<Moment>, now: Moment) -> Result<Self, Reason> {
        if self.told != Some(Verdict::Accepted) || self.decision != Some(Decision::Accepted) {
            return refused("submission_not_accepted");
        }
        if self.answer == Answer::Confirmed {
            return refused("submission_promised");
        }
        check_date(confirm_by, now)?;
        Ok(Self { answer: Answer::None, confirm_by, ..self })
    }

    fn answered(self, event: Event, now: Moment) -> Result<Self, Reason> {
        if self.told != Some(Verdict::Accepted) {
            return refused("submission_not_accepted");
        }
        let is_late = self.confirm_by.is_some_and(|date| date <= now);
        let answer = match (event, self.answer) {
            (Event::TurnDown, _) => Answer::TurnedDown,
            (Event::Confirm, Answer::Confirmed) => Answer::Confirmed,
            (Event::Confirm, Answer::TurnedDown) => return refused("submission_turned_down"),
            (Event::Confirm, Answer::None) if !is_late => Answer::Confirmed,
            (Event::Confirm, _) => return refused("submission_lapsed"),
            (_, Answer::None) if is_late => Answer::Lapsed,
            _ => return refused("submission_not_due"),
        };
        Ok(Self { answer, ..self })
    }

    /// Whether she was told of a slot that she may still take, or has taken.
    fn is_promised(&self) -> bool {
        self.told == Some(Verdict::Accepted) && matches!(self.answer, Answer::None | Answer::Confirmed)
    }

    /// Whether she knows that nothing comes of it.
    fn is_over(&self) -> bool {
        self.told == Some(Verdict::Declined) || matches!(self.answer, Answer::TurnedDown | Answer::Lapsed)
    }
}

fn check_date(confirm_by: Option<Moment>, now: Moment) -> Result<(), Reason> {
    if confirm_by.is_some_and(|date| date <= now) { refused("date_past") } else { Ok(()) }
}

fn refused<T>(code: &'static str) -> Result<T, Reason> {
    Err(Reason::new(code))
}

#[cfg(test)]
mod tests;
