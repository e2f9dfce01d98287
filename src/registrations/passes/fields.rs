//! What is typed about passes, and its parsing.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    error::{FieldErrors, Reason},
    registrations::{
        store::passes::rules::PassRule,
        types::{RegistrationType, TypeId},
    },
    values::{Email, Lang, Line, NumberField, text},
};

/// No company gets more passes for a demo.
pub const MOST_PASSES: i32 = 50;

/// What a call gives, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PassRuleFields {
    /// The short name of the registration type by which passes are claimed.
    #[serde(rename = "type")]
    pub type_slug: String,
    /// How many passes each company gets, 0 to 50.
    pub places: NumberField,
}

impl PassRuleFields {
    /// Parses against the edition's types.
    ///
    /// # Errors
    /// `type_unknown` on `type`, and the codes of numbers.
    pub fn parse(&self, types: &[RegistrationType]) -> Result<PassRule, FieldErrors> {
        let mut errors = FieldErrors::new();
        let way = types.iter().filter(|way| way.archived_at.is_none());
        let way = way.map(|way| (way.slug.as_str(), way.id)).find(|(slug, _)| *slug == self.type_slug);
        let type_id = errors.take("type", named(way, &self.type_slug));
        let places = errors.take("places", self.places.within(0..=MOST_PASSES));
        match (type_id, places) {
            (Some(type_id), Some(places)) => Ok(PassRule { type_id, places }),
            _ => Err(errors),
        }
    }
}

fn named(way: Option<(&str, TypeId)>, typed: &str) -> Result<TypeId, Reason> {
    let code = if text::is_blank(typed) { "required" } else { "type_unknown" };
    way.map(|(_, id)| id).ok_or(Reason::new(code))
}

/// How many passes one company gets, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PassesFields {
    /// 0 to 50; blank for as many as the call gives.
    pub places: NumberField,
}

impl PassesFields {
    /// Parses.
    ///
    /// # Errors
    /// The codes of numbers on `places`.
    pub fn parse(&self) -> Result<Option<i32>, FieldErrors> {
        let mut errors = FieldErrors::new();
        let places = errors.take("places", self.places.optional_within(0..=MOST_PASSES));
        places.ok_or(errors)
    }
}

/// Whom a pass is sent to, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PassFields {
    /// What she is called; at most 80 characters.
    pub name: String,
    /// Where the link goes.
    pub email: String,
    /// The language of the mail: `en`, `zh-Hant` or `zh-Hans`.
    pub lang: String,
}

/// Whom a pass is sent to.
#[derive(Clone, Debug)]
pub struct Invited {
    pub(in crate::registrations) name: Line<80>,
    pub(in crate::registrations) email: Email,
    pub(in crate::registrations) lang: Lang,
}

impl TryFrom<&PassFields> for Invited {
    type Error = FieldErrors;

    fn try_from(raw: &PassFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", Line::parse(&raw.name));
        let email = errors.take("email", Email::parse(&raw.email));
        let code = if text::is_blank(&raw.lang) { "required" } else { "choice_unknown" };
        let lang = errors.take("lang", raw.lang.parse().map_err(|_| Reason::new(code)));
        match (name, email, lang) {
            (Some(name), Some(email), Some(lang)) => Ok(Self { name, email, lang }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_ones_own_may_be_left_out_and_never_exceeds_what_the_table_takes() {
        let typed = |places: &str| PassesFields { places: places.into() }.parse().ok();
        assert_eq!([typed(""), typed("５"), typed("50")], [Some(None), Some(Some(5)), Some(Some(50))]);
        assert_eq!([typed("51"), typed("-1"), typed("some")], [None; 3]);
    }

    #[test]
    fn whom_a_pass_goes_to_needs_name_address_and_language() {
        let errors = Invited::try_from(&PassFields { lang: "fr".into(), ..PassFields::default() });
        let fields = errors.map_err(|errors| errors.iter().map(|one| one.field.clone()).collect::<Vec<_>>());
        assert_eq!(fields.err(), Some(["name", "email", "lang"].map(str::to_owned).to_vec()));
    }
}
