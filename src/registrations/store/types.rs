//! The tables `registration_type` and `registration_type_pool`.

use diesel::{
    dsl::{exists, select, sql},
    expression::SqlLiteral,
    prelude::*,
    sql_types::{Array, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    capacity::PoolId,
    db::{
        Tx,
        schema::{registration, registration_type, registration_type_pool},
        violation::{self, Constraints},
    },
    editions::{Edition, SideEvent},
    error::Error,
    registrations::State,
    values::{Id, Localised, Moment, Slug},
};

const CONSTRAINTS: Constraints = &[
    ("registration_type_slug_key", "slug", "slug_taken"),
    ("registration_type_window_check", "closes_at", "closes_before_opening"),
    ("registration_type_pool_pool_id_fkey", "pools", "pool_unknown"),
    ("registration_type_side_event_id_fkey", "side_event", "side_event_unknown"),
    ("registration_type_id_fkey", "side_event", "side_event_fixed"),
];

/// A registration type's id.
pub type TypeId = Id<RegistrationType>;

/// A way to attend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = registration_type)]
pub struct RegistrationType {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: TypeId,
    /// Whose it is.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// Its short name in addresses and imports.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// Whom it is for.
    pub description: Option<Localised>,
    /// When registration opens; none means it always was.
    pub opens_at: Option<Moment>,
    /// When it closes; none means with the edition's end.
    pub closes_at: Option<Moment>,
    /// Whether an organiser looks at each registration.
    pub needs_approval: bool,
    /// Whether one that awaits approval holds a place.
    pub pending_holds: bool,
    /// Since when it is off the form.
    pub archived_at: Option<Moment>,
    /// The side event that one attends by it; none for the forum itself.
    #[schema(value_type = Option<Uuid>)]
    #[diesel(column_name = side_event_id)]
    pub side_event: Option<Id<SideEvent>>,
    /// The pools a registration draws one place from each, in the order of ids.
    #[schema(value_type = Vec<Uuid>)]
    #[diesel(
        select_expression = sql("ARRAY(SELECT drawn.pool_id FROM registration_type_pool drawn
                                       WHERE drawn.type_id = registration_type.id ORDER BY drawn.pool_id)"),
        select_expression_type = SqlLiteral<Array<SqlUuid>>
    )]
    pub pools: Vec<PoolId>,
}

/// What an organiser says about a type, checked.
#[derive(Clone, Debug, Insertable, AsChangeset)]
#[diesel(table_name = registration_type, treat_none_as_null = true)]
pub struct NewType {
    /// Its short name in addresses and imports.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// Whom it is for.
    pub description: Option<Localised>,
    /// When registration opens.
    pub opens_at: Option<Moment>,
    /// When it closes, later than that.
    pub closes_at: Option<Moment>,
    /// Whether an organiser looks at each registration.
    pub needs_approval: bool,
    /// Whether one that awaits approval holds a place.
    pub pending_holds: bool,
    /// The side event that one attends by it; none for the forum itself.
    #[diesel(column_name = side_event_id)]
    pub side_event: Option<Id<SideEvent>>,
    /// The pools it draws on, each once, in the order of ids.
    #[diesel(skip_insertion, skip_update)]
    pub pools: Vec<PoolId>,
}

pub(in crate::registrations) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<RegistrationType>, Error> {
    use registration_type as t;
    let types = t::table
        .filter(t::edition_id.eq(edition))
        .order((t::archived_at.is_not_null(), t::position, t::id))
        .select(RegistrationType::as_select());
    Ok(types.load(conn).await?)
}

pub(in crate::registrations) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    id: TypeId,
) -> Result<RegistrationType, Error> {
    let found = registration_type::table.find(id).filter(registration_type::edition_id.eq(edition));
    Ok(found.select(RegistrationType::as_select()).first(conn).await?)
}

/// Locks against everybody who registers by the type, who holds a share of its key.
pub(in crate::registrations) async fn lock(tx: &mut Tx, id: TypeId) -> Result<(), Error> {
    let locked = registration_type::table.find(id).select(registration_type::id).for_update();
    locked.first::<TypeId>(&mut **tx).await?;
    Ok(())
}

pub(in crate::registrations) async fn insert(
    tx: &mut Tx,
    edition: Uuid,
    position: i32,
    new: &NewType,
) -> Result<TypeId, Error> {
    use registration_type as t;
    let id = TypeId::fresh();
    diesel::insert_into(t::table)
        .values(((t::id.eq(id), t::edition_id.eq(edition), t::position.eq(position)), new))
        .execute(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))?;
    Ok(id)
}

pub(in crate::registrations) async fn update(tx: &mut Tx, id: TypeId, new: &NewType) -> Result<(), Error> {
    let updated = diesel::update(registration_type::table.find(id)).set(new).execute(&mut **tx).await;
    updated.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}

pub(in crate::registrations) async fn archive(tx: &mut Tx, id: TypeId, now: Moment) -> Result<(), Error> {
    let archived = registration_type::archived_at.eq(Some(now));
    diesel::update(registration_type::table.find(id)).set(archived).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::registrations) async fn draw_on(
    tx: &mut Tx,
    id: TypeId,
    pools: &[PoolId],
) -> Result<(), Error> {
    use registration_type_pool as p;
    diesel::delete(p::table.filter(p::type_id.eq(id))).execute(&mut **tx).await?;
    let rows: Vec<_> = pools.iter().map(|pool| (p::type_id.eq(id), p::pool_id.eq(*pool))).collect();
    let inserted = diesel::insert_into(p::table).values(rows).execute(&mut **tx).await;
    inserted.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Whether somebody is registered by it, or may claim a pass of it.
pub(in crate::registrations) async fn is_in_use(tx: &mut Tx, id: TypeId) -> Result<bool, Error> {
    use registration as r;
    let live = r::table.filter(r::type_id.eq(id)).filter(r::state.ne(State::Cancelled));
    Ok(select(exists(live)).get_result(&mut **tx).await? || super::passes::pass::draw_on(tx, id).await?)
}
