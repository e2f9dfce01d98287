//! The sessions that the reader starred: a cookie holds the link of her list, no account is needed.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        reader::Reader,
        views::{Site, address},
    },
    calendars::{calendar, given},
    card::Cards,
    list::{Day, by_day},
    released,
};
use crate::{
    db::Tx,
    editions::Edition,
    error::Error,
    http::{App, Asker, FormData, Ui, cookies::Jar, guard::unlinked, page, page::see_other},
    keys::LinkToken,
    programme::{self, Session, Stargazer},
    values::{Id, Lang},
};

/// As long as browsers keep a cookie (RFC 6265bis section 5.5): 400 days.
const KEPT_SECONDS: i64 = 400 * 24 * 60 * 60;

#[derive(Template)]
#[template(path = "public/programme/starred.html")]
struct StarredPage {
    ui: Ui,
    site: Site,
    home: String,
    days: Vec<Day>,
    /// The address that a calendar follows, and the same for programs that know the scheme of calendars.
    feed: Option<(String, String)>,
}

/// Each edition's list has a cookie of its own.
fn cookie(edition: &Edition) -> String {
    format!("stars-{}", edition.slug)
}

/// Whoever holds a list of this edition.
async fn gazer(app: &App, request: &HttpRequest, edition: &Edition) -> Result<Option<Stargazer>, Error> {
    let token = Jar::of(app).read(request, &cookie(edition)).and_then(|token| LinkToken::parse(&token));
    let Some(token) = token else { return Ok(None) };
    match programme::stargazer(&mut *app.db.read().await?, &app.keys, &token).await {
        Ok(gazer) if gazer.edition() == edition.id => Ok(Some(gazer)),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What the reader starred in this edition's programme.
pub(super) async fn of(
    app: &App,
    request: &HttpRequest,
    edition: &Edition,
) -> Result<BTreeSet<Id<Session>>, Error> {
    match gazer(app, request, edition).await? {
        Some(gazer) => programme::starred(&mut *app.db.read().await?, &gazer).await,
        None => Ok(BTreeSet::new()),
    }
}

/// `GET /{lang}/{edition}/starred`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (edition, programme) = (snapshot.edition(), released(&snapshot)?);
    let gazer = gazer(&app, &request, edition).await?;
    let starred = of(&app, &request, edition).await?;
    let here = address(edition, lang, "/starred");
    let ui = Ui::anonymous(lang, here.as_str());
    let cards = Cards { edition, programme, lang, starred: &starred };
    let sessions = programme.taking_place().filter(|session| starred.contains(&session.id));
    let shown = StarredPage {
        site: Site::around(&snapshot, &ui, &here),
        home: address(edition, lang, ""),
        days: by_day(&cards, sessions),
        feed: gazer.map(|gazer| feed(&app, &gazer, lang)).transpose()?,
        ui,
    };
    Ok(unlinked(page(StatusCode::OK, &shown)?))
}

fn feed(app: &App, gazer: &Stargazer, lang: Lang) -> Result<(String, String), Error> {
    let path = format!("/starred/{}/calendar.ics?lang={lang}", app.keys.link_token(&gazer.link()));
    let plain = app.config.base_url.join(&path).map_err(Error::internal)?.to_string();
    let webcal = plain.split_once(':').map(|(_, rest)| format!("webcal:{rest}")).unwrap_or_default();
    Ok((plain, webcal))
}

/// `POST /{lang}/{edition}/sessions/{session}/star`
///
/// `on` is `yes` or `no`; `from` is the page to go back to: `programme`, `session`, `now` or `starred`.
pub(in crate::web) async fn star(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Session>)>,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, session) = (reader, at.2);
    let (edition, programme) = (snapshot.edition(), released(&snapshot)?);
    programme.session(session).ok_or(Error::NotFound)?;
    let (known, on) = (gazer(&app, &request, edition).await?, typed.one("on") == "yes");
    let gazer = app.db.transaction(async |tx| mark(tx, known, edition.id, (session, on)).await).await?;
    let back = match typed.one("from") {
        "session" => address(edition, lang, &format!("/sessions/{session}")),
        "now" => address(edition, lang, "/now"),
        "starred" => address(edition, lang, "/starred"),
        _ => address(edition, lang, &format!("/programme#s-{session}")),
    };
    let token = app.keys.link_token(&gazer.link());
    let mut answer = see_other(back);
    let cookie = Jar::of(&app).secret(&cookie(edition), token, Some(KEPT_SECONDS));
    answer.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(answer)
}

/// Stars a session or takes the star off, on a list that begins with the first star.
async fn mark(
    tx: &mut Tx,
    known: Option<Stargazer>,
    edition: Id<Edition>,
    (session, on): (Id<Session>, bool),
) -> Result<Stargazer, Error> {
    let gazer = match known {
        Some(gazer) => gazer,
        None => programme::begin_stars(tx, edition).await?,
    };
    if on {
        programme::star(tx, &gazer, session).await?;
    } else {
        programme::unstar(tx, &gazer, session).await?;
    }
    Ok(gazer)
}

/// `GET /starred/{token}/calendar.ics`: what moves in the programme moves in it.
pub(in crate::web) async fn follow(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let token = LinkToken::parse(&token).ok_or(Error::NotFound)?;
    let gazer = programme::stargazer(&mut *app.db.read().await?, &app.keys, &token).await?;
    let starred = programme::starred(&mut *app.db.read().await?, &gazer).await?;
    let edition = app.pages.edition(&app.db, gazer.edition()).await?;
    let snapshot = app.pages.snapshot(&app.db, edition.slug.as_str()).await?;
    let sessions = released(&snapshot)?.sessions.iter().filter(|session| starred.contains(&session.id));
    Ok(unlinked(given(&calendar(&app, &snapshot, asker.lang, sessions)?)))
}
