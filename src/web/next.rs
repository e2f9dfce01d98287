//! What comes next with a submission, in a sentence for its applicant.

use crate::{calls::Call, editions::Edition, http::Ui, submissions::Next, values::Moment};

/// What comes next with what she owns; `draft` is the key of what is said while it can still be handed in. Once the edition
/// is over, nothing comes any more.
pub(super) fn sentence(next: Next, call: &Call, edition: &Edition, draft: &str, ui: &Ui) -> String {
    let now = Moment::now();
    let is_over = edition.ends_at <= now;
    match next {
        Next::Submit if call.check_open(now).is_ok() => ui.t(draft),
        Next::Submit => ui.t("speaker-draft-late"),
        Next::Prepare if is_over => ui.t("next-over-prepare"),
        Next::AwaitDecision | Next::Correct | Next::Confirm | Next::StandBy if is_over => ui.t("next-over"),
        next => ui.t(&format!("next-{next}")),
    }
}
