//! Her first page: where everything stands, who she is, when she can come.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::views::{Site, address, snapshot_of, titles, when},
    card::Card,
    on_stage::OnStage,
    profile,
};
use crate::{
    calls::{self, CallKind},
    error::{Error, FieldErrors},
    http::{App, Form, Shown, Ui, guard::unlinked, holder::Held, page},
    registrations,
    speakers::{self, Presenter},
    submissions,
    values::{Lang, Moment, time},
    web::{done::done, times},
};

#[derive(Template)]
#[template(path = "public/speaker/home.html")]
struct SpeakerPage {
    ui: Ui,
    site: Site,
    edition: Shown,
    person: Option<String>,
    done: Option<String>,
    when: String,
    zone: String,
    cards: Vec<Card>,
    ticket: Option<String>,
    calls: Vec<OpenCall>,
    titles: Vec<Shown>,
    profile: Form,
    photo: Form,
    photo_at: Option<String>,
    times: Form,
    rows: Vec<usize>,
    home: String,
}

/// A call that she may answer with one button.
struct OpenCall {
    name: Shown,
    href: String,
    until: String,
    start: String,
}

/// Forms that were refused, to be shown again as they were typed.
#[derive(Default)]
pub(super) struct Forms {
    pub(super) profile: Option<Form>,
    /// What her stored profile lacks for what she wanted to do.
    pub(super) lacking: Option<FieldErrors>,
    pub(super) times: Option<Form>,
    pub(super) photo: Option<Form>,
}

/// `GET /{lang}/{edition}/speaker`; `done` in the query names what the last act did.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    held: Held<Presenter>,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    draw(&app, &held, &at.1, Forms::default(), StatusCode::OK).await
}

/// The page with what is stored, or with what was refused in its place.
pub(super) async fn draw(
    app: &App,
    held: &Held<Presenter>,
    slug: &str,
    refused: Forms,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (edition, ui) = (held.edition(app, slug).await?, held.ui());
    let site = Site::beside(app, &edition, &ui).await?;
    let snapshot = snapshot_of(app, &edition).await?;
    let mut conn = app.db.read().await?;
    let me = speakers::me(&mut conn, &held.proof).await?;
    let home = address(&edition, ui.lang, "/speaker");
    let mut cards = Vec::new();
    for row in submissions::own(&mut conn, &held.proof).await? {
        let call = calls::by_id(&mut conn, edition.id, row.call).await?;
        let stage = snapshot.as_deref().and_then(|known| OnStage::of(known, &row, me.id, &ui));
        cards.push(Card::of(&row, &call, (&edition, stage), &ui, &home));
    }
    let now = Moment::now();
    let open = calls::public_calls(&mut conn, edition.id).await?.into_iter();
    let open = open.filter(|call| call.kind != CallKind::Demo && call.check_open(now).is_ok()).map(|call| {
        OpenCall {
            name: Shown::of(&call.name, ui.lang),
            href: address(&edition, ui.lang, &format!("/calls/{}", call.slug)),
            until: time::moment_with_zone(ui.lang, call.closes_at, &edition.zone),
            start: format!("{home}/calls/{}/start", call.id),
        }
    });
    let open = open.collect();
    let spans = speakers::own_availability(&mut conn, &held.proof).await?;
    let photo = speakers::own_photo(&mut conn, &held.proof).await?;
    let ticket = registrations::ticket_of(&mut conn, &held.proof).await?;
    let times = refused.times.unwrap_or_else(|| times::stored(&spans, &edition.zone));
    let stored = || Form::refused(profile::stored(&me), &refused.lacking.unwrap_or_default(), ui.lang);
    let profile = refused.profile.unwrap_or_else(stored);
    let shown = SpeakerPage {
        site,
        edition: Shown::of(&edition.name, ui.lang),
        person: me.is_named().then(|| me.name().display(ui.lang)),
        done: done(&held.asker.path, DONE).map(|key| ui.t(key)),
        when: when(&edition, ui.lang),
        zone: edition.zone.label(ui.lang, edition.starts_at),
        titles: titles(ui.lang),
        rows: times::rows(&times),
        profile,
        photo: refused.photo.unwrap_or_default(),
        photo_at: photo.map(|photo| format!("{home}/photo/{}", photo.id)),
        ticket: ticket.map(|link| format!("/t/{}", app.keys.link_token(&link))),
        times,
        cards,
        calls: open,
        home,
        ui,
    };
    Ok(unlinked(page(status, &shown)?))
}

/// What may have been done before the page is shown.
const DONE: &[&str] = &[
    "speaker-done-profile",
    "speaker-done-photo",
    "speaker-done-photo-removed",
    "speaker-done-times",
    "speaker-done-confirmed",
    "speaker-done-turned-down",
    "speaker-done-submitted",
    "speaker-done-withdrawn",
    "speaker-done-joined",
    "speaker-done-stayed-away",
];
