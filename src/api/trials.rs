//! Mails that are tried before anybody gets them: how they would be printed.

use serde::Serialize;
use utoipa::ToSchema;

use crate::mail::Rendering;

/// How a mail would be printed for somebody; where links go there are words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailPreview)]
pub(super) struct PreviewBody {
    /// Its subject.
    subject: String,
    /// Its plain text.
    text: String,
    /// Its HTML.
    html: String,
}

impl From<Rendering> for PreviewBody {
    fn from(printed: Rendering) -> Self {
        let Rendering { subject, text, html } = printed;
        Self { subject, text, html }
    }
}
