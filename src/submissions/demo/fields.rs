//! What is typed about a demo, and its parsing. A draft may lack anything; what is there must be right.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Facility, HalfDay};
use crate::{
    editions::Edition,
    error::{FieldErrors, Reason},
    speakers::Span,
    values::{Localised, LocalisedFields, NumberField, Prose, WebUrl, text},
};

/// Longest of the long texts, in characters.
const LONGEST: usize = 3000;
/// Most power, in watts.
const MOST_WATTS: i32 = 100_000;
/// Largest floor, in square metres.
const MOST_SQUARE_METRES: i32 = 1_000;

/// A demo as it arrives. What is left out is emptied: a form always sends everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DemoFields {
    /// What the product is; at most 3000 characters.
    pub product: LocalisedFields,
    /// What is new about it; at most 3000 characters.
    pub novelty: LocalisedFields,
    /// Who uses it already; at most 3000 characters.
    pub traction: LocalisedFields,
    /// Who makes it; at most 3000 characters.
    pub team: LocalisedFields,
    /// What has to be there, each by its word.
    pub facilities: Vec<String>,
    /// What is brought along, and what else there is to say of equipment; at most 2000 characters.
    pub equipment: String,
    /// The most power it draws, in watts.
    pub watts: NumberField,
    /// The floor it takes, in square metres.
    pub square_metres: NumberField,
    /// The address of a video.
    pub video_url: String,
    /// Half days on which it can be shown, such as `2026-11-20/am`; any when empty.
    pub times: Vec<String>,
    /// Which of these would be best; none where it makes no difference.
    pub preferred: Vec<String>,
}

/// A demo, right as far as it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DemoDraft {
    /// What the product is.
    pub product: Option<Localised>,
    /// What is new about it.
    pub novelty: Option<Localised>,
    /// Who uses it already.
    pub traction: Option<Localised>,
    /// Who makes it.
    pub team: Option<Localised>,
    /// What has to be there.
    pub facilities: Vec<Facility>,
    /// What is brought along, and what else there is to say of equipment.
    pub equipment: Option<Prose<2000>>,
    /// The most power it draws, in watts.
    pub watts: Option<i32>,
    /// The floor it takes, in square metres.
    pub square_metres: Option<i32>,
    /// The address of a video.
    pub video: Option<WebUrl>,
    /// When it can be shown; at any time when empty.
    pub times: Vec<Span>,
    /// When it had better be shown.
    pub preferred: Vec<Span>,
}

impl DemoFields {
    /// Parses, the half days being those of `edition`.
    ///
    /// # Errors
    /// `too_long`, `number_invalid`, `number_out_of_range`, `url_invalid`, `choice_unknown` on `facilities`, `times` and `preferred`, and
    /// `preferred_unavailable` where it can't be shown when it had better be.
    pub fn parse(&self, edition: &Edition) -> Result<DemoDraft, FieldErrors> {
        let mut errors = FieldErrors::new();
        let mut long =
            |name: &str, raw: &LocalisedFields| errors.take(name, raw.optional_prose(LONGEST)).flatten();
        let [product, novelty] =
            [("product", &self.product), ("novelty", &self.novelty)].map(|(n, raw)| long(n, raw));
        let [traction, team] =
            [("traction", &self.traction), ("team", &self.team)].map(|(n, raw)| long(n, raw));
        let facilities = errors.take("facilities", text::chosen(&self.facilities)).unwrap_or_default();
        let equipment = errors.take("equipment", Prose::optional(&self.equipment)).flatten();
        let watts = errors.take("watts", self.watts.optional_within(0..=MOST_WATTS)).flatten();
        let floor = self.square_metres.optional_within(1..=MOST_SQUARE_METRES);
        let square_metres = errors.take("square_metres", floor).flatten();
        let video = errors.take("video_url", WebUrl::optional(&self.video_url)).flatten();
        let times = errors.take("times", spans(&self.times, edition)).unwrap_or_default();
        let preferred = errors.take("preferred", spans(&self.preferred, edition)).unwrap_or_default();
        if !times.is_empty() && preferred.iter().any(|span| !times.contains(span)) {
            errors.add("preferred", Reason::new("preferred_unavailable"));
        }
        errors.check()?;
        Ok(DemoDraft {
            product,
            novelty,
            traction,
            team,
            facilities,
            equipment,
            watts,
            square_metres,
            video,
            times,
            preferred,
        })
    }
}

/// The half days of an edition that were named, in order.
fn spans(named: &[String], edition: &Edition) -> Result<Vec<Span>, Reason> {
    let all = HalfDay::all(edition);
    let span = |raw: &String| {
        let named = all.iter().find(|half| half.token() == *raw).ok_or(Reason::new("choice_unknown"))?;
        named.span(&edition.zone)
    };
    let typed = named.iter().filter(|raw| !text::is_blank(raw));
    let mut spans = typed.map(span).collect::<Result<Vec<Span>, Reason>>()?;
    spans.sort_unstable_by_key(|span| span.starts_at);
    spans.dedup();
    Ok(spans)
}
