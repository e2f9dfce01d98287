//! A submission as a card: where it stands, what happens next, and the buttons for it.

use super::on_stage::OnStage;
use crate::{
    calls::{Call, CallState},
    editions::Edition,
    http::{Shown, Ui},
    submissions::{Invitation, Next, OwnSubmission},
    values::{Moment, time},
    web::next,
};

/// One submission that she owns or is asked to take part in.
pub(super) struct Card {
    pub(super) title: Shown,
    pub(super) call: Shown,
    /// What comes next, as the domain calls it.
    pub(super) next: &'static str,
    /// `owner`, or what became of the invitation: `accepted`, `invited`, `declined`.
    pub(super) mine: &'static str,
    /// What happens next, in a sentence.
    pub(super) text: String,
    /// Until when she may confirm, or hand in.
    pub(super) until: Option<String>,
    /// When and where it is on, once that is public.
    pub(super) stage: Option<OnStage>,
    /// Whether it leads to its own page; not where it stands there.
    pub(super) linked: bool,
    /// Whether she may go on writing a draft.
    pub(super) unfinished: bool,
    /// Where her buttons lead, without a slash at the end.
    pub(super) base: String,
}

impl Card {
    pub(super) fn of(
        row: &OwnSubmission,
        call: &Call,
        (edition, stage): (&Edition, Option<OnStage>),
        ui: &Ui,
        home: &str,
    ) -> Self {
        let now = Moment::now();
        let is_open = call.state(now) == CallState::Open;
        let untitled = || Shown::plain(ui.t("speaker-untitled"), ui.lang);
        let shown = |moment| time::moment_with_zone(ui.lang, moment, &edition.zone);
        let mine = match (row.is_owner, row.participant) {
            (true, _) => "owner",
            (false, Some(participant)) => participant.invitation.as_str(),
            (false, None) => Invitation::Declined.as_str(),
        };
        let stage = stage.filter(|_| row.next == Next::Prepare && matches!(mine, "owner" | "accepted"));
        Self {
            title: Shown::maybe(row.title.as_ref(), ui.lang).unwrap_or_else(untitled),
            call: Shown::of(&call.name, ui.lang),
            text: match (mine, row.next) {
                ("owner", Next::Prepare) if stage.is_some() && edition.ends_at > now => ui.t("next-on-stage"),
                ("owner", next) => next::sentence(next, call, edition, "next-submit", ui),
                _ => ui.t(&format!("speaker-part-{mine}")),
            },
            until: match row.next {
                Next::Confirm => row.confirm_by.map(|at| ui.t1("speaker-confirm-by", "when", shown(at))),
                Next::Submit if is_open => Some(ui.t1("speaker-closes", "when", shown(call.closes_at))),
                _ => None,
            }
            .filter(|_| row.is_owner),
            base: format!("{home}/submissions/{}", row.id),
            stage,
            linked: true,
            unfinished: row.is_owner && row.next == Next::Submit && is_open,
            next: row.next.as_str(),
            mine,
        }
    }

    /// Whether she may take it back: what was handed in and is not over.
    pub(super) fn withdrawable(&self) -> bool {
        self.mine == "owner" && matches!(self.next, "await-decision" | "stand-by")
    }
}
