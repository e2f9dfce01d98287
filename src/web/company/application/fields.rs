//! A demo as a form: what was typed, what is stored.

use super::Opened;
use crate::{
    editions::Edition,
    http::FormData,
    speakers::Span,
    submissions::{DemoDraft, DemoFields, HalfDay},
    values::NumberField,
    web::{
        console::stored::{Stored, texts},
        public::draft,
    },
};

/// What was typed.
pub(super) fn fields(typed: &FormData) -> DemoFields {
    let one = |name: &str| typed.one(name).to_owned();
    DemoFields {
        product: texts(typed, "product"),
        novelty: texts(typed, "novelty"),
        traction: texts(typed, "traction"),
        team: texts(typed, "team"),
        facilities: typed.all("facilities").map(str::to_owned).collect(),
        equipment: one("equipment"),
        watts: NumberField::Typed(one("watts")),
        square_metres: NumberField::Typed(one("square_metres")),
        video_url: one("video_url"),
        times: typed.all("times").map(str::to_owned).collect(),
        preferred: typed.all("preferred").map(str::to_owned).collect(),
    }
}

/// All that is stored of an application, as its one form sends it.
pub(super) fn stored(opened: &Opened) -> FormData {
    let contents = draft::stored(&opened.row, &opened.form, opened.answers.clone());
    let details = details(&opened.demo, &opened.edition);
    let pairs = contents.pairs().chain(details.pairs());
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn details(demo: &DemoDraft, edition: &Edition) -> FormData {
    let sheet = Stored::default()
        .text("product", demo.product.as_ref())
        .text("novelty", demo.novelty.as_ref())
        .text("traction", demo.traction.as_ref())
        .text("team", demo.team.as_ref())
        .maybe("equipment", demo.equipment.as_ref().map(|prose| prose.as_str()))
        .maybe("watts", demo.watts)
        .maybe("square_metres", demo.square_metres)
        .maybe("video_url", demo.video.as_ref().map(|url| url.as_str()));
    let sheet = demo.facilities.iter().fold(sheet, |sheet, one| sheet.with("facilities", one));
    let halves = |sheet: Stored, name: &str, spans: &[Span]| {
        let named = HalfDay::among(spans, edition).into_iter();
        named.fold(sheet, |sheet, half| sheet.with(name, half.token()))
    };
    halves(halves(sheet, "times", &demo.times), "preferred", &demo.preferred).data()
}
