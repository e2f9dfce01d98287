//! The pages of the whole site, for its admins: accounts, invitations, API tokens, the audit trail.

mod account;
mod accounts;
mod act;
mod invitations;
mod tokens;
mod trail;
mod verification;

pub(in crate::web) use account::show as account;
pub(in crate::web) use accounts::list as accounts;
pub(in crate::web) use act::{end_sessions, grant, reinstate, suspend, withdraw};
pub(in crate::web) use invitations::{
    form as invitation, list as invitations, send as invite, withdraw as withdraw_invitation,
};
pub(in crate::web) use tokens::{list as tokens, revoke as revoke_token};
pub(in crate::web) use trail::{of_edition as trail_of_edition, of_site as trail};
pub(in crate::web) use verification::verify;
