//! The registration form. What a stranger sees afterwards is the same for a new and a known address.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    fields,
    reader::Reader,
    received,
    views::{Choice, Consent, Question, Site, Way, address, regions, statement, titles, when},
};
use crate::{
    error::{Error, FieldErrors},
    http::{App, Asker, Form, FormData, Shown, Ui, page},
    overview::PublicSnapshot,
    registrations::{Admission, Entrant},
};

#[derive(Template)]
#[template(path = "public/register.html")]
struct RegisterPage {
    ui: Ui,
    site: Site,
    form: Form,
    action: String,
    edition: String,
    name: Shown,
    when: String,
    waiting_only: bool,
    ways: Vec<Way>,
    titles: Vec<Shown>,
    regions: Vec<Choice>,
    questions: Vec<Question>,
    statement: Vec<Shown>,
    consents: Vec<Consent>,
}

impl RegisterPage {
    fn of(snapshot: &PublicSnapshot, ui: Ui, form: Form) -> Self {
        let (edition, lang) = (snapshot.edition(), ui.lang);
        let action = address(edition, lang, "/register");
        let ways = Way::all(snapshot, lang);
        Self {
            site: Site::around(snapshot, &ui, &action),
            edition: edition.slug.as_str().to_owned(),
            name: Shown::of(&edition.name, lang),
            when: when(edition, lang),
            waiting_only: ways.iter().all(|way| way.state != "open"),
            titles: titles(lang),
            regions: regions(lang),
            questions: Question::all(&snapshot.form.questions, &ui),
            statement: statement(snapshot, lang),
            consents: Consent::all(&snapshot.form.consents, lang),
            action,
            ways,
            form,
            ui,
        }
    }
}

/// `GET /{lang}/{edition}/register`; `email` and `type` in the query fill their fields.
pub(in crate::web) async fn show(asker: Asker, reader: Reader) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let query = asker.path.split_once('?').map_or("", |(_, query)| query);
    let form = Form::filled(FormData::decode(query.as_bytes())?);
    page(StatusCode::OK, &RegisterPage::of(&snapshot, Ui::anonymous(lang, &asker.path), form))
}

/// `POST /{lang}/{edition}/register`
pub(in crate::web) async fn submit(
    app: web::Data<App>,
    asker: Asker,
    reader: Reader,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let outcome = async {
        let new = fields::registration(&typed).parse(&snapshot.form)?;
        let email = new.email.clone();
        let entrant = Entrant::Visitor(asker.visitor());
        let admission = Admission::new(&app.keys, entrant, new, lang, asker.claim(&typed))?;
        app.door.admit(admission).await?;
        Ok(email)
    };
    match outcome.await {
        Ok(email) => Ok(received::after(&app, snapshot.edition(), lang, &email)),
        Err(Error::Invalid(errors)) => refused(&snapshot, &asker, typed, &errors),
        Err(other) => Err(other),
    }
}

fn refused(
    snapshot: &PublicSnapshot,
    asker: &Asker,
    typed: FormData,
    errors: &FieldErrors,
) -> Result<HttpResponse, Error> {
    let form = Form::refused(typed, errors, asker.lang);
    page(
        StatusCode::UNPROCESSABLE_ENTITY,
        &RegisterPage::of(snapshot, Ui::anonymous(asker.lang, &asker.path), form),
    )
}
