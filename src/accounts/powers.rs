//! What somebody may do right now: roles, narrowed for a token by its scopes and edition. Pure.

use uuid::Uuid;

use super::{Access, Role, RoleAt, Scope};

/// How a token narrows its creator's roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Narrowing {
    pub(super) scopes: Vec<Scope>,
    pub(super) edition: Option<Uuid>,
}

impl Narrowing {
    fn leaves(&self, needed: Role, edition: Option<Uuid>, access: Access) -> bool {
        self.scopes.iter().any(|scope| scope.allows(needed, access))
            && (self.edition.is_none() || self.edition == edition)
    }
}

/// The roles somebody holds, and what a token leaves of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Powers {
    pub(super) roles: Vec<RoleAt>,
    pub(super) narrowing: Option<Narrowing>,
}

impl Powers {
    /// Whether `needed` may be done in `edition` (none: on the site) with this access.
    pub(super) fn suffice(&self, needed: Role, edition: Option<Uuid>, access: Access) -> bool {
        self.roles.iter().any(|held| held.reaches(needed, edition))
            && self.narrowing.as_ref().is_none_or(|token| token.leaves(needed, edition, access))
    }

    /// Whether what is one's own may be done with this access: without a token always. It is of no edition, so a token that
    /// is bound to one does not reach it.
    pub(super) fn own(&self, access: Access) -> bool {
        self.narrowing.as_ref().is_none_or(|token| {
            token.edition.is_none() && token.scopes.iter().any(|scope| scope.allows_own(access))
        })
    }

    /// Whether anything at all may be seen in `edition`; every role sees what an observer sees.
    pub(super) fn see(&self, edition: Uuid) -> bool {
        self.suffice(Role::Observer, Some(edition), Access::Read)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::{collection::vec, option, prelude::*, sample::select};

    use super::{
        super::{roles::tests::roles, scopes::tests::scopes},
        *,
    };

    const EDITIONS: [Uuid; 3] = [Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3)];

    fn held() -> impl Strategy<Value = Vec<RoleAt>> {
        let one = (roles(), select(&EDITIONS[..]))
            .prop_map(|(role, edition)| RoleAt::new(role, (role != Role::Admin).then_some(edition)).unwrap());
        vec(one, 0..4)
    }

    fn narrowing() -> impl Strategy<Value = Narrowing> {
        (vec(scopes(), 0..4), option::of(select(&EDITIONS[..])))
            .prop_map(|(scopes, edition)| Narrowing { scopes, edition })
    }

    proptest! {
        #[test]
        fn a_token_never_has_more_power_than_its_creator(
            roles_held in held(), token in narrowing(), needed in roles(),
            edition in option::of(select(&EDITIONS[..])), access in select(Access::ALL),
        ) {
            let creator = Powers { roles: roles_held.clone(), narrowing: None };
            let powers = Powers { roles: roles_held, narrowing: Some(token.clone()) };
            if powers.suffice(needed, edition, access) {
                prop_assert!(creator.suffice(needed, edition, access));
                prop_assert!(token.scopes.iter().any(|scope| scope.allows(needed, access)));
                prop_assert!(token.edition.is_none() || token.edition == edition);
            }
        }

        #[test]
        fn taking_a_role_away_never_adds_power(
            roles_held in held(), needed in roles(), edition in option::of(select(&EDITIONS[..])),
        ) {
            let mut fewer = Powers { roles: roles_held.clone(), narrowing: None };
            fewer.roles.pop();
            let before = Powers { roles: roles_held, narrowing: None };
            prop_assert!(
                before.suffice(needed, edition, Access::Write) || !fewer.suffice(needed, edition, Access::Write)
            );
        }

        #[test]
        fn only_an_admin_may_do_what_is_of_the_site(roles_held in held(), needed in roles()) {
            let admin = roles_held.contains(&RoleAt::ADMIN);
            let powers = Powers { roles: roles_held, narrowing: None };
            prop_assert_eq!(powers.suffice(needed, None, Access::Write), admin);
        }
    }
}
