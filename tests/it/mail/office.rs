//! An outbox of a test's own, and workers that empty it.

use std::{collections::BTreeMap, sync::Arc};

use plenary::{
    db::Db,
    keys::Keys,
    mail::{
        self, Cause, Domains, Letterheads, Mail, NewMail, Pace, Recipient, Renderer, Round, Sender, Settling,
        Smtp, Transport, Worker, bounces::ReturnPath, dkim::Signatures,
    },
    values::{Email, Id, Lang},
};
use secrecy::SecretString;
use tokio::sync::watch;
use tokio_postgres::{Client, Row};
use uuid::Uuid;

use super::sample;
use crate::support::{Database, cluster::connect, database};

/// A migrated database with its outbox.
pub struct Office {
    pub db: Db,
    pub client: Client,
    database: Database,
}

/// A mail to `to`, as a domain would queue it.
pub fn mail_to(to: &str, template: &'static str, lang: Lang) -> NewMail {
    NewMail {
        id: Id::fresh(),
        edition: (!matches!(template, "sign-in" | "password-changed")).then_some(sample::EDITION),
        cause: Cause { kind: "test", id: Uuid::now_v7() },
        template,
        to: Recipient { email: Email::parse(to).unwrap(), name: "Chan Tai Man 陳大文".to_owned(), lang },
        values: sample::values(template),
        links: sample::links(template),
        due_at: None,
    }
}

impl Office {
    pub async fn open() -> Self {
        let database = database().await;
        let db = Db::open(&database.url, 8).await.unwrap();
        let client = connect(&database.url).await;
        Self { db, client, database }
    }

    /// Where its database is.
    pub fn url(&self) -> &str {
        &self.database.url
    }

    pub async fn queue(&self, mails: &[NewMail]) {
        self.db.transaction(async |tx| mail::queue(tx, mails).await).await.unwrap();
    }

    pub fn worker(&self, url: &str) -> Worker {
        self.worker_by(Transport::Smtp(Box::new(Smtp::new(url).unwrap())))
    }

    pub fn worker_by(&self, transport: Transport) -> Worker {
        Worker {
            db: self.db.clone(),
            keys: Arc::new(keys()),
            sender: Sender {
                from: "Plenary <plenary@example.org>".parse().unwrap(),
                base_url: "https://forum.example.org".parse().unwrap(),
                return_path: Some(ReturnPath::new("bounce@forum.example.org".parse().unwrap())),
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

    /// The row of one mail: state, attempts, subject and bodies.
    pub async fn row(&self, id: Id<Mail>) -> Row {
        let sql =
            "SELECT *, due_at - clock_timestamp() > interval '30 s' AS waits FROM mail WHERE id::text = $1";
        self.client.query_one(sql, &[&id.to_string()]).await.unwrap()
    }

    pub async fn state(&self, id: Id<Mail>) -> String {
        self.row(id).await.get("state")
    }

    /// What the server answered to one mail, try by try: outcome and answer.
    pub async fn answers(&self, id: Id<Mail>) -> Vec<(String, String)> {
        let sql = "SELECT outcome, answer FROM mail_attempt WHERE mail_id::text = $1 ORDER BY number";
        let rows = self.client.query(sql, &[&id.to_string()]).await.unwrap();
        rows.iter().map(|row| (row.get(0), row.get(1))).collect()
    }

    /// Lets the time pass for which workers hold mails.
    pub async fn end_leases(&self) {
        let ended =
            "UPDATE mail SET lease_until = clock_timestamp() - interval '1 s' WHERE state = 'sending'";
        self.client.execute(ended, &[]).await.unwrap();
    }

    /// Lets the time pass that a mail waits for.
    pub async fn make_due(&self) {
        self.client
            .execute("UPDATE mail SET due_at = clock_timestamp() - interval '1 s'", &[])
            .await
            .unwrap();
    }
}

/// One round of a worker that nobody stops.
pub async fn round(worker: &Worker) -> Round {
    let (_keep, stop) = watch::channel(false);
    worker.round(&letterheads(), &stop, || {}).await.unwrap()
}

/// Rounds until there is nothing left to take up.
pub async fn until_empty(worker: &Worker) {
    while round(worker).await.claimed > 0 {}
}

pub fn letterheads() -> Letterheads {
    BTreeMap::from([(sample::EDITION, sample::letterhead())])
}

pub fn keys() -> Keys {
    Keys::new(vec![SecretString::from("a secret of many different letters, 1234567890")]).ok().unwrap()
}
