//! Showing the page.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    ticket::{self, Ticket},
    views::{Choice, Link, Question, Site, address, regions, titles, way_name, when_of},
};
use crate::{
    editions::{self, Occasion},
    error::Error,
    http::{App, Form, FormData, Shown, Ui, guard::unlinked, holder::Held, page},
    overview::PublicSnapshot,
    registrations::{self, OwnConsent, Registration, State},
    values::{Lang, Moment, time},
    web::done::done,
};

/// What she agreed to, or not, and when.
pub(super) struct GivenConsent {
    kind: &'static str,
    text: Shown,
    given: bool,
    when: String,
}

#[derive(Template)]
#[template(path = "public/manage.html")]
pub(super) struct ManagePage {
    ui: Ui,
    site: Site,
    form: Form,
    name: Shown,
    person: Shown,
    way: Shown,
    when: String,
    place: Option<Shown>,
    email: String,
    state: &'static str,
    done: Option<String>,
    ticket: Option<Ticket>,
    offer: Option<Link>,
    open: bool,
    change: String,
    address: String,
    titles: Vec<Shown>,
    regions: Vec<Choice>,
    questions: Vec<Question>,
    consents: Vec<GivenConsent>,
    consent: String,
    copy: String,
    cancel: String,
    erase: String,
    again: String,
    /// Where she signs up for sessions, if there are any with limited places.
    sessions: Option<String>,
}

/// `GET /{lang}/{edition}/manage`; `done` in the query names what the last act did.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    held: Held,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    let form = Form::filled(stored(&app, &held).await?);
    draw(&app, &held, &at.1, (form, StatusCode::OK)).await
}

/// Her details and answers as the form holds them.
pub(in crate::web::public) async fn stored(app: &App, held: &Held) -> Result<FormData, Error> {
    let stored = registrations::own_as_typed(&mut *app.db.read().await?, &app.keys, &held.proof).await?;
    Ok(stored.into_iter().collect())
}

/// The page with `form` in its place, as it is stored or as it was refused.
pub(in crate::web::public) async fn draw(
    app: &App,
    held: &Held,
    slug: &str,
    (form, status): (Form, StatusCode),
) -> Result<HttpResponse, Error> {
    let edition = held.edition(app, slug).await?;
    let snapshot = app.pages.snapshot(&app.db, edition.slug.as_str()).await?;
    let mut conn = app.db.read().await?;
    let row = registrations::own(&mut conn, &held.proof).await?;
    let consents = registrations::own_consents(&mut conn, &held.proof).await?;
    let offer = registrations::open_offer(&mut conn, &app.keys, &held.proof).await?;
    let occasion = editions::occasion(&mut conn, &edition, row.side_event).await?;
    let page_shown = ManagePage::of(&snapshot, held, (&row, &occasion), &consents, offer, form);
    Ok(unlinked(page(status, &page_shown)?))
}

impl ManagePage {
    fn of(
        snapshot: &PublicSnapshot,
        held: &Held,
        (row, occasion): (&Registration, &Occasion),
        consents: &[OwnConsent],
        offer: Option<String>,
        form: Form,
    ) -> Self {
        let (ui, edition) = (held.ui(), snapshot.edition());
        let lang = ui.lang;
        let base = address(edition, lang, "/manage");
        // A side event's attendee signs up for no session of the forum.
        let limited = row.state == State::Confirmed
            && row.side_event.is_none()
            && snapshot.programme.as_ref().is_some_and(|programme| !programme.places.is_empty());
        let consents = consents.iter().map(|own| {
            let changed = own.said.as_ref().map(|said| said.withdrawn_at.unwrap_or(said.given_at));
            GivenConsent {
                kind: own.text.kind.as_str(),
                text: Shown::of(&own.text.body, lang),
                given: own.is_given(),
                when: changed.map(|at| time::moment(lang, at, &edition.zone)).unwrap_or_default(),
            }
        });
        Self {
            site: Site::around(snapshot, &ui, ""),
            name: Shown::of(&occasion.name, lang),
            person: ticket::person(row, lang),
            way: way_name(snapshot, row.type_id, lang),
            when: when_of(occasion, lang),
            place: Shown::maybe(occasion.venue.as_ref(), lang),
            email: row.email.as_str().to_owned(),
            state: row.state.as_str(),
            done: done(&held.asker.path, DONE).map(|key| ui.t(key)),
            ticket: Ticket::of(row, &base),
            offer: offer.map(|token| Link {
                href: format!("/o/{token}"),
                label: ui.t("manage-offer-answer"),
                current: false,
            }),
            open: occasion.ends_at > Moment::now() && row.state != State::Cancelled,
            change: format!("{base}/change"),
            address: format!("{base}/address"),
            titles: titles(lang),
            regions: regions(lang),
            questions: Question::all(&snapshot.form.questions, &ui),
            consents: consents.collect(),
            consent: format!("{base}/consents"),
            copy: format!("{base}/data.json"),
            cancel: format!("{base}/cancel"),
            erase: format!("{base}/erase"),
            again: address(edition, lang, &format!("{}/register", occasion.page())),
            sessions: limited.then(|| format!("{base}/sessions")),
            form,
            ui,
        }
    }
}

/// What may have been done before the page is shown.
const DONE: &[&str] =
    &["manage-done-changed", "manage-done-asked", "manage-done-consent", "manage-done-cancelled"];
