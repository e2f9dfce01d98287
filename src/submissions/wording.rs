//! What the chair writes in the place of a decision letter's own words: in one language for everybody, as an edition words
//! any of its mails, or for one recipient.

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{SubmissionId, Verdict, mails, reads::find, store};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{self, Renderer, Template, Wording, WordingFields, wordings},
    values::Lang,
};

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

impl Letterform {
    fn template(&self) -> Result<&'static Template, Error> {
        mail::named(mails::decision_template(self.verdict)).ok_or(Error::NotFound)
    }
}

/// How letters of this form are worded now, and whether that was written for this form itself.
///
/// # Errors
/// [`Error::NotFound`] for a submission outside the proof's edition.
pub async fn wording(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Programme,
    form: &Letterform,
) -> Result<(Wording, bool), Error> {
    if let Some(id) = form.submission {
        find(conn, who, id).await?;
    }
    match nearest(conn, who.edition(), form).await? {
        Some(written) => Ok(written),
        None => Ok((renderer.ours(form.template()?, form.lang)?, false)),
    }
}

/// The nearest words that were written: for the submission itself, else by the edition; with whether they are its own.
pub(super) async fn nearest(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    form: &Letterform,
) -> Result<Option<(Wording, bool)>, Error> {
    if let Some(id) = form.submission
        && let Some(own) = store::wording::of(conn, id, (form.verdict, form.lang)).await?
    {
        return Ok(Some((own, true)));
    }
    let general = wordings::current(conn, edition, (form.template()?, form.lang)).await?;
    Ok(general.map(|wording| (wording, form.submission.is_none())))
}

/// Words letters of this form so from now on.
///
/// # Errors
/// [`Error::NotFound`] for a submission outside the proof's edition; those of
/// [`parse_wording`](Renderer::parse_wording).
pub async fn set_wording(
    tx: &mut Tx,
    renderer: &Renderer,
    who: &Programme,
    edition: &Edition,
    (form, fields): (&Letterform, &WordingFields),
) -> Result<(), Error> {
    let wording = renderer.parse_wording(form.template()?, form.lang, &edition.letterhead(), fields)?;
    match form.submission {
        Some(id) => {
            store::submission::lock_one(tx, who.edition(), id).await?;
            store::wording::set(tx, who.edition(), (id, form.verdict, form.lang), &wording).await?;
        }
        None => keep(tx, who, form, Some(&wording)).await?,
    }
    record(tx, who, "submission.set-wording", form, Some(&wording)).await
}

/// Forgets what was written for this form, if anything was.
///
/// # Errors
/// [`Error::NotFound`] for a submission outside the proof's edition.
pub async fn reset_wording(tx: &mut Tx, who: &Programme, form: &Letterform) -> Result<(), Error> {
    let written = match form.submission {
        Some(id) => {
            store::submission::lock_one(tx, who.edition(), id).await?;
            store::wording::reset(tx, (id, form.verdict, form.lang)).await?
        }
        None => {
            let written =
                wordings::current(tx, who.edition(), (form.template()?, form.lang)).await?.is_some();
            if written {
                keep(tx, who, form, None).await?;
            }
            written
        }
    };
    if written {
        record(tx, who, "submission.reset-wording", form, None).await?;
    }
    Ok(())
}

/// Keeps what all letters of this form say, whatever was said before.
async fn keep(
    tx: &mut Tx,
    who: &Programme,
    form: &Letterform,
    wording: Option<&Wording>,
) -> Result<(), Error> {
    let of = (form.template()?, form.lang);
    let seen = wordings::history(tx, who.edition(), of).await?;
    let seen = <[_]>::first(&seen).map_or(0, |newest| newest.number);
    wordings::keep(tx, who.actor(), who.edition(), of, (wording, seen)).await.map(drop)
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
