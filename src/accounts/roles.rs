//! Roles, and which of them stands in for which.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::error::{Error, Reason};

crate::text_enum! {
    /// What an account may do: admin on the whole site, every other role in one edition.
    pub enum Role {
        /// Everything: accounts, roles, editions, tokens, audit.
        Admin = "admin",
        /// Everything inside the edition, roles included.
        Organiser = "organiser",
        /// Calls, submissions, decisions, sessions, releases.
        Programme = "programme",
        /// See and score what was assigned.
        Reviewer = "reviewer",
        /// Templates, campaigns, outbox.
        Communications = "communications",
        /// Find registrations, check in, register a walk-in.
        Desk = "desk",
        /// Counts and charts; no personal data.
        Observer = "observer",
    }
}

impl Role {
    /// Whether holding this role is enough where `needed` is asked for: an admin stands in for all, an
    /// organiser for all but the admin, and everybody may see what an observer sees.
    #[must_use]
    pub fn covers(self, needed: Self) -> bool {
        match self {
            Self::Admin => true,
            Self::Organiser => needed != Self::Admin,
            other => needed == other || needed == Self::Observer,
        }
    }
}

/// A role and where it holds. Admin has no edition and every other role has one, as the table's check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleAt {
    role: Role,
    edition: Option<Uuid>,
}

impl RoleAt {
    /// Admin of the site.
    pub const ADMIN: Self = Self { role: Role::Admin, edition: None };

    /// A role in an edition.
    ///
    /// # Errors
    /// `edition_required` when a role of editions comes without one, `edition_unwanted` when admin comes with one.
    pub fn new(role: Role, edition: Option<Uuid>) -> Result<Self, Reason> {
        match (role, edition) {
            (Role::Admin, Some(_)) => Err(Reason::new("edition_unwanted")),
            (Role::Admin, None) | (_, Some(_)) => Ok(Self { role, edition }),
            (_, None) => Err(Reason::new("edition_required")),
        }
    }

    /// The role.
    #[must_use]
    pub fn role(self) -> Role {
        self.role
    }

    /// Its edition; none for admin.
    #[must_use]
    pub fn edition(self) -> Option<Uuid> {
        self.edition
    }

    /// Whether this is enough where `needed` is asked for in `edition` (none: for the site).
    #[must_use]
    pub fn reaches(self, needed: Role, edition: Option<Uuid>) -> bool {
        self.role.covers(needed) && (self.edition.is_none() || self.edition == edition)
    }
}

/// A row of the form or the API: role and edition as they came.
impl TryFrom<(Role, Option<Uuid>)> for RoleAt {
    type Error = Error;
    fn try_from((role, edition): (Role, Option<Uuid>)) -> Result<Self, Error> {
        Self::new(role, edition).map_err(|reason| Error::field("edition", reason))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    /// Any role.
    pub(in crate::accounts) fn roles() -> impl Strategy<Value = Role> {
        select(Role::ALL)
    }

    #[test]
    fn a_narrow_role_stands_in_for_itself_and_for_watching_only() {
        for needed in Role::ALL {
            let enough = matches!(needed, Role::Desk | Role::Observer);
            assert_eq!(Role::Desk.covers(*needed), enough, "{needed}");
        }
    }

    #[test]
    fn an_organiser_is_never_an_admin() {
        assert!(!Role::Organiser.covers(Role::Admin));
        assert!(Role::Organiser.covers(Role::Reviewer));
    }

    #[test]
    fn admin_has_no_edition_and_every_other_role_has_one() {
        let edition = Some(Uuid::now_v7());
        for role in Role::ALL {
            assert_eq!(RoleAt::new(*role, edition).is_ok(), *role != Role::Admin);
            assert_eq!(RoleAt::new(*role, None).is_ok(), *role == Role::Admin);
        }
    }

    proptest! {
        #[test]
        fn roles_are_an_order(a in roles(), b in roles(), c in roles()) {
            prop_assert!(a.covers(a));
            prop_assert!(a.covers(Role::Observer));
            prop_assert!(Role::Admin.covers(a));
            prop_assert!(!(a.covers(b) && b.covers(c)) || a.covers(c), "transitive");
            prop_assert!(!(a.covers(b) && b.covers(a)) || a == b, "antisymmetric");
        }

        #[test]
        fn a_role_ends_at_its_edition(held in roles(), needed in roles(), here: u128, there: u128) {
            prop_assume!(here != there && held != Role::Admin);
            let at = RoleAt { role: held, edition: Some(Uuid::from_u128(here)) };
            prop_assert!(!at.reaches(needed, Some(Uuid::from_u128(there))));
            prop_assert!(!at.reaches(needed, None));
            prop_assert_eq!(at.reaches(needed, Some(Uuid::from_u128(here))), held.covers(needed));
        }
    }
}
