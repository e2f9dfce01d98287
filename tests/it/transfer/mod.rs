//! Importing what other programs published.

mod bad_input;
mod console;
mod exchange;
mod shell;

use plenary::{
    accounts::proofs::Programme,
    db::Tx,
    editions::Edition,
    error::Error,
    formats::table::Encoding,
    programme::{self, NewRelease, ReleaseFields},
    transfer::{
        self, Counts, Kind, Plan,
        read::{Manner, read},
    },
    values::{FileName, Lang},
};
use serde_json::json;

use crate::support::{app::TestApp, editions::fields};

/// An edition into which programmes are imported.
pub struct Importing {
    pub app: TestApp,
    pub edition: Edition,
}

impl Importing {
    /// One whose days are those of the files.
    pub async fn begin(zone: &str) -> Self {
        let app = TestApp::start().await;
        let edition = app.edition("2026").await;
        let dates = "starts_at = '2024-10-25T00:00Z', ends_at = '2024-10-29T00:00Z'";
        app.run(&format!("UPDATE edition SET time_zone = '{zone}', {dates}")).await;
        Self { app, edition: Edition { zone: plenary::values::Zone::parse(zone).unwrap(), ..edition } }
    }

    pub async fn import(&self, file: &str, lang: Lang) -> Result<Plan, Error> {
        let manner = Manner { lang, encoding: Encoding::Utf8, zone: self.edition.zone.clone() };
        let incoming = read(file.as_bytes(), &manner).map_err(|reason| Error::field("file", reason))?;
        let (who, name) = (self.app.organises(self.edition.id), FileName::parse("file").unwrap());
        let verb = async |tx: &mut Tx| transfer::carry_out(tx, &who, (&incoming, lang, &name), None).await;
        self.app.app.db.transaction(verb).await
    }

    pub async fn release(&self, name: &str) {
        let who = Programme::from(&self.app.organises(self.edition.id));
        let typed: ReleaseFields = fields(json!({ "name": name }));
        let new = NewRelease::try_from(&typed).unwrap();
        let verb = async |tx: &mut Tx| programme::release(tx, &who, new).await;
        self.app.app.db.transaction(verb).await.unwrap();
        self.app.refresh().await;
    }

    pub async fn published(&self, file: &str) -> String {
        self.app.visitor().get(&format!("/en/2026/{file}")).await.expect(200).body
    }
}

/// What became of the rows of that kind: created, changed, unchanged, refused.
pub fn counted(plan: &Plan, kind: Kind) -> [usize; 4] {
    let Counts { created, changed, unchanged, refused } =
        plan.counts().get(&kind).copied().unwrap_or_default();
    [created, changed, unchanged, refused]
}
