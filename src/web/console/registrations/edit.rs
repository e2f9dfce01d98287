//! Correcting somebody's details, and entering somebody by hand.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        super::{
            account,
            public::{
                fields,
                views::{Choice, Consent, Question, regions, titles},
            },
        },
        frame::{Console, RoomName, address},
    },
    act::back,
    list::kind_name,
};
use crate::{
    accounts::{
        Access,
        proofs::{Desk, Organiser},
    },
    editions::Edition,
    error::{Error, Reason},
    http::{App, At, Form, FormData, Shown, Signed, SignedForm, Ui, page},
    registrations::{self, Admission, Admitted, Entrant, Registration},
    values::{Id, Lang},
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
    langs: Vec<Choice>,
    questions: Vec<Question>,
    consents: Vec<Consent>,
}

async fn draw(
    app: &App,
    (edition, signed): (&Edition, &Signed),
    id: Option<Id<Registration>>,
    (form, status): (Form, StatusCode),
) -> Result<HttpResponse, Error> {
    let ui = signed.ui();
    let asked = registrations::form(&mut *app.db.read().await?, edition.clone()).await?;
    let kind = |kind: &registrations::types::RegistrationType| Choice {
        value: kind.slug.as_str().to_owned(),
        label: kind_name(Some(kind), &asked.side_events, &ui),
    };
    let (heading, path) = match id {
        Some(id) => ("registration-correct", format!("/registrations/{id}/correct")),
        None => ("registrations-add", "/registrations/new".to_owned()),
    };
    let shown = EditPage {
        console: Console::of(edition, signed, RoomName::Registrations),
        heading: ui.t(heading),
        action: address(edition, &path),
        kinds: if id.is_none() { asked.types.iter().map(kind).collect() } else { Vec::new() },
        titles: titles(ui.lang),
        regions: regions(ui.lang),
        langs: account::langs(),
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
    let form = Form::filled(stored(&app, &at, path.1).await?);
    draw(&app, (&at.edition, &at.signed), Some(path.1), (form, StatusCode::OK)).await
}

async fn stored(app: &App, at: &At<Organiser>, id: Id<Registration>) -> Result<FormData, Error> {
    let mut conn = app.db.read().await?;
    let stored = registrations::detail_as_typed(&mut conn, &app.keys, &at.proof, id).await?;
    Ok(stored.into_iter().collect())
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
        Err(error) => {
            // Where somebody else was faster, saving once more is a decision.
            let newest = stored(&app, &at, path.1).await?;
            let typed = typed.with("version", newest.one("version"));
            let again = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, (&at.edition, &at.signed), Some(path.1), again).await
        }
    }
}

/// `GET /console/{edition}/registrations/new`
pub(in crate::web) async fn add(app: web::Data<App>, at: At<Desk>) -> Result<HttpResponse, Error> {
    let form = Form::filled(FormData::default().with("lang", at.signed.asker.lang.as_str()));
    draw(&app, (&at.edition, &at.signed), None, (form, StatusCode::OK)).await
}

/// `POST /console/{edition}/registrations/new`: by the one way in, whatever the window says.
pub(in crate::web) async fn enter(
    app: web::Data<App>,
    at: At<Desk>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let asked = registrations::form(&mut *app.db.read().await?, at.edition.clone()).await?;
    let outcome = async {
        let new = fields::registration(&typed).parse(&asked)?;
        let unknown = |()| Error::field("lang", Reason::new("choice_unknown"));
        let lang: Lang = typed.one("lang").parse().map_err(unknown)?;
        app.door.admit(Admission::new(&app.keys, entrant(&at), new, lang, None)?).await
    };
    match outcome.await {
        // Nothing is sent to somebody who is known already.
        Ok(Admitted::Known(id)) => Ok(back(&at, id, "known")),
        Ok(admitted) => Ok(back(&at, admitted.id(), "added")),
        Err(error) => {
            let again = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, (&at.edition, &at.signed), None, again).await
        }
    }
}

/// An organiser enters as one, the desk as the desk.
fn entrant(at: &At<Desk>) -> Entrant {
    let organiser = at.signed.authority.organiser(at.proof.edition(), Access::Write);
    organiser.map_or_else(|_| Entrant::Desk(at.proof.clone()), Entrant::Organiser)
}
