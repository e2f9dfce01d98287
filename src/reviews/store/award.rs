//! The tables `award`, `ballot` and `ballot_line`.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;

use crate::{
    accounts::Account,
    calls::CallId,
    db::{
        Tx,
        schema::{award, ballot, ballot_line},
    },
    editions::Track,
    error::Error,
    reviews::awards::{Order, Tally},
    submissions::SubmissionId,
    values::{Id, Localised, Moment},
};

/// An award's id.
pub type AwardId = Id<Award>;

crate::text_enum! {
    /// Where an award stands.
    pub enum AwardState {
        /// No judge sees it yet.
        Draft = "draft",
        /// Judges vote.
        Open = "open",
        /// Its result stands for good.
        Closed = "closed",
    }
}

/// What judges vote on.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = award)]
pub struct Award {
    /// Its id.
    pub id: AwardId,
    /// Of which call.
    #[diesel(column_name = call_id)]
    pub call: CallId,
    /// The only track that it is for; all where nothing is said.
    #[diesel(column_name = track_id)]
    pub track: Option<Id<Track>>,
    /// What it is called.
    pub name: Localised,
    /// From when on judges vote.
    pub opened_at: Option<Moment>,
    /// When the vote ended.
    pub closed_at: Option<Moment>,
    result: Option<Value>,
}

impl Award {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> AwardState {
        match (self.opened_at, self.closed_at) {
            (_, Some(_)) => AwardState::Closed,
            (Some(_), None) => AwardState::Open,
            (None, None) => AwardState::Draft,
        }
    }

    /// What its ballots came to, once it is closed.
    pub(in crate::reviews) fn tally(&self) -> Result<Option<Tally>, Error> {
        self.result.clone().map(serde_json::from_value).transpose().map_err(Error::internal)
    }
}

/// An award that is to be made, checked.
#[derive(Clone, Debug, PartialEq, Eq, Insertable)]
#[diesel(table_name = award)]
pub struct NewAward {
    /// What it is called.
    pub name: Localised,
    /// The only track that it is for.
    #[diesel(column_name = track_id)]
    pub track: Option<Id<Track>>,
}

/// Those of a call, the first made first.
pub(in crate::reviews) async fn of_call(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<Award>, Error> {
    let own = award::table.filter(award::call_id.eq(call)).order(award::id);
    Ok(own.select(Award::as_select()).load(conn).await?)
}

pub(in crate::reviews) async fn find(
    conn: &mut AsyncPgConnection,
    call: CallId,
    id: AwardId,
) -> Result<Award, Error> {
    let row = award::table.find(id).filter(award::call_id.eq(call));
    Ok(row.select(Award::as_select()).first(conn).await?)
}

pub(in crate::reviews) async fn call_of(conn: &mut AsyncPgConnection, id: AwardId) -> Result<CallId, Error> {
    Ok(award::table.find(id).select(award::call_id).first(conn).await?)
}

/// Locked against everybody who votes, opens or closes.
pub(in crate::reviews) async fn lock(tx: &mut Tx, call: CallId, id: AwardId) -> Result<Award, Error> {
    let row = award::table.find(id).filter(award::call_id.eq(call));
    Ok(row.for_update().select(Award::as_select()).first(&mut **tx).await?)
}

/// Locked against whoever would close it, not against other judges.
pub(in crate::reviews) async fn lock_shared(tx: &mut Tx, call: CallId, id: AwardId) -> Result<Award, Error> {
    let row = award::table.find(id).filter(award::call_id.eq(call));
    Ok(row.for_share().select(Award::as_select()).first(&mut **tx).await?)
}

pub(in crate::reviews) async fn insert(tx: &mut Tx, call: CallId, new: &NewAward) -> Result<Award, Error> {
    let facts = (award::id.eq(AwardId::fresh()), award::call_id.eq(call), new);
    let made = diesel::insert_into(award::table).values(facts).returning(Award::as_returning());
    Ok(made.get_result(&mut **tx).await?)
}

pub(in crate::reviews) async fn set_opened(tx: &mut Tx, id: AwardId, at: Moment) -> Result<(), Error> {
    diesel::update(award::table.find(id)).set(award::opened_at.eq(at)).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::reviews) async fn set_closed(
    tx: &mut Tx,
    id: AwardId,
    result: &Value,
    at: Moment,
) -> Result<(), Error> {
    let closed = (award::closed_at.eq(at), award::result.eq(result));
    diesel::update(award::table.find(id)).set(closed).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::reviews) async fn delete(tx: &mut Tx, id: AwardId) -> Result<(), Error> {
    diesel::delete(award::table.find(id)).execute(&mut **tx).await?;
    Ok(())
}

/// Every judge's order.
pub(in crate::reviews) async fn orders(
    conn: &mut AsyncPgConnection,
    id: AwardId,
) -> Result<BTreeMap<Id<Account>, Order>, Error> {
    use ballot_line as l;
    let rows = l::table.filter(l::award_id.eq(id)).order((l::place, l::submission_id));
    let rows: Vec<(Id<Account>, i32, SubmissionId)> =
        rows.select((l::account_id, l::place, l::submission_id)).load(conn).await?;
    let mut lines: BTreeMap<Id<Account>, Vec<(i32, SubmissionId)>> = BTreeMap::new();
    for (account, place, submission) in rows {
        lines.entry(account).or_default().push((place, submission));
    }
    Ok(lines.into_iter().map(|(account, lines)| (account, Order::of_lines(lines))).collect())
}

/// Her order and its version; 0 before she voted.
pub(in crate::reviews) async fn ballot(
    conn: &mut AsyncPgConnection,
    id: AwardId,
    account: Id<Account>,
) -> Result<(i32, Order), Error> {
    let version = ballot::table.find((id, account)).select(ballot::version).first(conn).await.optional()?;
    let order = orders(conn, id).await?.remove(&account);
    Ok((version.unwrap_or(0), order.unwrap_or_default()))
}

/// Writes her order over the one of version `seen`; answers the new version.
///
/// # Errors
/// [`Error::Conflict`] `ballot_changed` when that is no more the newest.
pub(in crate::reviews) async fn cast(
    tx: &mut Tx,
    (id, account): (AwardId, Id<Account>),
    seen: i32,
    order: &Order,
    now: Moment,
) -> Result<i32, Error> {
    use ballot_line as l;
    let own = (ballot::award_id.eq(id), ballot::account_id.eq(account), ballot::cast_at.eq(now));
    let version: Option<i32> = match seen {
        0 => {
            let first = diesel::insert_into(ballot::table).values(own).on_conflict_do_nothing();
            first.returning(ballot::version).get_result(&mut **tx).await.optional()?
        }
        _ => {
            let row = ballot::table.find((id, account)).filter(ballot::version.eq(seen));
            let next = diesel::update(row).set((ballot::version.eq(seen + 1), ballot::cast_at.eq(now)));
            next.returning(ballot::version).get_result(&mut **tx).await.optional()?
        }
    };
    let version = version.ok_or(Error::conflict("ballot_changed"))?;
    let before = l::table.filter(l::award_id.eq(id)).filter(l::account_id.eq(account));
    diesel::delete(before).execute(&mut **tx).await?;
    let line = |(place, submission)| {
        (l::award_id.eq(id), l::account_id.eq(account), l::submission_id.eq(submission), l::place.eq(place))
    };
    let places = (1_i32..).zip(order.places());
    let lines = places.flat_map(|(place, alike)| alike.iter().map(move |one| (place, *one)));
    let rows: Vec<_> = lines.map(line).collect();
    diesel::insert_into(l::table).values(rows).execute(&mut **tx).await?;
    Ok(version)
}
