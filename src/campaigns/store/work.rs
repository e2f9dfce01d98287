//! What is to be done next, and for which campaign.

use diesel::{
    expression::SqlLiteral,
    prelude::*,
    sql_types::{Bool, Text, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;

use super::campaign::{Campaign, CampaignId};
use crate::{
    campaigns::state::{Kind, State},
    db::{Tx, schema::campaign as c},
    error::Error,
};

crate::text_enum! {
    /// What is to be done.
    pub enum Step {
        /// Look for people.
        Gather = "gather",
        /// Queue a batch.
        Queue = "queue",
        /// Note that it is done.
        Finish = "finish",
    }
}

/// The campaign whose step is due, locked; those that somebody else works on are passed over. Between `send_at` and `joins_until`
/// people are looked for each minute, and once more when that moment has come.
pub(in crate::campaigns) async fn take(tx: &mut Tx) -> Result<Option<(Campaign, Step)>, Error> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        id: CampaignId,
        #[diesel(sql_type = Text)]
        step: Step,
    }
    let due: Option<Row> = diesel::sql_query(
        "SELECT id, step FROM campaign, LATERAL (SELECT CASE
             WHEN state = 'scheduled' THEN CASE WHEN send_at <= clock_timestamp() THEN 'gather' END
             WHEN EXISTS (SELECT FROM campaign_recipient w WHERE w.campaign_id = campaign.id AND w.fate = 'waiting') THEN 'queue'
             WHEN gathered_at < CASE WHEN joins_until <= clock_timestamp() THEN joins_until
                  WHEN joins_until IS NOT NULL THEN clock_timestamp() - interval '1 minute' END THEN 'gather'
             WHEN joins_until > clock_timestamp() THEN NULL
             WHEN EXISTS (SELECT FROM mail m WHERE m.cause_id = campaign.id AND m.cause_kind = 'campaign'
                  AND m.state IN ('queued', 'sending')) THEN NULL
             ELSE 'finish' END AS step) AS next
         WHERE state IN ('scheduled', 'sending') AND step IS NOT NULL
         ORDER BY send_at, id LIMIT 1 FOR UPDATE OF campaign SKIP LOCKED",
    )
    .get_result(&mut **tx)
    .await
    .optional()?;
    let Some(Row { id, step }) = due else { return Ok(None) };
    let campaign = c::table.find(id).select(Campaign::as_select()).first(&mut **tx).await?;
    Ok(Some((campaign, step)))
}

/// Those that rest or were stopped, and of which a mail stands in the line again.
pub(in crate::campaigns) async fn leaking(tx: &mut Tx) -> Result<Vec<Campaign>, Error> {
    let rows = c::table.filter(c::state.eq_any([State::Paused, State::Stopped])).filter(is_in_line());
    Ok(rows.select(Campaign::as_select()).for_update().skip_locked().load(&mut **tx).await?)
}

fn is_in_line() -> SqlLiteral<Bool> {
    diesel::dsl::sql(
        "EXISTS (SELECT FROM mail m WHERE m.cause_id = campaign.id AND m.cause_kind = 'campaign' AND m.state = 'queued')",
    )
}

/// News of which a mail stands in the line.
pub(in crate::campaigns) async fn news_in_line(tx: &mut Tx) -> Result<Vec<Campaign>, Error> {
    let news =
        c::table.filter(c::state.eq(State::Sending)).filter(c::kind.eq(Kind::News)).filter(is_in_line());
    Ok(news.select(Campaign::as_select()).for_update().skip_locked().load(&mut **tx).await?)
}
