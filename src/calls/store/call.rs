//! The table `call`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::parts::{NewSessionType, Quota};
use crate::{
    db::{
        Tx,
        schema::call,
        violation::{self, Constraints},
    },
    editions::Edition,
    error::Error,
    values::{Id, Localised, Moment, Slug},
};

const CONSTRAINTS: Constraints =
    &[("call_slug_key", "slug", "slug_taken"), ("call_window_check", "closes_at", "closes_before_opening")];

/// A call's id.
pub type CallId = Id<Call>;

crate::text_enum! {
    /// What one hands in.
    pub enum CallKind {
        /// A talk.
        Talk = "talk",
        /// A panel with a moderator and panellists.
        Panel = "panel",
        /// A demonstration by a company.
        Demo = "demo",
        /// A booth of a company.
        Booth = "booth",
    }
}

crate::text_enum! {
    /// Who may see a listed call.
    pub enum Visibility {
        /// Everybody.
        Public = "public",
        /// Who has one of its codes.
        Code = "code",
    }
}

/// An invitation to hand something in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = call)]
pub struct Call {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: CallId,
    /// Whose it is.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// What one hands in.
    pub kind: CallKind,
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// What is looked for.
    pub description: Option<Localised>,
    /// From when on one may hand in.
    pub opens_at: Moment,
    /// The deadline; at this instant it is too late.
    pub closes_at: Moment,
    /// Who may see it.
    pub visibility: Visibility,
    /// How many one applicant may hand in.
    pub limit_per_applicant: Option<i32>,
    /// How many days an accepted applicant has to confirm.
    pub confirm_days: i32,
    /// Whether the next on standby moves up without anybody's doing.
    pub promotes_by_itself: bool,
    /// Whether those who are declined get the comments that judges marked as shareable.
    pub shares_comments: bool,
    /// Since when it can be seen.
    pub listed_at: Option<Moment>,
    /// Since when it is put away.
    pub archived_at: Option<Moment>,
    /// Counts its changes, so that nobody overwrites what they have not seen.
    pub version: i32,
}

/// What an organiser says about a call, checked.
#[derive(Clone, Debug, Insertable, AsChangeset)]
#[diesel(table_name = call, treat_none_as_null = true)]
pub struct NewCall {
    /// What one hands in.
    pub kind: CallKind,
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// What is looked for.
    pub description: Option<Localised>,
    /// From when on one may hand in.
    pub opens_at: Moment,
    /// The deadline, later than that.
    pub closes_at: Moment,
    /// Who may see it.
    pub visibility: Visibility,
    /// How many one applicant may hand in.
    pub limit_per_applicant: Option<i32>,
    /// How many days an accepted applicant has to confirm.
    pub confirm_days: i32,
    /// Whether the next on standby moves up without anybody's doing.
    pub promotes_by_itself: bool,
    /// Whether those who are declined get the comments that judges marked as shareable.
    pub shares_comments: bool,
    /// The tracks one may choose, each once.
    #[diesel(skip_insertion, skip_update)]
    pub tracks: Vec<Quota>,
    /// What one may propose, in order.
    #[diesel(skip_insertion, skip_update)]
    pub session_types: Vec<NewSessionType>,
    /// The version that was read, when one is changed.
    #[diesel(skip_insertion, skip_update)]
    pub seen_version: Option<i32>,
}

pub(in crate::calls) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<Call>, Error> {
    let calls = call::table.filter(call::edition_id.eq(edition));
    let in_order = calls.order((call::archived_at.is_not_null(), call::position, call::id));
    Ok(in_order.select(Call::as_select()).load(conn).await?)
}

pub(in crate::calls) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    id: CallId,
) -> Result<Call, Error> {
    let found = call::table.find(id).filter(call::edition_id.eq(edition));
    Ok(found.select(Call::as_select()).first(conn).await?)
}

/// Reads one of the edition and locks it.
pub(in crate::calls) async fn lock(tx: &mut Tx, edition: Uuid, id: CallId) -> Result<Call, Error> {
    let found = call::table.find(id).filter(call::edition_id.eq(edition)).for_no_key_update();
    Ok(found.select(Call::as_select()).first(&mut **tx).await?)
}

/// Keeps one of the edition as it is until the transaction ends, beside others who do so too.
pub(in crate::calls) async fn lock_shared(
    tx: &mut Tx,
    edition: Id<Edition>,
    id: CallId,
) -> Result<(), Error> {
    let found = call::table.find(id).filter(call::edition_id.eq(edition)).for_share();
    Ok(found.select(call::id).first::<CallId>(&mut **tx).await.map(drop)?)
}

pub(in crate::calls) async fn insert(
    tx: &mut Tx,
    edition: Uuid,
    position: i32,
    new: &NewCall,
) -> Result<Call, Error> {
    let place = (call::id.eq(CallId::fresh()), call::edition_id.eq(edition), call::position.eq(position));
    let made = diesel::insert_into(call::table).values((place, new)).returning(Call::as_returning());
    made.get_result(&mut **tx).await.map_err(|error| violation::named(CONSTRAINTS, error))
}

pub(in crate::calls) async fn update(tx: &mut Tx, id: CallId, new: &NewCall) -> Result<Call, Error> {
    let counted = call::version.eq(call::version + 1);
    let written = diesel::update(call::table.find(id)).set((new, counted)).returning(Call::as_returning());
    written.get_result(&mut **tx).await.map_err(|error| violation::named(CONSTRAINTS, error))
}

pub(in crate::calls) async fn set_listed(
    tx: &mut Tx,
    id: CallId,
    since: Option<Moment>,
) -> Result<(), Error> {
    diesel::update(call::table.find(id)).set(call::listed_at.eq(since)).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::calls) async fn set_archived(tx: &mut Tx, id: CallId, since: Moment) -> Result<(), Error> {
    diesel::update(call::table.find(id)).set(call::archived_at.eq(since)).execute(&mut **tx).await?;
    Ok(())
}

/// Makes this its deadline, which counts as a change of what it says.
pub(in crate::calls) async fn set_closed(tx: &mut Tx, id: CallId, at: Moment) -> Result<(), Error> {
    let facts = (call::closes_at.eq(at), call::version.eq(call::version + 1));
    diesel::update(call::table.find(id)).set(facts).execute(&mut **tx).await?;
    Ok(())
}
