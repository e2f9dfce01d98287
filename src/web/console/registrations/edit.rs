//! Correcting somebody's details, and entering somebody by hand.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        super::public::{
            fields,
            views::{Choice, Consent, Question, regions, titles},
        },
        frame::{Console, RoomName, address},
    },
    act::back,
    list::kind_name,
};
use crate::{
    accounts::proofs::Organiser,
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page},
    registrations::{self, Admission, Entrant, Registration},
    values::Id,
};

/// One form for both: entering asks for the type and the consents too.
#[derive(Template)]
#[template(path = "console/registrations/edit.html")]
struct EditPage {
    ui: Ui,
    console: Console,
    form: Form,
    heading: String,
    action: String,
    kinds: Vec<Choice>,
    titles: Vec<Shown>,
    regions: Vec<Choice>,
    questions: Vec<Question>,
    consents: Vec<Consent>,
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    id: Option<Id<Registration>>,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let ui = at.signed.ui();
    let asked = registrations::form(&mut *app.db.read().await?, at.edition.clone()).await?;
    let kind = |kind: &registrations::types::RegistrationType| Choice {
        value: kind.slug.as_str().to_owned(),
        label: kind_name(Some(kind), &asked.side_events, &ui),
    };
    let (heading, path) = match id {
        Some(id) => ("registration-correct", format!("/registrations/{id}/correct")),
        None => ("registrations-add", "/registrations/new".to_owned()),
    };
    let shown = EditPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Registrations),
        heading: ui.t(heading),
        action: address(&at.edition, &path),
        kinds: if id.is_none() { asked.types.iter().map(kind).collect() } else { Vec::new() },
        titles: titles(ui.lang),
        regions: regions(ui.lang),
        questions: Question::all(&asked.questions, &ui),
        consents: if id.is_none() { Consent::all(&asked.consents, ui.lang) } else { Vec::new() },
        form,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/registrations/{id}/correct`
pub(in crate::web) async fn correction(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<Registration>)>,
) -> Result<HttpResponse, Error> {
    let stored =
        registrations::detail_as_typed(&mut *app.db.read().await?, &app.keys, &at.proof, path.1).await?;
    draw(&app, &at, Some(path.1), Form::filled(stored.into_iter().collect()), StatusCode::OK).await
}

/// `POST /console/{edition}/registrations/{id}/correct`
pub(in crate::web) async fn correct(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<Registration>)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let asked = registrations::form(&mut *app.db.read().await?, at.edition.clone()).await?;
    let outcome = async {
        let change = fields::change(&typed).parse(&asked.questions)?;
        let verb = async |tx: &mut crate::db::Tx| {
            registrations::correct(tx, &app.keys, &at.proof, path.1, change).await
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(_) => Ok(back(&at, path.1, "corrected")),
        Err(Error::Invalid(errors)) => {
            let form = Form::refused(typed, &errors, at.signed.asker.lang);
            draw(&app, &at, Some(path.1), form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}

/// `GET /console/{edition}/registrations/new`
pub(in crate::web) async fn add(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    draw(&app, &at, None, Form::default(), StatusCode::OK).await
}

/// `POST /console/{edition}/registrations/new`: by the one way in, whatever the window says.
pub(in crate::web) async fn enter(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let asked = registrations::form(&mut *app.db.read().await?, at.edition.clone()).await?;
    let outcome = async {
        let new = fields::registration(&typed).parse(&asked)?;
        let entrant = Entrant::Organiser(at.proof.clone());
        let admission = Admission::new(&app.keys, entrant, new, at.signed.asker.lang, None)?;
        app.door.admit(admission).await
    };
    match outcome.await {
        Ok(admitted) => Ok(back(&at, admitted.id(), "added")),
        Err(Error::Invalid(errors)) => {
            let form = Form::refused(typed, &errors, at.signed.asker.lang);
            draw(&app, &at, None, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}
