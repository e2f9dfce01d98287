//! Time zones by their IANA names.

use std::fmt;

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, ToSql},
    sql_types::Text,
};
use jiff::{Zoned, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use crate::{
    error::Reason,
    values::{Lang, Moment, text},
};

/// A zone of the IANA time zone database, kept under its name (`Asia/Hong_Kong`).
#[derive(Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl Zone {
    /// The zone of that name, in any case.
    ///
    /// # Errors
    /// `zone_unknown`.
    pub fn parse(raw: &str) -> Result<Self, Reason> {
        let rules = TimeZone::get(&text::half_width(raw)).map_err(|_| Reason::new("zone_unknown"))?;
        let name = rules.iana_name().ok_or(Reason::new("zone_unknown"))?.to_owned();
        Ok(Self { name, rules })
    }

    /// The IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The zone's rules, for calendar arithmetic.
    #[must_use]
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// What the wall clock shows at that instant.
    #[must_use]
    pub fn at(&self, instant: Moment) -> Zoned {
        instant.to_zoned(self.rules.clone())
    }

    /// How people call its time: by city where this is usual, else by its offset at that instant.
    #[must_use]
    pub fn label(&self, lang: Lang, instant: Moment) -> String {
        let names = match self.name.as_str() {
            "Asia/Hong_Kong" => Some(["Hong Kong time", "香港時間", "香港时间"]),
            "Asia/Shanghai" => Some(["Beijing time", "北京時間", "北京时间"]),
            "Asia/Macau" => Some(["Macao time", "澳門時間", "澳门时间"]),
            "Asia/Taipei" => Some(["Taipei time", "台北時間", "台北时间"]),
            "Asia/Singapore" => Some(["Singapore time", "新加坡時間", "新加坡时间"]),
            "Europe/London" => Some(["London time", "倫敦時間", "伦敦时间"]),
            _ => None,
        };
        match (names, lang) {
            (Some([en, _, _]), Lang::En) => en.to_owned(),
            (Some([_, hant, _]), Lang::ZhHant) => hant.to_owned(),
            (Some([_, _, hans]), Lang::ZhHans) => hans.to_owned(),
            (None, _) => format!("UTC{}", self.at(instant).strftime("%:z")),
        }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}
impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::parse(&name).map_err(|reason| de::Error::custom(reason.code))
    }
}
impl ToSql<Text, Pg> for Zone {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        <str as ToSql<Text, Pg>>::to_sql(&self.name, out)
    }
}
impl FromSql<Text, Pg> for Zone {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let name = <String as FromSql<Text, Pg>>::from_sql(bytes)?;
        Self::parse(&name).map_err(|reason| format!("{}: {name}", reason.code).into())
    }
}
impl PartialSchema for Zone {
    fn schema() -> RefOr<Schema> {
        String::schema()
    }
}
impl ToSchema for Zone {}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn zones_have_names_and_nothing_else_is_one() {
        assert_eq!(Zone::parse(" asia/hong_kong ").unwrap().name(), "Asia/Hong_Kong");
        for raw in ["", "Hongkong Time", "+08:00", "../etc/passwd"] {
            assert_eq!(Zone::parse(raw).unwrap_err(), Reason::new("zone_unknown"), "{raw}");
        }
    }

    #[test]
    fn readers_elsewhere_learn_whose_time_it_is() {
        let now = Moment::now();
        assert_eq!(Zone::parse("Asia/Hong_Kong").unwrap().label(Lang::ZhHant, now), "香港時間");
        assert_eq!(Zone::parse("Asia/Shanghai").unwrap().label(Lang::En, now), "Beijing time");
        assert_eq!(Zone::parse("Asia/Kathmandu").unwrap().label(Lang::En, now), "UTC+05:45");
    }
}
