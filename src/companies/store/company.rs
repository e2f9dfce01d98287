//! The table `company`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    accounts::Account,
    companies::{CompanySize, NewCompany, Region, Stage},
    db::{
        Tx,
        schema::{company, company_member},
    },
    error::Error,
    values::{Id, Line, Localised, WebUrl},
};

/// A company's id.
pub type CompanyId = Id<Company>;

/// A company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = company)]
pub struct Company {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    pub id: CompanyId,
    /// What it is called.
    pub name: Localised,
    /// What it does, in one sentence.
    pub one_liner: Option<Localised>,
    /// The city it is in.
    #[schema(value_type = String)]
    pub city: Line<80>,
    /// Where it is at home.
    pub region: Region,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// How many people work there.
    pub size: Option<CompanySize>,
    /// Its web address.
    #[schema(value_type = Option<String>)]
    pub website: Option<WebUrl>,
    /// Counts its changes, so that nobody overwrites what they have not seen.
    pub version: i32,
}

type Contents<'a> = (
    diesel::dsl::Eq<company::name, &'a Localised>,
    diesel::dsl::Eq<company::one_liner, Option<&'a Localised>>,
    diesel::dsl::Eq<company::city, &'a Line<80>>,
    diesel::dsl::Eq<company::region, Region>,
    diesel::dsl::Eq<company::stage, Option<Stage>>,
    diesel::dsl::Eq<company::size, Option<CompanySize>>,
    diesel::dsl::Eq<company::website, Option<&'a WebUrl>>,
);

fn contents(new: &NewCompany) -> Contents<'_> {
    (
        company::name.eq(&new.name),
        company::one_liner.eq(new.one_liner.as_ref()),
        company::city.eq(&new.city),
        company::region.eq(new.region),
        company::stage.eq(new.stage),
        company::size.eq(new.size),
        company::website.eq(new.website.as_ref()),
    )
}

pub(in crate::companies) async fn insert(tx: &mut Tx, new: &NewCompany) -> Result<Company, Error> {
    let made =
        diesel::insert_into(company::table).values((company::id.eq(CompanyId::fresh()), contents(new)));
    Ok(made.returning(Company::as_returning()).get_result(&mut **tx).await?)
}

pub(in crate::companies) async fn update(
    tx: &mut Tx,
    id: CompanyId,
    new: &NewCompany,
) -> Result<Company, Error> {
    let counted = (company::version.eq(company::version + 1), company::updated_at.eq(diesel::dsl::now));
    let changed = diesel::update(company::table.find(id)).set((contents(new), counted));
    Ok(changed.returning(Company::as_returning()).get_result(&mut **tx).await?)
}

pub(in crate::companies) async fn find(
    conn: &mut AsyncPgConnection,
    id: CompanyId,
) -> Result<Company, Error> {
    Ok(company::table.find(id).select(Company::as_select()).first(conn).await?)
}

/// Those with these ids.
pub(in crate::companies) async fn named(
    conn: &mut AsyncPgConnection,
    ids: &[CompanyId],
) -> Result<Vec<Company>, Error> {
    let rows = company::table.filter(company::id.eq_any(ids)).order(company::id);
    Ok(rows.select(Company::as_select()).load(conn).await?)
}

/// Locks one against whoever else writes about it or its members.
pub(in crate::companies) async fn lock(tx: &mut Tx, id: CompanyId) -> Result<Company, Error> {
    let row = company::table.find(id).for_no_key_update().select(Company::as_select());
    Ok(row.first(&mut **tx).await?)
}

/// Those that an account acts for, the newest first.
pub(in crate::companies) async fn of_account(
    conn: &mut AsyncPgConnection,
    account: Id<Account>,
) -> Result<Vec<Company>, Error> {
    use company_member as m;
    let hers = company::table.inner_join(m::table).filter(m::account_id.eq(account));
    Ok(hers.order(company::id.desc()).select(Company::as_select()).load(conn).await?)
}
