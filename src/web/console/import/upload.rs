//! Choosing a file.

use actix_web::{Error as ActixError, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
    stored::Stored,
};
use crate::{
    accounts::proofs::Organiser,
    error::{Error, Reason},
    formats::table::Encoding,
    http::{
        App, At, Form, Shown, SignedForm, Ui, UploadForm, page,
        page::see_other,
        upload::{Brings, FileField},
    },
    transfer::{self, FIELD, read},
    values::{Id, Lang},
    web::public::views::Choice,
};

/// The form of a file to import.
pub(in crate::web) struct WithFile;

impl Brings for WithFile {
    const FILES: &'static [FileField] = &[FileField { name: FIELD, limit: read::LARGEST }];
}

#[derive(Template)]
#[template(path = "console/import/upload.html")]
struct UploadPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    action: String,
    back: String,
    form: Form,
    langs: Vec<Choice>,
    encodings: Vec<Choice>,
}

fn draw(at: &At<Organiser>, typed: Option<(Form, StatusCode)>) -> Result<HttpResponse, Error> {
    let ui = at.signed.ui();
    let lang = |lang: &Lang| Choice {
        value: lang.as_str().to_owned(),
        label: Shown::plain(lang.autonym().to_owned(), *lang),
    };
    let encoding = |encoding: &Encoding| Choice {
        value: encoding.to_string(),
        label: Shown::plain(ui.t(&format!("import-encoding-{encoding}")), ui.lang),
    };
    let fresh = || {
        let stored = Stored::default().with("lang", ui.lang.as_str());
        (stored.with("encoding", Encoding::Utf8.as_str()).form(), StatusCode::OK)
    };
    let (form, status) = typed.unwrap_or_else(fresh);
    let shown = UploadPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news: News::done(&at.signed),
        action: address(&at.edition, "/import"),
        back: address(&at.edition, "/programme"),
        langs: Lang::ALL.iter().map(lang).collect(),
        encodings: Encoding::ALL.iter().map(encoding).collect(),
        form,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/import`
pub(in crate::web) async fn show(at: At<Organiser>) -> Result<HttpResponse, Error> {
    draw(&at, None)
}

/// `POST /console/{edition}/import`
///
/// Whoever may not is told so whatever is wrong with the form.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    at: At<Organiser>,
    sent: Result<SignedForm<UploadForm<WithFile>>, ActixError>,
) -> Result<HttpResponse, ActixError> {
    let SignedForm(mut sent) = sent?;
    match hold(&app, &at, &mut sent).await {
        Ok(upload) => Ok(see_other(address(&at.edition, &format!("/import/{upload}")))),
        Err(error) => Ok(draw(&at, Some(Form::after(sent.typed, error, at.signed.asker.lang)?))?),
    }
}

async fn hold(
    app: &App,
    at: &At<Organiser>,
    sent: &mut UploadForm<WithFile>,
) -> Result<Id<transfer::Upload>, Error> {
    let chosen = |field| Error::field(field, Reason::new("choice_unknown"));
    let lang = sent.typed.one("lang").parse().map_err(|_| chosen("lang"))?;
    let encoding = sent.typed.one("encoding").parse().map_err(|()| chosen("encoding"))?;
    let upload = sent.take(FIELD).ok_or_else(|| Error::field(FIELD, Reason::new("required")))?;
    let name = upload.name().clone();
    let bytes = upload.whole().await?;
    let verb = async |tx: &mut _| transfer::hold(tx, &at.proof, (&name, &bytes), (lang, encoding)).await;
    Ok(app.db.transaction(verb).await?.id)
}
