//! The database's clock inside a statement.

diesel::define_sql_function! {
    /// The moment itself, unlike `now()`, which stands still through a transaction: what waited for a lock is
    /// judged by the time after it.
    fn clock_timestamp() -> diesel::sql_types::Timestamptz;
}
