//! The table `allocation_proposal`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;

use crate::{
    allocation::{Plan, Proposal, Rules, explain::MadeOf},
    calls::CallId,
    db::{
        Tx,
        schema::allocation_proposal::{self, dsl as p},
    },
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
    #[diesel(select_expression = p::unexplained.is_not_null())]
    lacks_reasons: bool,
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
            lacks_reasons: row.lacks_reasons,
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

/// A proposal to be kept.
pub(in crate::allocation) struct NewProposal<'a> {
    pub(in crate::allocation) rules: &'a Rules,
    pub(in crate::allocation) digest: &'a str,
    pub(in crate::allocation) plan: &'a Plan,
    /// What reasons that it lacks are worked out from.
    pub(in crate::allocation) made_of: Option<&'a MadeOf>,
}

/// Adds one, the newest of its call, whose row the caller has locked. Nobody asks for more reasons of those before it.
pub(in crate::allocation) async fn insert(
    tx: &mut Tx,
    call: CallId,
    new: &NewProposal<'_>,
) -> Result<Proposal, Error> {
    let own = p::allocation_proposal.filter(p::call_id.eq(call));
    let last: Option<i32> = own.select(diesel::dsl::max(p::number)).first(&mut **tx).await?;
    let forgotten = p::unexplained.eq(None::<Value>);
    diesel::update(own.filter(p::unexplained.is_not_null())).set(forgotten).execute(&mut **tx).await?;
    let facts = (
        p::id.eq(Id::<Proposal>::fresh()),
        p::call_id.eq(call),
        p::number.eq(last.unwrap_or(0) + 1),
        p::rules.eq(serde_json::to_value(new.rules).map_err(Error::internal)?),
        p::input_digest.eq(new.digest),
        p::plan.eq(serde_json::to_value(new.plan).map_err(Error::internal)?),
        p::unexplained.eq(new.made_of.map(serde_json::to_value).transpose().map_err(Error::internal)?),
    );
    let made = diesel::insert_into(allocation_proposal::table).values(facts).returning(Row::as_returning());
    made.get_result(&mut **tx).await?.try_into()
}

/// The newest that lacks reasons, of any call, and what they are worked out from.
pub(in crate::allocation) async fn unexplained(
    conn: &mut AsyncPgConnection,
) -> Result<Option<(Proposal, MadeOf)>, Error> {
    let lacking = p::allocation_proposal.filter(p::unexplained.is_not_null()).order(p::made_at.desc());
    let found = lacking.select((Row::as_select(), p::unexplained.assume_not_null()));
    let found: Option<(Row, Value)> = found.first(conn).await.optional()?;
    let Some((row, made_of)) = found else { return Ok(None) };
    Ok(Some((row.try_into()?, serde_json::from_value(made_of).map_err(Error::internal)?)))
}

pub(in crate::allocation) async fn lock(tx: &mut Tx, id: Id<Proposal>) -> Result<Proposal, Error> {
    let row = p::allocation_proposal.find(id).select(Row::as_select()).for_update();
    row.first(&mut **tx).await?.try_into()
}

/// Writes a plan that has learnt reasons, all of them or not yet.
pub(in crate::allocation) async fn set_plan(
    tx: &mut Tx,
    id: Id<Proposal>,
    plan: &Plan,
    is_explained: bool,
) -> Result<(), Error> {
    let row = diesel::update(p::allocation_proposal.find(id));
    let plan = p::plan.eq(serde_json::to_value(plan).map_err(Error::internal)?);
    match is_explained {
        true => row.set((plan, p::unexplained.eq(None::<Value>))).execute(&mut **tx).await?,
        false => row.set(plan).execute(&mut **tx).await?,
    };
    Ok(())
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
