//! Proposals that are kept, until one is accepted.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{
    Input, Plan, Rules,
    explain::MadeOf,
    store::{self, proposal::NewProposal},
};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    calls::{self, CallId},
    db::Tx,
    error::Error,
    values::{Id, Moment},
};

/// Who would get which slot, by which rules, made of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its id.
    pub id: Id<Proposal>,
    /// Whose slots it gives out.
    pub call: CallId,
    /// From 1 on in its call.
    pub number: i32,
    /// By which rules.
    pub rules: Rules,
    /// The digest of what it was made of.
    pub digest: String,
    /// Who gets what, and why.
    pub plan: Plan,
    /// Whether reasons are still to come.
    pub lacks_reasons: bool,
    /// When it was made.
    pub made_at: Moment,
    /// When it was accepted.
    pub accepted_at: Option<Moment>,
}

/// The newest proposal for a call.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn latest(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Option<Proposal>, Error> {
    let call = calls::call(conn, who, call).await?;
    store::proposal::latest(conn, call.id).await
}

/// Keeps a plan as the newest proposal for a call, made of `input` when another was the `last` one; decides nothing.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn keep(
    tx: &mut Tx,
    who: &Programme,
    call: CallId,
    rules: &Rules,
    (input, plan, last): (&Input, &Plan, Option<&Plan>),
) -> Result<Proposal, Error> {
    let call = calls::hold(tx, who, call).await?;
    let last = last.map(|last| Plan { whys: BTreeMap::new(), ..last.clone() });
    let made_of = (!plan.is_explained(input)).then(|| MadeOf { input: input.clone(), last });
    let new = NewProposal { rules, digest: &input.digest()?, plan, made_of: made_of.as_ref() };
    let proposal = store::proposal::insert(tx, call.id, &new).await?;
    let content = json!({ "number": proposal.number, "rules": rules, "seats": plan.seats });
    record(tx, who, "allocation.propose", call.id, content).await?;
    Ok(proposal)
}

/// What happened to a call's slots.
pub(super) async fn record(
    tx: &mut Tx,
    who: &Programme,
    action: &'static str,
    call: CallId,
    content: Value,
) -> Result<(), Error> {
    let entry =
        Entry { action, subject_kind: "call", subject: call.uuid(), edition: Some(who.edition()), content };
    audit::record(tx, who.actor(), entry).await
}
