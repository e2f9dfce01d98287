//! Which admissions the tables know already.

use diesel::{
    prelude::*,
    sql_types::{Array, Int4, Nullable, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    db::{Tx, prepared},
    editions::{Edition, SideEvent},
    error::Error,
    registrations::{Admission, RegistrationId},
    values::{Email, Id, Lang, PersonName},
};

/// A registration that an admission may mean.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::registrations) struct Live {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) id: RegistrationId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition_id: Id<Edition>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(in crate::registrations) side_event_id: Option<Id<SideEvent>>,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) email_key: String,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) name_key: String,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) email: Email,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) lang: Lang,
    #[diesel(sql_type = Nullable<Text>)]
    name_latin: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    name_han: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    name_title: Option<String>,
    #[diesel(sql_type = Int4)]
    pub(in crate::registrations) link_version: i32,
}

impl Live {
    pub(in crate::registrations) fn name(&self) -> PersonName {
        PersonName::stored(self.name_latin.clone(), self.name_han.clone(), self.name_title.clone())
    }
}

/// The rows that have these ids, whatever became of them, and all live ones of the same addresses.
pub(in crate::registrations) async fn live(tx: &Tx, admissions: &[Admission]) -> Result<Vec<Live>, Error> {
    let mut conn: &AsyncPgConnection = tx;
    let ids = || admissions.iter().map(|one| one.id).collect::<Vec<_>>();
    let editions: Vec<_> = admissions.iter().map(|one| one.new.edition).collect();
    let addresses: Vec<&str> = admissions.iter().map(|one| one.email_key.as_str()).collect();
    Ok(prepared(
        "SELECT id, edition_id, side_event_id, email_key, name_key, email, lang, name_latin, name_han, name_title,
                link_version
         FROM registration WHERE id = ANY(?)
         UNION ALL
         SELECT r.id, r.edition_id, r.side_event_id, r.email_key, r.name_key, r.email, r.lang, r.name_latin, r.name_han,
                r.name_title, r.link_version
         FROM (SELECT DISTINCT edition_id, email_key FROM unnest(?, ?) AS asked (edition_id, email_key)) AS address
         JOIN registration r USING (edition_id, email_key)
         WHERE r.state <> 'cancelled' AND r.id <> ALL(?)",
    )
    .bind::<Array<SqlUuid>, _>(ids())
    .bind::<Array<SqlUuid>, _>(editions)
    .bind::<Array<Text>, _>(addresses)
    .bind::<Array<SqlUuid>, _>(ids())
    .load(&mut conn)
    .await?)
}
