//! Forgetting answers when their time is over.

use serde_json::json;

use super::store;
use crate::{
    accounts::proofs::System,
    audit::{self, Entry},
    db::Tx,
    error::Error,
};

/// Duty: deletes answers whose question says how many days after the edition's end they are kept; answers
/// how many. The trail tells the number for each question, and nothing of the answers.
///
/// # Errors
/// The database's.
pub async fn purge_answers(tx: &mut Tx, who: &System) -> Result<i64, Error> {
    let purged = store::retention::purge(tx).await?;
    let entries: Vec<_> = purged
        .iter()
        .map(|purged| {
            let entry = Entry {
                action: "question.purge-answers",
                subject_kind: "question",
                subject: purged.question_id.uuid(),
                edition: Some(purged.edition_id.uuid()),
                content: json!({ "answers": purged.answers }),
            };
            (who.actor(), entry)
        })
        .collect();
    audit::record_all(tx, &entries).await?;
    Ok(purged.iter().map(|purged| purged.answers).sum())
}
