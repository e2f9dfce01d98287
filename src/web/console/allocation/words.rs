//! Reasons and rules in words.

use std::collections::{BTreeMap, HashMap};

use crate::{
    allocation::{Rule, Why},
    companies::Region,
    http::{Shown, Ui},
    submissions::SubmissionId,
    web::console::programme::names::Names,
};

/// A sentence, and whom it is about.
pub(super) struct Told {
    pub(super) text: String,
    pub(super) names: Vec<Shown>,
}

/// What is told with.
pub(super) struct Words {
    pub(super) ui: Ui,
    pub(super) names: Names,
    pub(super) titles: HashMap<SubmissionId, Shown>,
}

impl Words {
    /// What a submission is called.
    pub(super) fn title(&self, id: SubmissionId) -> Shown {
        self.titles.get(&id).cloned().unwrap_or_else(|| Shown::plain("–", self.ui.lang))
    }

    fn titles(&self, ids: &[SubmissionId]) -> Vec<Shown> {
        ids.iter().map(|id| self.title(*id)).collect()
    }

    /// Why somebody has a slot, or none.
    pub(super) fn why(&self, why: &Why) -> Told {
        let ui = &self.ui;
        let told = |said: Vec<String>, before: &str, instead: &[SubmissionId]| {
            let before = (!instead.is_empty()).then(|| ui.t(before));
            Told {
                text: said.into_iter().chain(before).collect::<Vec<_>>().join(" "),
                names: self.titles(instead),
            }
        };
        match why {
            Why::Settled => told(vec![ui.t("why-settled")], "why-instead", &[]),
            Why::Chosen { ahead: Some(ahead), instead } => {
                told(vec![ui.t1("why-chosen", "points", points(*ahead))], "why-instead", instead)
            }
            Why::Chosen { ahead: None, .. } => told(vec![ui.t("why-needed")], "why-instead", &[]),
            Why::NoPlace { misfits } => {
                told(vec![ui.t("why-no-place"), self.misfits(misfits)], "why-takes", &[])
            }
            Why::Barred { rule, by, short, instead } => {
                let change = match by {
                    Some(by) => ui.t1("why-looser", "by", by),
                    None => ui.t("why-gone"),
                };
                let said = vec![ui.t("why-barred"), self.rule_with_names(rule), change, self.short(*short)];
                told(said, "why-takes", instead)
            }
            Why::Outdone { short, instead } => {
                told(vec![ui.t("why-outdone"), self.short(*short)], "why-takes", instead)
            }
        }
    }

    /// How many slots fail for each reason.
    fn misfits(&self, misfits: &BTreeMap<String, usize>) -> String {
        let count = |(word, count): (&String, &usize)| self.ui.t1(&format!("misfit-{word}"), "count", count);
        misfits.iter().map(count).collect::<Vec<_>>().join(" ")
    }

    fn short(&self, short: Option<i64>) -> String {
        match short {
            Some(short) => self.ui.t1("why-short", "points", points(short)),
            None => self.ui.t("why-never"),
        }
    }

    fn rule_with_names(&self, rule: &Rule) -> String {
        let Told { text, names } = self.rule(rule);
        let names: Vec<String> = names.into_iter().map(|name| name.text).collect();
        if names.is_empty() { text } else { format!("{text} ({})", names.join(" · ")) }
    }

    /// A rule, and whom it names.
    pub(super) fn rule(&self, rule: &Rule) -> Told {
        let (ui, names) = (&self.ui, &self.names);
        let plain = |text: String| Told { text, names: Vec::new() };
        match rule {
            Rule::Settled(id) => Told { text: ui.t("rule-settled"), names: vec![self.title(*id)] },
            Rule::Unfit(id, misfits) => {
                let text = ui.t1("rule-unfit", "misfits", self.misfits(misfits));
                Told { text, names: vec![self.title(*id)] }
            }
            Rule::TrackMin(id) => plain(ui.t1("rule-track-min", "track", names.track(*id))),
            Rule::TrackMax(id) => plain(ui.t1("rule-track-max", "track", names.track(*id))),
            Rule::RegionMin(one) => plain(ui.t1("rule-region-min", "region", self.region(*one))),
            Rule::RegionMax(one) => plain(ui.t1("rule-region-max", "region", self.region(*one))),
            Rule::Company(ids) => Told { text: ui.t("rule-company"), names: self.titles(ids) },
            Rule::Presenter(id) => plain(ui.t1("rule-presenter", "name", names.person(*id))),
        }
    }

    /// A region.
    pub(super) fn region(&self, region: Region) -> String {
        self.ui.t(&format!("company-region-{region}"))
    }
}

/// Hundredths of a point, as points.
pub(super) fn points(hundredths: i64) -> String {
    format!("{:.2}", hundredths as f64 / 100.0)
}
