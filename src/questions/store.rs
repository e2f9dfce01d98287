//! The table `question`.

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

use super::{Form, QuestionKind};
use crate::{
    db::{
        Tx,
        schema::question,
        violation::{self, Constraints},
    },
    error::Error,
    values::{Id, Localised, Moment, Slug},
};

const CONSTRAINTS: Constraints = &[("question_slug_key", "slug", "slug_taken")];

/// One answer that a question offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Choice {
    /// What is stored when it is chosen.
    pub value: Slug,
    /// What stands beside the box.
    pub label: Localised,
}

/// The answers that a question offers, in order.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// The choices, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.0.iter()
    }

    /// The choice with this value.
    #[must_use]
    pub fn find(&self, value: &str) -> Option<&Choice> {
        self.0.iter().find(|choice| choice.value.as_str() == value)
    }
}

impl From<Vec<Choice>> for Choices {
    fn from(choices: Vec<Choice>) -> Self {
        Self(choices)
    }
}

impl ToSql<Jsonb, Pg> for Choices {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        let json = serde_json::to_value(self)?;
        <serde_json::Value as ToSql<Jsonb, Pg>>::to_sql(&json, &mut out.reborrow())
    }
}

impl FromSql<Jsonb, Pg> for Choices {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let json = <serde_json::Value as FromSql<Jsonb, Pg>>::from_sql(bytes)?;
        Ok(serde_json::from_value(json)?)
    }
}

/// Something that a form asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = question)]
pub struct Question {
    /// Its id.
    pub id: Id<Question>,
    /// Its short name in forms, exports and the API.
    pub slug: Slug,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The question.
    pub label: Localised,
    /// A remark below it.
    pub hint: Option<Localised>,
    /// What it offers; empty but for one and many choice.
    pub choices: Choices,
    /// Whether it must be answered where it is shown.
    pub required: bool,
    pub(super) shown_if_question: Option<Id<Question>>,
    pub(super) shown_if_value: Option<String>,
    /// Whether answers are sealed, gated by permission, absent from search, logs and ordinary exports.
    pub sensitive: bool,
    /// How many days after the edition's end answers are kept; none means as long as the registration.
    pub retain_days: Option<i32>,
    /// Since when it is not asked any more.
    pub archived_at: Option<Moment>,
    /// Whether it must be answered only once a slot is promised; of calls only.
    pub required_after_acceptance: bool,
    /// From when on its answer can't be changed; of calls only.
    pub frozen_at: Option<Moment>,
}

impl Question {
    /// On which earlier question's answer it is shown, if not always: the answer, or one of the ticked
    /// ones, is this value (`yes` or `no` for a yes-no question).
    #[must_use]
    pub fn shown_if(&self) -> Option<(Id<Self>, &str)> {
        Some((self.shown_if_question?, self.shown_if_value.as_deref()?))
    }
}

/// That a question is shown only if another was answered so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The other question.
    pub question: Slug,
    /// Its answer.
    pub value: String,
}

/// A question, checked by itself; whether its condition makes sense only the whole form can tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = question, treat_none_as_null = true)]
pub struct NewQuestion {
    /// Its short name.
    pub slug: Slug,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The question.
    pub label: Localised,
    /// A remark below it.
    pub hint: Option<Localised>,
    /// What it offers.
    pub choices: Choices,
    /// Whether it must be answered where it is shown.
    pub required: bool,
    /// When it is shown, if not always.
    #[diesel(skip_insertion, skip_update)]
    pub shown_if: Option<Condition>,
    /// Whether answers are sealed.
    pub sensitive: bool,
    /// How many days after the edition's end answers are kept.
    pub retain_days: Option<i32>,
    /// Whether it must be answered only once a slot is promised.
    pub required_after_acceptance: bool,
    /// From when on its answer can't be changed.
    pub frozen_at: Option<Moment>,
}

/// Inserts one at the end of the form.
pub(super) async fn insert(tx: &mut Tx, form: Form, new: &NewQuestion) -> Result<Id<Question>, Error> {
    let id = Id::<Question>::fresh();
    let last: Option<i32> = of(form).select(max(question::position)).first(&mut **tx).await?;
    let position = question::position.eq(last.unwrap_or(0) + 1);
    let place = (question::edition_id.eq(form.edition), question::call_id.eq(form.call), position);
    diesel::insert_into(question::table)
        .values((question::id.eq(id), place, new))
        .execute(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))?;
    Ok(id)
}

/// Overwrites one, but for its condition.
pub(super) async fn update(tx: &mut Tx, id: Id<Question>, new: &NewQuestion) -> Result<(), Error> {
    let updated = diesel::update(question::table.find(id)).set(new).execute(&mut **tx).await;
    updated.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Sets or takes away its condition.
pub(super) async fn set_condition(
    tx: &mut Tx,
    id: Id<Question>,
    shown_if: Option<(Id<Question>, &str)>,
) -> Result<(), Error> {
    let (on, value) = shown_if.unzip();
    let condition = (question::shown_if_question.eq(on), question::shown_if_value.eq(value));
    diesel::update(question::table.find(id)).set(condition).execute(&mut **tx).await?;
    Ok(())
}

/// Asks it no more.
pub(super) async fn archive(tx: &mut Tx, id: Id<Question>, now: Moment) -> Result<(), Error> {
    let archived = question::archived_at.eq(now);
    diesel::update(question::table.find(id)).set(archived).execute(&mut **tx).await?;
    Ok(())
}

/// Gives those named these places, from 1.
pub(super) async fn renumber(tx: &mut Tx, order: &[Id<Question>]) -> Result<(), Error> {
    for (place, id) in (1..).zip(order) {
        let placed = question::position.eq(place);
        diesel::update(question::table.find(id)).set(placed).execute(&mut **tx).await?;
    }
    Ok(())
}

type OfForm = diesel::dsl::Filter<
    diesel::dsl::Filter<question::table, diesel::dsl::Eq<question::edition_id, Id<crate::editions::Edition>>>,
    diesel::dsl::IsNotDistinctFrom<question::call_id, Option<uuid::Uuid>>,
>;

fn of(form: Form) -> OfForm {
    let of_edition = question::table.filter(question::edition_id.eq(form.edition));
    of_edition.filter(question::call_id.is_not_distinct_from(form.call))
}

/// All of the form in order, archived ones among them.
pub(super) async fn list(conn: &mut AsyncPgConnection, form: Form) -> Result<Vec<Question>, Error> {
    Ok(of(form).order((question::position, question::id)).select(Question::as_select()).load(conn).await?)
}
