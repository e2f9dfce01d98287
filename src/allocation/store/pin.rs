//! The table `allocation_pin`.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::{Deserialize, Serialize};

use super::place::Place;
use crate::{
    calls::CallId,
    db::{
        Tx,
        schema::{allocation_pin, submission},
        violation::{self, Constraints},
    },
    error::Error,
    submissions::SubmissionId,
    values::Id,
};

const CONSTRAINTS: Constraints = &[("allocation_pin_place_id_fkey", "pins", "choice_unknown")];

crate::text_enum! {
    /// The word that the table has for it.
    pub enum Word {
        /// A slot.
        In = "in",
        /// This slot.
        At = "at",
        /// None.
        Out = "out",
    }
}

/// What people have settled about an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settled {
    /// Has a slot, whichever.
    In,
    /// Has this one.
    At(Id<Place>),
    /// Has none.
    Out,
}

impl Settled {
    fn row(self) -> (Word, Option<Id<Place>>) {
        match self {
            Self::In => (Word::In, None),
            Self::At(place) => (Word::At, Some(place)),
            Self::Out => (Word::Out, None),
        }
    }
}

pub(in crate::allocation) async fn of_call(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<BTreeMap<SubmissionId, Settled>, Error> {
    use allocation_pin as p;
    let own = submission::table.filter(submission::call_id.eq(call)).select(submission::id);
    let rows =
        p::table.filter(p::submission_id.eq_any(own)).select((p::submission_id, p::settled, p::place_id));
    let rows: Vec<(SubmissionId, Word, Option<Id<Place>>)> = rows.load(conn).await?;
    let settled = |(id, word, place)| match (word, place) {
        (Word::At, Some(place)) => (id, Settled::At(place)),
        (Word::Out, _) => (id, Settled::Out),
        (Word::In | Word::At, _) => (id, Settled::In),
    };
    Ok(rows.into_iter().map(settled).collect())
}

/// Writes what is settled about one; `None` for nothing.
pub(in crate::allocation) async fn set(
    tx: &mut Tx,
    id: SubmissionId,
    settled: Option<Settled>,
) -> Result<(), Error> {
    use allocation_pin as p;
    let Some(settled) = settled else {
        diesel::delete(p::table.find(id)).execute(&mut **tx).await?;
        return Ok(());
    };
    let (word, place) = settled.row();
    let facts = (p::settled.eq(word), p::place_id.eq(place));
    let written = diesel::insert_into(p::table).values((p::submission_id.eq(id), facts));
    let written = written.on_conflict(p::submission_id).do_update().set(facts).execute(&mut **tx).await;
    written.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}
