//! Telling applicants what was decided: every letter can be read before it goes out.

use actix_web::web::{self, Data};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{read, wire::SubmissionBody};
use crate::{
    accounts::proofs::Programme,
    api::{json::Json, lists::All},
    db::Tx,
    editions::Edition,
    error::{Error, Reason},
    http::{App, bearer::With},
    mail::Renderer,
    submissions::{self, Letter, SubmissionId, Verdict},
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
}

impl LetterBody {
    fn of(letter: Letter, renderer: &Renderer, edition: &Edition) -> Result<Self, Error> {
        let Letter { submission, verdict, speaker, mail } = letter;
        let print = |mail: crate::mail::NewMail| {
            let printed = renderer.preview(&mail, &edition.letterhead())?;
            let (to, lang) = (mail.to.email.into_string(), mail.to.lang);
            Ok::<_, Error>(PrintedBody { to, lang, subject: printed.subject, text: printed.text })
        };
        let (submission, speaker) = (submission.id.uuid(), speaker.id.uuid());
        Ok(Self { submission, speaker, verdict, mail: mail.map(print).transpose()? })
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
    let letters = submissions::untold(&mut conn, &at.proof, &at.edition, Moment::now()).await?;
    let renderer = Renderer::new()?;
    let shown = letters.into_iter().map(|letter| LetterBody::of(letter, &renderer, &at.edition));
    Ok(web::Json(All { items: shown.collect::<Result<_, _>>()? }))
}

/// A letter that was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct ReadFields {
    /// The submission's id.
    submission: Uuid,
    /// What the letter said.
    verdict: Verdict,
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
        let letters = &body.value()?.letters;
        let seen: Vec<(SubmissionId, Verdict)> =
            letters.iter().map(|letter| (Id::from(letter.submission), letter.verdict)).collect();
        if seen.is_empty() {
            return Err(Error::field("letters", Reason::new("nothing_chosen")));
        }
        let ids: Vec<SubmissionId> = seen.iter().map(|(id, _)| *id).collect();
        submissions::still(tx, &at.proof, &seen).await?;
        submissions::tell(tx, &at.proof, &at.edition, &ids, Moment::now()).await?;
        let mut items = Vec::new();
        for id in ids {
            items.push(read(tx, &at.proof, id).await?);
        }
        Ok(All { items })
    };
    Ok(web::Json(app.db.transaction(tell).await?))
}
