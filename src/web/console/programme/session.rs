//! One session: what it is and who takes part. When and where it is has a page of its own.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        target::Target,
    },
    fields, list,
    names::Names,
};
use crate::{
    accounts::{Access, Role, proofs::Programme},
    db::Tx,
    error::{Error, FieldErrors},
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    programme::{self, NewSession, Part, PlacesFields, Session, SessionKind, SessionRow},
    submissions::Spoken,
    values::Id,
    web::{console::news::News, public::views::Choice},
};

#[derive(Template)]
#[template(path = "console/programme/session.html")]
struct SessionPage {
    ui: Ui,
    console: Console,
    form: Form,
    heading: String,
    action: String,
    list: String,
    place: Option<String>,
    remove: Option<String>,
    /// Who signed up, for those who may see it.
    sign_ups: Option<String>,
    /// How many places are taken of how many.
    taken: Option<(i32, i32)>,
    version: String,
    late: bool,
    kinds: Vec<Choice>,
    tracks: Vec<Choice>,
    spoken: Vec<Choice>,
    people: Vec<Choice>,
    parts: Vec<Choice>,
    rows: usize,
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    target: &Target<Session>,
    typed: Option<(FormData, Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let ui = at.signed.ui();
    let names = Names::of(&mut conn, &at.proof, &at.edition, ui.lang).await?;
    let known = match target.id {
        Some(id) => Some(programme::find(&mut conn, &at.proof, id).await?),
        None => None,
    };
    let stored = || match &known {
        Some(known) => fields::stored(known).data(),
        None => fields::blank().data(),
    };
    let (data, form, status) = typed.unwrap_or_else(|| {
        let data = stored();
        (data.clone(), Form::filled(data), StatusCode::OK)
    });
    let action = address(&at.edition, &format!("/programme/{}", target.segment()));
    let choice = |value: &str, key: String| Choice {
        value: value.to_owned(),
        label: Shown::plain(ui.t(&key), ui.lang),
    };
    let desk = at.signed.authority.may(Role::Desk, Some(at.proof.edition()), Access::Read);
    let taken = known.as_ref().and_then(|known| known.places).map(|places| (places.taken, places.limit));
    let (there, late) = (known.is_some(), status == StatusCode::CONFLICT);
    let shown = SessionPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        heading: ui.t(if there { "programme-edit" } else { "programme-add" }),
        list: address(&at.edition, "/programme"),
        place: there.then(|| format!("{action}/place")),
        remove: there.then(|| format!("{action}/remove")),
        sign_ups: (desk && taken.is_some()).then(|| format!("{action}/sign-ups")),
        taken,
        // Whoever is told that it was changed may then write over it, nobody else.
        version: match known.as_ref().filter(|_| late) {
            Some(known) => known.row.version.to_string(),
            None => data.one("version").to_owned(),
        },
        late,
        kinds: words(SessionKind::ALL, |kind| choice(kind.as_str(), format!("session-kind-{kind}"))),
        tracks: names.track_choices(),
        spoken: words(Spoken::ALL, |spoken| choice(spoken.as_str(), format!("session-spoken-{spoken}"))),
        people: names.person_choices(),
        parts: words(Part::ALL, |part| choice(part.as_str(), format!("session-part-{part}"))),
        rows: fields::rows(&data),
        form,
        action,
        ui,
    };
    page(status, &shown)
}

fn words<T>(all: &[T], choice: impl Fn(&T) -> Choice) -> Vec<Choice> {
    all.iter().map(choice).collect()
}

/// `GET /console/{edition}/programme/{id}` or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Programme>,
    target: web::Path<Target<Session>>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, &target, None).await
}

/// `POST /console/{edition}/programme/{id}` or `…/new`; its second button only asks for more rows.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    target: web::Path<Target<Session>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    if typed.ticked("more") {
        let form = Form::filled(typed.clone());
        return draw(&app, &at, &target, Some((typed, form, StatusCode::OK))).await;
    }
    match store(&app, &at, &target, &typed).await {
        Ok(row) => {
            let page = format!("/programme?done={}#row-{}", target.done(), row.id);
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let error = match error {
                Error::Invalid(errors) => Error::Invalid(fields::at_inputs(&errors)),
                other => other,
            };
            let (form, status) = Form::after(typed.clone(), error, at.signed.asker.lang)?;
            draw(&app, &at, &target, Some((typed, form, status))).await
        }
    }
}

async fn store(
    app: &App,
    at: &At<Programme>,
    target: &Target<Session>,
    typed: &FormData,
) -> Result<SessionRow, Error> {
    let known = match target.id {
        Some(id) => Some(programme::find(&mut *app.db.read().await?, &at.proof, id).await?.row),
        None => None,
    };
    let (new, places) = parsed(typed, known.as_ref())?;
    let verb = async |tx: &mut Tx| {
        let row = match target.id {
            Some(id) => programme::change(tx, &at.proof, (id, seen(typed)), new).await?,
            None => programme::create(tx, &at.proof, new).await?,
        };
        programme::limit(tx, &at.proof, (row.id, row.version), places).await
    };
    app.db.transaction(verb).await
}

/// What the session is to be and how many places it is to have, with every error of both.
fn parsed(typed: &FormData, known: Option<&SessionRow>) -> Result<(NewSession, Option<i32>), FieldErrors> {
    let (raw, fields) = (fields::session(typed), PlacesFields { places: typed.one("places").into() });
    let new = known.map_or_else(|| NewSession::try_from(&raw), |known| raw.change_of(known));
    match (new, fields.parse()) {
        (Ok(new), Ok(places)) => Ok((new, places)),
        (new, places) => Err(FieldErrors::merged([new.err(), places.err()])),
    }
}

/// The version that the form was made from; what no form of ours says is none that there ever was.
pub(super) fn seen(typed: &FormData) -> i32 {
    typed.one("version").parse().unwrap_or_default()
}

/// `POST /console/{edition}/programme/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<(String, Id<Session>)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| programme::remove(tx, &at.proof, (path.1, seen(&typed))).await;
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/programme?done=removed"))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            list::draw(&app, &at, Some(news), status).await
        }
    }
}
