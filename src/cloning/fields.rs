//! What is typed about a clone, and its parsing against the source.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Module, MovedDate,
    dates::{dates, moved, unknown},
    source::Source,
};
use crate::{
    editions::{EditionFields, NewEdition},
    error::{FieldErrors, Reason},
    values::{LocalisedFields, Moment, NumberField, Zone, time},
};

/// A clone as it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CloneFields {
    /// The slug of the edition to clone.
    pub source: String,
    /// The new edition's slug.
    pub slug: String,
    /// Which one it will be.
    pub number: NumberField,
    /// What it will be called.
    pub name: LocalisedFields,
    /// What comes along.
    pub modules: Vec<String>,
    /// Dates that shall not just move along, by the keys of the preview: local times in the source's
    /// zone, or blank for none.
    pub dates: BTreeMap<String, String>,
}

/// When something that has a window opens and closes; `key` names its dates.
///
/// # Errors
/// `closes_before_opening` under `dates.`.
pub(super) fn window(
    plan: &Plan,
    key: impl Fn(&str) -> String,
) -> Result<(Option<Moment>, Option<Moment>), FieldErrors> {
    let (opens_at, closes_at) = (plan.date(&key("opens_at")), plan.date(&key("closes_at")));
    if closes_at.zip(opens_at).is_some_and(|(closes, opens)| closes <= opens) {
        let field = format!("dates.{}", key("closes_at"));
        return Err(FieldErrors::one(field, Reason::new("closes_before_opening")));
    }
    Ok((opens_at, closes_at))
}

/// What comes along, and when it will be.
pub(super) struct Plan {
    pub(super) modules: BTreeSet<Module>,
    pub(super) dates: Vec<MovedDate>,
}

impl Plan {
    /// # Errors
    /// On `modules`, and under `dates.`.
    pub(super) fn parse(raw: &CloneFields, source: &Source, now: Moment) -> Result<Self, FieldErrors> {
        let modules = Module::parse_all(&raw.modules)?;
        // A form shows the dates of all modules, whatever is ticked in the end.
        unknown(&dates(source, &Module::ALL.iter().copied().collect()), &raw.dates).check()?;
        let zone = &source.public.edition.zone;
        let dates = moved(dates(source, &modules), &raw.dates, zone, now)?;
        Ok(Self { modules, dates })
    }

    /// The date that was moved under this key.
    pub(super) fn date(&self, key: &str) -> Option<Moment> {
        self.dates.iter().find(|date| date.key == key).and_then(|date| date.new)
    }

    /// The draft: parsed as if somebody had typed it all, so that every rule for editions holds.
    ///
    /// # Errors
    /// On the fields of the clone; the edition's own dates under `dates.`.
    pub(super) fn edition(&self, raw: &CloneFields, source: &Source) -> Result<NewEdition, FieldErrors> {
        let edition = &source.public.edition;
        let kept = |text: &Option<_>| match text {
            Some(text) if self.modules.contains(&Module::Texts) => LocalisedFields::from(text),
            _ => LocalisedFields::default(),
        };
        let fields = EditionFields {
            slug: raw.slug.clone(),
            number: raw.number.clone(),
            name: raw.name.clone(),
            tagline: kept(&edition.tagline),
            description: kept(&edition.description),
            venue_name: kept(&edition.venue_name),
            venue_address: kept(&edition.venue_address),
            zone: edition.zone.to_string(),
            starts_at: self.typed("starts_at", &edition.zone),
            ends_at: self.typed("ends_at", &edition.zone),
            contact_email: edition.contact_email.to_string(),
            offer_hours: edition.offer_hours.into(),
            offers_end_at: self.typed("offers_end_at", &edition.zone),
            reminder_days: edition.reminder_days.map(Into::into).unwrap_or_default(),
            thanks_days: edition.thanks_days.map(Into::into).unwrap_or_default(),
            mail_kept_days: edition.mail_kept_days.map(Into::into).unwrap_or_default(),
        };
        NewEdition::try_from(&fields).map_err(under_dates)
    }

    fn typed(&self, key: &str, zone: &Zone) -> String {
        self.date(key).map(|date| time::local_input(date, zone)).unwrap_or_default()
    }
}

/// The edition's date fields stand under `dates.` in the form of a clone.
pub(super) fn under_dates(errors: FieldErrors) -> FieldErrors {
    let mut renamed = FieldErrors::new();
    for error in errors.iter() {
        let is_date = matches!(error.field.as_str(), "starts_at" | "ends_at" | "offers_end_at");
        let field = if is_date { format!("dates.{}", error.field) } else { error.field.clone() };
        renamed.add(field, error.reason.clone());
    }
    renamed
}
