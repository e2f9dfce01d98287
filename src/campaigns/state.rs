//! The words of a campaign, and which state leads to which; pure.

use crate::mail::MailKind;

crate::text_enum! {
    /// Where a campaign stands.
    pub enum State {
        /// Being written.
        Draft = "draft",
        /// Waits for its moment.
        Scheduled = "scheduled",
        /// Under way.
        Sending = "sending",
        /// Rests.
        Paused = "paused",
        /// Done.
        Sent = "sent",
        /// Ended before its time.
        Stopped = "stopped",
    }
}

crate::text_enum! {
    /// Why it is written.
    pub enum Kind {
        /// What people of the audience need to know, such as another room.
        Notice = "notice",
        /// What they may like to know: goes only to those who agreed to marketing.
        News = "news",
    }
}

crate::text_enum! {
    /// Whether somebody of the audience gets it.
    pub enum Standing {
        /// She does.
        Reached = "reached",
        /// Mail does not reach the address.
        Suppressed = "suppressed",
        /// She turned news of this edition off.
        Unsubscribed = "unsubscribed",
        /// She did not agree to marketing, or took that back.
        NoConsent = "no-consent",
        /// She belongs to the audience no more.
        Left = "left",
        /// It was stopped before her turn.
        Stopped = "stopped",
    }
}

impl Kind {
    /// The mail that carries it.
    #[must_use]
    pub const fn template(self) -> &'static str {
        match self {
            Self::Notice => "campaign-notice",
            Self::News => "campaign-news",
        }
    }

    /// The kind of that mail, which says whether somebody may do without it.
    #[must_use]
    pub const fn mail_kind(self) -> MailKind {
        match self {
            Self::Notice => MailKind::Transactional,
            Self::News => MailKind::News,
        }
    }
}

impl State {
    /// Whether words and audience may still be changed.
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::Draft
    }

    /// Whether people were looked for.
    #[must_use]
    pub fn has_begun(self) -> bool {
        matches!(self, Self::Sending | Self::Paused | Self::Sent | Self::Stopped)
    }

    /// Whether it may be stopped.
    #[must_use]
    pub fn may_stop(self) -> bool {
        matches!(self, Self::Scheduled | Self::Sending | Self::Paused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail;

    #[test]
    fn each_kind_has_a_mail_and_only_news_may_be_turned_off() {
        for kind in Kind::ALL {
            let template = mail::named(kind.template());
            assert_eq!(template.map(|template| template.kind), Some(kind.mail_kind()), "{kind}");
            assert_eq!(kind.mail_kind().is_bulk(), *kind == Kind::News);
        }
    }

    #[test]
    fn what_is_over_stays_as_it_is() {
        for state in [State::Sent, State::Stopped] {
            assert!(state.has_begun() && !state.is_open() && !state.may_stop(), "{state}");
        }
    }
}
