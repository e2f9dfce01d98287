//! A demo as judges, staff and the company itself read it.

use crate::{
    companies::{Company, Region},
    editions::Edition,
    files::File,
    http::{Shown, Ui},
    speakers::Span,
    submissions::{DemoDraft, DemoFile, Facility, HalfDay, demo::opens_on_the_mainland},
    values::{Localised, time},
    web::public::views::Choice,
};

/// A text with its term, in the languages it is read in.
#[derive(Clone)]
pub(super) struct Text {
    pub(super) term: String,
    pub(super) texts: Vec<Shown>,
}

/// A file of the demo in a list.
#[derive(Clone)]
pub(super) struct Sent {
    /// What it is: deck or video.
    pub(super) kind: String,
    pub(super) name: String,
    /// Its size in MB or KB.
    pub(super) size: String,
    /// Where it is read, and where it is removed.
    pub(super) href: String,
}

impl Sent {
    /// A file that is read below `base`.
    pub(super) fn of(file: &File, base: &str, ui: &Ui) -> Self {
        let kilobytes = (file.size / 1024).max(1);
        let size =
            if kilobytes < 1024 { format!("{kilobytes} KB") } else { format!("{} MB", kilobytes / 1024) };
        Self {
            kind: ui.t(&format!("demo-file-{}", DemoFile::of(file))),
            name: file.name.as_str().to_owned(),
            size,
            href: format!("{base}/files/{}", file.id),
        }
    }
}

/// What there is to read.
#[derive(Clone)]
pub(super) struct DemoSheet {
    pub(super) company: Option<Shown>,
    pub(super) whereabouts: Option<String>,
    pub(super) texts: Vec<Text>,
    pub(super) facts: Vec<(String, String)>,
    /// A linked video, and whether the mainland is known not to open it.
    pub(super) video: Option<(String, bool)>,
    pub(super) files: Vec<Sent>,
}

impl DemoSheet {
    /// `demo` with its company, every text in each language it has.
    pub(super) fn of(
        demo: &DemoDraft,
        company: Option<&Company>,
        files: Vec<Sent>,
        edition: &Edition,
        ui: &Ui,
    ) -> Self {
        Self::saying(Shown::every, demo, company, files, edition, ui)
    }

    /// What a judge compares with others: every text once, in her language as far as it has that; without the company
    /// in a blind round.
    pub(super) fn for_judge(
        demo: &DemoDraft,
        company: Option<&Company>,
        files: Vec<Sent>,
        edition: &Edition,
        ui: &Ui,
    ) -> Self {
        let once = |text: Option<&Localised>| Shown::maybe(text, ui.lang).into_iter().collect();
        Self::saying(once, demo, company, files, edition, ui)
    }

    fn saying(
        said: impl Fn(Option<&Localised>) -> Vec<Shown>,
        demo: &DemoDraft,
        company: Option<&Company>,
        files: Vec<Sent>,
        edition: &Edition,
        ui: &Ui,
    ) -> Self {
        let text = |key: &str, text: Option<&Localised>| Text { term: ui.t(key), texts: said(text) };
        let texts = [
            text("demo-product", demo.product.as_ref()),
            text("demo-novelty", demo.novelty.as_ref()),
            text("demo-traction", demo.traction.as_ref()),
            text("demo-team", demo.team.as_ref()),
        ];
        let watts = demo.watts.map(|watts| ui.t1("demo-watts-many", "watts", watts));
        let floor = demo.square_metres.map(|metres| ui.t1("demo-square-metres-many", "metres", metres));
        let equipment = demo.equipment.as_ref().map(|prose| prose.as_str().to_owned());
        let facts = [
            ("demo-facilities", named(&demo.facilities, ui)),
            ("demo-equipment", equipment),
            ("demo-watts", watts),
            ("demo-square-metres", floor),
            ("demo-times", Some(times(&demo.times, edition, ui))),
            ("demo-preferred", (!demo.preferred.is_empty()).then(|| times(&demo.preferred, edition, ui))),
        ];
        let link = demo.video.as_ref();
        Self {
            company: company.map(|company| Shown::of(&company.name, ui.lang)),
            whereabouts: company.map(|company| whereabouts(company.city.as_str(), company.region, ui)),
            texts: texts.into_iter().filter(|text| !text.texts.is_empty()).collect(),
            facts: facts.into_iter().filter_map(|(key, said)| Some((ui.t(key), said?))).collect(),
            video: link.map(|url| (url.as_str().to_owned(), !opens_on_the_mainland(url))),
            files,
        }
    }
}

/// The half days on which it can be shown, in words.
fn times(spans: &[Span], edition: &Edition, ui: &Ui) -> String {
    let named: Vec<String> = HalfDay::among(spans, edition).iter().map(|half| half_day(half, ui)).collect();
    if named.is_empty() { ui.t("demo-times-any") } else { named.join(" · ") }
}

/// What has to be there, in words; nothing where that is nothing.
pub(super) fn named(facilities: &[Facility], ui: &Ui) -> Option<String> {
    let words: Vec<String> = facilities.iter().map(|one| ui.t(&format!("facility-{one}"))).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// What there is to choose from.
pub(super) fn facilities(ui: &Ui) -> Vec<Choice> {
    let choice = |one: &Facility| Choice {
        value: one.to_string(),
        label: Shown::plain(ui.t(&format!("facility-{one}")), ui.lang),
    };
    Facility::ALL.iter().map(choice).collect()
}

/// A half day in words.
pub(super) fn half_day(half: &HalfDay, ui: &Ui) -> String {
    let key = if half.afternoon { "demo-afternoon" } else { "demo-morning" };
    ui.t1(key, "date", time::date(ui.lang, half.date))
}

/// The city of a company, and what it is part of, unless that is called the same.
pub(super) fn whereabouts(city: &str, region: Region, ui: &Ui) -> String {
    let region = ui.t(&format!("company-region-{region}"));
    if city == region {
        return region;
    }
    ui.t2("company-whereabouts", "city", city, "region", region)
}
