//! Files that go before their owner does.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{FileId, Owner};
use crate::{
    db::{Tx, schema::file as f},
    error::Error,
};

/// Removes one file of that row; it need not be there.
///
/// # Errors
/// The database's.
pub async fn remove(tx: &mut Tx, owner: Owner, id: FileId) -> Result<(), Error> {
    let theirs = f::owner_kind.eq(owner.kind).and(f::owner_id.eq(owner.id));
    diesel::delete(f::table.find(id).filter(theirs)).execute(&mut **tx).await?;
    Ok(())
}

/// Removes every file of that row, as when the person is erased and the row stays behind emptied.
///
/// # Errors
/// The database's.
pub async fn remove_all(tx: &mut Tx, owner: Owner) -> Result<(), Error> {
    let theirs = f::owner_kind.eq(owner.kind).and(f::owner_id.eq(owner.id));
    diesel::delete(f::table.filter(theirs)).execute(&mut **tx).await?;
    Ok(())
}
