//! An edition's letterhead, and for every template values and links as the domains give them.

use std::collections::BTreeMap;

use plenary::{
    keys::{Link, Purpose},
    mail::{Letterhead, Links},
    values::{Email, Lang, Localised, Moment, Zone, text::Shape},
};
use serde_json::{Value, json};
use uuid::Uuid;

pub const EDITION: Uuid = Uuid::from_u128(2026);

pub fn letterhead() -> Letterhead {
    let texts = |en, hant, hans| {
        let all = [(Lang::En, en), (Lang::ZhHant, hant), (Lang::ZhHans, hans)];
        Localised::parse(Shape::Line, Lang::En, all, 200).unwrap()
    };
    Letterhead {
        name: texts(
            "Shanghai-Hong Kong Science and Finance Forum 2026",
            "滬港科技與金融論壇2026",
            "沪港科技与金融论坛2026",
        ),
        venue: Some(texts("Harbour Hall", "海港會堂", "海港会堂")),
        address: Some(texts("1 Example Road, Hong Kong", "香港例子道1號", "香港例子道1号")),
        starts_at: moment("2026-11-20T01:30:00Z"),
        ends_at: moment("2026-11-21T09:00:00Z"),
        zone: Zone::parse("Asia/Hong_Kong").unwrap(),
        contact: Email::parse("forum@example.org").unwrap(),
        version: 3,
    }
}

/// That of a side event of the same edition.
pub fn road_show() -> Letterhead {
    let english = |text| Localised::parse(Shape::Line, Lang::En, [(Lang::En, text)], 200).unwrap();
    Letterhead {
        name: english("Road show"),
        venue: Some(english("Innovation Centre")),
        address: Some(english("Shanghai")),
        starts_at: moment("2026-09-01T06:00:00Z"),
        ends_at: moment("2026-09-01T09:00:00Z"),
        ..letterhead()
    }
}

fn moment(text: &str) -> Moment {
    text.parse::<jiff::Timestamp>().unwrap().into()
}

/// What the domain that queues it gives to `template`.
pub fn values(template: &str) -> Value {
    match template {
        "registration-confirmed" | "ticket" => json!({ "ticket_code": "7K4M-9QXW-2HTP" }),
        "registration-offered" => json!({ "hours": 24 }),
        "day-reminder" => json!({ "ticket_code": "7K4M-9QXW-2HTP", "sessions": [
            { "title": "7 robots", "when": "2026-11-20 10:00" }, { "title": "8 robots", "when": "2026-11-20 11:00" },
        ] }),
        "review-reminder" => {
            json!({ "call": "2026", "round": "1", "left": 3, "until": "2026-10-01 18:00" })
        }
        "reviews-assigned" => json!({ "call": "2026", "round": "1", "until": "2026-10-01 18:00" }),
        "offer-expiring" => json!({ "until": "2026-10-01 18:00" }),
        "registration-cancelled" => json!({ "reason": "attendee" }),
        "submission-draft"
        | "submission-received"
        | "submission-edited"
        | "submission-withdrawn"
        | "eligibility-passed"
        | "decision-standby" => {
            json!({ "title": "7 robots", "call": "2026" })
        }
        "decision-declined" => json!({ "title": "7 robots", "call": "2026", "comments": ["2027", "2028"] }),
        "co-speaker-invitation" => json!({ "title": "7 robots", "call": "2026", "inviter": "Au Wing Sze" }),
        "co-speaker-answered" => {
            json!({ "title": "7 robots", "call": "2026", "person": "Au Wing Sze", "takes_part": true })
        }
        "eligibility-failed" => json!({ "title": "7 robots", "call": "2026", "reason": "2027" }),
        "webhook-disabled" => {
            json!({ "url": "https://example.org/hook", "description": "2026", "gone": false, "days": 5 })
        }
        "speaker-invited" => json!({ "speaker": "Au Wing Sze" }),
        "decision-accepted" | "confirm-reminder" => {
            json!({ "title": "7 robots", "call": "2026", "confirm_by": "2026-10-01 18:00" })
        }
        "slot-changed" => json!({
            "speaker": "Au Wing Sze",
            "title": "7 robots",
            "slots": [
                { "what": "moved", "title": "7 robots", "now": "2026-11-20 10:00", "before": "2026-11-20 9:30" },
                { "what": "new", "title": "8 robots", "now": "2026-11-20 11:00", "before": "" },
                { "what": "gone", "title": "9 robots", "now": "", "before": "2026-11-20 12:00" },
            ],
            "calendar": {
                "session": Uuid::from_u128(8), "sequence": 2, "cancelled": false, "title": "7 robots",
                "starts_at": "2026-11-20T02:00:00Z", "ends_at": "2026-11-20T02:30:00Z", "room": "Room 7",
            },
        }),
        "session-place" => json!({ "title": "7 robots", "when": "2026-11-20 10:00" }),
        "sessions-moved" => json!({ "slots": [
            { "what": "moved", "title": "7 robots", "now": "2026-11-20 10:00", "before": "2026-11-20 9:30" },
            { "what": "gone", "title": "8 robots", "now": "", "before": "2026-11-20 12:00" },
            { "what": "new", "title": "9 robots", "now": "2026-11-20 11:00", "before": "" },
        ] }),
        "session-place-ended" => json!({ "title": "7 robots" }),
        "sign-in" => json!({ "minutes": 15 }),
        "invitation" => json!({ "role": "organiser", "inviter": "Au Wing Sze", "days": 7 }),
        "company-invitation" => json!({ "company": "7 Robots", "inviter": "Au Wing Sze", "days": 14 }),
        "passes-given" => json!({ "company": "7 Robots", "count": 4 }),
        "pass-claim" => json!({ "company": "7 Robots", "sender": "Au Wing Sze", "days": 21 }),
        "role-changed" => json!({ "role": "desk", "granted": true }),
        _ => json!({}),
    }
}

/// The links that go with it.
pub fn links(template: &str) -> BTreeMap<&'static str, Link> {
    let link = |purpose| Link { purpose, id: Uuid::from_u128(7), version: 1 };
    let named: &[(&str, Purpose)] = match template {
        "registration-confirmed" | "ticket" | "day-reminder" => {
            &[("manage", Purpose::Manage), ("ticket", Purpose::Ticket)]
        }
        "registration-offered" | "offer-expiring" => &[("offer", Purpose::Offer)],
        "address-proof" => &[("address", Purpose::Address)],
        "submission-draft"
        | "submission-received"
        | "submission-edited"
        | "submission-withdrawn"
        | "co-speaker-invitation"
        | "co-speaker-answered"
        | "speaker-invited"
        | "eligibility-failed"
        | "eligibility-passed"
        | "decision-accepted"
        | "decision-standby"
        | "decision-declined"
        | "confirm-reminder"
        | "slot-changed"
        | "passes-given" => &[("speaker", Purpose::Speaker)],
        "sign-in" => &[("sign_in", Purpose::SignIn), ("code", Purpose::SignInCode)],
        "invitation" => &[("invitation", Purpose::Invitation)],
        "company-invitation" => &[("company", Purpose::Company)],
        "pass-claim" => &[("pass", Purpose::Pass)],
        "sessions-moved"
        | "registration-pending"
        | "registration-waitlisted"
        | "registration-known"
        | "registration-changed"
        | "session-place"
        | "session-place-ended" => &[("manage", Purpose::Manage)],
        _ => &[],
    };
    named.iter().map(|(name, purpose)| (*name, link(*purpose))).collect()
}

/// The same, as the renderer reads them from a row.
pub fn named_links(template: &str) -> Links {
    links(template).into_iter().map(|(name, link)| (name.to_owned(), link)).collect()
}
