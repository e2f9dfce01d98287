//! The table `campaign_recipient`, and what became of each one's mail.

use std::collections::HashMap;

use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    campaign::{Campaign, CampaignId},
    people::{Person, among},
};
use crate::{
    campaigns::state::Standing,
    db::{Tx, schema::campaign_recipient as r},
    error::Error,
    mail::{self, Mail, MailState, NewMail, Reach},
    values::{Id, Lang, Moment},
};

crate::text_enum! {
    /// What became of a recipient.
    pub enum Fate {
        /// She waits for her turn.
        Waiting = "waiting",
        /// Her mail was put into the outbox.
        Queued = "queued",
        /// She gets none.
        Skipped = "skipped",
    }
}

/// Somebody whom a campaign is for.
#[derive(Clone, Debug, QueryableByName)]
pub struct Recipient {
    /// The address.
    #[diesel(sql_type = Text)]
    pub address: String,
    /// The same in lower case.
    #[diesel(sql_type = Text)]
    pub key: String,
    /// What became of her.
    #[diesel(sql_type = Text)]
    pub fate: Fate,
    /// Why she gets none.
    #[diesel(sql_type = Nullable<Text>)]
    pub skipped: Option<Standing>,
    /// When she was found.
    #[diesel(sql_type = Timestamptz)]
    pub joined_at: Moment,
    /// Her mail, while the outbox keeps it.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub mail: Option<Id<Mail>>,
    /// The name it was written for.
    #[diesel(sql_type = Nullable<Text>)]
    pub name: Option<String>,
    /// Its language.
    #[diesel(sql_type = Nullable<Text>)]
    pub lang: Option<Lang>,
    /// Where it stands.
    #[diesel(sql_type = Nullable<Text>)]
    pub state: Option<MailState>,
}

/// How many recipients fared alike.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Tally {
    /// What became of them.
    #[diesel(sql_type = Text)]
    pub fate: Fate,
    /// Why they get none.
    #[diesel(sql_type = Nullable<Text>)]
    pub skipped: Option<Standing>,
    /// Where their mails stand.
    #[diesel(sql_type = Nullable<Text>)]
    pub mail: Option<MailState>,
    /// How many.
    #[diesel(sql_type = BigInt)]
    pub count: i64,
}

/// Adds everybody of the audience who is not there yet; answers how many.
pub(in crate::campaigns) async fn gather(tx: &mut Tx, campaign: &Campaign) -> Result<usize, Error> {
    let rest = "INSERT INTO campaign_recipient (id, campaign_id, address, registration_id)
        SELECT gen_random_uuid(), $7, address, registration_id FROM seen
        ON CONFLICT ON CONSTRAINT campaign_recipient_address_key DO NOTHING";
    let insert = among(campaign.edition, &campaign.audience, campaign.kind, rest);
    Ok(insert.bind::<SqlUuid, _>(campaign.id).execute(&mut **tx).await?)
}

/// At most `limit` of those who wait, with their addresses in lower case, in the order of these.
pub(in crate::campaigns) async fn waiting(
    tx: &mut Tx,
    id: CampaignId,
    limit: i64,
) -> Result<Vec<(Uuid, String)>, Error> {
    let waiting = r::table.filter(r::campaign_id.eq(id)).filter(r::fate.eq(Fate::Waiting));
    let batch = waiting.order(r::address_key).limit(limit).select((r::id, r::address_key));
    Ok(batch.load(&mut **tx).await?)
}

/// Notes the mail of each of these.
pub(in crate::campaigns) async fn queued(tx: &mut Tx, mails: &[(Uuid, NewMail)]) -> Result<(), Error> {
    diesel::sql_query(
        "UPDATE campaign_recipient SET fate = 'queued', mail_id = t.mail
         FROM unnest($1, $2) AS t (id, mail) WHERE campaign_recipient.id = t.id",
    )
    .bind::<Array<SqlUuid>, _>(mails.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(mails.iter().map(|(_, mail)| mail.id.uuid()).collect::<Vec<_>>())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes why each of these gets no mail.
pub(in crate::campaigns) async fn skipped(tx: &mut Tx, why: &[(Uuid, Standing)]) -> Result<(), Error> {
    diesel::sql_query(
        "UPDATE campaign_recipient SET fate = 'skipped', skipped = t.why
         FROM unnest($1, $2) AS t (id, why) WHERE campaign_recipient.id = t.id",
    )
    .bind::<Array<SqlUuid>, _>(why.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(why.iter().map(|(_, why)| why.as_str()).collect::<Vec<_>>())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Nobody of this campaign waits any more.
pub(in crate::campaigns) async fn skip_waiting(tx: &mut Tx, id: CampaignId) -> Result<usize, Error> {
    let waiting = r::table.filter(r::campaign_id.eq(id)).filter(r::fate.eq(Fate::Waiting));
    let stopped = (r::fate.eq(Fate::Skipped), r::skipped.eq(Standing::Stopped));
    Ok(diesel::update(waiting).set(stopped).execute(&mut **tx).await?)
}

/// The mails that stand so and whose recipients are reached no more.
async fn in_vain(tx: &mut Tx, campaign: &Campaign, state: MailState) -> Result<Vec<Id<Mail>>, Error> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        id: Id<Mail>,
    }
    let rest = "SELECT m.id FROM campaign_recipient w JOIN mail m ON m.id = w.mail_id AND m.state = $8
        LEFT JOIN seen ON seen.key = w.address_key
        WHERE w.campaign_id = $7 AND seen.standing IS DISTINCT FROM 'reached'";
    let in_vain = among(campaign.edition, &campaign.audience, campaign.kind, rest);
    let in_vain = in_vain.bind::<SqlUuid, _>(campaign.id).bind::<Text, _>(state.as_str());
    let in_vain: Vec<Row> = in_vain.load(&mut **tx).await?;
    Ok(in_vain.into_iter().map(|row| row.id).collect())
}

/// Takes those mails out of the line.
pub(in crate::campaigns) async fn cancel_in_vain(
    tx: &mut Tx,
    campaign: &Campaign,
    state: MailState,
) -> Result<(), Error> {
    for mail in in_vain(tx, campaign, state).await? {
        match mail::cancel(tx, Reach::Edition(campaign.edition), mail).await {
            // A worker took it up in between.
            Ok(_) | Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// How they fared.
pub(in crate::campaigns) async fn tally(
    conn: &mut AsyncPgConnection,
    id: CampaignId,
) -> Result<Vec<Tally>, Error> {
    let counts = diesel::sql_query(
        "SELECT w.fate, w.skipped, m.state AS mail, count(*) AS count
         FROM campaign_recipient w LEFT JOIN mail m ON m.id = w.mail_id WHERE w.campaign_id = $1
         GROUP BY w.fate, w.skipped, m.state ORDER BY w.fate, w.skipped, m.state",
    );
    Ok(counts.bind::<SqlUuid, _>(id).load(conn).await?)
}

/// At most `limit` of them in the order of their addresses, those after `after`.
pub(in crate::campaigns) async fn page(
    conn: &mut AsyncPgConnection,
    id: CampaignId,
    (after, limit): (&str, i64),
) -> Result<Vec<Recipient>, Error> {
    let page = diesel::sql_query(
        "SELECT w.address, w.address_key AS key, w.fate, w.skipped, w.joined_at, m.id AS mail, m.recipient_name AS name, m.lang, m.state
         FROM campaign_recipient w LEFT JOIN mail m ON m.id = w.mail_id
         WHERE w.campaign_id = $1 AND w.address_key COLLATE \"C\" > $2 ORDER BY w.address_key COLLATE \"C\" LIMIT $3",
    );
    let page = page.bind::<SqlUuid, _>(id).bind::<Text, _>(after).bind::<BigInt, _>(limit);
    Ok(page.load(conn).await?)
}

/// The rows of `waiting` with whom the audience has at their addresses.
pub(in crate::campaigns) fn matched(
    waiting: Vec<(Uuid, String)>,
    people: Vec<Person>,
) -> impl Iterator<Item = (Uuid, Option<Person>)> {
    let mut by_key: HashMap<String, Person> =
        people.into_iter().map(|person| (person.key.clone(), person)).collect();
    waiting.into_iter().map(move |(id, key)| (id, by_key.remove(&key)))
}
