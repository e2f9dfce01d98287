//! Stars.

use plenary::{editions::Edition, programme, values::Id};

use super::app::TestApp;

impl TestApp {
    /// The link of an empty list of stars.
    pub async fn starred(&self, edition: Id<Edition>) -> String {
        let begin = self.app.db.transaction(async |tx| programme::begin_stars(tx, edition).await);
        self.app.keys.link_token(&begin.await.unwrap().link())
    }
}
