//! The mail that asks a colleague.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Company, CompanyInvitation, INVITATION_DAYS};
use crate::{
    keys::{Link, Purpose},
    mail::{Cause, NewMail, Recipient},
    values::Id,
};

/// The version of an invitation's link: its row ends by itself and never moves on.
pub(super) const LINK_VERSION: i32 = 1;

/// `company-invitation`: `values.inviter` and `values.company` (names), `values.days`, `links.company`.
pub(super) fn invitation(invitation: &CompanyInvitation, company: &Company, inviter: &str) -> NewMail {
    let (id, lang) = (invitation.id.uuid(), invitation.lang);
    let company = company.name.pick(lang).text;
    let link = Link { purpose: Purpose::Company, id, version: LINK_VERSION };
    NewMail {
        id: Id::fresh(),
        edition: None,
        cause: Cause { kind: "company_invitation", id },
        template: "company-invitation",
        to: Recipient { email: invitation.email.clone(), name: String::new(), lang },
        values: json!({ "inviter": inviter, "company": company, "days": INVITATION_DAYS }),
        links: BTreeMap::from([("company", link)]),
        due_at: None,
    }
}
