//! The mails there are, each with what it carries, what causes it and whom it reaches.
//!
//! `docs/MAILS.md` is this list, told in English; a test compares them.

use super::MailKind;
use crate::{i18n, values::Lang};

crate::text_enum! {
    /// Whom a mail is for.
    pub enum Reader {
        /// Whoever registered.
        Attendee = "attendee",
        /// Whoever has an account.
        Account = "account",
        /// Somebody who is asked to take part, and may know nothing of us yet.
        Invited = "invited",
        /// Whoever handed something in, or her contact.
        Applicant = "applicant",
        /// Whoever reviews what was handed in.
        Reviewer = "reviewer",
        /// Somebody of the programme, or her contact.
        Speaker = "speaker",
        /// Whoever belongs to the audience that staff chose.
        Audience = "audience",
    }
}

crate::text_enum! {
    /// When a mail goes out.
    pub enum Timing {
        /// Right after its cause.
        AtOnce = "at-once",
        /// When a clock says so, once.
        ByClock = "by-clock",
    }
}

/// A kind of mail, and what it carries besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name: of the file, in the outbox, in locale keys (`mail-template-NAME`, `mail-cause-NAME`).
    pub name: &'static str,
    /// Whom it is for.
    pub to: Reader,
    /// When it goes out.
    pub timing: Timing,
    /// What it prints, besides name and edition (`mail-variable-NAME`).
    pub values: &'static [&'static str],
    /// The link behind its button.
    pub act: Option<&'static str>,
    /// Whether it prints the edition's days and place.
    pub facts: bool,
    /// Whether it carries the ticket: QR code, readable code, calendar entry.
    pub ticket: bool,
    /// Whether it prints a sign-in code.
    pub code: bool,
    /// Whether it lets somebody sign in or become staff: then only an admin may handle it.
    pub private: bool,
    /// Whether it is about an account, whatever the edition.
    pub site: bool,
    /// Whether every mail brings words of its own, which staff wrote for that one sending.
    pub brings_words: bool,
    /// Whether somebody may do without it.
    pub kind: MailKind,
}

const fn mail(name: &'static str, to: Reader, values: &'static [&'static str]) -> Template {
    let (timing, kind) = (Timing::AtOnce, MailKind::Transactional);
    let (facts, ticket, code, private, site) = (false, false, false, false, false);
    let brings_words = false;
    Template { name, to, timing, values, act: None, facts, ticket, code, private, site, brings_words, kind }
}

impl Template {
    const fn act(self, link: &'static str) -> Self {
        Self { act: Some(link), ..self }
    }

    const fn facts(self) -> Self {
        Self { facts: true, ..self }
    }

    const fn ticket(self) -> Self {
        Self { ticket: true, facts: true, ..self }
    }

    const fn by_clock(self) -> Self {
        Self { timing: Timing::ByClock, ..self }
    }

    const fn private(self) -> Self {
        Self { private: true, ..self }
    }

    const fn site(self) -> Self {
        Self { site: true, ..self }
    }

    const fn brings_words(self) -> Self {
        Self { brings_words: true, ..self }
    }

    const fn kind(self, kind: MailKind) -> Self {
        Self { kind, ..self }
    }

    /// Whether an edition may say it in its own words.
    #[must_use]
    pub const fn is_editable(&self) -> bool {
        !self.private && !self.site && !self.brings_words
    }

    /// The links it may print, by name.
    #[must_use]
    pub fn links(&self) -> Vec<&'static str> {
        let ticket = self.ticket.then_some("ticket");
        self.act.into_iter().chain(ticket).chain(self.code.then_some("code")).collect()
    }

    /// The parts that stand in its text as wholes, with whether it would be of no use without them.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let parts = [
            self.ticket.then_some(("ticket", true)),
            self.facts.then_some(("facts", false)),
            self.act.map(|_| ("button", true)),
        ];
        parts.into_iter().flatten()
    }
}

const TITLE: &[&str] = &["title", "call"];
const ANSWER: &[&str] = &["title", "call", "confirm_by"];

/// Every mail there is, in the order in which people meet them.
pub const TEMPLATES: &[Template] = &[
    mail("registration-confirmed", Reader::Attendee, &["ticket_code"]).act("manage").ticket(),
    mail("registration-pending", Reader::Attendee, &[]).act("manage").facts(),
    mail("registration-waitlisted", Reader::Attendee, &[]).act("manage").facts(),
    mail("registration-offered", Reader::Attendee, &["hours"]).act("offer").facts(),
    mail("offer-expiring", Reader::Attendee, &["until"])
        .act("offer")
        .facts()
        .by_clock()
        .kind(MailKind::Reminder),
    mail("offer-lapsed", Reader::Attendee, &[]).by_clock(),
    mail("registration-cancelled", Reader::Attendee, &["reason"]),
    mail("registration-declined", Reader::Attendee, &[]),
    mail("registration-known", Reader::Attendee, &[]).act("manage").facts(),
    mail("registration-changed", Reader::Attendee, &[]).act("manage").facts(),
    mail("session-place", Reader::Attendee, &["title", "when"]).act("manage").facts(),
    mail("session-place-ended", Reader::Attendee, &["title"]).act("manage"),
    mail("sessions-moved", Reader::Attendee, &["slots"]).act("manage"),
    mail("address-proof", Reader::Attendee, &[]).act("address").kind(MailKind::Asked),
    mail("ticket", Reader::Attendee, &["ticket_code"]).act("manage").ticket(),
    mail("day-reminder", Reader::Attendee, &["ticket_code", "sessions"])
        .act("manage")
        .ticket()
        .by_clock()
        .kind(MailKind::Reminder),
    mail("thanks", Reader::Attendee, &[]).by_clock().kind(MailKind::News),
    Template {
        code: true,
        kind: MailKind::Asked,
        ..mail("sign-in", Reader::Account, &["minutes"]).act("sign_in").private().site()
    },
    mail("invitation", Reader::Invited, &["role", "inviter", "days"]).act("invitation").private(),
    mail("submission-draft", Reader::Applicant, TITLE).act("speaker"),
    mail("submission-received", Reader::Applicant, TITLE).act("speaker"),
    mail("submission-edited", Reader::Applicant, TITLE).act("speaker").by_clock(),
    mail("submission-withdrawn", Reader::Applicant, TITLE).act("speaker"),
    mail("co-speaker-invitation", Reader::Invited, &["title", "call", "inviter"]).act("speaker"),
    mail("co-speaker-answered", Reader::Applicant, &["title", "call", "person", "takes_part"]).act("speaker"),
    mail("speaker-invited", Reader::Speaker, &["speaker"]).act("speaker"),
    mail("eligibility-failed", Reader::Applicant, &["title", "call", "reason"]).act("speaker"),
    mail("eligibility-passed", Reader::Applicant, TITLE).act("speaker"),
    mail("decision-accepted", Reader::Applicant, ANSWER).act("speaker"),
    mail("decision-standby", Reader::Applicant, ANSWER).act("speaker"),
    mail("decision-declined", Reader::Applicant, &["title", "call", "confirm_by", "comments"]).act("speaker"),
    mail("confirm-reminder", Reader::Applicant, ANSWER).act("speaker").by_clock().kind(MailKind::Reminder),
    mail("reviews-assigned", Reader::Reviewer, &["call", "round", "until"]),
    mail("review-reminder", Reader::Reviewer, &["call", "round", "left", "until"])
        .by_clock()
        .kind(MailKind::Reminder),
    mail("slot-changed", Reader::Speaker, &["speaker", "title", "slots"]).act("speaker"),
    mail("company-invitation", Reader::Invited, &["company", "inviter", "days"])
        .act("company")
        .private()
        .site(),
    mail("passes-given", Reader::Applicant, &["company", "count"]).act("speaker"),
    mail("pass-claim", Reader::Invited, &["company", "sender", "days"]).act("pass").facts(),
    mail("password-changed", Reader::Account, &[]).site(),
    mail("role-changed", Reader::Account, &["role", "granted"]).site(),
    mail("webhook-disabled", Reader::Account, &["url", "description", "gone", "days"]).site(),
    mail("campaign-notice", Reader::Audience, &[]).facts().by_clock().brings_words(),
    mail("campaign-news", Reader::Audience, &[]).facts().by_clock().brings_words().kind(MailKind::News),
];

/// The template called `name`.
#[must_use]
pub fn named(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.name == name)
}

/// The table of all mails as `docs/MAILS.md` has it.
#[must_use]
pub fn table() -> String {
    let head = "| template | cause | to | timing | values | links |\n|---|---|---|---|---|---|\n";
    let codes = |names: &[&str]| match names {
        [] => "–".to_owned(),
        names => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
    };
    let say = |key: String| i18n::text(Lang::En, &key);
    let line = |template: &Template| {
        let cells = [
            format!("`{}`", template.name),
            say(format!("mail-cause-{}", template.name)),
            say(format!("mail-to-{}", template.to)),
            say(format!("mail-timing-{}", template.timing)),
            codes(template.values),
            codes(&template.links()),
        ];
        format!("| {} |\n", cells.join(" | "))
    };
    std::iter::once(head.to_owned()).chain(TEMPLATES.iter().map(line)).collect()
}
