//! What happened to a row, as the audit trail tells it.

use crate::{
    accounts,
    audit::TrailEntry,
    calls, capacity, cloning, companies, editions,
    http::{Shown, Ui},
    outbox, programme, questions, registrations, reviews, speakers, submissions, transfer,
    values::{Zone, time},
    web::public::views::Choice,
};

/// An entry of the trail in words.
pub(crate) struct Happened {
    pub(crate) when: String,
    pub(crate) what: String,
    pub(crate) who: String,
}

impl Happened {
    /// The entries in their order.
    pub(crate) fn all(entries: &[TrailEntry], zone: &Zone, ui: &Ui) -> Vec<Self> {
        entries.iter().map(|entry| Self::of(entry, zone, ui)).collect()
    }

    fn of(entry: &TrailEntry, zone: &Zone, ui: &Ui) -> Self {
        Self { when: time::moment(ui.lang, entry.at, zone), what: what(entry, ui), who: who(entry, ui) }
    }
}

/// What was done.
pub(super) fn what(entry: &TrailEntry, ui: &Ui) -> String {
    words(&entry.action, ui)
}

/// What kind of hand did it.
pub(super) fn who(entry: &TrailEntry, ui: &Ui) -> String {
    ui.t(&format!("actor-{}", entry.actor_kind))
}

fn words(action: &str, ui: &Ui) -> String {
    ui.t(&format!("audit-{}", action.replace('.', "-")))
}

/// Every action that is ever recorded, to choose from.
pub(super) fn actions(ui: &Ui) -> Vec<Choice> {
    let all = [
        accounts::ACTIONS,
        editions::ACTIONS,
        cloning::ACTIONS,
        questions::ACTIONS,
        calls::ACTIONS,
        speakers::ACTIONS,
        companies::ACTIONS,
        submissions::ACTIONS,
        reviews::ACTIONS,
        capacity::ACTIONS,
        registrations::ACTIONS,
        programme::ACTIONS,
        transfer::ACTIONS,
        outbox::ACTIONS,
    ];
    let choice = |action: &&str| Choice {
        value: (*action).to_owned(),
        label: Shown::plain(words(action, ui), ui.lang),
    };
    all.concat().iter().map(choice).collect()
}
