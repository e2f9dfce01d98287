//! The audit trail, of the whole site or of one edition, newest first; the filters stand in the address.

use std::{collections::HashMap, slice};

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::super::{
    clock::Clock,
    frame::{Console, RoomName, SiteRoom, address},
    history,
};
use crate::{
    accounts::{self, Manager, proofs::Organiser},
    audit::{self, Filter, TrailEntry},
    editions::{self, Edition},
    error::Error,
    http::{App, AsAdmin, At, Form, FormData, Shown, Ui, page},
    web::{account::edition_choice, public::views::Choice},
};

/// Rows a page.
const ROWS: usize = 50;

struct Row {
    when: String,
    what: String,
    who: String,
    /// The actor's name, where the reader may know it.
    name: Option<String>,
    address: String,
    edition: Option<Shown>,
    /// What changed, as it was recorded.
    content: Option<String>,
    seal: Option<i64>,
}

#[derive(Template)]
#[template(path = "console/site/trail.html")]
struct TrailPage {
    ui: Ui,
    console: Console,
    form: Form,
    action: String,
    /// Nothing to choose from on an edition's own page.
    editions: Vec<Choice>,
    actions: Vec<Choice>,
    rows: Vec<Row>,
    newest: Option<String>,
    older: Option<String>,
    verify: Option<&'static str>,
    zone: String,
}

/// `GET /console/site/audit`
pub(in crate::web) async fn of_site(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let typed = admin.signed.asker.query()?;
    let edition = typed.one("edition").parse().ok();
    let found = Found::of(&mut conn, &typed, edition, Manager::Admin(&admin.proof)).await?;
    let shown = TrailPage {
        editions: editions.iter().map(|edition| edition_choice(edition, &ui)).collect(),
        verify: Some("/console/site/audit/verify"),
        ..found.page(
            Console::of_site(&admin.signed, SiteRoom::Trail),
            "/console/site/audit".to_owned(),
            typed,
            (&editions, &clock),
            ui,
        )
    };
    page(StatusCode::OK, &shown)
}

/// `GET /console/{edition}/audit`: what lies outside the edition is not found in it, whatever the query says.
pub(in crate::web) async fn of_edition(
    app: web::Data<App>,
    at: At<Organiser>,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (at.signed.ui(), app.db.read().await?);
    let clock = Clock::of(&at.edition, ui.lang);
    let typed = at.signed.asker.query()?;
    let edition = Some(at.proof.edition());
    let found = Found::of(&mut conn, &typed, edition, Manager::Organiser(&at.proof)).await?;
    let console = Console::of(&at.edition, &at.signed, RoomName::Audit);
    let home = address(&at.edition, "/audit");
    let shown = found.page(console, home, typed, (slice::from_ref(&at.edition), &clock), ui);
    page(StatusCode::OK, &shown)
}

/// A page of entries, and the names of those who made them.
struct Found {
    entries: Vec<TrailEntry>,
    older: Option<Uuid>,
    names: HashMap<Uuid, String>,
}

impl Found {
    async fn of(
        conn: &mut AsyncPgConnection,
        typed: &FormData,
        edition: Option<Uuid>,
        reader: Manager<'_>,
    ) -> Result<Self, Error> {
        let action = Some(typed.one("action").to_owned()).filter(|action| !action.is_empty());
        let filter = Filter { edition, before: typed.one("before").parse().ok(), action };
        // One more than is shown tells whether there is another page.
        let mut entries = audit::trail(conn, &filter, ROWS as i64 + 1).await?;
        let more = entries.len() > ROWS;
        entries.truncate(ROWS);
        let staff = accounts::who_has_what(conn, reader).await?;
        let names = staff.into_iter().map(|member| (member.account.id.uuid(), member.account.name));
        let older = entries.last().filter(|_| more).map(|entry| entry.id);
        Ok(Self { names: names.collect(), older, entries })
    }

    fn page(
        &self,
        console: Console,
        action: String,
        typed: FormData,
        (editions, clock): (&[Edition], &Clock),
        ui: Ui,
    ) -> TrailPage {
        TrailPage {
            console,
            editions: Vec::new(),
            actions: history::actions(&ui),
            rows: self.entries.iter().map(|entry| self.row(entry, editions, clock, &ui)).collect(),
            newest: (!typed.one("before").is_empty()).then(|| with(&action, &typed, None)),
            older: self.older.map(|before| with(&action, &typed, Some(before))),
            verify: None,
            zone: clock.zone(),
            form: Form::filled(typed),
            action,
            ui,
        }
    }

    fn row(&self, entry: &TrailEntry, editions: &[Edition], clock: &Clock, ui: &Ui) -> Row {
        let edition = editions.iter().find(|edition| Some(edition.id.uuid()) == entry.edition_id);
        let content = entry.content.as_ref().filter(|content| !content.is_null());
        Row {
            when: clock.tell(entry.at),
            what: history::what(entry, ui),
            who: history::who(entry, ui),
            name: entry.actor_id.and_then(|id| self.names.get(&id).cloned()),
            address: entry.address.clone().unwrap_or_default(),
            edition: edition.map(|edition| Shown::of(&edition.name, ui.lang)),
            content: content.map(|content| format!("{content:#}")),
            seal: entry.seal,
        }
    }
}

/// The same filters on another page of the list.
fn with(home: &str, typed: &FormData, before: Option<Uuid>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(typed.pairs().filter(|(name, value)| *name != "before" && !value.is_empty()));
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    format!("{home}?{}", query.finish())
}
