//! The pages of one call, from each to the others.

use super::super::frame::address;
use crate::{
    calls::{Call, CallId, CallKind},
    editions::Edition,
    http::{Shown, Ui},
    values::Moment,
    web::public::views::Link,
};

/// A page of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Tab {
    /// Texts, window, tracks, session types.
    Details,
    /// What else it asks.
    Questions,
    /// Who may submit, where it asks for a code.
    Codes,
    /// How it is reviewed.
    Rounds,
    /// By whom.
    Reviewers,
    /// What scores come to.
    Ranking,
    /// Who gets which slot.
    Allocation,
    /// Whom companies that confirmed may bring.
    Passes,
    /// Who wins what on the day.
    Awards,
}

impl Tab {
    const ALL: [Self; 9] = [
        Self::Details,
        Self::Questions,
        Self::Codes,
        Self::Rounds,
        Self::Reviewers,
        Self::Ranking,
        Self::Allocation,
        Self::Passes,
        Self::Awards,
    ];

    /// Its address below the call's, and its locale key.
    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Details => ("", "calls-details"),
            Self::Questions => ("/form", "console-questions"),
            Self::Codes => ("/codes", "calls-codes"),
            Self::Rounds => ("/rounds", "calls-rounds"),
            Self::Reviewers => ("/reviewers", "calls-reviewers"),
            Self::Ranking => ("/ranking", "calls-ranking"),
            Self::Allocation => ("/allocation", "calls-allocation"),
            Self::Passes => ("/passes", "passes-title"),
            Self::Awards => ("/awards", "calls-awards"),
        }
    }
}

/// What stands above each page of a call: which call it is, and its other pages.
pub(in crate::web) struct Tabs {
    pub(in crate::web) list: String,
    pub(in crate::web) name: Shown,
    pub(in crate::web) state: &'static str,
    pub(in crate::web) links: Vec<Link>,
}

impl Tabs {
    /// Those of `call`, `here` being the current.
    pub(in crate::web) fn of(here: Tab, call: &Call, edition: &Edition, ui: &Ui) -> Self {
        let link = |tab: Tab| {
            let (page, key) = tab.told();
            Link { href: of_call(edition, call.id, page), label: ui.t(key), current: tab == here }
        };
        let shown = Tab::ALL.into_iter().filter(|tab| *tab != Tab::Passes || call.kind == CallKind::Demo);
        Self {
            list: address(edition, "/calls"),
            name: Shown::of(&call.name, ui.lang),
            state: call.state(Moment::now()).as_str(),
            links: shown.map(link).collect(),
        }
    }
}

/// The address of a page of the call; `page` begins with a slash, or is empty for its details.
pub(in crate::web::console) fn of_call(edition: &Edition, call: CallId, page: &str) -> String {
    address(edition, &format!("/calls/{call}{page}"))
}
