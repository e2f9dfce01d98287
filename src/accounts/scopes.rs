//! What an API token was made for: scopes such as `organiser:write`.

use std::{fmt, str::FromStr};

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, ToSql},
    sql_types::Text,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use super::Role;

crate::text_enum! {
    /// Whether something is only looked at or also changed.
    pub enum Access {
        /// Look at it.
        Read = "read",
        /// Change it; includes looking.
        Write = "write",
    }
}

impl Access {
    /// Whether this is enough where `needed` is asked for.
    #[must_use]
    pub fn covers(self, needed: Self) -> bool {
        self == Self::Write || needed == Self::Read
    }
}

/// What a scope is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Power {
    /// A role's work, and that of narrower roles.
    Role(Role),
    /// What is its maker's own, whatever her roles: the companies that she acts for.
    Own,
}

impl Power {
    /// How [`Power::Own`] is written.
    const OWN: &'static str = "own";
}

impl fmt::Display for Power {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(role) => role.fmt(f),
            Self::Own => f.write_str(Self::OWN),
        }
    }
}

/// A power, to read or to write, given to a token; written `role:access`, or `own:access`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Scope {
    /// What it is about.
    pub power: Power,
    /// Whether it may change anything.
    pub access: Access,
}

impl Scope {
    /// Every scope there is, role by role, and what is one's own at the end.
    pub fn all() -> impl Iterator<Item = Self> {
        let powers = Role::ALL.iter().map(|role| Power::Role(*role)).chain([Power::Own]);
        powers.flat_map(|power| Access::ALL.iter().map(move |access| Self { power, access: *access }))
    }

    /// Whether this is enough where `role` is asked for with `access`.
    #[must_use]
    pub fn allows(self, role: Role, access: Access) -> bool {
        matches!(self.power, Power::Role(own) if own.covers(role)) && self.access.covers(access)
    }

    /// Whether this is enough for what is the maker's own.
    #[must_use]
    pub fn allows_own(self, access: Access) -> bool {
        self.power == Power::Own && self.access.covers(access)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.power, self.access)
    }
}

impl FromStr for Scope {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (power, access) = text.split_once(':').ok_or(())?;
        let power = if power == Power::OWN { Power::Own } else { Power::Role(power.parse()?) };
        Ok(Self { power, access: access.parse()? })
    }
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|()| de::Error::custom("scope_unknown"))
    }
}

impl PartialSchema for Scope {
    fn schema() -> RefOr<Schema> {
        String::schema()
    }
}
impl ToSchema for Scope {}

impl ToSql<Text, Pg> for Scope {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Text, Pg>::to_sql(&self.to_string(), &mut out.reborrow())
    }
}

impl FromSql<Text, Pg> for Scope {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Pg>>::from_sql(bytes)?;
        text.parse().map_err(|()| format!("unknown scope: {text}").into())
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::{prelude::*, sample::select};

    use super::*;
    use crate::accounts::roles::tests::roles;

    /// Any scope.
    pub(in crate::accounts) fn scopes() -> impl Strategy<Value = Scope> {
        let power = prop_oneof![6 => roles().prop_map(Power::Role), 1 => Just(Power::Own)];
        (power, select(Access::ALL)).prop_map(|(power, access)| Scope { power, access })
    }

    #[test]
    fn a_scope_that_never_was_is_not_read() {
        for text in
            ["", "organiser", "organiser:", "organiser:delete", "Organiser:write", "a:b:c", "read:desk"]
        {
            assert_eq!(text.parse::<Scope>(), Err(()), "{text}");
        }
        assert_eq!(Scope::all().count(), Role::ALL.len() * 2 + 2);
    }

    proptest! {
        #[test]
        fn a_scope_reads_back_as_it_is_written(scope in scopes()) {
            prop_assert_eq!(scope.to_string().parse::<Scope>().unwrap(), scope);
        }

        #[test]
        fn writing_includes_reading_and_never_the_reverse(scope in scopes(), role in roles()) {
            prop_assert!(!scope.allows(role, Access::Write) || scope.allows(role, Access::Read));
            prop_assert!(scope.access == Access::Write || !scope.allows(role, Access::Write));
        }

        #[test]
        fn what_a_scope_allows_is_never_more_than_its_role(scope in scopes(), role in roles()) {
            let covers = matches!(scope.power, Power::Role(own) if own.covers(role));
            prop_assert_eq!(scope.allows(role, Access::Read), covers);
        }

        #[test]
        fn no_role_reaches_what_is_somebodys_own(scope in scopes(), access in select(Access::ALL)) {
            prop_assert!(!scope.allows_own(access) || scope.power == Power::Own);
        }
    }
}
