//! Whether what was handed in fits its call's rules: staff say so with a reason, the applicant may reply once.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{
    By, Eligibility, Lifecycle, Submission, SubmissionId,
    locked::{own, record},
    mails::Told,
    reads::find,
    store,
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, CallId},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    mail, speakers,
    values::{Moment, Prose},
};

/// What staff found, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CheckFields {
    /// `yes` or `no`.
    pub eligible: String,
    /// What the applicant is told; at most 2000 characters; required where it does not fit.
    pub reason: String,
}

/// What staff found.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    pub(super) passed: bool,
    pub(super) reason: Option<Prose<2000>>,
}

impl TryFrom<&CheckFields> for Check {
    type Error = FieldErrors;

    fn try_from(raw: &CheckFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let passed = errors.take(
            "eligible",
            match raw.eligible.as_str() {
                "yes" => Ok(true),
                "no" => Ok(false),
                "" => Err(Reason::new("required")),
                _ => Err(Reason::new("choice_unknown")),
            },
        );
        let reason = errors.take("reason", Prose::optional(&raw.reason));
        if passed == Some(false) && reason == Some(None) {
            errors.add("reason", Reason::new("required"));
        }
        errors.check()?;
        Ok(Self { passed: passed.unwrap_or_default(), reason: reason.flatten() })
    }
}

/// Staff say whether something fits its call's rules. Where it does not, the applicant is told why, and told again whatever they
/// find once she replied; what fails is not shared out to reviewers. Only what a company handed in can fail, since nobody
/// else could reply.
///
/// # Errors
/// [`Error::Conflict`]: `submission_draft`, `submission_withdrawn`, `eligibility_of_company`; [`Error::NotFound`] outside the
/// proof's edition.
pub async fn check_eligibility(
    tx: &mut Tx,
    who: &Programme,
    id: SubmissionId,
    check: &Check,
    now: Moment,
) -> Result<(), Error> {
    let row = store::submission::lock_one(tx, who.edition(), id).await?;
    match row.lifecycle {
        Lifecycle::Draft => return Err(Error::conflict("submission_draft")),
        Lifecycle::Withdrawn => return Err(Error::conflict("submission_withdrawn")),
        Lifecycle::Submitted => {}
    }
    if row.company.is_none() && !check.passed {
        return Err(Error::conflict("eligibility_of_company"));
    }
    let before = store::eligibility::find(tx, id).await?;
    let same = |before: &Eligibility| before.passed == check.passed && before.reason == check.reason;
    if before.as_ref().is_some_and(|before| same(before) && !before.is_replied()) {
        return Ok(());
    }
    store::eligibility::write(tx, id, check, now).await?;
    // Whoever was told that it does not fit is told when it does.
    if !check.passed || before.as_ref().is_some_and(|before| !before.passed) {
        tell(tx, &row, check).await?;
    }
    let content = json!({ "before": before, "after": check });
    record(tx, who.actor(), "submission.check-eligibility", &row, content).await
}

async fn tell(tx: &mut Tx, row: &Submission, check: &Check) -> Result<(), Error> {
    let call = calls::by_id(tx, row.edition, row.call).await?;
    let speaker = speakers::of_submission(tx, row.edition, row.owner).await?;
    let Some(addressee) = speaker.addressee() else { return Ok(()) };
    let told = Told { row, call: &call, addressee };
    let reason = check.reason.as_ref().map(Prose::as_str).unwrap_or_default();
    mail::queue(tx, &[if check.passed { told.passed() } else { told.failed(reason) }]).await
}

/// She replies, once, to what staff found.
///
/// # Errors
/// [`Error::Conflict`] `eligibility_no_reply` when nothing was found against it, or she replied before;
/// [`Error::NotFound`] when it is not hers.
pub async fn reply(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    text: &Prose<2000>,
    now: Moment,
) -> Result<(), Error> {
    let who = who.into();
    let (row, _) = own(tx, who, id).await?;
    let found = store::eligibility::find(tx, id).await?;
    let open = row.lifecycle == Lifecycle::Submitted && found.is_some_and(|found| found.takes_reply());
    if !open {
        return Err(Error::conflict("eligibility_no_reply"));
    }
    store::eligibility::reply(tx, id, text, now).await?;
    record(tx, who.actor(), "submission.reply", &row, json!({ "after": text })).await
}

/// What staff found about a submission, if they looked.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn eligibility(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<Option<Eligibility>, Error> {
    find(conn, who, id).await?;
    store::eligibility::find(conn, id).await
}

/// What staff found about those of these that are of the proof's edition, as far as they looked.
///
/// # Errors
/// The database's.
pub async fn eligibilities(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    ids: &[SubmissionId],
) -> Result<BTreeMap<SubmissionId, Eligibility>, Error> {
    store::eligibility::of(conn, who.edition(), ids).await
}

/// Those of a call that were found not to fit its rules, until staff let them pass: nobody judges them, and no slot is given to
/// them.
///
/// # Errors
/// The database's.
pub async fn failed(conn: &mut AsyncPgConnection, call: CallId) -> Result<BTreeSet<SubmissionId>, Error> {
    store::eligibility::failed(conn, call).await
}

/// What staff found about hers, if they looked.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers.
pub async fn own_eligibility(
    conn: &mut AsyncPgConnection,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<Option<Eligibility>, Error> {
    who.into().find(conn, id).await?;
    store::eligibility::find(conn, id).await
}
