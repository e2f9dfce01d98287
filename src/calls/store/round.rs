//! The tables `round` and `criterion`.

use std::collections::BTreeMap;

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    dsl::max,
    expression::AsExpression,
    pg::{Pg, PgValue},
    prelude::*,
    serialize::{self, ToSql},
    sql_types::Jsonb,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::CallId;
use crate::{
    db::{
        Tx,
        schema::{criterion, round},
        violation::{self, Constraints},
    },
    error::Error,
    values::{Id, Localised, Moment},
};

const CONSTRAINTS: Constraints = &[("round_window_check", "closes_at", "closes_before_opening")];

/// A round's id.
pub type RoundId = Id<Round>;

crate::text_enum! {
    /// What is asked of a reviewer in a round.
    pub enum RoundKind {
        /// Whether it passes the call's rules.
        Eligibility = "eligibility",
        /// A score for each criterion.
        Rubric = "rubric",
    }
}

/// What scores mean in words, by score.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
#[schema(value_type = BTreeMap<String, Localised>)]
pub struct Anchors(BTreeMap<i32, Localised>);

impl Anchors {
    /// What this score means.
    #[must_use]
    pub fn of(&self, score: i32) -> Option<&Localised> {
        self.0.get(&score)
    }

    /// All that are written, from the lowest score on.
    pub fn iter(&self) -> impl Iterator<Item = (i32, &Localised)> {
        self.0.iter().map(|(score, text)| (*score, text))
    }
}

impl From<BTreeMap<i32, Localised>> for Anchors {
    fn from(texts: BTreeMap<i32, Localised>) -> Self {
        Self(texts)
    }
}

impl ToSql<Jsonb, Pg> for Anchors {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        let json = serde_json::to_value(self)?;
        <serde_json::Value as ToSql<Jsonb, Pg>>::to_sql(&json, &mut out.reborrow())
    }
}

impl FromSql<Jsonb, Pg> for Anchors {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let json = <serde_json::Value as FromSql<Jsonb, Pg>>::from_sql(bytes)?;
        Ok(serde_json::from_value(json)?)
    }
}

/// Something a round scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = criterion)]
pub struct Criterion {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: Id<Criterion>,
    /// What is scored.
    pub name: Localised,
    /// How much it counts beside the others, 1 to 100.
    pub weight: i32,
    /// The lowest score.
    pub low: i32,
    /// The highest.
    pub high: i32,
    /// What scores mean.
    pub anchors: Anchors,
}

/// A criterion, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = criterion)]
pub struct NewCriterion {
    /// What is scored.
    pub name: Localised,
    /// How much it counts.
    pub weight: i32,
    /// The lowest score.
    pub low: i32,
    /// The highest.
    pub high: i32,
    /// What scores mean.
    pub anchors: Anchors,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = round)]
struct Row {
    id: RoundId,
    kind: RoundKind,
    name: Localised,
    blind: bool,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
    closed_at: Option<Moment>,
}

/// A round of review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Round {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: RoundId,
    /// What is asked.
    pub kind: RoundKind,
    /// What it is called.
    pub name: Localised,
    /// Whether reviewers don't learn whose submissions they are.
    pub blind: bool,
    /// From when on one may review.
    pub opens_at: Option<Moment>,
    /// Until when.
    pub closes_at: Option<Moment>,
    /// Since when its scores are closed for good.
    pub closed_at: Option<Moment>,
    /// What it scores, in order.
    pub criteria: Vec<Criterion>,
}

/// A round, checked.
#[derive(Clone, Debug, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = round, treat_none_as_null = true)]
pub struct NewRound {
    /// What is asked.
    pub kind: RoundKind,
    /// What it is called.
    pub name: Localised,
    /// Whether reviewers don't learn whose submissions they are.
    pub blind: bool,
    /// From when on one may review.
    pub opens_at: Option<Moment>,
    /// Until when.
    pub closes_at: Option<Moment>,
    /// What it scores, in order; none for eligibility.
    #[diesel(skip_insertion, skip_update)]
    pub criteria: Vec<NewCriterion>,
}

pub(in crate::calls) async fn of_call(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<Round>, Error> {
    let rows = round::table.filter(round::call_id.eq(call)).order((round::position, round::id));
    let mut rounds = Vec::new();
    for row in rows.select(Row::as_select()).load(conn).await? {
        let criteria = criterion::table.filter(criterion::round_id.eq(row.id)).order(criterion::position);
        let criteria = criteria.select(Criterion::as_select()).load(conn).await?;
        let Row { id, kind, name, blind, opens_at, closes_at, closed_at } = row;
        rounds.push(Round { id, kind, name, blind, opens_at, closes_at, closed_at, criteria });
    }
    Ok(rounds)
}

pub(in crate::calls) async fn insert(tx: &mut Tx, call: CallId, new: &NewRound) -> Result<RoundId, Error> {
    let id = RoundId::fresh();
    let last = round::table.filter(round::call_id.eq(call)).select(max(round::position));
    let last: Option<i32> = last.first(&mut **tx).await?;
    let place = (round::id.eq(id), round::call_id.eq(call), round::position.eq(last.unwrap_or(0) + 1));
    let made = diesel::insert_into(round::table).values((place, new)).execute(&mut **tx).await;
    made.map_err(|error| violation::named(CONSTRAINTS, error))?;
    set_criteria(tx, id, &new.criteria).await?;
    Ok(id)
}

pub(in crate::calls) async fn update(tx: &mut Tx, id: RoundId, new: &NewRound) -> Result<(), Error> {
    let written = diesel::update(round::table.find(id)).set(new).execute(&mut **tx).await;
    written.map_err(|error| violation::named(CONSTRAINTS, error))?;
    set_criteria(tx, id, &new.criteria).await
}

/// Writes over criteria place by place, so that those that stay keep their ids and scores.
async fn set_criteria(tx: &mut Tx, id: RoundId, criteria: &[NewCriterion]) -> Result<(), Error> {
    use criterion as c;
    let places: Vec<i32> = (1..).zip(criteria).map(|(place, _)| place).collect();
    let gone = c::table.filter(c::round_id.eq(id)).filter(c::position.ne_all(places));
    diesel::delete(gone).execute(&mut **tx).await.map_err(violation::in_use)?;
    for (place, new) in (1..).zip(criteria) {
        let own = (c::id.eq(Id::<Criterion>::fresh()), c::round_id.eq(id), c::position.eq(place));
        diesel::insert_into(c::table)
            .values((own, new))
            .on_conflict((c::round_id, c::position))
            .do_update()
            .set(new)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

pub(in crate::calls) async fn close(tx: &mut Tx, id: RoundId, now: Moment) -> Result<(), Error> {
    diesel::update(round::table.find(id)).set(round::closed_at.eq(now)).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::calls) async fn delete(tx: &mut Tx, id: RoundId) -> Result<(), Error> {
    let deleted = diesel::delete(round::table.find(id)).execute(&mut **tx).await;
    deleted.map(drop).map_err(violation::in_use)
}

/// Gives those named these places, from 1.
pub(in crate::calls) async fn renumber(tx: &mut Tx, order: &[RoundId]) -> Result<(), Error> {
    for (place, id) in (1..).zip(order) {
        diesel::update(round::table.find(id)).set(round::position.eq(place)).execute(&mut **tx).await?;
    }
    Ok(())
}
