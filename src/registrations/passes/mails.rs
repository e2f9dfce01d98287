//! The mails of passes, as `docs/mail.md` lists them.

use std::collections::BTreeMap;

use serde_json::json;

use super::LINK_DAYS;
use crate::{
    companies::Company,
    keys::{Link, Purpose},
    mail::{Cause, NewMail, Recipient},
    registrations::store::passes::pass::Pass,
    speakers::Addressee,
    values::{Email, Id, Lang},
};

/// `passes-given`: `values.company`, `values.count`; to whoever hears of the demo.
pub(super) fn given(to: &Addressee<'_>, company: &Company, first: &Pass, count: usize) -> NewMail {
    let company = company.name.pick(to.lang()).text;
    // Passes that are given later have a first one of their own, and so a cause.
    let cause = Cause { kind: "pass", id: first.id.uuid() };
    to.mail("passes-given", cause, json!({ "company": company, "count": count }))
}

/// `pass-claim`: `values.company`, `values.sender` (a colleague's name), `values.days`, `links.pass`.
pub(super) fn link(
    pass: &Pass,
    (name, email, lang): (&str, &Email, Lang),
    company: &Company,
    sender: &str,
) -> NewMail {
    let (id, version) = (pass.id.uuid(), pass.link_version);
    let company = company.name.pick(lang).text;
    NewMail {
        id: Id::fresh(),
        edition: Some(pass.edition.uuid()),
        cause: Cause { kind: "pass", id },
        template: "pass-claim",
        to: Recipient { email: email.clone(), name: name.to_owned(), lang },
        values: json!({ "company": company, "sender": sender, "days": LINK_DAYS }),
        links: BTreeMap::from([("pass", Link { purpose: Purpose::Pass, id, version })]),
        due_at: None,
    }
}
