//! Duties: looking for people, queueing their mails batch by batch, finishing.

use serde_json::json;

use super::{
    Standing, State,
    edit::record,
    mails,
    store::{
        campaign::{self as store, Campaign},
        people, recipients, texts,
        work::{self, Step},
    },
};
use crate::{
    accounts::proofs::System,
    db::Tx,
    error::Error,
    mail::{self, MailState},
};

/// People queued in one transaction.
const BATCH: i64 = 500;

/// Duty: does the next step of one campaign, in one transaction with the note that it is done. Answers whether there may be
/// more; not of a campaign that another node is at.
///
/// # Errors
/// The database's.
pub async fn advance(tx: &mut Tx, who: &System) -> Result<bool, Error> {
    let Some((campaign, step)) = work::take(tx).await? else { return Ok(false) };
    match step {
        Step::Gather => gather(tx, who, &campaign).await?,
        Step::Queue => queue(tx, &campaign).await?,
        Step::Finish => {
            store::set_state(tx, campaign.id, State::Sent).await?;
            record(tx, who.actor(), "campaign.finish", &campaign, json!({})).await?;
        }
    }
    Ok(true)
}

/// Finds who is in the audience and not there yet.
async fn gather(tx: &mut Tx, who: &System, campaign: &Campaign) -> Result<(), Error> {
    let found = recipients::gather(tx, campaign).await?;
    store::set_gathered(tx, campaign.id).await?;
    if campaign.state == State::Scheduled {
        record(tx, who.actor(), "campaign.begin", campaign, json!({ "people": found })).await?;
    }
    Ok(())
}

/// Queues the mails of the next few, and notes why some get none.
async fn queue(tx: &mut Tx, campaign: &Campaign) -> Result<(), Error> {
    let texts = texts::of(tx, campaign.id).await?;
    let waiting = recipients::waiting(tx, campaign.id, BATCH).await?;
    let keys: Vec<String> = waiting.iter().map(|(_, key)| key.clone()).collect();
    let people = people::at(tx, campaign.edition, (&campaign.audience, campaign.kind), &keys).await?;
    let (mut new, mut skipped) = (Vec::new(), Vec::new());
    for (id, person) in recipients::matched(waiting, people) {
        match person {
            Some(person) if person.standing == Standing::Reached => {
                let text = mails::pick(&texts, person.lang);
                let text = text.ok_or_else(|| Error::internal("a campaign without words"))?;
                new.push((id, mails::mail(campaign, text, &person)));
            }
            Some(person) => skipped.push((id, person.standing)),
            None => skipped.push((id, Standing::Left)),
        }
    }
    let mails: Vec<_> = new.iter().map(|(_, mail)| mail.clone()).collect();
    mail::queue(tx, &mails).await?;
    recipients::queued(tx, &new).await?;
    recipients::skipped(tx, &skipped).await
}

/// Duty: takes out of the line what news are for somebody who is reached no more, such as one who took her consent back since, or
/// whose place was cancelled; then, of a campaign that rests or was stopped, holds or takes out what came back to the line since: a mail that a worker had
/// at that moment and the mail server put off.
///
/// # Errors
/// The database's.
pub async fn hold_back(tx: &mut Tx, _: &System) -> Result<(), Error> {
    for campaign in work::news_in_line(tx).await? {
        recipients::cancel_in_vain(tx, &campaign, MailState::Queued).await?;
    }
    for campaign in work::leaking(tx).await? {
        if campaign.state == State::Paused {
            mail::hold_all(tx, campaign.cause()).await?;
        } else {
            mail::cancel_all(tx, campaign.cause()).await?;
        }
    }
    Ok(())
}
