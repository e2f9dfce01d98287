//! What forms and the API say of accounts, and the same once it is right.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Role, RoleAt};
use crate::{
    error::{FieldErrors, Reason},
    values::{Email, Lang, Line},
};

/// Most characters of the name of a person in the console.
pub const NAME_MAX: usize = 80;

/// What she is called.
pub(super) type Name = Line<NAME_MAX>;

/// An account's name and language, as typed.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileFields {
    /// What she is called in the console; at most 80 characters.
    pub name: String,
    /// The language of her mails: `en`, `zh-Hant` or `zh-Hans`.
    pub lang: String,
}

/// An account's name and language.
#[derive(Clone, Debug)]
pub struct ProfileChange {
    pub(super) name: Name,
    pub(super) lang: Lang,
}

impl TryFrom<ProfileFields> for ProfileChange {
    type Error = FieldErrors;
    fn try_from(fields: ProfileFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", Name::parse(&fields.name));
        let lang = errors.take("lang", lang(&fields.lang));
        match (name, lang) {
            (Some(name), Some(lang)) => Ok(Self { name, lang }),
            _ => Err(errors),
        }
    }
}

/// An account to be made, as typed.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccountFields {
    /// The address she signs in with.
    pub email: String,
    /// What she is called in the console; at most 80 characters.
    pub name: String,
    /// The language of her mails: `en`, `zh-Hant` or `zh-Hans`.
    pub lang: String,
}

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub(super) email: Email,
    pub(super) name: Name,
    pub(super) lang: Lang,
}

impl TryFrom<AccountFields> for NewAccount {
    type Error = FieldErrors;
    fn try_from(fields: AccountFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = errors.take("email", Email::parse(&fields.email));
        let name = errors.take("name", Name::parse(&fields.name));
        let lang = errors.take("lang", lang(&fields.lang));
        match (email, name, lang) {
            (Some(email), Some(name), Some(lang)) => Ok(Self { email, name, lang }),
            _ => Err(errors),
        }
    }
}

/// A role and its edition, as chosen.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RoleFields {
    /// The role, such as `desk`.
    pub role: String,
    /// The edition's id; empty for admin.
    pub edition: String,
}

impl TryFrom<RoleFields> for RoleAt {
    type Error = FieldErrors;
    fn try_from(fields: RoleFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let role = errors.take("role", role(&fields.role));
        let edition = errors.take("edition", edition(&fields.edition));
        let at = match (role, edition) {
            (Some(role), Some(edition)) => errors.take("edition", Self::new(role, edition)),
            _ => None,
        };
        at.ok_or(errors)
    }
}

/// An invitation to be sent, as typed.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InvitationFields {
    /// Where to send it.
    pub email: String,
    /// Whom it greets; at most 80 characters.
    pub name: String,
    /// The language it is written in: `en`, `zh-Hant` or `zh-Hans`.
    pub lang: String,
    /// The role it offers, such as `organiser`.
    pub role: String,
    /// The edition's id; empty for admin.
    pub edition: String,
}

/// An invitation to be sent.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    pub(super) to: NewAccount,
    pub(super) at: RoleAt,
}

impl TryFrom<InvitationFields> for NewInvitation {
    type Error = FieldErrors;
    fn try_from(fields: InvitationFields) -> Result<Self, FieldErrors> {
        let InvitationFields { email, name, lang, role, edition } = fields;
        match (AccountFields { email, name, lang }.try_into(), RoleFields { role, edition }.try_into()) {
            (Ok(to), Ok(at)) => Ok(Self { to, at }),
            (to, at) => Err(FieldErrors::merged([to.err(), at.err()])),
        }
    }
}

fn lang(raw: &str) -> Result<Lang, Reason> {
    Lang::from_tag(raw).ok_or_else(|| Reason::new("lang_unknown"))
}

fn role(raw: &str) -> Result<Role, Reason> {
    raw.parse().map_err(|()| Reason::new("role_unknown"))
}

/// An edition's id; nothing typed is none.
pub(super) fn edition(raw: &str) -> Result<Option<Uuid>, Reason> {
    let given = Some(raw.trim()).filter(|text| !text.is_empty());
    given.map(str::parse).transpose().map_err(|_| Reason::new("edition_unknown"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn an_invitation_names_every_field_that_is_wrong() {
        let errors = NewInvitation::try_from(InvitationFields::default()).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["email", "name", "lang", "role"]);
    }

    #[test]
    fn only_admin_comes_without_an_edition() {
        let code = |role: &str, edition: &str| {
            let fields = RoleFields { role: role.into(), edition: edition.into() };
            RoleAt::try_from(fields).err().and_then(|errors| errors.of("edition").map(|reason| reason.code))
        };
        let edition = Uuid::now_v7().to_string();
        assert_eq!(code("admin", ""), None);
        assert_eq!(code("desk", &edition), None);
        assert_eq!(code("admin", &edition), Some("edition_unwanted"));
        assert_eq!(code("desk", ""), Some("edition_required"));
        assert_eq!(code("desk", "2026"), Some("edition_unknown"));
    }
}
