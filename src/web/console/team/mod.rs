//! Who may do what in an edition: roles, and the invitations that offer them. What is drawn here of people, roles and
//! invitations is drawn the same on the pages of the whole site.

mod invite;
mod list;
mod people;
mod roles;

pub(in crate::web) use invite::{form as invitation, send as invite, withdraw as withdraw_invitation};
pub(in crate::web) use list::show as list;
pub(in crate::web) use people::Held;
pub(in crate::web) use roles::{grant, withdraw};

pub(super) use invite::{InvitePage, fields as invitation_fields};
pub(super) use people::{Invited, Person, roles};
