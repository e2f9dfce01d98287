//! Accounts, roles, login sessions, invitations and API tokens; and the proofs that other domains demand.
//!
//! Who a request is, and what it may do, is an [`Authority`]; it makes the [`proofs`]. Roles are of one edition, but
//! admin is of the site, and the last admin who may sign in can be neither suspended nor withdrawn. A session and a
//! token are random secrets of which only the hash is stored; a mailed link or code is a MAC that is stored nowhere.
//! What a stranger learns is the same for an address with an account and one without, and nothing a stranger does
//! keeps an owner out: limits on passwords never stop the mailed link.

mod authority;
mod powers;
pub mod proofs;
mod roles;
mod scopes;
mod sessions;
mod store;
mod tokens;

pub use authority::Authority;
pub use roles::{Role, RoleAt};
pub use scopes::{Access, Scope};
pub use sessions::{
    IDLE_DAYS, LIFE_DAYS, Method, SignedInSession, authenticate, csrf_token, csrf_valid, end_all_other,
    end_session, sessions_of, sign_out, sweep_sessions,
};
pub use store::{accounts::Account, roles::Grant, sessions::Session, tokens::ApiToken};
pub use tokens::{
    NewToken, Scopes, TOKEN_DAYS, TOKEN_PREFIX, TokenFields, all_tokens, authenticate_token, make_token,
    revoke_any_token, revoke_token, tokens_of,
};
