//! How far a campaign has come, as the API shows it.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    campaigns::{Fate, Progress, Recipient, Standing},
    mail::MailState,
    values::{Lang, Moment},
};

/// How many get none for the same reason.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignSkipped)]
pub(in crate::api) struct SkippedBody {
    /// Why.
    standing: Standing,
    /// How many.
    count: i64,
}

/// How far a campaign has come.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignProgress)]
pub(in crate::api) struct ProgressBody {
    /// People whom it is for.
    people: i64,
    /// Who wait for their turn.
    waiting: i64,
    /// Mails in the outbox that are not sent yet; those held too.
    under_way: i64,
    /// Mails that the mail server took.
    sent: i64,
    /// Mails that failed.
    failed: i64,
    /// Mails that were taken out of the line, or whose record is gone.
    withheld: i64,
    /// Who got none, by why.
    skipped: Vec<SkippedBody>,
}

impl From<Progress> for ProgressBody {
    fn from(progress: Progress) -> Self {
        let Progress { people, waiting, under_way, sent, failed, withheld, skipped } = progress;
        let skipped = skipped.into_iter().map(|(standing, count)| SkippedBody { standing, count });
        Self { people, waiting, under_way, sent, failed, withheld, skipped: skipped.collect() }
    }
}

/// Somebody whom a campaign is for, since it began.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignRecipient)]
pub(in crate::api) struct RecipientBody {
    /// The address.
    address: String,
    /// What became of her.
    fate: Fate,
    /// Why she gets none, where she gets none.
    skipped: Option<Standing>,
    /// When she was found.
    joined_at: Moment,
    /// The id of her mail, while the outbox keeps it.
    mail_id: Option<Uuid>,
    /// The name it was written for.
    name: Option<String>,
    /// Its language.
    lang: Option<Lang>,
    /// Where it stands.
    mail_state: Option<MailState>,
}

impl From<Recipient> for RecipientBody {
    fn from(one: Recipient) -> Self {
        Self {
            address: one.address,
            fate: one.fate,
            skipped: one.skipped,
            joined_at: one.joined_at,
            mail_id: one.mail.map(|id| id.uuid()),
            name: one.name,
            lang: one.lang,
            mail_state: one.state,
        }
    }
}
