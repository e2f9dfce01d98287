//! The API from the outside: documented as it is, and never out of order whatever it is sent.

mod awards;
mod calls;
mod campaigns;
mod chair;
mod companies;
mod document;
mod editions;
mod fuzz;
mod once;
mod own;
mod programme;
mod reference;
mod refusals;
mod registrations;
mod reviewers;
mod wordings;

use plenary::{
    accounts::{Scope, proofs::System},
    editions::Edition,
    keys::{Link, Purpose},
    registrations::offer_places,
};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{actors::Staff, app::TestApp, client::Client, page::Page};

/// A site with one published edition, at which anybody may register as a delegate.
pub struct Site {
    pub app: TestApp,
    pub edition: Edition,
    pub admin: Staff,
    /// A program that may do everything.
    pub program: Client,
}

impl Site {
    pub async fn open() -> Self {
        let app = TestApp::start().await;
        let edition = app.edition("2026").await;
        let admin = app.admin().await;
        let scopes: Vec<String> = Scope::all().map(|scope| scope.to_string()).collect();
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let (_, program) = app.token(&admin, &scopes, None).await;
        let site = Self { app, edition, admin, program };
        site.post("/registration-types", &json!({ "slug": "delegate", "name": { "en": "Delegate" } })).await;
        site
    }

    /// The address of something of the edition.
    pub fn at(&self, path: &str) -> String {
        format!("/api/v1/editions/2026{path}")
    }

    /// Makes something of the edition; it must succeed.
    pub async fn post(&self, path: &str, body: &Value) -> Value {
        self.program.send(Method::POST, &self.at(path), body).await.expect(201).json()
    }

    /// Makes something that is of no edition; it must succeed.
    pub async fn made(&self, path: &str, body: &Value) -> Value {
        self.program.send(Method::POST, path, body).await.expect(201).json()
    }

    /// Does something to a thing of the edition that needs no body; it must succeed.
    pub async fn act(&self, path: &str) -> Value {
        act(&self.program, &self.at(path)).await.expect(200).json()
    }

    /// Reads something of the edition; it must be there.
    pub async fn read(&self, path: &str) -> Value {
        self.program.get(&self.at(path)).await.expect(200).json()
    }

    /// Registers somebody, as staff.
    pub async fn register(&self, name: &str) -> Value {
        self.post("/registrations", &person(name)).await
    }

    /// Runs the duty that offers what came free to those who wait.
    pub async fn offer_places(&self) {
        let offer = self.app.app.db.transaction(async |tx| offer_places(tx, &System::duty()).await);
        offer.await.unwrap();
    }

    /// The secret of a mailed link.
    pub fn secret(&self, purpose: Purpose, id: &Value) -> String {
        let id: Uuid = id.as_str().unwrap().parse().unwrap();
        self.app.app.keys.link_token(&Link { purpose, id, version: 1 })
    }
}

/// A request without a body that is to do something.
pub async fn act(who: &Client, path: &str) -> Page {
    Page::of(who.request(Method::POST, path)).await
}

/// What somebody types to register as a delegate.
pub fn person(name: &str) -> Value {
    json!({ "type": "delegate", "email": format!("{name}@example.org"), "name_latin": name })
}
