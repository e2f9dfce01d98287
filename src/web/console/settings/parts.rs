//! The pages of partners, tracks, rooms and side events: a list in the organiser's order, and a form for one.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        order::{Standing, moved},
        target::Target,
    },
    kinds::PartPages,
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    editions::{Edition, PartnerKind, parts},
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::public::views::{Choice, Link},
};

struct Row {
    href: String,
    name: Shown,
    about: String,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "console/settings/parts.html")]
struct PartsPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    news: Option<News>,
    heading: String,
    about: String,
    none: String,
    none_text: String,
    add: String,
    add_label: String,
    order: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "console/settings/part.html")]
struct PartPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    form: Form,
    heading: String,
    kind: &'static str,
    kinds: Vec<Choice>,
    zone: String,
    action: String,
    /// Where registration for a side event is opened and seen.
    registration: Option<String>,
    remove: Option<String>,
}

/// The address of a page of the list of `P`; `below` begins with a slash or a question mark, or is empty.
fn place<P: PartPages>(edition: &Edition, below: &str) -> String {
    address(edition, &format!("{}{below}", P::TAB.told().0))
}

/// `GET /console/{edition}/settings/partners`, and likewise for tracks and rooms.
pub(in crate::web) async fn list<P: PartPages>(
    app: web::Data<App>,
    at: At<Organiser>,
) -> Result<HttpResponse, Error> {
    let all = parts::list::<P>(&mut *app.db.read().await?, at.edition.id).await?;
    let (ui, edition) = (at.signed.ui(), &at.edition);
    let row = |(index, part): (usize, &P)| Row {
        href: place::<P>(edition, &format!("/{}", part.id())),
        name: Shown::of(part.name(), ui.lang),
        about: part.about(&ui),
        standing: Standing::of(part.id(), index, all.len()),
    };
    let shown = PartsPage {
        console: Console::of(edition, &at.signed, RoomName::Settings),
        tabs: P::TAB.all(edition, &ui),
        news: News::done(&at.signed),
        heading: ui.t(P::TAB.told().1),
        about: ui.t(P::WORDS.about),
        none: ui.t(P::WORDS.none),
        none_text: ui.t(P::WORDS.none_text),
        add: place::<P>(edition, "/new"),
        add_label: ui.t(P::WORDS.add),
        order: place::<P>(edition, "/order"),
        rows: all.iter().enumerate().map(row).collect(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

async fn draw<P: PartPages>(
    app: &App,
    at: &At<Organiser>,
    target: &Target<P>,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, edition) = (at.signed.ui(), &at.edition);
    let all = parts::list::<P>(&mut *app.db.read().await?, edition.id).await?;
    let part =
        target.id.map(|id| all.iter().find(|part| part.id() == id).ok_or(Error::NotFound)).transpose()?;
    let action = place::<P>(edition, &format!("/{}", target.segment()));
    let kind = |kind: &PartnerKind| Choice {
        value: kind.to_string(),
        label: Shown::plain(ui.t(&format!("partner-kind-{kind}")), ui.lang),
    };
    let shown = PartPage {
        console: Console::of(edition, &at.signed, RoomName::Settings),
        tabs: P::TAB.all(edition, &ui),
        form: form.unwrap_or_else(|| part.map(|part| part.stored(&edition.zone)).unwrap_or_default().form()),
        heading: ui.t(if part.is_some() { "part-edit" } else { P::WORDS.add }),
        kind: P::KIND,
        zone: edition.zone.label(ui.lang, edition.starts_at),
        kinds: PartnerKind::ALL.iter().map(kind).collect(),
        registration: part.filter(|_| P::REGISTERS).map(|_| format!("{action}/registration")),
        remove: part.map(|_| format!("{action}/remove")),
        action,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/settings/partners/{id}` or `…/new`, and likewise for tracks and rooms.
pub(in crate::web) async fn form<P: PartPages>(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<P>>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, &target, None, StatusCode::OK).await
}

/// `POST /console/{edition}/settings/partners/{id}` or `…/new`, and likewise for tracks and rooms.
pub(in crate::web) async fn save<P: PartPages>(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<P>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = P::parse(&typed, &at.edition.zone)?;
        let verb = async |tx: &mut Tx| match target.id {
            Some(id) => parts::change::<P>(tx, &at.proof, id, new).await,
            None => parts::create::<P>(tx, &at.proof, new).await,
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(part) => {
            let below = format!("?done={}#row-{}", target.done(), part.id());
            Ok(see_other(place::<P>(&at.edition, &below)))
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &target, Some(form), status).await
        }
    }
}

/// `POST /console/{edition}/settings/partners/{id}/remove`, and likewise for tracks and rooms.
pub(in crate::web) async fn remove<P: PartPages>(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<P>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| parts::remove(tx, &at.proof, path.1).await).await?;
    Ok(see_other(place::<P>(&at.edition, "?done=removed")))
}

/// `POST /console/{edition}/settings/partners/order`, and likewise for tracks and rooms.
pub(in crate::web) async fn reorder<P: PartPages>(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let rows: Vec<Id<P>> =
            parts::list::<P>(tx, at.edition.id).await?.iter().map(|part| part.id()).collect();
        parts::reorder(tx, &at.proof, &moved(&typed, &rows)?).await
    };
    app.db.transaction(verb).await?;
    Ok(see_other(place::<P>(&at.edition, &format!("?done=moved#row-{}", typed.one("id")))))
}
