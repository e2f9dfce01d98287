//! The table `allocation_proposal`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;

use crate::{
    allocation::{Plan, Proposal, Rules},
    calls::CallId,
    db::{Tx, schema::allocation_proposal},
    error::Error,
    values::{Id, Moment},
};

/// A proposal as its row has it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = allocation_proposal)]
struct Row {
    id: Id<Proposal>,
    call_id: CallId,
    number: i32,
    rules: Value,
    input_digest: String,
    plan: Value,
    made_at: Moment,
    accepted_at: Option<Moment>,
}

impl TryFrom<Row> for Proposal {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.id,
            call: row.call_id,
            number: row.number,
            rules: serde_json::from_value(row.rules).map_err(Error::internal)?,
            digest: row.input_digest,
            plan: serde_json::from_value(row.plan).map_err(Error::internal)?,
            made_at: row.made_at,
            accepted_at: row.accepted_at,
        })
    }
}

/// The newest of a call.
pub(in crate::allocation) async fn latest(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Option<Proposal>, Error> {
    let own = allocation_proposal::table.filter(allocation_proposal::call_id.eq(call));
    let newest = own.order(allocation_proposal::number.desc()).select(Row::as_select());
    newest.first(conn).await.optional()?.map(Proposal::try_from).transpose()
}

/// Adds one, the newest of its call, whose row the caller has locked.
pub(in crate::allocation) async fn insert(
    tx: &mut Tx,
    call: CallId,
    rules: &Rules,
    digest: &str,
    plan: &Plan,
) -> Result<Proposal, Error> {
    use allocation_proposal as p;
    let last: Option<i32> =
        p::table.filter(p::call_id.eq(call)).select(diesel::dsl::max(p::number)).first(&mut **tx).await?;
    let facts = (
        p::id.eq(Id::<Proposal>::fresh()),
        p::call_id.eq(call),
        p::number.eq(last.unwrap_or(0) + 1),
        p::rules.eq(serde_json::to_value(rules).map_err(Error::internal)?),
        p::input_digest.eq(digest),
        p::plan.eq(serde_json::to_value(plan).map_err(Error::internal)?),
    );
    let made = diesel::insert_into(p::table).values(facts).returning(Row::as_returning());
    made.get_result(&mut **tx).await?.try_into()
}

pub(in crate::allocation) async fn set_accepted(
    tx: &mut Tx,
    id: Id<Proposal>,
    at: Moment,
) -> Result<(), Error> {
    let row = allocation_proposal::table.find(id);
    diesel::update(row).set(allocation_proposal::accepted_at.eq(at)).execute(&mut **tx).await?;
    Ok(())
}
