//! The mails of this domain. Each says here what its template may print as `values` and `links`.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Account, Invitation, NewAccount, RoleAt, SignIn, invitations::INVITATION_DAYS, sign_in::MAIL_MINUTES,
};
use crate::{
    keys::{Link, Purpose},
    mail::{Cause, NewMail, Recipient},
    values::Id,
};

/// The version of this domain's links: their rows end by themselves and never move on.
pub(super) const LINK_VERSION: i32 = 1;

/// `sign-in`: `values.minutes`, `links.sign_in`, `links.code` (six digits, filled in at the socket too).
pub(super) fn sign_in(to: Recipient, id: Id<SignIn>) -> NewMail {
    let links = [("sign_in", Purpose::SignIn), ("code", Purpose::SignInCode)];
    let cause = Cause { kind: "sign_in", id: id.uuid() };
    let links = links.map(|(name, purpose)| (name, link(purpose, id.uuid())));
    NewMail { links: BTreeMap::from(links), ..mail("sign-in", cause, to, json!({ "minutes": MAIL_MINUTES })) }
}

/// `invitation`: `values.inviter` (a name), `values.role` (as in `role-...`), `values.days`, `links.invitation`.
pub(super) fn invitation(invitation: &Invitation, inviter: &str) -> NewMail {
    let to =
        Recipient { email: invitation.email.clone(), name: invitation.name.clone(), lang: invitation.lang };
    let cause = Cause { kind: "invitation", id: invitation.id.uuid() };
    let values = json!({ "inviter": inviter, "role": invitation.role, "days": INVITATION_DAYS });
    NewMail {
        edition: invitation.edition_id,
        links: BTreeMap::from([("invitation", link(Purpose::Invitation, invitation.id.uuid()))]),
        ..mail("invitation", cause, to, values)
    }
}

/// `password-changed`: nothing but the news.
pub(super) fn password_changed(account: &Account) -> NewMail {
    // Every change is a cause of its own.
    let cause = Cause { kind: "password", id: Uuid::now_v7() };
    mail("password-changed", cause, recipient(account), json!({}))
}

/// `role-changed`: `values.role` (as in `role-...`), `values.granted` (whether it was given or taken).
pub(super) fn role_changed(account: &Account, grant: Uuid, at: RoleAt, granted: bool) -> NewMail {
    let kind = if granted { "role_grant" } else { "role_withdrawal" };
    let values = json!({ "role": at.role(), "granted": granted });
    let cause = Cause { kind, id: grant };
    NewMail { edition: at.edition(), ..mail("role-changed", cause, recipient(account), values) }
}

fn mail(template: &'static str, cause: Cause, to: Recipient, values: Value) -> NewMail {
    NewMail {
        id: Id::fresh(),
        edition: None,
        cause,
        template,
        to,
        values,
        links: BTreeMap::new(),
        due_at: None,
    }
}

pub(super) fn recipient(account: &Account) -> Recipient {
    Recipient { email: account.email.clone(), name: account.name.clone(), lang: account.lang }
}

/// Somebody who has no account yet: nothing that she typed is printed, since whoever typed it may be a stranger.
pub(super) fn newcomer(new: &NewAccount) -> Recipient {
    Recipient { email: new.email.clone(), name: String::new(), lang: new.lang }
}

fn link(purpose: Purpose, id: Uuid) -> Link {
    Link { purpose, id, version: LINK_VERSION }
}
