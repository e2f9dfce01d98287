//! What a page says about what was just done, or why a button did nothing.

use actix_web::http::StatusCode;

use crate::{error::Error, http::Signed, i18n, values::Lang};

/// One sentence above the page.
pub(crate) struct News {
    /// `good` or `bad`.
    pub(crate) tone: &'static str,
    pub(crate) text: String,
}

/// What `?done=` may name, and its sentence; anything else is passed over.
const DONE: &[(&str, &str)] = &[
    ("saved", "done-saved"),
    ("added", "done-added"),
    ("removed", "done-removed"),
    ("moved", "done-moved"),
    ("archived", "done-archived"),
    ("published", "done-published"),
    ("made", "done-made"),
    ("profile", "done-profile"),
    ("password", "done-password"),
    ("signed-out", "done-signed-out"),
    ("revoked", "done-revoked"),
    ("granted", "done-granted"),
    ("withdrawn", "done-withdrawn"),
    ("invited", "done-invited"),
    ("suspended", "done-suspended"),
    ("reinstated", "done-reinstated"),
    ("queued", "done-queued"),
    ("words-kept", "done-words-kept"),
    ("taken-out", "done-taken-out"),
    ("held", "done-held"),
    ("let-go", "done-let-go"),
    ("address-lifted", "done-address-lifted"),
    ("acknowledged", "done-acknowledged"),
    ("placed", "done-placed"),
    ("arranged", "done-arranged"),
    ("released", "done-released"),
    ("sign-ups-ended", "done-sign-ups-ended"),
    ("registration-opened", "done-registration-opened"),
    ("imported", "done-imported"),
    ("call-listed", "done-call-listed"),
    ("call-unlisted", "done-call-unlisted"),
    ("call-closed", "done-call-closed"),
    ("code", "done-code"),
    ("round-closed", "done-round-closed"),
    ("decided", "done-decided"),
    ("told", "done-told"),
    ("worded", "done-worded"),
    ("link-sent", "done-link-sent"),
    ("answer-recorded", "done-answer-recorded"),
    ("asked-again", "done-asked-again"),
    ("submission-withdrawn", "done-submission-withdrawn"),
    ("promoted", "done-promoted"),
    ("left-empty", "done-left-empty"),
    ("shared-out", "done-shared-out"),
    ("reviewed", "done-reviewed"),
    ("proposed", "done-proposed"),
    ("allocated", "done-allocated"),
    ("conflict", "done-conflict"),
    ("award-opened", "done-award-opened"),
    ("award-closed", "done-award-closed"),
    ("voted", "done-voted"),
    ("campaign-written", "done-campaign-written"),
    ("campaign-unwritten", "done-campaign-unwritten"),
    ("campaign-scheduled", "done-campaign-scheduled"),
    ("campaign-unscheduled", "done-campaign-unscheduled"),
    ("campaign-paused", "done-campaign-paused"),
    ("campaign-resumed", "done-campaign-resumed"),
    ("campaign-stopped", "done-campaign-stopped"),
    ("hook-paused", "done-hook-paused"),
    ("hook-resumed", "done-hook-resumed"),
    ("hook-tested", "done-hook-tested"),
    ("hook-redelivered", "done-hook-redelivered"),
];

impl News {
    /// What the address says was done.
    pub(crate) fn done(signed: &Signed) -> Option<Self> {
        let (_, query) = signed.asker.path.split_once('?')?;
        let (_, word) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "done")?;
        let (_, key) = DONE.iter().find(|(known, _)| *known == word)?;
        Some(Self { tone: "good", text: i18n::text(signed.asker.lang, key) })
    }

    /// Why a small form in a list did nothing, for what was typed in it or because of the present state, and the
    /// status to answer with; any other error passes.
    pub(crate) fn against(error: Error, lang: Lang) -> Result<(Self, StatusCode), Error> {
        match error {
            Error::Invalid(errors) => {
                let said: Vec<String> =
                    errors.iter().map(|error| i18n::reason(lang, &error.reason)).collect();
                Ok((Self { tone: "bad", text: said.join(" ") }, StatusCode::UNPROCESSABLE_ENTITY))
            }
            other => Ok((Self::refused(other, lang)?, StatusCode::CONFLICT)),
        }
    }

    /// Why the present state refused what a button stands for; any other error passes.
    pub(crate) fn refused(error: Error, lang: Lang) -> Result<Self, Error> {
        match error {
            Error::Conflict(reason) => Ok(Self { tone: "bad", text: i18n::reason(lang, &reason) }),
            other => Err(other),
        }
    }
}
