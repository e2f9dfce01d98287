//! Turns a broken constraint into the field it belongs to.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

use crate::error::{Error, Reason};

/// What a store says of its constraints: name, field of the form, code of the reason.
pub type Constraints = &'static [(&'static str, &'static str, &'static str)];

/// The field's error if `error` broke one of `constraints`, else the error as it is.
pub fn named(constraints: Constraints, error: DieselError) -> Error {
    if let DieselError::DatabaseError(_, info) = &error
        && let Some(broken) = info.constraint_name()
        && let Some((_, field, code)) = constraints.iter().find(|(name, ..)| *name == broken)
    {
        return Error::field(field, Reason::new(code));
    }
    error.into()
}

/// `in_use` if rows of other tables still refer to what was to be removed, else the error as it is.
pub fn in_use(error: DieselError) -> Error {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => Error::conflict("in_use"),
        other => other.into(),
    }
}

/// Not found if a new row refers to what is not there, else the error as it is.
pub fn missing(error: DieselError) -> Error {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => Error::NotFound,
        other => other.into(),
    }
}
