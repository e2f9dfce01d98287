//! The table `call_code`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::call::CallId;
use crate::{
    db::{Tx, schema::call_code},
    error::Error,
    values::{Id, Line, Moment},
};

/// A code that lets its holders submit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = call_code)]
pub struct CallCode {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: Id<CallCode>,
    /// The code itself, in groups of four.
    pub code: String,
    /// For whom it was made.
    #[schema(value_type = Option<String>)]
    pub note: Option<Line<120>>,
    /// How many submissions may be begun with it.
    pub max_uses: Option<i32>,
    /// How many were.
    pub uses: i32,
    /// From when on it is worth nothing.
    pub expires_at: Option<Moment>,
    /// Since when it was taken back.
    pub revoked_at: Option<Moment>,
}

/// A code to be made.
#[derive(Clone, Debug, Serialize, Insertable)]
#[diesel(table_name = call_code)]
pub struct NewCode {
    /// For whom.
    pub note: Option<Line<120>>,
    /// How many submissions may be begun with it.
    pub max_uses: Option<i32>,
    /// From when on it is worth nothing.
    pub expires_at: Option<Moment>,
}

pub(in crate::calls) async fn of_call(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<CallCode>, Error> {
    let codes = call_code::table.filter(call_code::call_id.eq(call)).order(call_code::id);
    Ok(codes.select(CallCode::as_select()).load(conn).await?)
}

pub(in crate::calls) async fn insert(
    tx: &mut Tx,
    call: CallId,
    code: &str,
    new: &NewCode,
) -> Result<CallCode, Error> {
    let own =
        (call_code::id.eq(Id::<CallCode>::fresh()), call_code::call_id.eq(call), call_code::code.eq(code));
    let made = diesel::insert_into(call_code::table).values((own, new)).returning(CallCode::as_returning());
    Ok(made.get_result(&mut **tx).await?)
}

/// Takes one of the call back; `NotFound` when it is not there, or was taken back before.
pub(in crate::calls) async fn revoke(
    tx: &mut Tx,
    call: CallId,
    id: Id<CallCode>,
    now: Moment,
) -> Result<CallCode, Error> {
    let live =
        call_code::table.find(id).filter(call_code::call_id.eq(call)).filter(call_code::revoked_at.is_null());
    let revoked = diesel::update(live).set(call_code::revoked_at.eq(now)).returning(CallCode::as_returning());
    Ok(revoked.get_result(&mut **tx).await?)
}

/// The call's code that is spelt so.
pub(in crate::calls) async fn find(
    conn: &mut AsyncPgConnection,
    call: CallId,
    code: &str,
) -> Result<Option<CallCode>, Error> {
    let found = call_code::table.filter(call_code::call_id.eq(call)).filter(call_code::code.eq(code));
    Ok(found.select(CallCode::as_select()).first(conn).await.optional()?)
}

/// Counts one use, unless they are used up; the row's lock makes the count right.
pub(in crate::calls) async fn count_use(tx: &mut Tx, id: Id<CallCode>) -> Result<bool, Error> {
    let left = call_code::max_uses.is_null().or(call_code::max_uses.gt(call_code::uses.nullable()));
    let counted =
        diesel::update(call_code::table.find(id).filter(left)).set(call_code::uses.eq(call_code::uses + 1));
    Ok(counted.execute(&mut **tx).await? == 1)
}
