//! Noting what became of mails, many at a time: while one transaction is under way, what comes in waits, and goes
//! into the next one together.

use std::{
    pin::pin,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use futures_util::{FutureExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use uuid::Uuid;

use super::{
    outbox::Mail,
    schedule::Fate,
    store::{self, Claimed, Try},
    suppression::{self, NewSuppression, SuppressionReason},
    transport::Outcome,
};
use crate::{
    audit::Actor,
    db::{Db, Tx},
    error::Error,
    values::Id,
};

/// How long to wait, in seconds, before it is tried again to note something.
const PAUSES: [u64; 3] = [1, 5, 15];

/// What became of mails and is not noted yet.
#[derive(Debug, Default)]
pub struct Settling {
    waiting: Mutex<Vec<Settled>>,
    turn: tokio::sync::Mutex<()>,
}

/// What became of one mail.
#[derive(Debug)]
pub(super) struct Settled {
    mail: Id<Mail>,
    edition: Option<Uuid>,
    recipient: String,
    number: i32,
    fate: Fate,
    outcome: Outcome,
}

impl Settled {
    /// After the try to send `row` ended so.
    pub(super) fn after(row: Claimed, outcome: Outcome) -> Self {
        let fate = Fate::after(row.attempts - row.tries_from, &outcome, rand::random());
        report(row.id, row.attempts, &outcome);
        Self {
            mail: row.id,
            edition: row.edition_id,
            recipient: row.recipient,
            number: row.attempts,
            fate,
            outcome,
        }
    }

    /// What the mail server said.
    fn answer(&self) -> &str {
        let (Outcome::Accepted(answer)
        | Outcome::Deferred(answer)
        | Outcome::Refused(answer)
        | Outcome::NoSuchAddress(answer)
        | Outcome::Away(answer)) = &self.outcome;
        answer
    }

    fn as_try(&self) -> Try<'_> {
        Try { mail: self.mail, number: self.number, fate: self.fate, answer: self.answer() }
    }
}

impl Settling {
    /// Comes back when what became of a mail is noted, by whoever had the turn. A database that is away for a moment must
    /// not make us send it twice, so it is tried for a while.
    ///
    /// # Errors
    /// The database's, for whoever had the turn; mails whose end could not be noted are sent again after their lease.
    pub(super) async fn note(&self, db: &Db, settled: Settled) -> Result<(), Error> {
        self.waiting().push(settled);
        let _turn = self.turn.lock().await;
        let some = std::mem::take(&mut *self.waiting());
        if some.is_empty() {
            return Ok(());
        }
        for pause in PAUSES {
            let noted = db.transaction(async |tx| note(tx, &some).await).await;
            let Err(error) = noted else { return Ok(()) };
            tracing::warn!(mails = some.len(), %error, "what became of mails could not be noted; trying again");
            tokio::time::sleep(Duration::from_secs(pause)).await;
        }
        db.transaction(async |tx| note(tx, &some).await).await
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Settled>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What one lane has sent and is being noted, while it goes on sending. A worker that dies leaves no more than these in
/// doubt, and the one on its way: they are sent again.
#[derive(Default)]
pub(super) struct Noting<'a> {
    under_way: FuturesUnordered<BoxFuture<'a, Result<(), Error>>>,
    failed: Option<Error>,
}

impl<'a> Noting<'a> {
    pub(super) fn push(&mut self, note: impl Future<Output = Result<(), Error>> + Send + 'a) {
        self.under_way.push(note.boxed());
    }

    /// Goes on noting while `sending` is under way; what fails is told by [`Self::finish`], since a mail must not be cut
    /// off for the sake of another.
    pub(super) async fn beside<T>(&mut self, sending: impl Future<Output = T>) -> T {
        let mut sending = pin!(sending);
        loop {
            tokio::select! {
                sent = &mut sending => return sent,
                Some(noted) = self.under_way.next() => self.failed = self.failed.take().or(noted.err()),
            }
        }
    }

    /// Waits until all is noted.
    ///
    /// # Errors
    /// The first that there was.
    pub(super) async fn finish(mut self) -> Result<(), Error> {
        while let Some(noted) = self.under_way.next().await {
            self.failed = self.failed.or(noted.err());
        }
        self.failed.map_or(Ok(()), Err)
    }
}

/// Notes the answers; an address that is none gets no more mail.
async fn note(tx: &mut Tx, some: &[Settled]) -> Result<(), Error> {
    let tries: Vec<Try<'_>> = some.iter().map(Settled::as_try).collect();
    store::settle(tx, &tries).await?;
    for settled in some.iter().filter(|settled| matches!(settled.outcome, Outcome::NoSuchAddress(_))) {
        let new = NewSuppression {
            address: &settled.recipient,
            reason: SuppressionReason::Refused,
            diagnostic: settled.answer(),
            mail: settled.mail,
            edition: settled.edition,
        };
        suppression::suppress(tx, &Actor::duty(), new).await?;
    }
    Ok(())
}

/// The log names mails by id alone: answers may quote addresses, and stand in the console.
fn report(mail: Id<Mail>, attempt: i32, outcome: &Outcome) {
    match outcome {
        Outcome::Accepted(_) => tracing::info!(%mail, attempt, "mail sent"),
        Outcome::Deferred(_) => tracing::warn!(%mail, attempt, "mail deferred"),
        Outcome::Refused(_) => tracing::warn!(%mail, attempt, "mail refused"),
        Outcome::NoSuchAddress(_) => {
            tracing::warn!(%mail, attempt, "mail refused; the address is suppressed")
        }
        Outcome::Away(answer) => tracing::warn!(%mail, attempt, answer, "the mail server is away"),
    }
}
