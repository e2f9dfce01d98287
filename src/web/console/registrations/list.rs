//! Finding people as one types, filtered by state and type; the filters stand in the address.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::frame::{Console, RoomName, address};
use crate::{
    accounts::{Access, Role, proofs::Desk},
    editions::{Edition, SideEvent, parts},
    error::Error,
    http::{App, At, Form, FormData, Shown, Ui, page},
    registrations::{
        self, Filter, Registration, State,
        types::{self, RegistrationType},
    },
    values::time,
};

/// Rows a page.
const ROWS: usize = 50;

/// A value of a filter and its words.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: Shown,
}

struct Row {
    href: String,
    name: Shown,
    organisation: String,
    kind: Shown,
    state: &'static str,
    when: String,
}

#[derive(Template)]
#[template(path = "console/registrations/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    form: Form,
    action: String,
    export: Option<String>,
    add: Option<String>,
    states: Vec<Choice>,
    kinds: Vec<Choice>,
    /// The forum and the side events that one registers for; empty where there is only the forum.
    occasions: Vec<Choice>,
    rows: Vec<Row>,
    count: i64,
    newer: Option<String>,
    older: Option<String>,
}

/// `GET /console/{edition}/registrations`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Desk>) -> Result<HttpResponse, Error> {
    let query = at.signed.asker.path.split_once('?').map_or("", |(_, query)| query);
    let typed = FormData::decode(query.as_bytes())?;
    let mut conn = app.db.read().await?;
    let kinds = types::types(&mut conn, at.edition.id).await?;
    let events: Vec<SideEvent> = parts::list(&mut conn, at.edition.id).await?;
    let filter = filter(&typed, &kinds);
    let found = registrations::find(&mut conn, &at.proof, &filter, ROWS).await?;
    let ui = at.signed.ui();
    let home = address(&at.edition, "/registrations");
    let may = |role| at.signed.authority.may(role, Some(at.proof.edition()), Access::Write);
    let shown = ListPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Registrations),
        export: may(Role::Organiser).then(|| format!("{home}/export.csv")),
        add: may(Role::Desk).then(|| format!("{home}/new")),
        states: State::ALL
            .iter()
            .map(|state| choice(state.as_str(), ui.t(&format!("state-{state}")), &ui))
            .collect(),
        kinds: kinds.iter().map(|kind| named(kind, &events, &ui)).collect(),
        occasions: occasions(&at.edition, &kinds, &events, &ui),
        rows: found.rows.iter().map(|row| Row::of(row, &at.edition, (&kinds, &events), &ui)).collect(),
        count: found.count,
        newer: filter.before.map(|_| with(&home, &typed, None)),
        older: found.next.map(|next| with(&home, &typed, Some(next))),
        action: home,
        form: Form::filled(typed),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// What the query asks for; a value that means nothing filters nothing.
fn filter(typed: &FormData, kinds: &[RegistrationType]) -> Filter {
    let kind = kinds.iter().find(|kind| kind.slug.as_str() == typed.one("type"));
    Filter {
        text: typed.one("q").to_owned(),
        state: typed.one("state").parse().ok(),
        type_id: kind.map(|kind| kind.id),
        occasion: typed.one("for").parse().ok(),
        before: typed.one("before").parse().ok(),
    }
}

/// The same filters on another page of the list.
fn with(home: &str, typed: &FormData, before: Option<i64>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(typed.pairs().filter(|(name, value)| *name != "before" && !value.is_empty()));
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    format!("{home}?{}", query.finish())
}

fn choice(value: &str, label: String, ui: &Ui) -> Choice {
    Choice { value: value.to_owned(), label: Shown::plain(label, ui.lang) }
}

fn named(kind: &RegistrationType, events: &[SideEvent], ui: &Ui) -> Choice {
    Choice { value: kind.slug.as_str().to_owned(), label: kind_name(Some(kind), events, ui) }
}

/// What a type is called among those of the forum: one of a side event is called after that first.
pub(in crate::web::console) fn kind_name(
    kind: Option<&RegistrationType>,
    events: &[SideEvent],
    ui: &Ui,
) -> Shown {
    let Some(kind) = kind else { return Shown::plain("–", ui.lang) };
    let own = Shown::of(&kind.name, ui.lang);
    match kind.side_event.and_then(|id| events.iter().find(|event| event.id == id)) {
        Some(event) if event.name != kind.name => {
            let event = Shown::of(&event.name, ui.lang).text;
            Shown::plain(ui.t2("types-of-side-event", "event", event, "name", own.text), ui.lang)
        }
        _ => own,
    }
}

fn occasions(edition: &Edition, kinds: &[RegistrationType], events: &[SideEvent], ui: &Ui) -> Vec<Choice> {
    let open = events.iter().filter(|event| kinds.iter().any(|kind| kind.side_event == Some(event.id)));
    let open: Vec<Choice> = open
        .map(|event| Choice { value: event.id.to_string(), label: Shown::of(&event.name, ui.lang) })
        .collect();
    if open.is_empty() {
        return open;
    }
    let forum = Choice { value: edition.id.to_string(), label: Shown::of(&edition.name, ui.lang) };
    std::iter::once(forum).chain(open).collect()
}

impl Row {
    fn of(
        row: &Registration,
        edition: &Edition,
        (kinds, events): (&[RegistrationType], &[SideEvent]),
        ui: &Ui,
    ) -> Self {
        let (name, kind) = (row.name(), kinds.iter().find(|kind| kind.id == row.type_id));
        Self {
            href: address(edition, &format!("/registrations/{}", row.id)),
            name: person(&name, ui),
            organisation: row.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
            kind: kind_name(kind, events, ui),
            state: row.state.as_str(),
            when: time::moment(ui.lang, row.created_at, &edition.zone),
        }
    }
}

/// The name in both scripts; who was erased has none.
pub(in crate::web::console) fn person(name: &crate::values::PersonName, ui: &Ui) -> Shown {
    let both = name.both(ui.lang);
    if both.is_empty() {
        return Shown::plain(ui.t("registration-erased"), ui.lang);
    }
    Shown::plain(both, name.lang(ui.lang))
}
