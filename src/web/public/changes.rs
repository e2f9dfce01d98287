//! What each release of the programme changed, the newest first.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    reader::Reader,
    views::{Site, address, paragraphs},
};
use crate::{
    editions::{Edition, Room, parts},
    error::Error,
    http::{App, Shown, Ui, page},
    programme::{
        self,
        diff::{Change, Changes, Listed},
    },
    values::{Lang, time},
};

/// What became of a session, in words.
pub(crate) struct ChangeRow {
    /// `added`, `cancelled`, `moved` or `edited`.
    pub(crate) what: &'static str,
    pub(crate) title: Shown,
    /// When and where it is; blank once it is off.
    pub(crate) now: String,
    /// When and where it was; blank where that is the same, or it was not.
    pub(crate) before: String,
    pub(crate) retitled: bool,
    pub(crate) other_people: bool,
    pub(crate) described_anew: bool,
}

impl ChangeRow {
    /// All of them, by when they take place.
    pub(crate) fn all(changes: &Changes, edition: &Edition, rooms: &[Room], lang: Lang) -> Vec<Self> {
        let mut changes: Vec<&Change> = changes.values().collect();
        changes.sort_by_key(|change| listed(change).time);
        let view = View { edition, rooms, lang };
        changes.into_iter().map(|change| view.row(change)).collect()
    }
}

/// The session as it is, or as it was before it was off.
fn listed(change: &Change) -> &Listed {
    match change {
        Change::Added(listed) | Change::Cancelled(listed) | Change::Edited { to: listed, .. } => listed,
    }
}

/// What changes are told with.
struct View<'a> {
    edition: &'a Edition,
    rooms: &'a [Room],
    lang: Lang,
}

impl View<'_> {
    fn row(&self, change: &Change) -> ChangeRow {
        let moved = change.is_rescheduled() || change.is_relocated();
        let (what, now, before) = match change {
            Change::Added(to) => ("added", self.slot(to), String::new()),
            Change::Cancelled(from) => ("cancelled", String::new(), self.slot(from)),
            Change::Edited { from, to } if moved => ("moved", self.slot(to), self.slot(from)),
            Change::Edited { to, .. } => ("edited", self.slot(to), String::new()),
        };
        ChangeRow {
            what,
            title: Shown::of(&listed(change).title, self.lang),
            now,
            before,
            retitled: change.is_retitled(),
            other_people: change.has_other_people(),
            described_anew: change.is_described_anew(),
        }
    }

    fn slot(&self, listed: &Listed) -> String {
        let rooms = self.rooms.iter().filter(|room| listed.rooms.contains(&room.id));
        let rooms: Vec<&str> = rooms.map(|room| room.name.pick(self.lang).text).collect();
        let when = time::span(self.lang, listed.time.start(), listed.time.end(), &self.edition.zone);
        format!("{when} · {}", rooms.join(" · "))
    }
}

/// A release and what it changed.
struct Entry {
    number: i32,
    name: String,
    when: String,
    note: Vec<Shown>,
    changes: Vec<ChangeRow>,
}

#[derive(Template)]
#[template(path = "public/changes.html")]
struct ChangesPage {
    ui: Ui,
    site: Site,
    entries: Vec<Entry>,
    zone: String,
}

/// `GET /{lang}/{edition}/changes`
pub(in crate::web) async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let edition = snapshot.edition();
    let here = address(edition, lang, "/changes");
    let ui = Ui::anonymous(lang, here.as_str());
    let mut conn = app.db.read().await?;
    let rooms = parts::list(&mut conn, edition.id).await?;
    let mut entries = Vec::new();
    for release in programme::releases(&mut conn, edition.id).await? {
        let changes = programme::changes_of(&mut conn, edition.id, &release).await?;
        entries.push(Entry {
            number: release.number,
            when: time::moment(lang, release.released_at, &edition.zone),
            note: paragraphs(release.note.as_ref(), lang),
            changes: ChangeRow::all(&changes, edition, &rooms, lang),
            name: release.name,
        });
    }
    let shown = ChangesPage {
        site: Site::around(&snapshot, &ui, &here),
        zone: edition.zone.label(lang, edition.starts_at),
        entries,
        ui,
    };
    page(StatusCode::OK, &shown)
}
