//! Editions for tests and what is in them, made through the verbs.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use plenary::{
    accounts::proofs::Organiser,
    capacity::{self, NewPool, PoolFields, PoolId},
    editions::{self, ConsentKind, ConsentTextFields, Edition, EditionFields, NewEdition},
    keys::{Link, Purpose},
    registrations::{
        self, Admission, Entrant, RegistrationFields, RegistrationId,
        types::{self, TypeFields, TypeId},
    },
    values::{Id, Lang, Moment},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{actors::anybody, app::TestApp};

/// Fields as a form or the API gives them.
pub fn fields<T: DeserializeOwned>(fields: Value) -> T {
    serde_json::from_value(fields).unwrap()
}

/// A text in three languages.
pub fn trilingual(en: &str, zh_hant: &str, zh_hans: &str) -> Value {
    json!({ "en": en, "zh-Hant": zh_hant, "zh-Hans": zh_hans })
}

impl TestApp {
    /// A published edition, two months away.
    pub async fn edition(&self, slug: &str) -> Edition {
        let draft = self.draft(slug).await;
        let who = self.organises(draft.id);
        let publish = self.app.db.transaction(async |tx| editions::publish(tx, &who, Moment::now()).await);
        let published = publish.await.unwrap();
        self.refresh().await;
        published
    }

    /// A draft, two months away, that lacks nothing.
    pub async fn draft(&self, slug: &str) -> Edition {
        let day = Timestamp::now().to_zoned(TimeZone::UTC).date() + 60.days();
        let typed: EditionFields = fields(json!({
            "slug": slug, "number": "3", "zone": "Asia/Hong_Kong",
            "name": trilingual("Third forum", "第三屆論壇", "第三届论坛"),
            "venue_name": trilingual("The Hall", "會堂", "会堂"),
            "starts_at": format!("{day}T09:30"), "ends_at": format!("{day}T18:00"),
            "contact_email": "forum@example.org", "offer_hours": "24",
        }));
        let new = NewEdition::try_from(&typed).unwrap();
        let texts = [ConsentKind::Collection, ConsentKind::Marketing].map(|kind| {
            let body = trilingual("We keep your name.", "我們保存您的姓名。", "我们保存您的姓名。");
            fields::<ConsentTextFields>(json!({ "body": body })).parse(kind).unwrap()
        });
        let create = self.app.db.transaction(async |tx| {
            let made = editions::create(tx, &self.shell(), new, Moment::now()).await?;
            for text in texts {
                editions::set_consent_text(tx, &self.organises(made.id), text).await?;
            }
            Ok(made)
        });
        create.await.unwrap()
    }

    /// Lets pages show what changed, as the server does twice a second.
    pub async fn refresh(&self) {
        self.app.pages.refresh(&self.app.db).await.unwrap();
    }

    /// The proof that verbs inside an edition demand.
    pub fn organises(&self, edition: Id<Edition>) -> Organiser {
        self.shell().organiser_of(edition.uuid())
    }

    /// A pool of places.
    pub async fn pool(&self, edition: Id<Edition>, capacity: u32) -> PoolId {
        let name = trilingual("Hall", "會場", "会场");
        let typed: PoolFields = fields(json!({ "name": name, "capacity": capacity.to_string() }));
        let (new, who) = (NewPool::try_from(&typed).unwrap(), self.organises(edition));
        let made = self.app.db.transaction(async |tx| capacity::create(tx, &who, new).await).await;
        self.refresh().await;
        made.unwrap().id
    }

    /// A way to attend that is open and draws on these pools.
    pub async fn way(&self, edition: &Edition, slug: &str, pools: &[PoolId]) -> TypeId {
        let typed: TypeFields = fields(json!({
            "slug": slug, "name": trilingual("Guest", "來賓", "来宾"), "pools": pools,
        }));
        let (new, who) = (typed.parse(&edition.zone).unwrap(), self.organises(edition.id));
        let made = self.app.db.transaction(async |tx| types::create(tx, &who, new).await).await;
        self.refresh().await;
        made.unwrap().id
    }

    /// Somebody who registered; her name also makes her address.
    pub async fn attendee(&self, edition: &Edition, way: &str, name: &str) -> RegistrationId {
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let typed: RegistrationFields = fields(json!({ "type": way, "email": email, "name_latin": name }));
        let mut conn = self.app.db.read().await.unwrap();
        let form = registrations::form(&mut conn, edition.clone()).await.unwrap();
        let (new, who) = (typed.parse(&form).unwrap(), Entrant::Visitor(anybody()));
        let admission = Admission::new(&self.app.keys, who, new, Lang::En, None).unwrap();
        let admit = self
            .app
            .db
            .transaction(async |tx| registrations::admit(tx, &[admission], Moment::now()).await?.remove(0));
        admit.await.unwrap().id()
    }

    /// The secret of a registration's link as it is now.
    pub async fn link(&self, purpose: Purpose, registration: RegistrationId) -> String {
        let version =
            self.one(&format!("SELECT link_version FROM registration WHERE id = '{registration}'")).await;
        self.app.keys.link_token(&Link { purpose, id: registration.uuid(), version })
    }
}
