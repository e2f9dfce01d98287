//! A forum to register for: a published edition with pools and types, made by the product's own verbs.

use std::sync::Arc;

use plenary::{
    accounts::proofs::{Admin, Organiser, System, Visitor},
    audit::{Actor, ActorKind},
    capacity::{self, NewPool, PoolFields, PoolId},
    db::{Db, idempotency::Claim},
    editions::{self, ConsentKind, ConsentTextFields, Edition, EditionFields, NewEdition},
    error::Error,
    keys::{Keys, Link, LinkToken, Purpose},
    registrations::{
        self, Admission, Admitted, Entrant, Form, Holder, RegistrationFields, RegistrationId,
        types::{self, TypeFields, TypeId},
    },
    values::{Lang, LocalisedFields, Moment, NumberField},
};

use crate::support::{Database, database};

/// A database with one edition.
pub struct Forum {
    pub database: Database,
    pub db: Db,
    pub keys: Arc<Keys>,
    pub organiser: Organiser,
}

pub fn english(text: &str) -> LocalisedFields {
    LocalisedFields { en: text.into(), ..LocalisedFields::default() }
}

pub fn visitor() -> Visitor {
    let address = Some("192.0.2.7".to_owned());
    Visitor::new(Actor { kind: ActorKind::Visitor, id: None, address, request_id: None })
}

impl Forum {
    /// Opens a published edition that offers places for a day.
    pub async fn open() -> Self {
        let database = database().await;
        let db = Db::open(&database.url, 12).await.unwrap();
        let admin = Admin::of_system(&System::shell());
        let fields = EditionFields {
            slug: "2026".into(),
            number: NumberField::from(3),
            name: english("The Forum"),
            venue_name: english("City Hall"),
            zone: "Asia/Hong_Kong".into(),
            starts_at: "2030-11-20T09:00".into(),
            ends_at: "2030-11-20T18:00".into(),
            contact_email: "forum@example.org".into(),
            offer_hours: NumberField::from(24),
            ..EditionFields::default()
        };
        let new = NewEdition::try_from(&fields).unwrap();
        let edition =
            db.transaction(async |tx| editions::create(tx, &admin, new, Moment::now()).await).await.unwrap();
        let organiser = admin.organiser_of(edition.id.uuid());
        let statement = ConsentTextFields { body: english("What we keep, and why."), required: false };
        let statement = statement.parse(ConsentKind::Collection).unwrap();
        db.transaction(async |tx| editions::set_consent_text(tx, &organiser, statement).await).await.unwrap();
        db.transaction(async |tx| editions::publish(tx, &organiser, Moment::now()).await).await.unwrap();
        let keys = Keys::new(vec!["a secret of 32 characters or more, for tests".into()]).unwrap();
        Self { database, db, keys: Arc::new(keys), organiser }
    }

    pub async fn pool(&self, capacity: i32) -> PoolId {
        let fields = PoolFields { name: english("Hall"), capacity: NumberField::from(capacity) };
        let new = NewPool::try_from(&fields).unwrap();
        let made = self.db.transaction(async |tx| capacity::create(tx, &self.organiser, new).await).await;
        made.unwrap().id
    }

    /// A type that is always open and draws on `pools`.
    pub async fn way(&self, slug: &str, pools: &[PoolId]) -> TypeId {
        self.way_with(slug, pools, |_| {}).await
    }

    pub async fn way_with(
        &self,
        slug: &str,
        pools: &[PoolId],
        change: impl FnOnce(&mut TypeFields),
    ) -> TypeId {
        let pools = pools.iter().map(ToString::to_string).collect();
        let mut fields =
            TypeFields { slug: slug.into(), name: english(slug), pools, ..TypeFields::default() };
        fields.pending_holds = true;
        change(&mut fields);
        let new = fields.parse(&self.edition().await.zone).unwrap();
        let made = self.db.transaction(async |tx| types::create(tx, &self.organiser, new).await).await;
        made.unwrap().id
    }

    pub async fn edition(&self) -> Edition {
        editions::for_staff(&mut self.db.read().await.unwrap(), &(&self.organiser).into()).await.unwrap()
    }

    pub async fn form(&self) -> Form {
        let edition = self.edition().await;
        registrations::form(&mut self.db.read().await.unwrap(), edition).await.unwrap()
    }

    /// One who wants to come: `name` also makes her address.
    pub fn fields(way: &str, name: &str) -> RegistrationFields {
        RegistrationFields {
            type_slug: way.into(),
            email: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
            name_latin: name.into(),
            ..RegistrationFields::default()
        }
    }

    pub fn admission(&self, form: &Form, fields: &RegistrationFields, claim: Option<Claim>) -> Admission {
        let new = fields.parse(form).unwrap();
        Admission::new(&self.keys, Entrant::Visitor(visitor()), new, Lang::En, claim).unwrap()
    }

    /// Takes in these people in this order, in one transaction.
    pub async fn admit(&self, admissions: &[Admission]) -> Vec<Result<Admitted, Error>> {
        let taken = self.db.transaction(async |tx| registrations::admit(tx, admissions, Moment::now()).await);
        taken.await.unwrap()
    }

    /// Takes in one person.
    pub async fn come(&self, way: &str, name: &str) -> RegistrationId {
        let admission = self.admission(&self.form().await, &Self::fields(way, name), None);
        self.admit(&[admission]).await.remove(0).unwrap().id()
    }

    /// The proof of her manage link.
    pub async fn holder(&self, id: RegistrationId) -> Holder {
        let version =
            self.one::<i32>(&format!("SELECT link_version FROM registration WHERE id = '{id}'")).await;
        let link = Link { purpose: Purpose::Manage, id: id.uuid(), version };
        let token = LinkToken::parse(&self.keys.link_token(&link)).unwrap();
        let mut conn = self.db.read().await.unwrap();
        registrations::holder(&mut conn, &visitor(), &self.keys, &token).await.unwrap()
    }

    pub async fn state(&self, id: RegistrationId) -> String {
        self.one(&format!("SELECT state FROM registration WHERE id = '{id}'")).await
    }

    /// One value, asked of the database itself.
    pub async fn one<T: for<'a> tokio_postgres::types::FromSql<'a>>(&self, sql: &str) -> T {
        let client = crate::support::cluster::connect(&self.database.url).await;
        client.query_one(sql, &[]).await.unwrap().get(0)
    }

    pub async fn count(&self, what: &str) -> i64 {
        self.one(&format!("SELECT count(*) FROM {what}")).await
    }
}
