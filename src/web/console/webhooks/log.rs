//! The log of one webhook's deliveries, newest first; the filters stand in the address.

use diesel_async::AsyncPgConnection;

use crate::{
    error::Error,
    http::{AsAdmin, Form, FormData, Shown, Ui},
    values::Id,
    web::{console::clock::Clock, public::views::Choice},
    webhooks::{
        self, Delivery, DeliveryFilter, DeliveryState, Webhook,
        events::{EVENTS, TEST},
    },
};

/// Rows a page.
const ROWS: usize = 50;

pub(super) struct Row {
    pub(super) href: String,
    pub(super) event: String,
    pub(super) when: String,
    pub(super) state: &'static str,
    pub(super) attempts: i32,
}

/// A page of the log, and the filters above it.
pub(super) struct Log {
    pub(super) form: Form,
    pub(super) states: Vec<Choice>,
    pub(super) events: Vec<Choice>,
    pub(super) rows: Vec<Row>,
    pub(super) newest: Option<String>,
    pub(super) older: Option<String>,
}

impl Log {
    /// The page that the address asks for; `home` is the webhook's.
    pub(super) async fn of(
        conn: &mut AsyncPgConnection,
        admin: &AsAdmin,
        of: Id<Webhook>,
        (home, clock, ui): (&str, &Clock, &Ui),
    ) -> Result<Self, Error> {
        let typed = admin.signed.asker.query()?;
        // One more than is shown tells whether there is another page.
        let filter = filter(&typed);
        let mut found = webhooks::deliveries(conn, &admin.proof, of, &filter, ROWS as i64 + 1).await?;
        let more = found.len() > ROWS;
        found.truncate(ROWS);
        let state = |state: &DeliveryState| Choice {
            value: state.to_string(),
            label: Shown::plain(ui.t(&format!("delivery-state-{state}")), ui.lang),
        };
        let event = |name: &str| Choice { value: name.to_owned(), label: Shown::plain(name, ui.lang) };
        let older = found.last().filter(|_| more).map(|last| with(home, &typed, Some(last.id)));
        Ok(Self {
            states: DeliveryState::ALL.iter().map(state).collect(),
            events: EVENTS.iter().chain([&TEST]).map(|one| event(one.name)).collect(),
            rows: found.iter().map(|delivery| row(delivery, home, clock)).collect(),
            newest: (!typed.one("before").is_empty()).then(|| with(home, &typed, None)),
            older,
            form: Form::filled(typed),
        })
    }
}

/// What the query asks for; a value that means nothing filters nothing.
fn filter(typed: &FormData) -> DeliveryFilter {
    DeliveryFilter {
        state: typed.one("state").parse().ok(),
        event: Some(typed.one("event").to_owned()).filter(|event| !event.is_empty()),
        before: typed.one("before").parse().ok(),
    }
}

/// The same filters on another page of the list.
fn with(home: &str, typed: &FormData, before: Option<Id<Delivery>>) -> String {
    let kept = |name: &str| matches!(name, "state" | "event");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(typed.pairs().filter(|(name, value)| kept(name) && !value.is_empty()));
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    format!("{home}?{}", query.finish())
}

fn row(delivery: &Delivery, home: &str, clock: &Clock) -> Row {
    Row {
        href: format!("{home}/deliveries/{}", delivery.id),
        event: delivery.event.clone(),
        when: clock.tell(delivery.occurred_at),
        state: delivery.state.as_str(),
        attempts: delivery.attempts,
    }
}
