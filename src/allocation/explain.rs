//! Reasons that a proposal still lacks: what a duty works out once it is kept.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};

use super::{Input, Plan, Proposal, Why, store};
use crate::{accounts::proofs::System, db::Tx, error::Error, submissions::SubmissionId, values::Id};

/// What a proposal was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MadeOf {
    pub(super) input: Input,
    /// The plan before it, without its reasons.
    pub(super) last: Option<Plan>,
}

/// A proposal that lacks reasons, and what they are worked out from.
#[derive(Clone, Debug, PartialEq)]
pub struct Unexplained {
    /// The proposal.
    pub proposal: Proposal,
    /// What it was made of.
    pub input: Input,
    /// The plan before it.
    pub last: Option<Plan>,
}

/// The newest proposal that lacks reasons.
///
/// # Errors
/// The database's.
pub async fn unexplained(conn: &mut AsyncPgConnection, _: &System) -> Result<Option<Unexplained>, Error> {
    let found = store::proposal::unexplained(conn).await?;
    Ok(found.map(|(proposal, made_of)| Unexplained { proposal, input: made_of.input, last: made_of.last }))
}

/// Adds reasons to a proposal, whatever it has learnt of others since; once nobody lacks one, what it was made of is forgotten.
///
/// # Errors
/// [`Error::NotFound`] for one that is gone.
pub async fn add_reasons(
    tx: &mut Tx,
    _: &System,
    (id, input): (Id<Proposal>, &Input),
    found: BTreeMap<SubmissionId, Why>,
) -> Result<(), Error> {
    let mut plan = store::proposal::lock(tx, id).await?.plan;
    plan.whys.extend(found);
    store::proposal::set_plan(tx, id, &plan, plan.is_explained(input)).await
}
