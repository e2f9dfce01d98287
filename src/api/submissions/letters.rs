//! Telling applicants what was decided: every letter can be read before it goes out.

use actix_web::web::{self, Data};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::SubmissionBody;
use crate::{
    accounts::proofs::Programme,
    api::{json::Json, lists::All},
    db::Tx,
    error::{Error, Reason},
    http::{App, bearer::With},
    mail::Renderer,
    reviews,
    submissions::{self, Letter, Read, Verdict},
    values::{Id, Lang, Moment},
};

/// What one applicant would be told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DecisionLetter)]
pub(in crate::api) struct LetterBody {
    /// The submission's id.
    submission: Uuid,
    /// The speaker's id.
    speaker: Uuid,
    /// What she would hear.
    verdict: Verdict,
    /// The mail; null where no address is known, and somebody has to call.
    mail: Option<PrintedBody>,
}

/// A mail as it would go out; where links go there are words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrintedMail)]
pub(in crate::api) struct PrintedBody {
    /// Her address, or her contact's.
    to: String,
    /// Its language.
    lang: Lang,
    /// Its subject.
    subject: String,
    /// Its plain text.
    text: String,
    /// Tells this letter from what it may say later; send it along when you tell.
    fingerprint: String,
}

impl From<Letter> for LetterBody {
    fn from(letter: Letter) -> Self {
        let fingerprint = letter.fingerprint();
        let Letter { submission, verdict, speaker, mail } = letter;
        let mail = mail.map(|(mail, printed)| PrintedBody {
            to: mail.to.email.into_string(),
            lang: mail.to.lang,
            subject: printed.subject,
            text: printed.text,
            fingerprint,
        });
        Self { submission: submission.id.uuid(), speaker: speaker.id.uuid(), verdict, mail }
    }
}

/// Lists the letters that telling would send now, at most 200.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/decision-letters", tag = "Submissions",
    responses((status = 200, body = All<LetterBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_decision_letters(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<LetterBody>>, Error> {
    let mut conn = app.db.read().await?;
    let (renderer, now) = (Renderer::new()?, Moment::now());
    let shared = reviews::shared(&mut conn, &at.proof).await?;
    let letters = submissions::untold(&mut conn, &renderer, &at.proof, &at.edition, &shared, now).await?;
    Ok(web::Json(All::of(letters)))
}

/// A letter that was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct ReadFields {
    /// The submission's id.
    submission: Uuid,
    /// What the letter told.
    verdict: Verdict,
    /// The `fingerprint` of the mail that you read; without it only the verdict is compared.
    #[serde(default)]
    fingerprint: Option<String>,
}

impl From<ReadFields> for Read {
    fn from(ReadFields { submission, verdict, fingerprint }: ReadFields) -> Self {
        Self { submission: Id::from(submission), verdict, fingerprint }
    }
}

/// Letters to be sent, all or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct TellFields {
    /// At least one.
    letters: Vec<ReadFields>,
}

/// Tells applicants what was decided, if it still is what you read: a mail to each whose address is known.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/tell", tag = "Submissions",
    responses((status = 200, body = All<SubmissionBody>)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn tell_submissions(
    app: Data<App>,
    at: With<Programme>,
    body: Json<TellFields>,
) -> Result<web::Json<All<SubmissionBody>>, Error> {
    let tell = async |tx: &mut Tx| {
        let read: Vec<Read> = body.into_value()?.letters.into_iter().map(Read::from).collect();
        if read.is_empty() {
            return Err(Error::field("letters", Reason::new("nothing_chosen")));
        }
        let (shared, now) = (reviews::shared(tx, &at.proof).await?, Moment::now());
        let letters = (read.as_slice(), &shared);
        submissions::tell_as_read(tx, &Renderer::new()?, &at.proof, &at.edition, letters, now).await?;
        let mut items = Vec::new();
        for letter in read {
            items.push(super::read(tx, &at.proof, letter.submission).await?);
        }
        Ok(All { items })
    };
    Ok(web::Json(app.db.transaction(tell).await?))
}
