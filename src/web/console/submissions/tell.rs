//! Telling what was decided: every mail is read here, in its recipient's language, before any goes out.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
    },
    decide::refused,
    views::{person, title},
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::{Error, Reason},
    http::{App, At, FormData, Shown, SignedForm, Ui, page, page::see_other},
    mail::Renderer,
    submissions::{self, Letter, SubmissionId, Verdict},
    values::Moment,
};

/// A mail as it would go out.
struct Preview {
    to: String,
    lang: &'static str,
    autonym: &'static str,
    subject: String,
    text: String,
}

struct Row {
    id: String,
    href: String,
    title: Shown,
    person: Shown,
    verdict: &'static str,
    /// None where no address is known.
    mail: Option<Preview>,
}

#[derive(Template)]
#[template(path = "console/submissions/tell.html")]
struct TellPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    list: String,
    action: String,
    rows: Vec<Row>,
}

/// `GET /console/{edition}/submissions/tell`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, news, StatusCode::OK).await
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let letters = submissions::untold(&mut conn, &at.proof, &at.edition, Moment::now()).await?;
    let (ui, renderer) = (at.signed.ui(), Renderer::new()?);
    let rows: Result<Vec<Row>, Error> =
        letters.iter().map(|letter| row(letter, &renderer, at, &ui)).collect();
    let shown = TellPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Submissions),
        news,
        list: address(&at.edition, "/submissions"),
        action: address(&at.edition, "/submissions/tell"),
        rows: rows?,
        ui,
    };
    page(status, &shown)
}

fn row(letter: &Letter, renderer: &Renderer, at: &At<Programme>, ui: &Ui) -> Result<Row, Error> {
    let mail = match &letter.mail {
        None => None,
        Some(mail) => {
            let printed = renderer.preview(mail, &at.edition.letterhead())?;
            Some(Preview {
                to: mail.to.email.as_str().to_owned(),
                lang: mail.to.lang.as_str(),
                autonym: mail.to.lang.autonym(),
                subject: printed.subject,
                text: printed.text,
            })
        }
    };
    Ok(Row {
        id: letter.submission.id.to_string(),
        href: address(&at.edition, &format!("/submissions/{}", letter.submission.id)),
        title: title(&letter.submission, ui),
        person: person(&letter.speaker, ui),
        verdict: letter.verdict.as_str(),
        mail,
    })
}

/// `POST /console/{edition}/submissions/tell`: inputs `ids`, and `seen.ID` with the verdict that was read.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    let verb = async |tx: &mut Tx| {
        let seen = read(&typed)?;
        let ids: Vec<SubmissionId> = seen.iter().map(|(id, _)| *id).collect();
        submissions::still(tx, &at.proof, &seen).await?;
        submissions::tell(tx, &at.proof, &at.edition, &ids, now).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/submissions?stage=awaiting&done=told"))),
        Err(error) => {
            let (news, status) = refused(error, at.signed.asker.lang)?;
            draw(&app, &at, Some(news), status).await
        }
    }
}

/// Whose letters are to go out, and what they said.
fn read(typed: &FormData) -> Result<Vec<(SubmissionId, Verdict)>, Error> {
    let one = |id: &str| {
        let verdict = typed.one(&format!("seen.{id}")).parse().map_err(|()| Error::NotFound)?;
        Ok((id.parse().map_err(|_| Error::NotFound)?, verdict))
    };
    let seen: Vec<(SubmissionId, Verdict)> = typed.all("ids").map(one).collect::<Result<_, Error>>()?;
    if seen.is_empty() { Err(Error::field("ids", Reason::new("nothing_chosen"))) } else { Ok(seen) }
}
