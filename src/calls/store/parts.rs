//! The tables `call_track` and `session_type`: what one chooses from in a call.

use diesel::{prelude::*, upsert::excluded};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::call::CallId;
use crate::{
    db::{
        Tx,
        schema::{call_track, session_type},
        violation,
    },
    editions::Track,
    error::Error,
    values::{Id, Localised, Slug},
};

/// A track of a call, and how many are meant to be accepted in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable, Insertable)]
#[diesel(table_name = call_track)]
pub struct Quota {
    /// The track.
    #[schema(value_type = Uuid)]
    #[diesel(column_name = track_id)]
    pub track: Id<Track>,
    /// How many; none means as many as are good.
    pub quota: Option<i32>,
}

/// Something one may propose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = session_type)]
pub struct SessionType {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: Id<SessionType>,
    /// Its short name.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// How long it lasts.
    pub minutes: i32,
}

/// A session type, checked; its slug says which one it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable)]
#[diesel(table_name = session_type)]
pub struct NewSessionType {
    /// Its short name.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// How long it lasts.
    pub minutes: i32,
}

pub(in crate::calls) async fn tracks(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<Quota>, Error> {
    let tracks = call_track::table.filter(call_track::call_id.eq(call)).order(call_track::track_id);
    Ok(tracks.select(Quota::as_select()).load(conn).await?)
}

pub(in crate::calls) async fn session_types(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<SessionType>, Error> {
    let types = session_type::table.filter(session_type::call_id.eq(call));
    let in_order = types.order((session_type::position, session_type::id));
    Ok(in_order.select(SessionType::as_select()).load(conn).await?)
}

/// Makes these the call's tracks; one that a submission chose can't be left out.
pub(in crate::calls) async fn set_tracks(tx: &mut Tx, call: CallId, tracks: &[Quota]) -> Result<(), Error> {
    let kept: Vec<Id<Track>> = tracks.iter().map(|quota| quota.track).collect();
    let gone =
        call_track::table.filter(call_track::call_id.eq(call)).filter(call_track::track_id.ne_all(kept));
    diesel::delete(gone).execute(&mut **tx).await.map_err(violation::in_use)?;
    let rows: Vec<_> = tracks.iter().map(|quota| (call_track::call_id.eq(call), quota)).collect();
    diesel::insert_into(call_track::table)
        .values(rows)
        .on_conflict((call_track::call_id, call_track::track_id))
        .do_update()
        .set(call_track::quota.eq(excluded(call_track::quota)))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Makes these the call's session types, in this order; one that a submission chose can't be left out.
pub(in crate::calls) async fn set_session_types(
    tx: &mut Tx,
    call: CallId,
    types: &[NewSessionType],
) -> Result<(), Error> {
    use session_type as t;
    let kept: Vec<&Slug> = types.iter().map(|new| &new.slug).collect();
    let gone = t::table.filter(t::call_id.eq(call)).filter(t::slug.ne_all(kept));
    diesel::delete(gone).execute(&mut **tx).await.map_err(violation::in_use)?;
    for (position, new) in (1..).zip(types) {
        let place = (t::id.eq(Id::<SessionType>::fresh()), t::call_id.eq(call), t::position.eq(position));
        diesel::insert_into(t::table)
            .values((place, new))
            .on_conflict((t::call_id, t::slug))
            .do_update()
            .set((t::position.eq(position), t::name.eq(&new.name), t::minutes.eq(new.minutes)))
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}
