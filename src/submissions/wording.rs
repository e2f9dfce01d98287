//! What the chair writes in the place of a decision letter's own subject and text: in one language for everybody, or for
//! one recipient.

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{SubmissionId, Verdict, mails, reads::find, store};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::Tx,
    editions::Edition,
    error::{Error, FieldErrors},
    mail::{Renderer, Wording, parse_wording},
    values::{Lang, Line, Prose},
};

/// What may be left blank in a wording, to be filled in for each recipient.
pub const BLANKS: &[&str] = &["title", "call", "confirm_by"];

/// Which letters a wording is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Letterform {
    /// Of one submission; none for all that have none of their own.
    pub submission: Option<SubmissionId>,
    /// Those that tell this.
    pub verdict: Verdict,
    /// Those in this language.
    pub lang: Lang,
}

/// A wording as it arrives. `{title}`, `{call}` and `{confirm_by}` are filled in for each recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WordingFields {
    /// The subject; at most 160 characters.
    pub subject: String,
    /// The paragraphs between greeting and button, with empty lines between them; at most 4000 characters.
    pub text: String,
}

impl TryFrom<&WordingFields> for Wording {
    type Error = FieldErrors;

    /// Codes of its own: `blank_unknown`.
    fn try_from(raw: &WordingFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let subject = errors.take("subject", parse_wording(&raw.subject, BLANKS, Line::<160>::parse));
        let lead = errors.take("text", parse_wording(&raw.text, BLANKS, Prose::<4000>::parse));
        let (subject, lead) = subject.zip(lead).ok_or(errors)?;
        Ok(Self { subject: subject.as_str().to_owned(), lead: lead.to_string() })
    }
}

/// How letters of this form are worded now, and whether the chair wrote that for this form itself.
///
/// # Errors
/// [`Error::NotFound`] for a submission outside the proof's edition.
pub async fn wording(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Programme,
    edition: &Edition,
    form: &Letterform,
) -> Result<(Wording, bool), Error> {
    if let Some(id) = form.submission {
        find(conn, who, id).await?;
    }
    let of = (form.verdict, form.lang);
    if let Some(written) = store::wording::nearest(conn, who.edition(), form.submission, of).await? {
        return Ok(written);
    }
    let template = mails::decision_template(form.verdict);
    Ok((renderer.wording(template, form.lang, &edition.letterhead(), BLANKS)?, false))
}

/// Words letters of this form so from now on.
///
/// # Errors
/// [`Error::NotFound`] for a submission outside the proof's edition.
pub async fn set_wording(
    tx: &mut Tx,
    who: &Programme,
    form: &Letterform,
    wording: &Wording,
) -> Result<(), Error> {
    if let Some(id) = form.submission {
        store::submission::lock_one(tx, who.edition(), id).await?;
    }
    store::wording::set(tx, who.edition(), form, wording).await?;
    record(tx, who, "submission.set-wording", form, Some(wording)).await
}

/// Forgets what was written for this form, if anything was.
///
/// # Errors
/// As [`set_wording`].
pub async fn reset_wording(tx: &mut Tx, who: &Programme, form: &Letterform) -> Result<(), Error> {
    if let Some(id) = form.submission {
        store::submission::lock_one(tx, who.edition(), id).await?;
    }
    if store::wording::reset(tx, who.edition(), form).await? {
        record(tx, who, "submission.reset-wording", form, None).await?;
    }
    Ok(())
}

async fn record(
    tx: &mut Tx,
    who: &Programme,
    action: &'static str,
    form: &Letterform,
    after: Option<&Wording>,
) -> Result<(), Error> {
    let edition = who.edition();
    let (subject_kind, subject) = match form.submission {
        Some(id) => ("submission", id.uuid()),
        None => ("edition", edition),
    };
    let content = json!({ "form": form, "after": after });
    audit::record(tx, who.actor(), Entry { action, subject_kind, subject, edition: Some(edition), content })
        .await
}
