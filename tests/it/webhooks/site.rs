//! A site with an edition, a receiver, and couriers between them.

use std::{io, net::IpAddr, sync::Arc};

use futures_util::{FutureExt, future::BoxFuture};
use plenary::{
    accounts::proofs::{Admin, System},
    audit,
    editions::Edition,
    values::{Id, Moment},
    webhooks::{
        self, AttemptOutcome, Client, Courier, Delivery, DeliveryFilter, Gate, NewWebhook, NewWebhookFields,
        Resolve, Webhook,
    },
};
use secrecy::ExposeSecret;

use super::receiver::Receiver;
use crate::support::{actors::Staff, app::TestApp};

/// Every name leads to this machine.
pub struct Here;

impl Resolve for Here {
    fn resolve<'a>(&'a self, _: &'a str) -> BoxFuture<'a, io::Result<Vec<IpAddr>>> {
        async { Ok(vec![[127, 0, 0, 1].into()]) }.boxed()
    }
}

pub struct Site {
    pub app: TestApp,
    pub edition: Edition,
    pub admin: Staff,
    pub receiver: Receiver,
}

impl Site {
    pub async fn open() -> Self {
        let app = TestApp::start().await;
        let (edition, admin) = (app.edition("2026").await, app.admin().await);
        let site = Self { app, edition, admin, receiver: Receiver::open().await };
        // What was done until now is no webhook's.
        site.fan_out().await;
        site
    }

    pub fn who(&self) -> Admin {
        self.app.shell()
    }

    /// A webhook for these events that leads to the receiver, and its secret.
    pub async fn hook(&self, events: &[&str]) -> (Webhook, String) {
        let fields = NewWebhookFields {
            edition: self.edition.id.to_string(),
            url: self.receiver.url(),
            description: "Badges".to_owned(),
            events: events.iter().map(|event| (*event).to_owned()).collect(),
        };
        let (new, who) = (NewWebhook::try_from(&fields).unwrap(), self.who());
        let (keys, owner) = (&self.app.app.keys, self.admin.account.id);
        let make =
            self.app.app.db.transaction(async |tx| webhooks::create(tx, keys, &who, owner, &new).await);
        let (hook, secret) = make.await.unwrap();
        (hook, secret.expose_secret().to_owned())
    }

    /// Seals what was done and makes deliveries of it, as the duties do.
    pub async fn fan_out(&self) {
        let (db, keys) = (&self.app.app.db, &self.app.app.keys);
        while db.transaction(async |tx| audit::seal(tx, keys).await).await.unwrap().is_some() {}
        while db.transaction(async |tx| webhooks::fan_out(tx, &System::duty()).await).await.unwrap() {}
    }

    /// A courier whose gate lets this machine in.
    pub fn courier(&self) -> Courier {
        let gate = Gate { allowed: vec!["127.0.0.0/8".parse().unwrap()] };
        self.courier_by(gate, Box::new(Here))
    }

    pub fn courier_by(&self, gate: Gate, resolver: Box<dyn Resolve>) -> Courier {
        Courier {
            db: self.app.app.db.clone(),
            keys: Arc::clone(&self.app.app.keys),
            client: Client::new(gate, resolver, Some(self.receiver.certificate.as_bytes())).unwrap(),
            base_url: "https://forum.example.org".parse().unwrap(),
            lease: Courier::LEASE,
        }
    }

    pub async fn send_test(&self, hook: &Webhook) -> Id<Delivery> {
        let who = self.who();
        let send = self
            .app
            .app
            .db
            .transaction(async |tx| webhooks::send_test(tx, &who, hook.id, Moment::now()).await);
        send.await.unwrap()
    }

    pub async fn deliveries(&self, hook: &Webhook) -> Vec<Delivery> {
        let mut conn = self.app.app.db.read().await.unwrap();
        webhooks::deliveries(&mut conn, &self.who(), hook.id, &DeliveryFilter::default(), 100).await.unwrap()
    }

    pub async fn fresh(&self, hook: &Webhook) -> Webhook {
        webhooks::webhook(&mut self.app.app.db.read().await.unwrap(), &self.who(), hook.id).await.unwrap()
    }

    /// Lets the time pass that deliveries wait for.
    pub async fn make_due(&self) {
        self.app.run("UPDATE delivery SET due_at = clock_timestamp() - interval '1 s'").await;
    }
}

/// Sends all that is due, and answers how each try ended.
pub async fn send_all(courier: &Courier) -> Vec<AttemptOutcome> {
    let mut outcomes = Vec::new();
    loop {
        let claimed = courier.claim(16).await.unwrap();
        if claimed.is_empty() {
            return outcomes;
        }
        for one in &claimed {
            outcomes.push(courier.deliver(one).await.unwrap());
        }
    }
}
