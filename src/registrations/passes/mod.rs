//! Team passes: places held for a company that demonstrates, handed out by links.
//!
//! A call says how many passes each company gets that confirmed its demo, and by which registration type they are claimed; staff
//! may give one company another number. A pass holds one place of each pool of that type from the moment it is given:
//!
//! | state | holds the places | then |
//! |---|---|---|
//! | free | the pass | `send` makes it sent |
//! | sent | the pass | `claim` makes it claimed; `take_back` makes it free |
//! | claimed | the registration made with it | free once that registration ends, whoever ends it |
//! | ended | nobody | – |
//!
//! The places never go through the pools on the way, so that nobody in line is passed over and the company loses none. Whoever
//! claims types her own data, consents and answers, and owns them: the company sees her name, and that she claimed. What the company
//! typed about her is kept only while her link is open. A pass ends when its company gives up its demo, when it has more passes than
//! it shall (free ones only), or with the edition; what was claimed is cancelled only before the edition begins, and with a mail.
//!
//! Locks: the demo's submission or company first, then pools, registrations and passes, in that order.

mod claim;
mod end;
mod fields;
mod grant;
mod hand_out;
mod mails;
mod places;
mod rules;

pub use claim::{Claimable, PassHolder, claim, claim_form, claimable, pass_holder};
pub use end::{end_claimed_pass, end_passes};
pub use fields::{Invited, MOST_PASSES, PassFields, PassRuleFields, PassesFields};
pub use grant::grant_passes;
pub use hand_out::{LINK_DAYS, OwnPass, passes_of, send_pass, take_back_pass};
pub(super) use places::free_again;
pub use rules::{open_passes, pass_blocks, pass_rule, set_pass_block, set_pass_rule};

crate::text_enum! {
    /// Where a pass stands.
    pub enum PassState {
        /// Nobody was asked to claim it.
        Free = "free",
        /// Somebody has a link to claim it.
        Sent = "sent",
        /// Somebody registered with it.
        Claimed = "claimed",
        /// Is over.
        Ended = "ended",
    }
}
