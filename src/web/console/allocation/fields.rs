//! The page's forms, and the inputs that verbs expect.

use crate::{
    allocation::{Input, PinFields, PlaceFields, Rules, RulesFields, Settled, Span, SpanFields},
    http::{Form, FormData},
    values::{Id, NumberField},
    web::console::stored::Stored,
};

/// What the rules' form says.
pub(super) fn rules(typed: &FormData) -> RulesFields {
    let mut fields = RulesFields::default();
    for (name, value) in typed.pairs() {
        let Some((rest, end)) = name.rsplit_once('.') else { continue };
        let span = match rest.split_once('.') {
            Some(("tracks", id)) => match id.parse() {
                Ok(id) => fields.tracks.entry(id).or_default(),
                Err(_) => continue,
            },
            Some(("regions", word)) => match word.parse() {
                Ok(region) => fields.regions.entry(region).or_default(),
                Err(()) => continue,
            },
            _ => continue,
        };
        set(span, end, value);
    }
    fields.price = typed.one("price").into();
    fields
}

fn set(span: &mut SpanFields, end: &str, value: &str) {
    let value: NumberField = value.into();
    match end {
        "min" => span.min = value,
        "max" => span.max = value,
        _ => {}
    }
}

/// The rules' form, filled with these.
pub(super) fn stored_rules(rules: &Rules) -> Form {
    let filled = |form: Stored, name: String, span: &Span| {
        let least = (span.min > 0).then_some(span.min);
        form.maybe(&format!("{name}.min"), least).maybe(&format!("{name}.max"), span.max)
    };
    let tracks = rules.tracks.iter().map(|(id, span)| (format!("tracks.{id}"), span));
    let regions = rules.regions.iter().map(|(word, span)| (format!("regions.{word}"), span));
    let form = Stored::default().maybe("price", rules.price);
    tracks.chain(regions).fold(form, |form, (name, span)| filled(form, name, span)).form()
}

/// What the form of new slots says. No facility ticked is as good as all, unless it is said that there is none.
pub(super) fn places(typed: &FormData) -> PlaceFields {
    let one = |name: &str| typed.one(name).to_owned();
    let facilities: Vec<String> = typed.all("facilities").map(str::to_owned).collect();
    PlaceFields {
        room: one("room"),
        starts_at: one("starts_at"),
        minutes: typed.one("minutes").into(),
        pause: typed.one("pause").into(),
        count: typed.one("count").into(),
        track: one("track"),
        watts: typed.one("watts").into(),
        square_metres: typed.one("square_metres").into(),
        facilities: (!facilities.is_empty() || typed.one("bare") == "yes").then_some(facilities),
        spoken: typed.all("spoken").map(str::to_owned).collect(),
    }
}

/// The form of new slots, as it begins.
pub(super) fn new_places() -> Form {
    Stored::default().with("minutes", 15).with("pause", 5).with("count", 8).form()
}

/// What the form says is settled.
pub(super) fn pins(typed: &FormData) -> PinFields {
    let pins = typed.pairs().filter_map(|(name, value)| {
        let id: Id<_> = name.strip_prefix("pins.")?.parse().ok()?;
        Some((id, value.to_owned()))
    });
    pins.collect()
}

/// The form of what is settled, filled.
pub(super) fn stored_pins(input: &Input) -> Form {
    let word = |settled: Settled| match settled {
        Settled::In => "in".to_owned(),
        Settled::Out => "out".to_owned(),
        Settled::At(place) => place.to_string(),
    };
    let all = input.applicants.iter();
    let form = all.fold(Stored::default(), |form, one| {
        form.maybe(&format!("pins.{}", one.submission), one.settled.map(word))
    });
    form.form()
}
