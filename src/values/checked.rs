//! The one shape behind every checked text: a string that went through its rule.
//!
//! `Email`, `Slug`, `Line<80>` and their like are aliases of [`Checked`] with different rules, so
//! that parsing, storing, JSON and OpenAPI are written once.

use std::{fmt, hash, marker::PhantomData};

use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::Pg,
    serialize::{self, ToSql},
    sql_types,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use super::text;
use crate::error::Reason;

/// What makes a text of one kind right, and its normal form.
pub trait Rule: 'static {
    /// The normal form of what somebody typed.
    ///
    /// # Errors
    /// The code of what is wrong.
    fn normal(raw: &str) -> Result<String, Reason>;
}

/// A text in the normal form of rule `R`; there is no other way to make one than to parse it.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = sql_types::Text)]
pub struct Checked<R: 'static> {
    text: String,
    rule: PhantomData<fn() -> R>,
}

impl<R: Rule> Checked<R> {
    /// Parses what somebody typed.
    ///
    /// # Errors
    /// The rule's codes; `required` when nothing visible was typed.
    pub fn parse(raw: &str) -> Result<Self, Reason> {
        if text::is_blank(raw) {
            return Err(Reason::new("required"));
        }
        R::normal(raw).map(|text| Self { text, rule: PhantomData })
    }

    /// Like [`parse`](Self::parse), but nothing visible is `None`.
    ///
    /// # Errors
    /// The rule's codes.
    pub fn optional(raw: &str) -> Result<Option<Self>, Reason> {
        if text::is_blank(raw) { Ok(None) } else { Self::parse(raw).map(Some) }
    }
}

impl<R> Checked<R> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, given away.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }
}

impl<R> Clone for Checked<R> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), rule: PhantomData }
    }
}
impl<R> PartialEq for Checked<R> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<R> Eq for Checked<R> {}
impl<R> hash::Hash for Checked<R> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<R> fmt::Debug for Checked<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}
impl<R> fmt::Display for Checked<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<R> Serialize for Checked<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}
impl<'de, R: Rule> Deserialize<'de> for Checked<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::parse(&raw).map_err(|reason| de::Error::custom(reason.code))
    }
}

impl<R> ToSql<sql_types::Text, Pg> for Checked<R> {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        <str as ToSql<sql_types::Text, Pg>>::to_sql(&self.text, out)
    }
}
/// Rows are trusted: only a checked text was ever written, and a rule that grows stricter later must
/// not make old rows unreadable.
impl<R> FromSql<sql_types::Text, Pg> for Checked<R> {
    fn from_sql(bytes: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<sql_types::Text, Pg>>::from_sql(bytes)?;
        Ok(Self { text, rule: PhantomData })
    }
}

impl<R> PartialSchema for Checked<R> {
    fn schema() -> RefOr<Schema> {
        String::schema()
    }
}
impl<R> ToSchema for Checked<R> {}
