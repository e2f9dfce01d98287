//! What other programs are told of: names that stay, whatever the actions of the audit trail are called. Pure.
//!
//! Every action of the trail either is an event here or stands in [`SET_ASIDE`]; a test sees to it, and another that
//! `docs/WEBHOOKS.md` lists the same events.

mod aside;

use uuid::Uuid;

pub use aside::SET_ASIDE;

crate::text_enum! {
    /// What an event is about, by the word of the API.
    pub enum Resource {
        /// A registration.
        Registration = "registration",
        /// What somebody handed in to a call.
        Submission = "submission",
        /// A person of the programme.
        Speaker = "speaker",
        /// A session of the programme.
        Session = "session",
        /// A release of the programme.
        Release = "release",
        /// A call.
        Call = "call",
        /// The edition itself.
        Edition = "edition",
        /// The webhook itself.
        Webhook = "webhook",
    }
}

impl Resource {
    /// Its address in the API, below the site's.
    #[must_use]
    pub fn path(self, edition: &str, id: Uuid) -> String {
        let of_edition = |plural: &str| format!("/api/v1/editions/{edition}/{plural}/{id}");
        match self {
            Self::Registration => of_edition("registrations"),
            Self::Submission => of_edition("submissions"),
            Self::Speaker => of_edition("speakers"),
            Self::Session => of_edition("sessions"),
            Self::Release => of_edition("releases"),
            Self::Call => of_edition("calls"),
            Self::Edition => format!("/api/v1/editions/{edition}"),
            Self::Webhook => format!("/api/v1/webhooks/{id}"),
        }
    }
}

/// An event by its name, and the actions of the audit trail that are told under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name: what it is about, a dot, what happened.
    pub name: &'static str,
    /// What it is about.
    pub resource: Resource,
    /// The actions; none for a test.
    pub actions: &'static [&'static str],
}

const fn of(resource: Resource, name: &'static str, actions: &'static [&'static str]) -> Event {
    Event { name, resource, actions }
}

/// The event by which somebody sees that a webhook works.
pub const TEST: Event = of(Resource::Webhook, "webhook.test", &[]);

/// Every event that a webhook can be told, resource by resource.
pub const EVENTS: &[Event] = &[
    of(Resource::Registration, "registration.created", &["registration.admit"]),
    of(Resource::Registration, "registration.approved", &["registration.approve"]),
    of(Resource::Registration, "registration.declined", &["registration.decline"]),
    of(Resource::Registration, "registration.offered", &["registration.offer"]),
    of(Resource::Registration, "registration.offer_accepted", &["registration.accept-offer"]),
    of(Resource::Registration, "registration.offer_declined", &["registration.turn-down-offer"]),
    of(Resource::Registration, "registration.offer_expired", &["registration.expire-offer"]),
    of(
        Resource::Registration,
        "registration.changed",
        &["registration.change", "registration.correct", "registration.change-address"],
    ),
    of(
        Resource::Registration,
        "registration.consents_changed",
        &["registration.consent", "registration.withdraw-consent"],
    ),
    of(
        Resource::Registration,
        "registration.sessions_changed",
        &["registration.sign-up", "registration.get-place", "registration.give-back"],
    ),
    of(Resource::Registration, "registration.cancelled", &["registration.cancel"]),
    of(Resource::Registration, "registration.erased", &["registration.erase"]),
    of(Resource::Submission, "submission.started", &["submission.start", "submission.add"]),
    of(
        Resource::Submission,
        "submission.changed",
        &[
            "submission.save",
            "submission.correct",
            "submission.attach",
            "submission.detach",
            "submission.add-slides",
            "submission.remove-slides",
            "submission.save-demo",
            "submission.add-demo-file",
            "submission.remove-demo-file",
            "submission.hand-over",
            "submission.answer-invitation",
            "submission.remove-participant",
        ],
    ),
    of(Resource::Submission, "submission.submitted", &["submission.submit"]),
    of(Resource::Submission, "submission.withdrawn", &["submission.withdraw"]),
    of(Resource::Submission, "submission.checked", &["submission.check-eligibility"]),
    of(Resource::Submission, "submission.decided", &["submission.decide", "submission.promote"]),
    of(Resource::Submission, "submission.told", &["submission.tell", "submission.ask-again"]),
    of(
        Resource::Submission,
        "submission.answered",
        &["submission.confirm", "submission.turn-down", "submission.record-answer", "submission.lapse"],
    ),
    of(Resource::Speaker, "speaker.created", &["speaker.create"]),
    of(
        Resource::Speaker,
        "speaker.changed",
        &[
            "speaker.change",
            "speaker.correct",
            "speaker.set-availability",
            "speaker.set-photo",
            "speaker.remove-photo",
        ],
    ),
    of(Resource::Session, "session.created", &["session.create"]),
    of(Resource::Session, "session.changed", &["session.change", "session.place", "session.limit"]),
    of(Resource::Session, "session.removed", &["session.remove"]),
    of(Resource::Release, "programme.released", &["programme.release"]),
    of(Resource::Edition, "programme.imported", &["programme.import"]),
    of(Resource::Call, "call.created", &["call.create"]),
    of(Resource::Call, "call.changed", &["call.change", "call.set-passes"]),
    of(Resource::Call, "call.listed", &["call.list"]),
    of(Resource::Call, "call.unlisted", &["call.unlist"]),
    of(Resource::Call, "call.closed", &["call.close"]),
    of(Resource::Call, "call.archived", &["call.archive"]),
    of(Resource::Edition, "edition.changed", &["edition.change"]),
    of(Resource::Edition, "edition.published", &["edition.publish"]),
    of(Resource::Edition, "edition.archived", &["edition.archive"]),
    of(
        Resource::Edition,
        "edition.settings_changed",
        &[
            "track.create",
            "track.change",
            "track.remove",
            "track.reorder",
            "room.create",
            "room.change",
            "room.remove",
            "room.reorder",
            "partner.create",
            "partner.change",
            "partner.remove",
            "partner.reorder",
            "side-event.create",
            "side-event.change",
            "side-event.remove",
            "side-event.reorder",
            "consent-text.set",
            "question.create",
            "question.change",
            "question.reorder",
            "question.archive",
            "registration-type.create",
            "registration-type.change",
            "registration-type.archive",
            "registration-type.reorder",
            "capacity-pool.create",
            "capacity-pool.change",
            "capacity-pool.remove",
            "capacity-pool.reorder",
            "call.reorder",
            "speaker.reorder",
        ],
    ),
];

/// The event called `name`, tests included.
#[must_use]
pub fn named(name: &str) -> Option<&'static Event> {
    EVENTS.iter().chain([&TEST]).find(|event| event.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_action_is_told_under_one_name_or_under_none() {
        let mut seen = BTreeSet::new();
        for action in EVENTS.iter().flat_map(|event| event.actions).chain(SET_ASIDE) {
            assert!(seen.insert(action), "{action} stands twice");
        }
        let names: BTreeSet<_> = EVENTS.iter().map(|event| event.name).collect();
        assert_eq!(names.len(), EVENTS.len());
    }

    #[test]
    fn names_are_as_the_standard_wants_them() {
        // Standard Webhooks, "Event types": letters, digits and underscores, in parts between full stops.
        for Event { name, .. } in EVENTS {
            let part =
                |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            assert!(name.split('.').count() == 2 && name.split('.').all(part), "{name}");
        }
    }
}
