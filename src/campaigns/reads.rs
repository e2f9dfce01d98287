//! What staff see of campaigns.

use diesel_async::AsyncPgConnection;

use super::{
    Audience, Kind, Options, Standing,
    store::{
        campaign::{self as store, Campaign, CampaignId},
        options as calls,
        people::{self, Group, Person},
        recipients::{self, Fate, Recipient, Tally},
        texts::{self, Text},
    },
};
use crate::{
    accounts::proofs::Communications, editions::Edition, error::Error, mail::MailState, questions,
    registrations::types, values::Id,
};

/// The edition's campaigns, the newest first.
///
/// # Errors
/// The database's.
pub async fn campaigns(conn: &mut AsyncPgConnection, who: &Communications) -> Result<Vec<Campaign>, Error> {
    store::of_edition(conn, who.edition()).await
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn campaign(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    id: CampaignId,
) -> Result<Campaign, Error> {
    store::by_id(conn, who.edition(), id).await
}

/// What it says, language by language.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn texts(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    id: CampaignId,
) -> Result<Vec<Text>, Error> {
    let campaign = store::by_id(conn, who.edition(), id).await?;
    texts::of(conn, campaign.id).await
}

/// What the edition has to choose an audience by.
///
/// # Errors
/// The database's.
pub async fn options(conn: &mut AsyncPgConnection, who: &Communications) -> Result<Options, Error> {
    let edition: Id<Edition> = who.edition().into();
    let mut questions = questions::questions(conn, edition).await?;
    questions.retain(Options::is_choosable);
    let types = types::types(conn, edition).await?;
    Ok(Options { types, questions, calls: calls::calls(conn, who.edition()).await? })
}

/// How many are in an audience now, by language and by whether a campaign of this kind reaches them.
///
/// # Errors
/// The database's.
pub async fn reach(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    (audience, kind): (&Audience, Kind),
) -> Result<Vec<Group>, Error> {
    people::groups(conn, who.edition(), audience, kind).await
}

/// Exactly who is in an audience now: at most `limit`, those whose addresses (in lower case) come after `after`.
///
/// # Errors
/// The database's.
pub async fn people(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    (audience, kind): (&Audience, Kind),
    (after, limit): (&str, i32),
) -> Result<Vec<Person>, Error> {
    people::page(conn, who.edition(), (audience, kind), (after, limit)).await
}

/// How far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// People whom it is for.
    pub people: i64,
    /// Who wait for their turn.
    pub waiting: i64,
    /// Mails in the outbox that are not sent yet; those held too.
    pub under_way: i64,
    /// Mails that the mail server took.
    pub sent: i64,
    /// Mails that failed.
    pub failed: i64,
    /// Mails that were taken out of the line, or whose record is gone.
    pub withheld: i64,
    /// Who got none, by why.
    pub skipped: Vec<(Standing, i64)>,
}

impl Progress {
    fn of(tallies: &[Tally]) -> Self {
        let mut progress = Self::default();
        for Tally { fate, skipped, mail, count } in tallies {
            progress.people += count;
            match (fate, skipped, mail) {
                (Fate::Waiting, ..) => progress.waiting += count,
                (Fate::Skipped, why, _) => progress.skipped.extend(why.map(|why| (why, *count))),
                (Fate::Queued, _, Some(MailState::Sent)) => progress.sent += count,
                (Fate::Queued, _, Some(MailState::Failed)) => progress.failed += count,
                (Fate::Queued, _, Some(MailState::Suppressed) | None) => progress.withheld += count,
                (Fate::Queued, _, Some(MailState::Draft | MailState::Queued | MailState::Sending)) => {
                    progress.under_way += count;
                }
            }
        }
        progress
    }
}

/// How far it has come; all zero before it begins.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn progress(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    id: CampaignId,
) -> Result<Progress, Error> {
    let campaign = store::by_id(conn, who.edition(), id).await?;
    Ok(Progress::of(&recipients::tally(conn, campaign.id).await?))
}

/// Exactly whom it was for, and what became of each: at most `limit`, those whose addresses (in lower case) come after `after`.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn recipients(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    id: CampaignId,
    (after, limit): (&str, i64),
) -> Result<Vec<Recipient>, Error> {
    let campaign = store::by_id(conn, who.edition(), id).await?;
    recipients::page(conn, campaign.id, (after, limit)).await
}
