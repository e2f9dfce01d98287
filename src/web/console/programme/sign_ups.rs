//! Who signed up for a session with limited places.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
    registrations::person,
};
use crate::{
    accounts::{
        Access, Role,
        proofs::{Desk, Organiser},
    },
    editions::Edition,
    error::{Error, Reason},
    formats::csv,
    http::{App, At, Shown, SignedForm, Ui, download::table, page, page::see_other},
    i18n,
    programme::{self, Session},
    registrations::{self, SignedUp},
    values::{Id, Lang, Moment, time},
};

type Where = web::Path<(String, Id<Session>)>;

struct Row {
    id: String,
    href: String,
    name: Shown,
    organisation: String,
    state: &'static str,
    when: String,
}

#[derive(Template)]
#[template(path = "console/programme/sign-ups.html")]
struct SignUpsPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    title: Shown,
    session: Option<String>,
    taken: Option<(i32, i32)>,
    rows: Vec<Row>,
    export: Option<String>,
    end: Option<String>,
    give_back: String,
}

/// `GET /console/{edition}/programme/{id}/sign-ups`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Desk>,
    path: Where,
) -> Result<HttpResponse, Error> {
    let (mut conn, ui, id) = (app.db.read().await?, at.signed.ui(), path.1);
    let rows = registrations::signed_up(&mut conn, &at.proof, id).await?;
    let title = programme::title(&mut conn, at.edition.id, id).await?;
    let places = programme::places(&mut conn, at.edition.id).await?;
    let may = |role, access| at.signed.authority.may(role, Some(at.proof.edition()), access);
    let home = address(&at.edition, &format!("/programme/{id}"));
    let organiser = may(Role::Organiser, Access::Write);
    let shown = SignUpsPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news: News::done(&at.signed),
        title: Shown::of(&title, ui.lang),
        session: may(Role::Programme, Access::Read).then(|| home.clone()),
        taken: places.get(&id).map(|places| (places.taken, places.limit)),
        rows: rows.iter().map(|one| Row::of(one, &at.edition, &ui)).collect(),
        export: organiser.then(|| format!("{home}/sign-ups.csv")),
        end: organiser.then(|| format!("{home}/sign-ups/end")),
        give_back: format!("{home}/sign-ups/give-back"),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// `POST /console/{edition}/programme/{id}/sign-ups/give-back`: ends the one named by `sign_up`.
pub(in crate::web) async fn give_back(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (session, now) = (path.1, Moment::now());
    app.db
        .transaction(async |tx| {
            // Whoever may not see the session hears nothing of what was typed.
            registrations::signed_up(tx, &(&at.proof).into(), session).await?;
            let which = typed.one("sign_up").parse();
            let which = which.map_err(|_| Error::field("sign_up", Reason::new("choice_unknown")))?;
            registrations::give_back_by_staff(tx, &at.proof, (session, which), now).await
        })
        .await?;
    Ok(back(&at, path.1))
}

/// `POST /console/{edition}/programme/{id}/sign-ups/end`: ends all of them.
pub(in crate::web) async fn end(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::end_sign_ups(tx, &at.proof, path.1, now).await).await?;
    Ok(back(&at, path.1))
}

fn back(at: &At<Organiser>, session: Id<Session>) -> HttpResponse {
    see_other(address(&at.edition, &format!("/programme/{session}/sign-ups?done=sign-ups-ended")))
}

/// `GET /console/{edition}/programme/{id}/sign-ups.csv`: for the list at the session's door.
pub(in crate::web) async fn export(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let rows = registrations::signed_up(&mut conn, &(&at.proof).into(), path.1).await?;
    let lang = at.signed.asker.lang;
    let heads = ["arrival", "state", "name-title", "name-han", "name-latin", "organisation", "email"];
    let heads: Vec<_> = heads.iter().map(|column| i18n::text(lang, &format!("export-{column}"))).collect();
    let mut bytes = csv::head(&heads);
    bytes.extend(rows.iter().flat_map(|one| csv::row(&cells(one, lang))));
    Ok(table(&format!("sign-ups-{}.csv", path.1), bytes))
}

fn cells(SignedUp { sign_up, row }: &SignedUp, lang: Lang) -> [String; 7] {
    [
        sign_up.arrival.to_string(),
        i18n::text(lang, &format!("state-{}", sign_up.state)),
        row.name_title.clone().unwrap_or_default(),
        row.name_han.clone().unwrap_or_default(),
        row.name_latin.clone().unwrap_or_default(),
        row.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
        row.email.as_str().to_owned(),
    ]
}

impl Row {
    fn of(SignedUp { sign_up, row }: &SignedUp, edition: &Edition, ui: &Ui) -> Self {
        Self {
            id: sign_up.id.to_string(),
            href: address(edition, &format!("/registrations/{}", row.id)),
            name: person(&row.name(), ui),
            organisation: row.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
            state: sign_up.state.as_str(),
            when: time::moment(ui.lang, sign_up.created_at, &edition.zone),
        }
    }
}
