//! How a submission is named and where it stands, in a few words.

use crate::{
    http::{Shown, Ui},
    reviews::Ranking,
    speakers::Speaker,
    submissions::{Answer, Decision, Eligibility, Lifecycle, Stage, Submission, SubmissionId, Verdict},
};

/// A fact about where something stands: icon and word.
pub(in crate::web) struct Tag {
    pub(in crate::web) tone: &'static str,
    pub(in crate::web) icon: &'static str,
    pub(in crate::web) label: String,
}

/// Where it stands: what was decided, what was told, what was answered.
pub(in crate::web) fn tags(row: &Submission, ui: &Ui) -> Vec<Tag> {
    let tag = |tone, icon, stage: &str| Tag { tone, icon, label: ui.t(&format!("stage-{stage}")) };
    match row.lifecycle {
        Lifecycle::Draft => return vec![tag("rest", "form", "draft")],
        Lifecycle::Withdrawn => return vec![tag("rest", "cross", "withdrawn")],
        Lifecycle::Submitted => {}
    }
    let decided = match row.standing().decision {
        None => tag("wait", "clock", "undecided"),
        Some(Decision::Accepted) => tag("good", "check", "accepted"),
        Some(Decision::Declined) => tag("rest", "cross", "declined"),
        Some(Decision::Standby(place)) => Tag {
            label: ui.t1("submissions-standby-place", "place", place),
            ..tag("wait", "line", "standby")
        },
    };
    let mut tags = vec![decided];
    if row.decision.is_some() && row.told != row.decision {
        tags.push(tag("wait", "mail", "untold"));
    }
    if row.told == Some(Verdict::Accepted) {
        tags.push(match row.answer {
            Answer::None => tag("wait", "clock", "awaiting"),
            Answer::Confirmed => tag("good", "check", "confirmed"),
            Answer::TurnedDown | Answer::Lapsed => tag("bad", "cross", "given-up"),
        });
    }
    tags
}

/// That it does not fit the rules of its call, and whether there is a reply to read.
pub(in crate::web) fn unfit(found: &Eligibility, ui: &Ui) -> Option<Tag> {
    let (tone, icon, stage) = match found.is_replied() {
        true => ("wait", "mail", Stage::Replied),
        false => ("bad", "cross", Stage::Unfit),
    };
    (!found.passed).then(|| Tag { tone, icon, label: ui.t(&format!("stage-{stage}")) })
}

/// What it is called; a draft may have no title yet.
pub(in crate::web) fn title(row: &Submission, ui: &Ui) -> Shown {
    let untitled = || Shown::plain(ui.t("submissions-untitled"), ui.lang);
    Shown::maybe(row.title.as_ref(), ui.lang).unwrap_or_else(untitled)
}

/// What a speaker is called; her address before she gave a name.
pub(in crate::web) fn person(speaker: &Speaker, ui: &Ui) -> Shown {
    let name = speaker.name();
    match (speaker.is_named(), &speaker.email) {
        (true, _) => Shown::plain(name.both(ui.lang), name.lang(ui.lang)),
        (false, Some(email)) => Shown::plain(email.as_str(), ui.lang),
        (false, None) => Shown::plain("–", ui.lang),
    }
}

/// What reviews come to, side by side, from 0 to 100; empty where nobody gave a score.
#[derive(Default)]
pub(in crate::web) struct Numbers {
    pub(in crate::web) mean: String,
    pub(in crate::web) median: String,
    pub(in crate::web) normalised: String,
    pub(in crate::web) spread: String,
    pub(in crate::web) coverage: String,
}

impl Numbers {
    /// Those of one submission.
    pub(in crate::web) fn of(ranking: &Ranking, id: SubmissionId) -> Self {
        let Some(standing) = ranking.standings.get(&id) else { return Self::default() };
        let number = |value: f64| format!("{value:.1}");
        Self {
            mean: number(standing.mean),
            median: number(standing.median),
            normalised: number(standing.normalised),
            spread: number(standing.spread),
            coverage: format!("{:.0}%", 100.0 * standing.coverage()),
        }
    }
}
