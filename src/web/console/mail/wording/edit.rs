//! The words of one mail in one language: writing them, trying them, and every version that was.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    diff::{Line, diff},
    list::{uneven, whose},
    names::{Name, names},
};
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, At, Form, Shown, Ui, guard, page},
    mail::{Renderer, Wording, wordings::Version},
    outbox::wordings::{self, Place, Words},
    values::Lang,
    web::{
        console::{
            clock::Clock,
            frame::{Console, RoomName, address},
            news::News,
            submissions::wording::stored,
        },
        public::views::Choice,
    },
};

/// The same mail in another language.
struct Other {
    href: String,
    lang: &'static str,
    autonym: &'static str,
    /// `ours`, `own` or `broken`.
    whose: &'static str,
    here: bool,
}

/// A version that was saved.
struct Earlier {
    number: i32,
    when: String,
    who: String,
    /// Whether it went back to our words.
    ours: bool,
    broken: bool,
    newest: bool,
    changes: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "console/mail/wording.html")]
struct WordingPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    all: String,
    action: String,
    what: String,
    cause: String,
    to: String,
    when: String,
    lang: &'static str,
    others: Vec<Other>,
    uneven: bool,
    whose: &'static str,
    seen: i32,
    names: Vec<Name>,
    rows: Vec<Choice>,
    earlier: Vec<Earlier>,
    zone: String,
}

/// Which words a path names: edition, mail, language.
pub(super) type Named = web::Path<(String, String, Lang)>;

/// Where the words at `place` are written.
pub(super) fn address_of(at: &At<Communications>, place: Place) -> String {
    address(&at.edition, &format!("/mails/wording/{}/{}", place.template.name, place.lang))
}

/// `GET /console/{edition}/mails/wording/{template}/{lang}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
) -> Result<HttpResponse, Error> {
    let place = Place::named(&named.1, named.2)?;
    draw(&app, &at, place, None, News::done(&at.signed)).await
}

/// The page, with what was typed where that could not be kept.
pub(super) async fn draw(
    app: &App,
    at: &At<Communications>,
    place: Place,
    typed: Option<(Form, StatusCode)>,
    news: Option<News>,
) -> Result<HttpResponse, Error> {
    let renderer = Renderer::new()?;
    let mut conn = app.db.read().await?;
    let words = wordings::words(&mut conn, &renderer, &at.proof, place).await?;
    let current = wordings::current(&mut conn, &at.proof, place.template).await?;
    drop(conn);
    let others: Vec<Other> = Lang::ALL
        .iter()
        .map(|lang| other(at, Place { lang: *lang, ..place }, place.lang, &current))
        .collect();
    let (ui, clock) = (at.signed.ui(), Clock::of(&at.edition, at.signed.asker.lang));
    let (form, status) =
        typed.unwrap_or_else(|| (Form::filled(stored(words.wording.clone())), StatusCode::OK));
    let shown = WordingPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        news,
        form,
        all: address(&at.edition, "/mails/wording"),
        action: address_of(at, place),
        what: ui.t(&format!("mail-template-{}", place.template.name)),
        cause: ui.t(&format!("mail-cause-{}", place.template.name)),
        to: ui.t(&format!("mail-to-{}", place.template.to)),
        when: ui.t(&format!("mail-timing-{}", place.template.timing)),
        lang: place.lang.as_str(),
        uneven: uneven(others.iter().map(|other| other.whose)),
        others,
        whose: whose(words.versions.first()),
        seen: words.seen,
        names: names(&renderer, place.template, (place.lang, &at.edition.letterhead()), &ui),
        rows: words
            .rows
            .iter()
            .map(|row| Choice {
                value: row.id.to_string(),
                label: Shown::plain(&*row.recipient_name, ui.lang),
            })
            .collect(),
        earlier: earlier(&words, &renderer.ours(place.template, place.lang)?, &clock, &ui),
        zone: clock.zone(),
        ui,
    };
    Ok(guard::framing(page(status, &shown)?))
}

fn other(at: &At<Communications>, place: Place, here: Lang, current: &[Version]) -> Other {
    Other {
        href: address_of(at, place),
        lang: place.lang.as_str(),
        autonym: place.lang.autonym(),
        whose: whose(current.iter().find(|version| version.lang == place.lang)),
        here: place.lang == here,
    }
}

/// Every version with what it changed, the newest first.
fn earlier(words: &Words, ours: &Wording, clock: &Clock, ui: &Ui) -> Vec<Earlier> {
    let said = |version: Option<&Version>| {
        let wording = version.and_then(Version::wording).unwrap_or_else(|| ours.clone());
        format!("{}\n{}\n\n{}", wording.subject, wording.heading, wording.body)
    };
    let before = words.versions.iter().skip(1).map(Some).chain(std::iter::once(None));
    let told = |(version, before): (&Version, Option<&Version>)| Earlier {
        number: version.number,
        when: clock.tell(version.saved_at),
        who: version
            .saved_by
            .and_then(|id| words.names.get(&id).cloned())
            .unwrap_or_else(|| ui.t("wording-nobody")),
        ours: version.wording().is_none(),
        broken: version.broken_at.is_some(),
        newest: version.number == words.seen,
        changes: diff(&said(before), &said(Some(version))),
    };
    words.versions.iter().zip(before).map(told).collect()
}
