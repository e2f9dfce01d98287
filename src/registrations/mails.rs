//! The mails of a registration, as `docs/mail.md` lists them.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{CancelReason, RegistrationId, State};
use crate::{
    editions::{Edition, SideEvent},
    keys::{Link, Purpose},
    mail::{Cause, NewMail, Recipient},
    values::{Email, Id, Lang, Moment, PersonName},
};

/// Whom a mail is about and goes to.
pub(super) struct Addressee<'a> {
    pub(super) id: RegistrationId,
    pub(super) edition: Id<Edition>,
    /// The side event that she registered for: the mail is on its letterhead then.
    pub(super) side_event: Option<Id<SideEvent>>,
    pub(super) email: &'a Email,
    pub(super) name: &'a PersonName,
    pub(super) lang: Lang,
    pub(super) link_version: i32,
}

impl Addressee<'_> {
    /// Tells her where she stands: confirmed, pending or waiting. Other states have mails of their own.
    pub(super) fn standing(&self, state: State, ticket_code: &str) -> Option<NewMail> {
        match state {
            State::Confirmed => Some(self.with_ticket("registration-confirmed", self.cause(), ticket_code)),
            State::Pending => Some(self.managed("registration-pending", self.cause())),
            State::Waitlisted => Some(self.managed("registration-waitlisted", self.cause())),
            State::Offered | State::Cancelled => None,
        }
    }

    /// Her ticket again, because she or staff asked for it.
    pub(super) fn ticket_again(&self, ticket_code: &str) -> NewMail {
        self.with_ticket("ticket", asked_for(), ticket_code)
    }

    /// Where she stands, again.
    pub(super) fn standing_again(&self, state: State, ticket_code: &str) -> Option<NewMail> {
        match state {
            State::Confirmed => Some(self.ticket_again(ticket_code)),
            State::Cancelled => None,
            State::Pending | State::Waitlisted | State::Offered => {
                Some(self.managed("registration-known", asked_for()))
            }
        }
    }

    /// She registered again: at most one such mail in an hour, since the cause is her row and that hour.
    pub(super) fn known(&self, now: Moment) -> NewMail {
        let hour = now.as_second().div_euclid(3600).unsigned_abs();
        let hour = Uuid::from_u128(hour.into());
        self.managed("registration-known", Cause::of_all("registration", &[self.id.uuid(), hour]))
    }

    /// Staff corrected her details.
    pub(super) fn changed(&self) -> NewMail {
        self.managed("registration-changed", asked_for())
    }

    /// A place is offered to her, with so many hours to answer.
    pub(super) fn offered(&self, offer: Uuid, hours: i32) -> NewMail {
        let cause = Cause { kind: "offer", id: offer };
        let links = BTreeMap::from([("offer", self.link(Purpose::Offer, offer))]);
        self.mail("registration-offered", cause, json!({ "hours": hours }), links)
    }

    /// Her time to answer is nearly up.
    pub(super) fn offer_expiring(&self, offer: Uuid, until: &str) -> NewMail {
        let links = BTreeMap::from([("offer", self.link(Purpose::Offer, offer))]);
        self.mail("offer-expiring", Cause { kind: "offer", id: offer }, json!({ "until": until }), links)
    }

    /// It is over.
    pub(super) fn ended(&self, reason: CancelReason) -> Option<NewMail> {
        let (template, values) = match reason {
            CancelReason::Declined => ("registration-declined", json!({})),
            CancelReason::OfferLapsed => ("offer-lapsed", json!({})),
            CancelReason::Attendee
            | CancelReason::Staff
            | CancelReason::OfferDeclined
            | CancelReason::OffStage
            | CancelReason::PassTakenBack
            | CancelReason::PassEnded => ("registration-cancelled", json!({ "reason": reason })),
            CancelReason::Erased => return None,
        };
        Some(self.mail(template, self.cause(), values, BTreeMap::new()))
    }

    /// Asks the owner of a new address to prove it; goes there and not to the old one.
    pub(super) fn address_proof(&self, change: Uuid, version: i32) -> NewMail {
        let cause = Cause { kind: "address_change", id: change };
        let link = Link { purpose: Purpose::Address, id: change, version };
        self.mail("address-proof", cause, json!({}), BTreeMap::from([("address", link)]))
    }

    /// About a sign-up of hers for a session; her page has the button to give the place back.
    pub(super) fn about_session(&self, template: &'static str, sign_up: Uuid, values: Value) -> NewMail {
        let links = BTreeMap::from([("manage", self.link(Purpose::Manage, self.id.uuid()))]);
        self.mail(template, Cause { kind: "sign_up", id: sign_up }, values, links)
    }

    /// What a release did to the sessions that she signed up for: one mail per release and registration, also where several
    /// have one address.
    pub(super) fn sessions_moved(&self, release: Uuid, values: Value) -> NewMail {
        let links = BTreeMap::from([("manage", self.link(Purpose::Manage, self.id.uuid()))]);
        self.mail("sessions-moved", Cause::of_all("release", &[release, self.id.uuid()]), values, links)
    }

    /// The day is near: her ticket, and what she has on it.
    pub(super) fn day_reminder(&self, ticket_code: &str, sessions: &[Value]) -> NewMail {
        let values = json!({ "ticket_code": ticket_code, "sessions": sessions });
        self.mail("day-reminder", self.cause(), values, self.ticket_links())
    }

    /// Thanks for coming.
    pub(super) fn thanks(&self) -> NewMail {
        self.mail("thanks", self.cause(), json!({}), BTreeMap::new())
    }

    fn with_ticket(&self, template: &'static str, cause: Cause, ticket_code: &str) -> NewMail {
        self.mail(template, cause, json!({ "ticket_code": ticket_code }), self.ticket_links())
    }

    fn ticket_links(&self) -> BTreeMap<&'static str, Link> {
        let link = |purpose| self.link(purpose, self.id.uuid());
        BTreeMap::from([("manage", link(Purpose::Manage)), ("ticket", link(Purpose::Ticket))])
    }

    fn managed(&self, template: &'static str, cause: Cause) -> NewMail {
        let links = BTreeMap::from([("manage", self.link(Purpose::Manage, self.id.uuid()))]);
        self.mail(template, cause, json!({}), links)
    }

    fn cause(&self) -> Cause {
        Cause { kind: "registration", id: self.id.uuid() }
    }

    fn link(&self, purpose: Purpose, id: Uuid) -> Link {
        Link { purpose, id, version: self.link_version }
    }

    fn mail(
        &self,
        template: &'static str,
        cause: Cause,
        mut values: Value,
        links: BTreeMap<&'static str, Link>,
    ) -> NewMail {
        if let (Some(event), Value::Object(values)) = (self.side_event, &mut values) {
            values.insert("side_event".to_owned(), json!(event));
        }
        NewMail {
            id: Id::fresh(),
            edition: Some(self.edition.uuid()),
            cause,
            template,
            to: Recipient { email: self.email.clone(), name: self.name.display(self.lang), lang: self.lang },
            values,
            links,
            due_at: None,
        }
    }
}

/// Every asking is a cause of its own.
fn asked_for() -> Cause {
    Cause { kind: "registration", id: Uuid::now_v7() }
}
