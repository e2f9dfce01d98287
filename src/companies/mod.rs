//! Companies: who apply for demo slots, edition after edition, and the people who act for them.
//!
//! A company is its members', who are accounts and all have the same rights; the last one can't leave. Whoever makes it is
//! its first member; others are asked by mail and answer with one button. Verbs demand a [`Member`], and look again
//! under the company's lock whether she still is one.

mod fields;
mod invitations;
mod logo;
mod mails;
mod member;
mod members;
mod profile;
mod public;
mod store;

pub use fields::{CompanyFields, CompanySize, NewCompany, Region, Stage};
pub use invitations::{
    Colleague, INVITATION_DAYS, Offer, accept, decline, invite, offer, open_invitations, withdraw,
};
pub use logo::{LOGO, logo, remove_logo, set_logo};
pub use member::{Member, is_member, lock, locked, member};
pub use members::{Person, accounts_of, leave, members};
pub use profile::{change, found, mine, of_member, of_submission};
pub use public::{PublicCompany, public};
pub use store::{
    company::{Company, CompanyId},
    invitation::{CompanyInvitation, Outcome},
};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "company.found",
    "company.change",
    "company.set-logo",
    "company.remove-logo",
    "company.invite",
    "company.withdraw-invitation",
    "company.join",
    "company.decline",
    "company.leave",
];
