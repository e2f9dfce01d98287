//! Telling what was decided: every mail is read here, in its recipient's language, before any goes out.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
    },
    decide::refused,
    views::{person, title},
    wording,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::{Error, Reason},
    http::{App, At, FormData, Shown, SignedForm, Ui, page, page::see_other},
    mail::{NewMail, Renderer, Rendering},
    reviews,
    submissions::{self, Letter, Letterform},
    values::Moment,
};

/// A mail as it would go out.
struct Preview {
    to: String,
    lang: &'static str,
    autonym: &'static str,
    subject: String,
    text: String,
    /// Tells this letter from what it may say later.
    fingerprint: String,
    /// Where it is worded for this recipient alone.
    edit: String,
}

/// Letters that are worded together, and where.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    verdict: &'static str,
    lang: &'static str,
    autonym: &'static str,
    edit: String,
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
    groups: BTreeSet<Group>,
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
    let renderer = Renderer::new()?;
    let (shared, now) = (reviews::shared(&mut conn, &at.proof).await?, Moment::now());
    let letters = submissions::untold(&mut conn, &renderer, &at.proof, &at.edition, &shared, now).await?;
    let ui = at.signed.ui();
    let shown = TellPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Submissions),
        news,
        list: address(&at.edition, "/submissions"),
        action: address(&at.edition, "/submissions/tell"),
        groups: letters.iter().filter_map(|letter| group(letter, at)).collect(),
        rows: letters.iter().map(|letter| row(letter, at, &ui)).collect(),
        ui,
    };
    page(status, &shown)
}

fn group(letter: &Letter, at: &At<Programme>) -> Option<Group> {
    let (mail, _) = letter.mail.as_ref()?;
    let (verdict, lang) = (letter.verdict, mail.to.lang);
    let edit = wording::address_of(&at.edition, &Letterform { submission: None, verdict, lang });
    Some(Group { verdict: verdict.as_str(), lang: lang.as_str(), autonym: lang.autonym(), edit })
}

fn row(letter: &Letter, at: &At<Programme>, ui: &Ui) -> Row {
    let preview = |(mail, printed): &(NewMail, Rendering)| {
        let form = Letterform {
            submission: Some(letter.submission.id),
            verdict: letter.verdict,
            lang: mail.to.lang,
        };
        Preview {
            to: mail.to.email.as_str().to_owned(),
            lang: mail.to.lang.as_str(),
            autonym: mail.to.lang.autonym(),
            subject: printed.subject.clone(),
            text: printed.text.clone(),
            fingerprint: printed.fingerprint(),
            edit: wording::address_of(&at.edition, &form),
        }
    };
    Row {
        id: letter.submission.id.to_string(),
        href: address(&at.edition, &format!("/submissions/{}", letter.submission.id)),
        title: title(&letter.submission, ui),
        person: person(&letter.speaker, ui),
        verdict: letter.verdict.as_str(),
        mail: letter.mail.as_ref().map(preview),
    }
}

/// `POST /console/{edition}/submissions/tell`: inputs `ids`, and what was read: `seen.ID` with the verdict,
/// `letter.ID` with the letter's fingerprint.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (now, renderer) = (Moment::now(), Renderer::new()?);
    let verb = async |tx: &mut Tx| {
        let letters = read(&typed)?;
        let shared = reviews::shared(tx, &at.proof).await?;
        submissions::tell_as_read(tx, &renderer, &at.proof, &at.edition, (&letters, &shared), now).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/submissions?stage=awaiting&done=told"))),
        Err(error) => {
            let (news, status) = refused(error, at.signed.asker.lang)?;
            draw(&app, &at, Some(news), status).await
        }
    }
}

/// Which letters are to go out, and what they said.
fn read(typed: &FormData) -> Result<Vec<submissions::Read>, Error> {
    let one = |id: &str| {
        let verdict = typed.one(&format!("seen.{id}")).parse().map_err(|()| Error::NotFound)?;
        let submission = id.parse().map_err(|_| Error::NotFound)?;
        let fingerprint = Some(typed.one(&format!("letter.{id}")).to_owned());
        Ok(submissions::Read { submission, verdict, fingerprint })
    };
    let read: Vec<submissions::Read> = typed.all("ids").map(one).collect::<Result<_, Error>>()?;
    if read.is_empty() { Err(Error::field("ids", Reason::new("nothing_chosen"))) } else { Ok(read) }
}
