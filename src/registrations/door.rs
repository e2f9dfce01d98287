//! The door that every registration comes in by.

use futures_util::FutureExt;

use super::{Admission, Admitted, admit};
use crate::{
    db::{Db, batch::Batcher},
    error::Error,
    values::Moment,
};

/// One queue for all editions of this node; clones are the same door.
#[derive(Clone)]
pub struct Admissions {
    batches: Batcher<Admission, Admitted>,
}

impl Admissions {
    /// Opens the door, inside a Tokio runtime.
    #[must_use]
    pub fn open(db: &Db) -> Self {
        let batches = Batcher::start(db.clone(), |tx, members| admit(tx, members, Moment::now()).boxed());
        Self { batches }
    }

    /// Takes one in, together with whoever comes at the same time; answers after COMMIT.
    ///
    /// # Errors
    /// Those of [`admit()`] for one; [`Error::Busy`] when too many are at the door; [`Error::OutcomeUnknown`].
    pub async fn admit(&self, admission: Admission) -> Result<Admitted, Error> {
        self.batches.submit(admission).await
    }
}
