//! Many small writes as few transactions: whatever came in while one commits goes into the next together.
//!
//! A batch never waits for company, so a lone request is as fast as without. Members are answered after
//! COMMIT. When a batch fails, each member is tried alone, so that one bad row spoils nobody else's; when
//! the answer to COMMIT was lost, they are run again, and the work itself knows by their ids what is there.

use std::{sync::Arc, time::Duration};

use futures_util::future::BoxFuture;
use metrics::histogram;
use tokio::sync::{mpsc, oneshot};

use super::{Db, Tx};
use crate::error::Error;

/// So many may wait; who comes after is told that we are busy.
const QUEUE: usize = 1024;

/// So many share one transaction, so that its locks stay short.
const MOST: usize = 128;

/// The metric of how many members shared a transaction.
pub const SIZE: &str = "plenary_batch_size";

/// How long after a lost answer we go on asking what became of it.
const PATIENCE: [Duration; 4] =
    [Duration::ZERO, Duration::from_millis(250), Duration::from_secs(1), Duration::from_secs(3)];

/// What a batch does: one answer for each member, in order, or an error for all, after which nothing may
/// be written. It must be safe to run again with the same members.
pub type Work<M, A> =
    dyn for<'a> Fn(&'a mut Tx, &'a [M]) -> BoxFuture<'a, Result<Vec<Result<A, Error>>, Error>> + Send + Sync;

/// Takes members in and answers each; clones share one queue.
pub struct Batcher<M, A> {
    queue: mpsc::Sender<Member<M, A>>,
}

struct Member<M, A> {
    member: M,
    answer: oneshot::Sender<Result<A, Error>>,
}

impl<M, A> Clone for Batcher<M, A> {
    fn clone(&self) -> Self {
        Self { queue: self.queue.clone() }
    }
}

impl<M: Send + Sync + 'static, A: Send + 'static> Batcher<M, A> {
    /// Starts the one task that works off the queue. It ends, all work done, when the last clone is dropped.
    pub fn start(
        db: Db,
        work: impl for<'a> Fn(&'a mut Tx, &'a [M]) -> BoxFuture<'a, Result<Vec<Result<A, Error>>, Error>>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, Arc::new(work), waiting));
        Self { queue }
    }

    /// Puts `member` in line and waits for its answer. If the caller goes away, the member stays in line.
    ///
    /// # Errors
    /// The member's own; [`Error::Busy`] when the queue is full; [`Error::OutcomeUnknown`] when nobody
    /// could say whether its transaction was committed.
    pub async fn submit(&self, member: M) -> Result<A, Error> {
        let (answer, answered) = oneshot::channel();
        self.queue.try_send(Member { member, answer }).map_err(|_| Error::Busy)?;
        answered.await.unwrap_or(Err(Error::OutcomeUnknown))
    }
}

async fn run<M: Send + Sync, A: Send>(
    db: Db,
    work: Arc<Work<M, A>>,
    mut waiting: mpsc::Receiver<Member<M, A>>,
) {
    let mut batch = Vec::with_capacity(MOST);
    while waiting.recv_many(&mut batch, MOST).await > 0 {
        let (members, callers): (Vec<M>, Vec<_>) =
            batch.drain(..).map(|one| (one.member, one.answer)).unzip();
        histogram!(SIZE).record(f64::from(u32::try_from(members.len()).unwrap_or(u32::MAX)));
        for (caller, answer) in callers.into_iter().zip(all(&db, &*work, &members).await) {
            // Whoever hung up does not hear the answer.
            drop(caller.send(answer));
        }
    }
}

/// Answers every member, together if possible.
async fn all<M: Sync, A: Send>(db: &Db, work: &Work<M, A>, members: &[M]) -> Vec<Result<A, Error>> {
    let error = match settled(db, work, members).await {
        Ok(answers) => return answers,
        Err(error) => error,
    };
    if let Some(answers) = for_all(&error, members.len()) {
        return answers;
    }
    tracing::warn!(%error, members = members.len(), "a batch failed; its members are tried one by one");
    let mut answers = Vec::with_capacity(members.len());
    for member in members {
        let alone = settled(db, work, std::slice::from_ref(member)).await;
        answers.push(alone.and_then(|mut answers| answers.pop().unwrap_or(Err(Error::OutcomeUnknown))));
    }
    answers
}

/// Errors that trying each alone would not mend.
fn for_all<A>(error: &Error, members: usize) -> Option<Vec<Result<A, Error>>> {
    let same: fn() -> Error = match error {
        Error::Busy => || Error::Busy,
        Error::OutcomeUnknown => || Error::OutcomeUnknown,
        _ => return None,
    };
    Some((0..members).map(|_| Err(same())).collect())
}

/// Runs the members in one transaction; if the answer to COMMIT is lost, runs them again to learn what it was.
async fn settled<M: Sync, A: Send>(
    db: &Db,
    work: &Work<M, A>,
    members: &[M],
) -> Result<Vec<Result<A, Error>>, Error> {
    let mut answer = once(db, work, members).await;
    for pause in PATIENCE {
        if !matches!(answer, Err(Error::OutcomeUnknown)) {
            return answer;
        }
        tokio::time::sleep(pause).await;
        // Only an answer from a committed transaction settles it: an error says nothing about the first try.
        answer = once(db, work, members).await.map_err(|_| Error::OutcomeUnknown);
    }
    answer
}

async fn once<M: Sync, A: Send>(
    db: &Db,
    work: &Work<M, A>,
    members: &[M],
) -> Result<Vec<Result<A, Error>>, Error> {
    db.transaction(async |tx| work(tx, members).await).await
}
