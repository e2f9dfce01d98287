//! An outbox of mails to many people, and workers over it.

use std::{collections::BTreeMap, sync::Arc, time::Instant};

use plenary::{
    db::Db,
    keys::{Keys, Link, Purpose},
    mail::{
        self, Cause, Domains, Letterhead, Letterheads, NewMail, Pace, Recipient, Renderer, Sender, Settling,
        Transport, Worker, bounces::ReturnPath, dkim::Signatures,
    },
    values::{Email, Id, Lang, Localised, Moment, Zone, text::Shape},
};
use serde_json::json;
use tokio::{sync::watch, task::JoinSet};
use uuid::Uuid;

/// The domain that mails come from.
pub const DOMAIN: &str = "example.org";
const EDITION: Uuid = Uuid::from_u128(2030);

/// The keys of the bench.
pub fn keys() -> Keys {
    Keys::new(vec!["a secret of the bench: 0123456789abcdefghijklmnop".into()]).ok().unwrap()
}

/// Queues so many reminders, each for somebody else, in three languages.
pub async fn queue(db: &Db, count: usize) {
    let numbers: Vec<usize> = (0..count).collect();
    for some in numbers.chunks(1_000) {
        let mails: Vec<NewMail> = some.iter().map(|number| reminder(*number)).collect();
        db.transaction(async |tx| mail::queue(tx, &mails).await).await.unwrap();
    }
}

fn reminder(number: usize) -> NewMail {
    let lang = [Lang::En, Lang::ZhHant, Lang::ZhHans][number % 3];
    let email = Email::parse(&format!("guest{number}@example.net")).unwrap();
    let link = Link { purpose: Purpose::Speaker, id: Uuid::now_v7(), version: 1 };
    NewMail {
        id: Id::fresh(),
        edition: Some(EDITION),
        cause: Cause { kind: "bench", id: Uuid::now_v7() },
        template: "confirm-reminder",
        to: Recipient { email, name: format!("Guest {number} 陳大文"), lang },
        values: json!({ "title": format!("{number} robots"), "call": "Demos", "confirm_by": "1 October 2030, 18:00" }),
        links: BTreeMap::from([("speaker", link)]),
        due_at: None,
    }
}

/// A worker that hands mails to `transport`.
pub fn worker(db: &Db, transport: Transport) -> Worker {
    Worker {
        db: db.clone(),
        keys: Arc::new(keys()),
        sender: Sender {
            from: format!("Forum <plenary@{DOMAIN}>").parse().unwrap(),
            base_url: format!("https://forum.{DOMAIN}").parse().unwrap(),
            return_path: Some(ReturnPath::new(format!("bounce@{DOMAIN}").parse().unwrap())),
        },
        transport,
        domains: Domains::default(),
        signatures: Signatures::default(),
        renderer: Renderer::new().unwrap(),
        settling: Settling::default(),
        pace: Pace::default(),
        lease: Worker::LEASE,
    }
}

/// Empties the outbox over so many lanes; mails a second.
pub async fn per_second(worker: Worker, lanes: usize) -> f64 {
    let (worker, letterheads) = (Arc::new(worker), Arc::new(letterheads()));
    let (_keep, stop) = watch::channel(false);
    let began = Instant::now();
    let mut running = JoinSet::new();
    for _ in 0..lanes {
        let (worker, letterheads, stop) = (worker.clone(), letterheads.clone(), stop.clone());
        running.spawn(async move {
            let mut sent = 0;
            loop {
                let round = worker.round(&letterheads, &stop, || {}).await.unwrap();
                assert!(!round.away, "the sink takes everything");
                sent += round.sent;
                if round.claimed == 0 {
                    return sent;
                }
            }
        });
    }
    let sent: usize = running.join_all().await.into_iter().sum();
    sent as f64 / began.elapsed().as_secs_f64()
}

fn letterheads() -> Letterheads {
    let text = |text| Localised::parse(Shape::Line, Lang::En, [(Lang::En, text)], 200).unwrap();
    let moment = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
    let letterhead = Letterhead {
        name: text("The Forum"),
        venue: Some(text("City Hall")),
        address: Some(text("1 Example Road, Hong Kong")),
        starts_at: moment("2030-11-20T01:00:00Z"),
        ends_at: moment("2030-11-20T10:00:00Z"),
        zone: Zone::parse("Asia/Hong_Kong").unwrap(),
        contact: Email::parse("forum@example.org").unwrap(),
        version: 1,
    };
    BTreeMap::from([(EDITION, letterhead)])
}
