//! Mails that are tried before anybody gets them: how they would be printed, and tests to oneself.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    error::Error,
    http::bearer::Caller,
    mail::{Recipient, Rendering},
    values::Lang,
};

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

/// Whoever made the token, as a test's recipient.
///
/// # Errors
/// [`Error::SignInNeeded`] where there is no token.
pub(super) fn oneself(caller: &Caller, lang: Lang) -> Result<Recipient, Error> {
    let account = caller.authority.account().ok_or(Error::SignInNeeded)?;
    Ok(Recipient { email: account.email.clone(), name: account.name.clone(), lang })
}
