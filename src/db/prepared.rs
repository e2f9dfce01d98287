//! Hand-written SQL whose plan a connection keeps.
//!
//! Diesel prepares `sql_query` anew each time, since it cannot know that the text is always the same.
//! Here the text is `'static`, so every connection parses and plans it once.

use diesel::{
    QueryResult,
    expression::AsExpression,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{SingleValue, SqlType, Untyped},
};

/// A statement and its values so far.
pub struct Prepared<'a> {
    sql: &'static str,
    values: Vec<Box<dyn QueryFragment<Pg> + Send + 'a>>,
}

/// A statement with a `?` for each value, in the order in which they are bound. It must hold no other `?`.
#[must_use]
pub fn prepared<'a>(sql: &'static str) -> Prepared<'a> {
    Prepared { sql, values: Vec::new() }
}

impl<'a> Prepared<'a> {
    /// Fills the next `?`.
    #[must_use]
    pub fn bind<ST, V>(mut self, value: V) -> Self
    where
        ST: SqlType + SingleValue,
        V: AsExpression<ST>,
        V::Expression: QueryFragment<Pg> + Send + 'a,
    {
        self.values.push(Box::new(value.as_expression()));
        self
    }
}

impl QueryFragment<Pg> for Prepared<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut pieces = self.sql.split('?');
        out.push_sql(pieces.next().unwrap_or_default());
        for (value, piece) in self.values.iter().zip(pieces) {
            value.walk_ast(out.reborrow())?;
            out.push_sql(piece);
        }
        Ok(())
    }
}

/// Told apart by their text, not by their type.
impl QueryId for Prepared<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Prepared<'_> {
    type SqlType = Untyped;
}
