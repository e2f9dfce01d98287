//! The table `campaign_text`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::campaign::CampaignId;
use crate::{
    db::{Tx, schema::campaign_text as t},
    error::Error,
    mail::Wording,
    values::Lang,
};

/// What a campaign says in one language.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = t)]
pub struct Text {
    /// The language.
    pub lang: Lang,
    /// The subject, with names in braces.
    pub subject: String,
    /// The line above the greeting; blank where the subject stands there.
    pub heading: String,
    /// Everything between greeting and signature.
    pub body: String,
}

impl Text {
    /// The words as mails carry them.
    #[must_use]
    pub fn wording(&self) -> Wording {
        let heading = if self.heading.is_empty() { &self.subject } else { &self.heading };
        Wording { subject: self.subject.clone(), heading: heading.clone(), body: self.body.clone() }
    }
}

/// Its texts, in the order of [`Lang::ALL`].
pub(in crate::campaigns) async fn of(
    conn: &mut AsyncPgConnection,
    id: CampaignId,
) -> Result<Vec<Text>, Error> {
    let mut all: Vec<Text> =
        t::table.filter(t::campaign_id.eq(id)).select(Text::as_select()).load(conn).await?;
    all.sort_by_key(|text| Lang::ALL.iter().position(|lang| *lang == text.lang));
    Ok(all)
}

pub(in crate::campaigns) async fn put(
    tx: &mut Tx,
    id: CampaignId,
    lang: Lang,
    wording: &Wording,
) -> Result<(), Error> {
    let words = (t::subject.eq(&wording.subject), t::heading.eq(&wording.heading), t::body.eq(&wording.body));
    let row = diesel::insert_into(t::table).values((t::campaign_id.eq(id), t::lang.eq(lang), words));
    row.on_conflict((t::campaign_id, t::lang)).do_update().set(words).execute(&mut **tx).await?;
    Ok(())
}

/// Whether there was one.
pub(in crate::campaigns) async fn delete(tx: &mut Tx, id: CampaignId, lang: Lang) -> Result<bool, Error> {
    Ok(diesel::delete(t::table.find((id, lang))).execute(&mut **tx).await? == 1)
}
