//! A point in time as the database keeps it: to the microsecond.

use std::{fmt, ops::Deref};

use diesel::{
    deserialize, deserialize::FromSql, deserialize::FromSqlRow, expression::AsExpression, pg::Pg,
    pg::PgValue, serialize, serialize::ToSql, sql_types::Timestamptz,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A point in time, rounded down to PostgreSQL's microseconds so that what is written is what is read.
/// Shown and parsed as RFC 3339 in UTC.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    AsExpression,
    FromSqlRow,
    utoipa::ToSchema,
)]
#[diesel(sql_type = Timestamptz)]
#[schema(value_type = String, format = DateTime)]
#[serde(from = "Timestamp")]
pub struct Moment(Timestamp);

impl Moment {
    /// This node's clock. Deadlines are judged by the database's clock instead (`Tx::now`).
    #[must_use]
    pub fn now() -> Self {
        Self::from(Timestamp::now())
    }

    /// This moment plus `span`; a sum beyond the calendar's end stays at that end.
    #[must_use]
    pub fn plus(self, span: SignedDuration) -> Self {
        Self(self.0.saturating_add(span).unwrap_or(self.0))
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        let micros = timestamp.as_microsecond();
        Self(Timestamp::from_microsecond(micros).unwrap_or(timestamp))
    }
}

impl Deref for Moment {
    type Target = Timestamp;
    fn deref(&self) -> &Timestamp {
        &self.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl ToSql<Timestamptz, Pg> for Moment {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        let wrapped = jiff_diesel::Timestamp::from(self.0);
        ToSql::<Timestamptz, Pg>::to_sql(&wrapped, &mut out.reborrow())
    }
}

impl FromSql<Timestamptz, Pg> for Moment {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let wrapped = <jiff_diesel::Timestamp as FromSql<Timestamptz, Pg>>::from_sql(bytes)?;
        Ok(Self::from(wrapped.to_jiff()))
    }
}
