//! What is typed about an edition, and its parsing.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::editions::NewEdition;
use crate::{
    error::{FieldErrors, Reason},
    values::{Email, Localised, LocalisedFields, Moment, NumberField, Slug, Zone, time},
};

/// An edition as it arrives. Times are local times in `zone` (`2026-11-20T09:30`) or carry an offset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EditionFields {
    /// Its short name in addresses.
    pub slug: String,
    /// Which one it is, from 1 to 999.
    pub number: NumberField,
    /// What it is called; at most 120 characters.
    pub name: LocalisedFields,
    /// Its subject in one line; at most 200 characters.
    pub tagline: LocalisedFields,
    /// What it is about; at most 5000 characters.
    pub description: LocalisedFields,
    /// The house; at most 120 characters.
    pub venue_name: LocalisedFields,
    /// Where it is; at most 300 characters.
    pub venue_address: LocalisedFields,
    /// An IANA zone, such as `Asia/Hong_Kong`.
    pub zone: String,
    /// When it begins.
    pub starts_at: String,
    /// When it ends.
    pub ends_at: String,
    /// Where attendees write to.
    pub contact_email: String,
    /// How many hours an offer to the waiting list runs, from 1 to 336.
    pub offer_hours: NumberField,
    /// When offers end and the desk calls by hand; may be blank.
    pub offers_end_at: String,
    /// How many days before it begins whoever has a place is reminded, from 1 to 30; blank for never.
    pub reminder_days: NumberField,
    /// How many days after it ends whoever came is thanked, from 1 to 30; blank for never.
    pub thanks_days: NumberField,
    /// How many days after it ends mails keep what they say, from 1 to 3650; blank for good.
    pub mail_kept_days: NumberField,
}

/// New details for an edition, and the version they were made from.
#[derive(Clone, Debug)]
pub struct EditionChange {
    /// The edition's `version` that the editor saw.
    pub version: i32,
    /// All details as they shall be.
    pub details: NewEdition,
}

impl TryFrom<&EditionFields> for NewEdition {
    type Error = FieldErrors;

    fn try_from(raw: &EditionFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let slug = errors.take("slug", Slug::parse(&raw.slug));
        let number = errors.take("number", raw.number.within(1..=999));
        let name = errors.take("name", raw.name.line(120));
        let texts = Texts::parse(raw, &mut errors);
        let dates = Dates::parse(raw, &mut errors);
        let contact_email = errors.take("contact_email", Email::parse(&raw.contact_email));
        let offer_hours = errors.take("offer_hours", raw.offer_hours.within(1..=336));
        let mails = Mails::parse(raw, &mut errors);
        errors.check()?;
        let parsed = (slug, number, name, texts, dates, contact_email, offer_hours, mails);
        let (
            Some(slug),
            Some(number),
            Some(name),
            Some(texts),
            Some(dates),
            Some(contact_email),
            Some(offer_hours),
            Some(mails),
        ) = parsed
        else {
            return Err(errors);
        };
        let Dates { zone, starts_at, ends_at, offers_end_at } = dates;
        let Mails { reminder_days, thanks_days, mail_kept_days } = mails;
        let Texts { tagline, description, venue_name, venue_address } = texts;
        Ok(Self {
            slug,
            number,
            name,
            tagline,
            description,
            venue_name,
            venue_address,
            zone,
            starts_at,
            ends_at,
            contact_email,
            offer_hours,
            offers_end_at,
            reminder_days,
            thanks_days,
            mail_kept_days,
        })
    }
}

/// When mails go out around the day, and are forgotten after it.
struct Mails {
    reminder_days: Option<i32>,
    thanks_days: Option<i32>,
    mail_kept_days: Option<i32>,
}

impl Mails {
    fn parse(raw: &EditionFields, errors: &mut FieldErrors) -> Option<Self> {
        let reminder_days = errors.take("reminder_days", raw.reminder_days.optional_within(1..=30));
        let thanks_days = errors.take("thanks_days", raw.thanks_days.optional_within(1..=30));
        let mail_kept_days = errors.take("mail_kept_days", raw.mail_kept_days.optional_within(1..=3650));
        Some(Self {
            reminder_days: reminder_days?,
            thanks_days: thanks_days?,
            mail_kept_days: mail_kept_days?,
        })
    }
}

/// The texts an edition can do without.
struct Texts {
    tagline: Option<Localised>,
    description: Option<Localised>,
    venue_name: Option<Localised>,
    venue_address: Option<Localised>,
}

impl Texts {
    fn parse(raw: &EditionFields, errors: &mut FieldErrors) -> Option<Self> {
        let tagline = errors.take("tagline", raw.tagline.optional_line(200));
        let description = errors.take("description", raw.description.optional_prose(5000));
        let venue_name = errors.take("venue_name", raw.venue_name.optional_line(120));
        let venue_address = errors.take("venue_address", raw.venue_address.optional_line(300));
        Some(Self {
            tagline: tagline?,
            description: description?,
            venue_name: venue_name?,
            venue_address: venue_address?,
        })
    }
}

/// The times of an edition, in order.
struct Dates {
    zone: Zone,
    starts_at: Moment,
    ends_at: Moment,
    offers_end_at: Option<Moment>,
}

impl Dates {
    fn parse(raw: &EditionFields, errors: &mut FieldErrors) -> Option<Self> {
        let zone = errors.take("zone", Zone::parse(&raw.zone))?;
        let starts_at = errors.take("starts_at", time::local_datetime(&raw.starts_at, &zone));
        let ends_at = errors.take("ends_at", time::local_datetime(&raw.ends_at, &zone));
        let offers_end_at =
            errors.take("offers_end_at", time::optional_local_datetime(&raw.offers_end_at, &zone));
        let (starts_at, ends_at, offers_end_at) = (starts_at?, ends_at?, offers_end_at?);
        if ends_at <= starts_at {
            errors.add("ends_at", Reason::new("end_before_start"));
        }
        if offers_end_at.is_some_and(|end| end > ends_at) {
            errors.add("offers_end_at", Reason::new("offers_end_late"));
        }
        Some(Self { zone, starts_at, ends_at, offers_end_at })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn fields() -> EditionFields {
        EditionFields {
            slug: "2027".to_owned(),
            number: 4.into(),
            name: LocalisedFields { en: "Forum".to_owned(), ..LocalisedFields::default() },
            zone: "Asia/Hong_Kong".to_owned(),
            starts_at: "2027-11-19T09:30".to_owned(),
            ends_at: "2027-11-20T17:00".to_owned(),
            contact_email: "forum@example.org".to_owned(),
            offer_hours: "24".into(),
            ..EditionFields::default()
        }
    }

    fn code(raw: &EditionFields, field: &str) -> &'static str {
        NewEdition::try_from(raw).unwrap_err().of(field).unwrap().code
    }

    #[test]
    fn times_are_read_on_the_editions_own_clock() {
        let parsed = NewEdition::try_from(&fields()).unwrap();
        assert_eq!(parsed.starts_at.to_string(), "2027-11-19T01:30:00Z");
        assert_eq!(parsed.offers_end_at, None);
    }

    #[test]
    fn an_edition_ends_after_it_starts_and_offers_end_before_it_does() {
        let late = EditionFields { ends_at: "2027-11-19T09:30".to_owned(), ..fields() };
        assert_eq!(code(&late, "ends_at"), "end_before_start");
        let late = EditionFields { offers_end_at: "2027-11-20T17:01".to_owned(), ..fields() };
        assert_eq!(code(&late, "offers_end_at"), "offers_end_late");
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let long = LocalisedFields { zh_hant: "長".repeat(5001), ..LocalisedFields::default() };
        let raw = EditionFields {
            tagline: long.clone(),
            description: long.clone(),
            venue_name: long.clone(),
            venue_address: long,
            ..EditionFields::default()
        };
        let errors = NewEdition::try_from(&raw).unwrap_err();
        let wrong: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        let expected = [
            "slug",
            "number",
            "name",
            "tagline",
            "description",
            "venue_name",
            "venue_address",
            "zone",
            "contact_email",
            "offer_hours",
        ];
        assert_eq!(wrong, expected);
    }

    #[test]
    fn numbers_have_limits() {
        for (number, hours, field) in
            [(0, 24, "number"), (1000, 24, "number"), (1, 0, "offer_hours"), (1, 337, "offer_hours")]
        {
            let raw = EditionFields { number: number.into(), offer_hours: hours.into(), ..fields() };
            assert_eq!(code(&raw, field), "number_out_of_range");
        }
        let raw = EditionFields {
            reminder_days: 0.into(),
            thanks_days: 31.into(),
            mail_kept_days: 3651.into(),
            ..fields()
        };
        assert_eq!(code(&raw, "reminder_days"), "number_out_of_range");
        assert_eq!(code(&raw, "thanks_days"), "number_out_of_range");
        assert_eq!(code(&raw, "mail_kept_days"), "number_out_of_range");
    }
}
