//! The page: every pass in its state, and the form that hands one out.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{super::member, At, demo_place, place};
use crate::{
    companies::{self, Member},
    editions::Edition,
    error::Error,
    http::{App, Form, FormData, Own, Shown, Ui, page},
    registrations::{self, OwnPass, PassState},
    submissions::{self, SubmissionId},
    values::{Lang, Moment, time},
    web::{done::done, public::views::Choice},
};

/// A pass in the list.
struct Row {
    number: String,
    /// `free`, `sent`, `expired` or `claimed`.
    state: &'static str,
    /// Who was asked, or who claimed it.
    name: Option<Shown>,
    email: Option<String>,
    /// Until when its link is open.
    until: Option<String>,
    /// Where it is taken back, while it can be.
    take_back: Option<String>,
}

#[derive(Template)]
#[template(path = "company/passes.html")]
struct PassesPage {
    ui: Ui,
    done: Option<String>,
    company: Shown,
    demo: Shown,
    edition: Shown,
    home: String,
    base: String,
    form: Form,
    rows: Vec<Row>,
    /// How many nobody was asked to claim.
    free: usize,
    langs: Vec<Choice>,
}

/// `GET /{lang}/account/companies/{company}/applications/{id}/passes`; `done` in the query names what the last act did.
pub(in crate::web) async fn show(app: web::Data<App>, own: Own, at: At) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let typed: FormData = [("lang".to_owned(), at.0.to_string())].into_iter().collect();
    draw(&app, &own, &who, at.2, (Form::filled(typed), StatusCode::OK)).await
}

/// The page, with a form that was refused in the place of the empty one.
pub(super) async fn draw(
    app: &App,
    own: &Own,
    who: &Member,
    id: SubmissionId,
    (form, status): (Form, StatusCode),
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (own.signed.ui(), app.db.read().await?);
    let demo = submissions::own_one(&mut conn, who, id).await?;
    let passes = registrations::passes_of(&mut conn, who, id).await?;
    let company = companies::of_member(&mut conn, who).await?;
    drop(conn);
    let edition = app.pages.edition(&app.db, demo.edition).await?;
    let base = place(ui.lang, who.company(), id);
    let untitled = || Shown::plain(ui.t("speaker-untitled"), ui.lang);
    let shown = PassesPage {
        done: done(&own.signed.asker.path, DONE).map(|key| ui.t(key)),
        company: Shown::of(&company.name, ui.lang),
        demo: Shown::maybe(demo.title.as_ref(), ui.lang).unwrap_or_else(untitled),
        edition: Shown::of(&edition.name, ui.lang),
        home: demo_place(ui.lang, who.company(), id),
        free: passes.iter().filter(|one| one.pass.state == PassState::Free).count(),
        rows: passes.iter().map(|one| row(one, &edition, &base, &ui)).collect(),
        langs: Lang::ALL.iter().map(|lang| language(*lang)).collect(),
        base,
        form,
        ui,
    };
    page(status, &shown)
}

fn row(one: &OwnPass, edition: &Edition, base: &str, ui: &Ui) -> Row {
    let (pass, now) = (&one.pass, Moment::now());
    let begun = edition.starts_at <= now;
    let ended = pass.expires_at.is_some_and(|end| end <= now);
    let asked = pass.name.as_ref().map(|name| Shown::plain(name.as_str(), ui.lang));
    let claimed = one.claimed_by.as_ref();
    Row {
        number: ui.t1("passes-number", "number", pass.number),
        state: if ended { "expired" } else { pass.state.as_str() },
        name: claimed.map(|name| Shown::plain(name.display(ui.lang), name.lang(ui.lang))).or(asked),
        email: pass.email.as_ref().map(|email| email.as_str().to_owned()),
        until: pass.expires_at.map(|end| time::moment_with_zone(ui.lang, end, &edition.zone)),
        take_back: match pass.state {
            PassState::Claimed if begun => None,
            PassState::Sent | PassState::Claimed => Some(format!("{base}/{}/take-back", pass.id)),
            PassState::Free | PassState::Ended => None,
        },
    }
}

/// A language to write in, by its own name.
fn language(lang: Lang) -> Choice {
    Choice { value: lang.to_string(), label: Shown::plain(lang.autonym(), lang) }
}

/// What may have been done before the page is shown.
const DONE: &[&str] = &["passes-done-sent", "passes-done-taken-back"];
