//! The table `company_invitation`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::company::CompanyId;
use crate::{
    companies::Colleague,
    db::{
        Tx, clock_timestamp,
        schema::company_invitation as i,
        violation::{self, Constraints},
    },
    error::Error,
    values::{Email, Id, Lang, Moment},
};

const CONSTRAINTS: Constraints = &[("company_invitation_open_key", "email", "company_invitation_open")];

crate::text_enum! {
    /// How an invitation ended.
    pub enum Outcome {
        /// She joined.
        Accepted = "accepted",
        /// She did not.
        Declined = "declined",
        /// It was taken back, or it had ended by itself and another one took its place.
        Withdrawn = "withdrawn",
    }
}

/// Somebody asked by mail to act for a company.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = i)]
pub struct CompanyInvitation {
    /// Its id.
    pub id: Id<CompanyInvitation>,
    /// For which company.
    #[diesel(column_name = company_id)]
    pub company: CompanyId,
    /// Whom it was sent to.
    pub email: Email,
    /// The language it was written in.
    pub lang: Lang,
    /// When it ends by itself.
    pub expires_at: Moment,
    /// How it ended, if it was.
    pub outcome: Option<Outcome>,
}

/// Inserts one, after ending one to the same address whose time is over.
pub(in crate::companies) async fn insert(
    tx: &mut Tx,
    company: CompanyId,
    new: &Colleague,
    expires_at: Moment,
) -> Result<CompanyInvitation, Error> {
    let open = i::table.filter(i::company_id.eq(company)).filter(i::outcome.is_null());
    let over = open.filter(i::email_key.eq(new.email.key())).filter(i::expires_at.le(clock_timestamp()));
    let ended = (i::outcome.eq(Outcome::Withdrawn), i::ended_at.eq(i::expires_at.nullable()));
    diesel::update(over).set(ended).execute(&mut **tx).await?;
    let row = (
        i::id.eq(Id::<CompanyInvitation>::fresh()),
        i::company_id.eq(company),
        i::email.eq(&new.email),
        i::email_key.eq(new.email.key()),
        i::lang.eq(new.lang),
        i::expires_at.eq(expires_at),
    );
    let inserted = diesel::insert_into(i::table).values(row).returning(CompanyInvitation::as_returning());
    inserted.get_result(&mut **tx).await.map_err(|error| violation::named(CONSTRAINTS, error))
}

pub(in crate::companies) async fn find(
    conn: &mut AsyncPgConnection,
    id: Id<CompanyInvitation>,
) -> Result<CompanyInvitation, Error> {
    Ok(i::table.find(id).select(CompanyInvitation::as_select()).first(conn).await?)
}

pub(in crate::companies) async fn lock(
    tx: &mut Tx,
    id: Id<CompanyInvitation>,
) -> Result<CompanyInvitation, Error> {
    let row = i::table.find(id).for_no_key_update().select(CompanyInvitation::as_select());
    Ok(row.first(&mut **tx).await?)
}

/// Those of a company that may still be answered, the newest first.
pub(in crate::companies) async fn open(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
) -> Result<Vec<CompanyInvitation>, Error> {
    let open = i::table.filter(i::company_id.eq(company)).filter(i::outcome.is_null());
    let open = open.filter(i::expires_at.gt(clock_timestamp())).order(i::id.desc());
    Ok(open.select(CompanyInvitation::as_select()).load(conn).await?)
}

pub(in crate::companies) async fn end(
    tx: &mut Tx,
    id: Id<CompanyInvitation>,
    outcome: Outcome,
    now: Moment,
) -> Result<(), Error> {
    let ended = (i::outcome.eq(outcome), i::ended_at.eq(now));
    diesel::update(i::table.find(id)).set(ended).execute(&mut **tx).await?;
    Ok(())
}
