//! Creations that happen once per `Idempotency-Key`, and their answer.

use actix_web::{HttpResponse, http::header};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    db::{
        Db, Tx,
        idempotency::{self, Claim},
    },
    error::Error,
};

/// Something that a creation makes, as the API shows it.
pub(super) trait Made: Serialize {
    /// The id of its row.
    fn id(&self) -> Uuid;
}

/// Makes something, or, where `claim` was laid before, shows again what that first request made, as it is now.
///
/// # Errors
/// Those of [`idempotency::earlier`], of `make` and of `find`.
pub(super) async fn once<T: Made>(
    db: &Db,
    claim: Option<Claim>,
    make: impl AsyncFnOnce(&mut Tx) -> Result<T, Error>,
    find: impl AsyncFnOnce(&mut Tx, Uuid) -> Result<T, Error>,
) -> Result<T, Error> {
    db.transaction(async |tx| {
        let Some(claim) = claim else { return make(tx).await };
        if let Some(made) = idempotency::earlier(tx, &claim).await? {
            return find(tx, made).await;
        }
        let made = make(tx).await?;
        idempotency::keep(tx, &claim, made.id()).await?;
        Ok(made)
    })
    .await
}

/// `201 Created`, with where the new thing stands.
pub(super) fn created(location: String, made: &impl Serialize) -> HttpResponse {
    HttpResponse::Created().insert_header((header::LOCATION, location)).json(made)
}
