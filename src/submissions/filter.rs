//! Which submissions to list.

use super::SubmissionId;
use crate::{calls::CallId, editions::Track, values::Id};

crate::text_enum! {
    /// Where a submission stands in the eyes of the chair; one may be in several of these.
    pub enum Stage {
        /// The applicant is writing it.
        Draft = "draft",
        /// Nothing was decided.
        Undecided = "undecided",
        /// It gets a slot.
        Accepted = "accepted",
        /// It may get one.
        Standby = "standby",
        /// It gets none.
        Declined = "declined",
        /// The applicant was not told what was decided.
        Untold = "untold",
        /// She was told of a slot and has not answered.
        Awaiting = "awaiting",
        /// She is coming.
        Confirmed = "confirmed",
        /// She turned her slot down, or let her date go by.
        GivenUp = "given-up",
        /// Nobody has looked whether it fits the rules of its call, where others of that call were looked at.
        Unchecked = "unchecked",
        /// It was found not to fit them.
        Unfit = "unfit",
        /// Its company replied to that, and staff have not looked again.
        Replied = "replied",
        /// She took it back.
        Withdrawn = "withdrawn",
    }
}

/// Which submissions to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only those that the words find: in what they say, and in the names of those who take part.
    pub text: String,
    /// Only those to this call.
    pub call: Option<CallId>,
    /// Only those in this track.
    pub track: Option<Id<Track>>,
    /// Only those that stand so.
    pub stage: Option<Stage>,
    /// Only those older than this one: the page after it.
    pub before: Option<SubmissionId>,
    /// Whether they come by call, track and place on standby, on one page, instead of the newest first.
    pub in_line: bool,
}
