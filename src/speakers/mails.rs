//! The mails to a speaker: where they go, and the link that every one of them carries.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::Speaker;
use crate::{
    keys::{Link, Purpose},
    mail::{Cause, NewMail, Recipient},
    values::{Email, Id, Lang, PersonName},
};

/// Where the mails to a speaker go.
#[derive(Clone, Debug)]
pub struct Addressee<'a> {
    speaker: &'a Speaker,
    email: &'a Email,
}

impl Speaker {
    /// Her contact if she has one, else she herself; none where no address is known.
    #[must_use]
    pub fn addressee(&self) -> Option<Addressee<'_>> {
        let email = self.contact_email.as_ref().or(self.email.as_ref())?;
        Some(Addressee { speaker: self, email })
    }
}

impl Addressee<'_> {
    /// The language of the mail.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.speaker.lang
    }

    /// A mail with her personal link as `links.speaker`.
    #[must_use]
    pub fn mail(&self, template: &'static str, cause: Cause, values: Value) -> NewMail {
        let Speaker { id, edition, lang, link_version, .. } = *self.speaker;
        let link = Link { purpose: Purpose::Speaker, id: id.uuid(), version: link_version };
        NewMail {
            id: Id::fresh(),
            edition: Some(edition.uuid()),
            cause,
            template,
            to: Recipient { email: self.email.clone(), name: self.name(lang), lang },
            values,
            links: BTreeMap::from([("speaker", link)]),
            due_at: None,
        }
    }

    /// Her link, because staff ask her to complete her profile; each asking is a cause of its own.
    pub(super) fn invited(&self) -> NewMail {
        let speaker = self.speaker_name();
        let cause = Cause { kind: "speaker", id: Uuid::now_v7() };
        self.mail("speaker-invited", cause, json!({ "speaker": speaker }))
    }

    /// Whom the mail greets: the contact by the name staff gave.
    fn name(&self, lang: Lang) -> String {
        match (&self.speaker.contact_email, &self.speaker.contact_name) {
            (Some(_), Some(name)) => name.as_str().to_owned(),
            (Some(_), None) => String::new(),
            (None, _) => self.speaker.name().display(lang),
        }
    }

    /// The speaker's own name, empty where the mail goes to herself.
    fn speaker_name(&self) -> String {
        let name: PersonName = self.speaker.name();
        self.speaker.contact_email.as_ref().map(|_| name.display(self.lang())).unwrap_or_default()
    }
}
