//! A forum with people, and what communications do to write to them.

use plenary::{
    accounts::proofs::{Communications, System},
    campaigns::{self, CampaignFields, CampaignId, Progress, Schedule, State},
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{Renderer, WordingFields},
    values::{Lang, Moment},
};
use serde_json::{Value, json};

use crate::support::{app::TestApp, editions::fields};

pub struct Office {
    pub app: TestApp,
    pub edition: Edition,
    pub who: Communications,
}

impl Office {
    /// Three people who are registered: Ada, Bea and Cho.
    pub async fn open() -> Self {
        let app = TestApp::start().await;
        let edition = app.edition("2026").await;
        let pool = app.pool(edition.id, 50).await;
        app.way(&edition, "guest", &[pool]).await;
        let office = Self { who: Communications::from(&app.organises(edition.id)), app, edition };
        for name in ["Ada", "Bea", "Cho"] {
            office.joins(name).await;
        }
        office
    }

    /// Somebody registers.
    pub async fn joins(&self, name: &str) {
        self.app.attendee(&self.edition, "guest", name).await;
    }

    /// A draft without words.
    pub async fn draft(&self, kind: &str, audience: Value) -> CampaignId {
        let typed: CampaignFields = fields(json!({ "name": "One", "kind": kind, "audience": audience }));
        let make = self.app.app.db.transaction(async |tx| {
            let options = campaigns::options(tx, &self.who).await?;
            campaigns::create(tx, &self.who, &typed.parse(&options)?).await
        });
        make.await.unwrap().id
    }

    /// Writes it in one language.
    pub async fn write(&self, id: CampaignId, lang: Lang, text: &str) -> Result<(), Error> {
        let words = WordingFields {
            subject: format!("{lang}: hello"),
            heading: String::new(),
            text: text.to_owned(),
        };
        let write = self.app.app.db.transaction(async |tx| {
            let seen = campaigns::campaign(tx, &self.who, id).await?.version;
            campaigns::write(tx, &Renderer::new()?, &self.who, &self.edition, (id, lang, &words, seen)).await
        });
        write.await
    }

    /// A campaign to everybody who is confirmed, in English.
    pub async fn to_everybody(&self, kind: &str) -> CampaignId {
        let id = self.draft(kind, json!({ "of": "registrations", "states": ["confirmed"] })).await;
        self.write(id, Lang::En, "Dear {name}, see you at {edition.name}.").await.unwrap();
        id
    }

    /// Has it go out at once.
    pub async fn schedule(&self, id: CampaignId, joins_until: Option<Moment>) -> Result<(), Error> {
        let (when, now) = (Schedule { send_at: None, joins_until }, Moment::now());
        self.app.app.db.transaction(async |tx| campaigns::schedule(tx, &self.who, id, when, now).await).await
    }

    /// One of the verbs that take nothing more.
    pub async fn act(
        &self,
        verb: impl AsyncFn(&mut Tx, &Communications) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.app.app.db.transaction(async |tx| verb(tx, &self.who).await).await
    }

    pub async fn pause(&self, id: CampaignId) {
        self.act(async |tx, who| campaigns::pause(tx, who, id).await).await.unwrap();
    }

    pub async fn resume(&self, id: CampaignId) {
        self.act(async |tx, who| campaigns::resume(tx, who, id).await).await.unwrap();
    }

    pub async fn stop(&self, id: CampaignId) {
        self.act(async |tx, who| campaigns::stop(tx, who, id).await).await.unwrap();
    }

    /// One step of the duty.
    pub async fn step(&self) -> bool {
        let db = &self.app.app.db;
        db.transaction(async |tx| campaigns::advance(tx, &System::duty()).await).await.unwrap()
    }

    /// The duty, until it finds nothing more to do.
    pub async fn run(&self) {
        let db = &self.app.app.db;
        db.transaction(async |tx| campaigns::hold_back(tx, &System::duty()).await).await.unwrap();
        while self.step().await {}
    }

    /// Lets two minutes pass.
    pub async fn later(&self) {
        self.app
            .run("UPDATE campaign SET gathered_at = gathered_at - interval '2 min', send_at = send_at - interval '2 min',
                  joins_until = joins_until - interval '2 min'")
            .await;
    }

    /// Whoever has a mail of it in one of these states, in order.
    pub async fn mails(&self, id: CampaignId, states: &str) -> String {
        let them = format!("cause_id = '{id}' AND state IN ({states})");
        self.app
            .one(&format!(
                "SELECT coalesce(string_agg(split_part(recipient, '@', 1), ' ' ORDER BY recipient), '') FROM mail WHERE {them}"
            ))
            .await
    }

    /// The mail server takes what waits.
    pub async fn deliver(&self) {
        self.app
            .run("UPDATE mail SET state = 'sent', sent_at = clock_timestamp() WHERE state = 'queued'")
            .await;
    }

    pub async fn state(&self, id: CampaignId) -> State {
        let mut conn = self.app.app.db.read().await.unwrap();
        campaigns::campaign(&mut conn, &self.who, id).await.unwrap().state
    }

    pub async fn progress(&self, id: CampaignId) -> Progress {
        let mut conn = self.app.app.db.read().await.unwrap();
        campaigns::progress(&mut conn, &self.who, id).await.unwrap()
    }

    /// She ticks the box about marketing when she registers.
    pub async fn agrees(&self, name: &str) {
        self.app
            .run(&format!(
                "INSERT INTO consent (registration_id, kind, text_version, lang)
                 SELECT id, 'marketing', 1, 'en' FROM registration WHERE name_latin = '{name}'"
            ))
            .await;
    }

    /// She takes that back.
    pub async fn disagrees(&self, name: &str) {
        self.app
            .run(&format!(
                "UPDATE consent SET withdrawn_at = clock_timestamp() WHERE kind = 'marketing'
                 AND registration_id = (SELECT id FROM registration WHERE name_latin = '{name}')"
            ))
            .await;
    }
}
