//! Campaigns: one mail to many, whom staff choose by what they are in the edition.
//!
//! | state | what happens | leads to |
//! |---|---|---|
//! | `draft` | it is written | `scheduled` by [`schedule`]; gone by [`remove`] |
//! | `scheduled` | nothing until its moment | `draft` by [`unschedule`]; `stopped`; `sending` by the duty |
//! | `sending` | people are looked for, and their mails queued batch by batch | `paused`; `stopped`; `sent` by the duty |
//! | `paused` | nobody is queued, and what was queued is held | `sending` by [`resume`]; `stopped` |
//! | `sent` | nobody waits any more, nobody can join, no mail is under way | – |
//! | `stopped` | what was queued and not sent is taken out | – |
//!
//! What the tables promise: an address stands once in a campaign, in any case (`campaign_recipient_address_key`), and its mail
//! once in the outbox (`mail_cause_key`), so that looking for people again, on any number of nodes and after any kill, writes
//! to nobody twice. A recipient either waits, or has a mail, or has the reason why there is none. Whoever is erased is no
//! recipient any more (a trigger).
//!
//! A notice is what people need to know, and goes to everybody of the audience whom mail reaches. News go only to an address
//! that agreed to marketing in this edition and did not take that back, and did not turn news off; every one carries
//! one-click unsubscribe. Both are judged again for each batch, and by the outbox when a mail goes out.
//!
//! The duty [`advance`] works under the campaign's row lock, one batch a transaction; [`pause`] and [`stop`] take the same
//! lock, so that they act between batches. A mail that a worker has at that moment may come back to the line: [`hold_back`]
//! sees to it. Whoever joins the audience until `joins_until` gets the mail too, within about a minute.

mod audience;
mod duties;
mod edit;
mod fields;
mod mails;
mod reads;
mod run;
mod state;
mod store;
mod trial;

pub use audience::{Answered, Audience, CompanyGroup, Options, SpeakerGroup};
pub use duties::{advance, hold_back};
pub use edit::{change, create, remove, unwrite, write};
pub use fields::{AudienceFields, CampaignFields, NewCampaign, Schedule, ScheduleFields};
pub use mails::pick;
pub use reads::{Progress, campaign, campaigns, options, people, progress, reach, recipients, texts};
pub use run::{pause, resume, schedule, stop, unschedule};
pub use state::{Kind, Standing, State};
pub use store::{
    campaign::{Campaign, CampaignId},
    people::{Group, Person},
    recipients::{Fate, Recipient, Tally},
    texts::Text,
};
pub use trial::{send_test, try_out};

/// Every action that this module records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "campaign.create",
    "campaign.change",
    "campaign.write",
    "campaign.unwrite",
    "campaign.remove",
    "campaign.test",
    "campaign.schedule",
    "campaign.unschedule",
    "campaign.begin",
    "campaign.pause",
    "campaign.resume",
    "campaign.stop",
    "campaign.finish",
];
