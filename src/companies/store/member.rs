//! The table `company_member`.

use diesel::{
    dsl::{exists, select},
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::company::CompanyId;
use crate::{
    accounts::Account,
    companies::Person,
    db::{
        Tx,
        schema::{account, company_member as m},
    },
    error::Error,
    values::Id,
};

/// Adds one; who is there stays as she is.
pub(in crate::companies) async fn insert(
    tx: &mut Tx,
    company: CompanyId,
    account: Id<Account>,
) -> Result<(), Error> {
    let row = (m::company_id.eq(company), m::account_id.eq(account));
    diesel::insert_into(m::table).values(row).on_conflict_do_nothing().execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::companies) async fn remove(
    tx: &mut Tx,
    company: CompanyId,
    account: Id<Account>,
) -> Result<(), Error> {
    diesel::delete(m::table.find((company, account))).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::companies) async fn is_there(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
    account: Id<Account>,
) -> Result<bool, Error> {
    Ok(select(exists(m::table.find((company, account)))).get_result(conn).await?)
}

/// Those of a company, the first first.
pub(in crate::companies) async fn of_company(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
) -> Result<Vec<Person>, Error> {
    let rows = m::table.inner_join(account::table).filter(m::company_id.eq(company));
    let rows = rows.order((m::joined_at, m::account_id));
    let people = rows.select((Account::as_select(), m::joined_at)).load(conn).await?;
    Ok(people.into_iter().map(|(account, joined_at)| Person { account, joined_at }).collect())
}
