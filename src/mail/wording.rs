//! What an edition writes in the place of a mail's own words: subject, heading and text, with names in braces for
//! what differs from mail to mail.
//!
//! The text is everything between greeting and signature. Wholes such as the button stand in it as names too (`{button}`),
//! so that it can be moved but not made to lead elsewhere. Staff are trusted with links; what fills a name comes from
//! outsiders, and is defused as everywhere. Nothing in a wording is HTML.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::NewMail;

/// The key among a mail's values under which its wording stands.
pub(super) const KEY: &str = "wording";

/// A mail's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// One line.
    pub subject: String,
    /// One line above the greeting; blank where the mail's own is to stand.
    pub heading: String,
    /// Paragraphs, with empty lines between them.
    pub body: String,
}

impl NewMail {
    /// The same mail in these words, whatever its edition says meanwhile.
    #[must_use]
    pub fn worded(mut self, wording: Option<Wording>) -> Self {
        if let (Some(wording), Some(values)) = (wording, self.values.as_object_mut()) {
            let Wording { subject, heading, body } = wording;
            let words = serde_json::json!({ "subject": subject, "heading": heading, "body": body });
            values.insert(KEY.to_owned(), words);
        }
        self
    }
}

/// The wording that a mail carries with it.
pub(super) fn of(values: &Value) -> Option<Wording> {
    Wording::deserialize(values.get(KEY)?).ok()
}
