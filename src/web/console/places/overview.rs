//! Both lists on one page, and what to do first where they are empty.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
    order::Standing,
};
use crate::{
    accounts::proofs::Organiser,
    capacity::{self, Pool},
    editions::{Edition, SideEvent, parts},
    error::Error,
    http::{App, At, Shown, Ui, page},
    registrations::types::{self, RegistrationType},
    values::time,
};

struct TypeRow {
    href: String,
    name: Shown,
    /// The side event that one attends by it.
    side_event: Option<Shown>,
    window: String,
    pools: Vec<Shown>,
    needs_approval: bool,
    standing: Standing,
}

struct PoolRow {
    href: String,
    name: Shown,
    taken: i32,
    capacity: i32,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "console/places/overview.html")]
struct PlacesPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    home: String,
    types: Vec<TypeRow>,
    archived: Vec<(String, Shown)>,
    pools: Vec<PoolRow>,
}

/// `GET /console/{edition}/places`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, news, StatusCode::OK).await
}

/// Both lists as they are now.
pub(super) async fn draw(
    app: &App,
    at: &At<Organiser>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let pools = capacity::pools(&mut conn, at.edition.id).await?;
    let kinds = types::types(&mut conn, at.edition.id).await?;
    let events: Vec<SideEvent> = parts::list(&mut conn, at.edition.id).await?;
    let (archived, live): (Vec<_>, Vec<_>) = kinds.iter().partition(|kind| kind.archived_at.is_some());
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/places"));
    let past = |kind: &&RegistrationType| {
        (format!("{home}/registration-types/{}", kind.id), Shown::of(&kind.name, ui.lang))
    };
    let shown = PlacesPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Places),
        news,
        types: (0..)
            .zip(&live)
            .map(|(index, kind)| type_row(kind, (index, live.len()), (&pools, &events), at))
            .collect(),
        archived: archived.iter().map(past).collect(),
        pools: (0..).zip(&pools).map(|(index, pool)| pool_row(pool, index, pools.len(), at)).collect(),
        home,
        ui,
    };
    page(status, &shown)
}

fn type_row(
    kind: &RegistrationType,
    (index, count): (usize, usize),
    (pools, events): (&[Pool], &[SideEvent]),
    at: &At<Organiser>,
) -> TypeRow {
    let lang = at.signed.asker.lang;
    let event = kind.side_event.and_then(|id| events.iter().find(|event| event.id == id));
    let drawn = pools.iter().filter(|pool| kind.pools.contains(&pool.id));
    TypeRow {
        href: address(&at.edition, &format!("/places/registration-types/{}", kind.id)),
        name: Shown::of(&kind.name, lang),
        side_event: event.map(|event| Shown::of(&event.name, lang)),
        window: window(kind, &at.edition, &at.signed.ui()),
        pools: drawn.map(|pool| Shown::of(&pool.name, lang)).collect(),
        needs_approval: kind.needs_approval,
        standing: Standing::of(kind.id, index, count),
    }
}

/// From when to when one may register, as far as it is limited.
fn window(kind: &RegistrationType, edition: &Edition, ui: &Ui) -> String {
    let when = |moment| time::moment(ui.lang, moment, &edition.zone);
    match (kind.opens_at, kind.closes_at) {
        (Some(opens), Some(closes)) => time::span(ui.lang, opens, closes, &edition.zone),
        (Some(opens), None) => ui.t1("types-from", "when", when(opens)),
        (None, Some(closes)) => ui.t1("types-until", "when", when(closes)),
        (None, None) if kind.side_event.is_some() => ui.t("types-always-side-event"),
        (None, None) => ui.t("types-always"),
    }
}

fn pool_row(pool: &Pool, index: usize, count: usize, at: &At<Organiser>) -> PoolRow {
    PoolRow {
        href: address(&at.edition, &format!("/places/capacity-pools/{}", pool.id)),
        name: Shown::of(&pool.name, at.signed.asker.lang),
        taken: pool.taken,
        capacity: pool.capacity,
        standing: Standing::of(pool.id, index, count),
    }
}
