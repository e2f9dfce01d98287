//! Writing contents: the owner while she may, staff at any time.

use serde_json::json;

use super::{
    By, Draft, Lifecycle, Submission, SubmissionId, Verdict, attachments,
    form::form,
    locked::{changed, editable, record},
    store,
};
use crate::{
    accounts::proofs::Programme, audit::Actor, db::Tx, error::Error, keys::Keys, questions::StoredAnswer,
    values::Moment,
};

/// She writes her submission: a draft and what was handed in until the call closes, what was accepted also later. What
/// was handed in may not become incomplete, and after an acceptance lacks nothing that is asked only then.
///
/// # Errors
/// [`Error::Conflict`]: `edited_meanwhile`, `call_closed`, `submission_closed`, `submission_withdrawn`;
/// [`Error::Invalid`]: `required`, `answer_frozen`; [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn save(
    tx: &mut Tx,
    keys: &Keys,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    draft: &Draft,
    now: Moment,
) -> Result<Submission, Error> {
    let who = who.into();
    let (before, call) = editable(tx, who, id, now).await?;
    let accepted = before.told == Some(Verdict::Accepted);
    let form = form(tx, call).await?;
    let stored = store::answers::of(tx, id).await?;
    form.check_frozen(keys, &before, &stored, draft, now)?;
    if before.lifecycle != Lifecycle::Draft {
        let answers = draft.answers.stored(keys, id.uuid())?;
        let filed = attachments::answered(tx, id).await?;
        form.missing(keys, &before.with(draft), &answers, &filed, accepted)?.check()?;
    }
    write(tx, keys, (who.actor(), "submission.save"), &before, draft).await
}

impl Submission {
    /// What it will be with other contents.
    fn with(&self, draft: &Draft) -> Self {
        Self {
            title: draft.title.clone(),
            summary: draft.summary.clone(),
            spoken: draft.spoken.clone(),
            track: draft.track,
            session_type: draft.session_type,
            ..self.clone()
        }
    }

    /// Whether these contents are others than its own, of which `answered` are the answers.
    fn is_changed_by(&self, keys: &Keys, answered: &[StoredAnswer], draft: &Draft) -> Result<bool, Error> {
        if self.with(draft) != *self || answered.len() != draft.answers.iter().count() {
            return Ok(true);
        }
        for was in answered {
            let value = was.open(keys, self.id.uuid())?;
            if draft.answers.of(was.question).is_none_or(|answer| answer.value != value) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Staff correct a submission, whatever its call's window says.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::NotFound`] outside the proof's edition.
pub async fn correct(
    tx: &mut Tx,
    keys: &Keys,
    who: &Programme,
    id: SubmissionId,
    draft: &Draft,
) -> Result<Submission, Error> {
    let before = store::submission::lock_one(tx, who.edition(), id).await?;
    if before.lifecycle != Lifecycle::Draft && draft.title.is_none() {
        return Err(Error::field("title", crate::error::Reason::new("required")));
    }
    write(tx, keys, (who.actor(), "submission.correct"), &before, draft).await
}

async fn write(
    tx: &mut Tx,
    keys: &Keys,
    (actor, action): (&Actor, &'static str),
    before: &Submission,
    draft: &Draft,
) -> Result<Submission, Error> {
    if draft.seen_version.is_some_and(|seen| seen != before.version) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    let answered = store::answers::of(tx, before.id).await?;
    let changes = before.is_changed_by(keys, &answered, draft)?;
    let after = store::submission::update(tx, before.id, draft).await?;
    let answers = draft.answers.stored(keys, before.id.uuid())?;
    store::answers::replace(tx, before.id, &answers).await?;
    if changes {
        changed(tx, before).await?;
    }
    let told = |row: &Submission| json!({ "title": row.title, "summary": row.summary, "spoken": row.spoken });
    record(tx, actor, action, &after, json!({ "before": told(before), "after": told(&after) })).await?;
    Ok(after)
}
