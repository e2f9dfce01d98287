//! What is typed about a company, and its parsing.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    error::{FieldErrors, Reason},
    values::{Line, Localised, LocalisedFields, WebUrl, text},
};

/// Longest name, in characters.
const LONGEST_NAME: usize = 120;
/// Longest sentence about it, in characters.
const LONGEST_ONE_LINER: usize = 200;

crate::text_enum! {
    /// Where a company is at home; what a fair choice balances.
    pub enum Region {
        /// The mainland.
        Mainland = "mainland",
        /// Hong Kong.
        HongKong = "hong-kong",
        /// Anywhere else.
        Elsewhere = "elsewhere",
    }
}

crate::text_enum! {
    /// How far a company has come.
    pub enum Stage {
        /// It has an idea.
        Idea = "idea",
        /// It has a prototype.
        Prototype = "prototype",
        /// It tries it out with its first customers.
        Pilot = "pilot",
        /// It sells.
        Revenue = "revenue",
        /// It grows.
        Growth = "growth",
    }
}

crate::text_enum! {
    /// How many people work there.
    pub enum CompanySize {
        /// Up to ten.
        Ten = "1-10",
        /// Up to fifty.
        Fifty = "11-50",
        /// Up to two hundred.
        TwoHundred = "51-200",
        /// Up to a thousand.
        Thousand = "201-1000",
        /// More.
        More = "1001-",
    }
}

/// A company as it arrives. What is left out is emptied: a form always sends everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CompanyFields {
    /// What it is called; at most 120 characters.
    pub name: LocalisedFields,
    /// What it does, in one sentence; at most 200 characters.
    pub one_liner: LocalisedFields,
    /// The city it is in; at most 80 characters.
    pub city: String,
    /// `mainland`, `hong-kong` or `elsewhere`.
    pub region: String,
    /// `idea`, `prototype`, `pilot`, `revenue` or `growth`; may be blank.
    pub stage: String,
    /// `1-10`, `11-50`, `51-200`, `201-1000` or `1001-`; may be blank.
    pub size: String,
    /// Its web address; may be blank.
    pub website: String,
    /// The version that was read, so that nobody's change is overwritten unseen.
    pub version: Option<i32>,
}

/// A company, checked.
#[derive(Clone, Debug, Serialize)]
pub struct NewCompany {
    pub(super) name: Localised,
    pub(super) one_liner: Option<Localised>,
    pub(super) city: Line<80>,
    pub(super) region: Region,
    pub(super) stage: Option<Stage>,
    pub(super) size: Option<CompanySize>,
    pub(super) website: Option<WebUrl>,
    #[serde(skip)]
    pub(super) seen_version: Option<i32>,
}

impl TryFrom<&CompanyFields> for NewCompany {
    type Error = FieldErrors;

    fn try_from(raw: &CompanyFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", raw.name.line(LONGEST_NAME));
        let one_liner = errors.take("one_liner", raw.one_liner.optional_line(LONGEST_ONE_LINER));
        let city = errors.take("city", Line::parse(&raw.city));
        let region = match text::is_blank(&raw.region) {
            true => Err(Reason::new("required")),
            false => chosen(&raw.region),
        };
        let region = errors.take("region", region);
        let stage = errors.take("stage", optional(&raw.stage));
        let size = errors.take("size", optional(&raw.size));
        let website = errors.take("website", WebUrl::optional(&raw.website));
        match (name, one_liner, city, region, stage, size, website) {
            (
                Some(name),
                Some(one_liner),
                Some(city),
                Some(region),
                Some(stage),
                Some(size),
                Some(website),
            ) => Ok(Self { name, one_liner, city, region, stage, size, website, seen_version: raw.version }),
            _ => Err(errors),
        }
    }
}

fn chosen<T: std::str::FromStr<Err = ()>>(raw: &str) -> Result<T, Reason> {
    raw.parse().map_err(|()| Reason::new("choice_unknown"))
}

fn optional<T: std::str::FromStr<Err = ()>>(raw: &str) -> Result<Option<T>, Reason> {
    if text::is_blank(raw) { Ok(None) } else { chosen(raw).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_needs_a_name_a_city_and_a_region_and_nothing_else() {
        let nothing = NewCompany::try_from(&CompanyFields::default());
        let errors = nothing.map_err(|errors| errors.iter().map(|one| one.field.clone()).collect::<Vec<_>>());
        assert_eq!(errors.err(), Some(vec!["name".to_owned(), "city".to_owned(), "region".to_owned()]));
        let name = LocalisedFields { zh_hant: "海港機械人".to_owned(), ..LocalisedFields::default() };
        let region = "hong-kong".to_owned();
        let few = CompanyFields { name, city: "香港".to_owned(), region, ..CompanyFields::default() };
        assert!(NewCompany::try_from(&few).is_ok());
        let odd = CompanyFields { stage: "unicorn".to_owned(), ..few };
        assert!(NewCompany::try_from(&odd).is_err_and(|errors| errors.of("stage").is_some()));
    }
}
