//! Accounts, roles, login sessions, invitations and API tokens; and the proofs that other domains demand.
//!
//! Who a request is, and what it may do, is an [`Authority`]; it makes the [`proofs`]. Roles are of one edition, but
//! admin is of the site, and the last admin who may sign in can be neither suspended nor withdrawn. A session and a
//! token are random secrets of which only the hash is stored; a mailed link or code is a MAC that is stored nowhere.
//! What a stranger learns is the same for an address with an account and one without, and nothing a stranger does
//! keeps an owner out: limits on passwords never stop the mailed link. Anybody may make an account, which has no role.

mod account;
mod authority;
mod bootstrap;
mod fields;
mod grants;
mod invitations;
mod mails;
mod newcomers;
mod password_sign_in;
mod passwords;
mod powers;
pub mod proofs;
mod roles;
mod scopes;
mod sessions;
mod sign_in;
mod store;
mod tokens;

pub use account::{addresses_among, by_email, change_profile, create, names, own, reinstate, suspend};
pub use authority::Authority;
pub use bootstrap::{LINK_MINUTES, appoint, first_admin, one_time_link};
pub use fields::{
    AccountFields, InvitationFields, NAME_MAX, NewAccount, NewInvitation, ProfileChange, ProfileFields,
    RoleFields,
};
pub use grants::{Manager, StaffMember, grant, staff_member, who_has_what, withdraw};
pub use invitations::{
    AcceptFields, INVITATION_DAYS, InvitationState, accept_invitation, invitation, invitations, invite,
    withdraw_invitation,
};
pub use newcomers::{has_account, sign_in_proved};
pub use password_sign_in::{
    PasswordFields, SignInFields, needs_current_password, set_password, sign_in_with_password,
};
pub use passwords::{LONGEST as PASSWORD_LONGEST, Passwords, SHORTEST as PASSWORD_SHORTEST};
pub use roles::{Role, RoleAt};
pub use scopes::{Access, Power, Scope};
pub use sessions::{
    IDLE_DAYS, LIFE_DAYS, Method, SignedInSession, authenticate, csrf_token, csrf_valid, end_all_other,
    end_session, end_sessions, sessions_of, sessions_of_account, sign_out, sweep_sessions,
};
pub use sign_in::{
    LinkedAccount, MAIL_MINUTES, link_account, redeem_code, redeem_link, request_account, request_sign_in,
    sweep_sign_ins,
};
pub use store::{
    accounts::Account, invitations::Invitation, roles::Grant, sessions::Session, sign_ins::SignIn,
    tokens::ApiToken,
};
pub use tokens::{
    NewToken, Scopes, TOKEN_DAYS, TOKEN_PREFIX, TokenFields, all_tokens, authenticate_token, make_token,
    revoke_any_token, revoke_token, tokens_of,
};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "account.create",
    "account.change",
    "account.set-password",
    "account.suspend",
    "account.reinstate",
    "sign-in.request",
    "sign-in.hand-out",
    "login-session.begin",
    "login-session.end",
    "role.grant",
    "role.withdraw",
    "invitation.send",
    "invitation.accept",
    "invitation.withdraw",
    "api-token.make",
    "api-token.revoke",
];
