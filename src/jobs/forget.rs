//! The duties that forget what is kept no longer than it must be.

use futures_util::{FutureExt, future::BoxFuture};

use crate::{
    accounts::{self, proofs::System},
    db::{attempts, idempotency},
    error::Error,
    http::App,
    outbox, registrations, transfer, webhooks,
};

pub(super) fn purge_answers(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| registrations::purge_answers(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

pub(super) fn purge_mails(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        while app.db.transaction(async |tx| outbox::purge(tx, &System::duty()).await).await? > 0 {}
        Ok(())
    }
    .boxed()
}

pub(super) fn forget_claims(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move { app.db.transaction(async |tx| idempotency::expire(tx).await).await.map(drop) }.boxed()
}

pub(super) fn forget_attempts(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move { app.db.transaction(async |tx| attempts::expire(tx).await).await.map(drop) }.boxed()
}

pub(super) fn sweep_sessions(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| accounts::sweep_sessions(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

pub(super) fn sweep_sign_ins(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| accounts::sweep_sign_ins(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

pub(super) fn forget_uploads(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| transfer::forget_uploads(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

pub(super) fn forget_deliveries(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move { app.db.transaction(async |tx| webhooks::forget(tx, &System::duty()).await).await.map(drop) }
        .boxed()
}
