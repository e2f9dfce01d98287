//! Editions for tests, made through the verbs.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use plenary::{
    accounts::proofs::Organiser,
    editions::{self, ConsentKind, ConsentTextFields, Edition, EditionFields, NewEdition},
    values::{Id, Moment},
};
use serde_json::json;

use super::app::TestApp;

impl TestApp {
    /// A published edition, two months away.
    pub async fn edition(&self, slug: &str) -> Edition {
        let draft = self.draft(slug).await;
        let who = self.organises(draft.id);
        let publish = self.app.db.transaction(async |tx| editions::publish(tx, &who, Moment::now()).await);
        publish.await.unwrap()
    }

    /// A draft, two months away, that lacks nothing.
    pub async fn draft(&self, slug: &str) -> Edition {
        let day = Timestamp::now().to_zoned(TimeZone::UTC).date() + 60.days();
        let fields = json!({
            "slug": slug, "number": "3", "zone": "Asia/Hong_Kong",
            "name": { "en": "Third forum", "zh-Hant": "第三屆論壇", "zh-Hans": "第三届论坛" },
            "venue_name": { "en": "The Hall", "zh-Hant": "會堂", "zh-Hans": "会堂" },
            "starts_at": format!("{day}T09:30"), "ends_at": format!("{day}T18:00"),
            "contact_email": "forum@example.org", "offer_hours": "24",
        });
        let fields: EditionFields = serde_json::from_value(fields).unwrap();
        let new = NewEdition::try_from(&fields).unwrap();
        let statement = json!({ "body": { "en": "We keep your name.", "zh-Hant": "我們保存您的姓名。", "zh-Hans": "我们保存您的姓名。" } });
        let statement: ConsentTextFields = serde_json::from_value(statement).unwrap();
        let statement = statement.parse(ConsentKind::Collection).unwrap();
        let create = self.app.db.transaction(async |tx| {
            let made = editions::create(tx, &self.shell(), new, Moment::now()).await?;
            editions::set_consent_text(tx, &self.organises(made.id), statement).await?;
            Ok(made)
        });
        create.await.unwrap()
    }

    /// The proof that verbs inside an edition demand.
    pub fn organises(&self, edition: Id<Edition>) -> Organiser {
        self.shell().organiser_of(edition.uuid())
    }
}
