//! The registration form. What a stranger sees afterwards is the same for a new and a known address.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    fields,
    reader::Reader,
    received, side_event,
    views::{Choice, Consent, Question, Site, Way, address, regions, statement, titles, when_of},
};
use crate::{
    editions::SideEvent,
    error::{Error, Reason},
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
    /// Under which name a browser keeps what was typed.
    draft: String,
    name: Shown,
    when: String,
    /// Where, of a side event: not where the forum is.
    place: Option<Shown>,
    waiting_only: bool,
    ways: Vec<Way>,
    titles: Vec<Shown>,
    regions: Vec<Choice>,
    questions: Vec<Question>,
    statement: Vec<Shown>,
    consents: Vec<Consent>,
}

impl RegisterPage {
    fn of(snapshot: &PublicSnapshot, event: Option<&SideEvent>, ui: Ui, form: Form) -> Self {
        let (edition, lang) = (snapshot.edition(), ui.lang);
        let occasion = event.map_or_else(|| edition.forum(), |event| event.clone().occasion(edition));
        let action = address(edition, lang, &format!("{}/register", occasion.page()));
        let ways = Way::all(snapshot, event, lang);
        Self {
            site: Site::around(snapshot, &ui, &action),
            draft: received::draft(edition, event),
            name: Shown::of(&occasion.name, lang),
            when: when_of(&occasion, lang),
            place: event.map(|event| Shown::of(&event.place, lang)),
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

/// The side event whose form it is; none where it is the forum's. One that nobody registers for has no form.
fn of_event<'a>(snapshot: &'a PublicSnapshot, request: &HttpRequest) -> Result<Option<&'a SideEvent>, Error> {
    let Some(slug) = request.match_info().get("slug") else { return Ok(None) };
    let event = side_event::found(snapshot, slug)?;
    let open = snapshot.form.ways(Some(event.id)).next().is_some();
    if open { Ok(Some(event)) } else { Err(Error::NotFound) }
}

/// `GET /{lang}/{edition}/register` and `…/side-events/{slug}/register`; `email` and `type` in the query fill their fields.
pub(in crate::web) async fn show(
    request: HttpRequest,
    asker: Asker,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let event = of_event(&snapshot, &request)?;
    let form = Form::filled(asker.query()?);
    page(StatusCode::OK, &RegisterPage::of(&snapshot, event, Ui::anonymous(lang, &asker.path), form))
}

/// `POST /{lang}/{edition}/register` and `…/side-events/{slug}/register`
pub(in crate::web) async fn submit(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    reader: Reader,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let event = of_event(&snapshot, &request)?;
    let outcome = async {
        let new = fields::registration(&typed).parse(&snapshot.form)?;
        if snapshot.form.ways(event.map(|event| event.id)).all(|way| way.id != new.type_id) {
            return Err(Error::field("type", Reason::new("type_unknown")));
        }
        let email = new.email.clone();
        let entrant = Entrant::Visitor(asker.visitor());
        let admission = Admission::new(&app.keys, entrant, new, lang, asker.claim(&typed))?;
        app.door.admit(admission).await?;
        Ok(email)
    };
    match outcome.await {
        Ok(email) => Ok(received::after(&app, snapshot.edition(), event, lang, &email)),
        Err(error) => {
            let (form, status) = Form::after(typed, error, lang)?;
            page(status, &RegisterPage::of(&snapshot, event, Ui::anonymous(lang, &asker.path), form))
        }
    }
}
