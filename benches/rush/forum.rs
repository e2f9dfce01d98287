//! The forum that everybody wants to come to, made by the product's own verbs.

use plenary::{
    accounts::proofs::{Admin, System},
    capacity::{self, NewPool, PoolFields},
    db::Db,
    editions::{self, ConsentKind, ConsentTextFields, EditionFields, NewEdition},
    registrations::types::{self, TypeFields},
    values::{LocalisedFields, Moment, NumberField, Zone},
};
use uuid::Uuid;

/// What the baseline needs to know to do the same work.
pub struct Forum {
    pub edition: Uuid,
    pub way: Uuid,
    pub pool: Uuid,
}

fn english(text: &str) -> LocalisedFields {
    LocalisedFields { en: text.into(), ..LocalisedFields::default() }
}

/// A published edition, one pool with room for all, one type, and two consents to give.
pub async fn open(db: &Db) -> Forum {
    let admin = Admin::of_system(&System::shell());
    let fields = EditionFields {
        slug: "2030".into(),
        number: NumberField::from(7),
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
    let pool = PoolFields { name: english("Hall"), capacity: NumberField::from(1_000_000) };
    let pool = NewPool::try_from(&pool).unwrap();
    db.transaction(async |tx| {
        let edition = editions::create(tx, &admin, new, Moment::now()).await?;
        let organiser = admin.organiser_of(edition.id.uuid());
        for (kind, required) in [(ConsentKind::Collection, false), (ConsentKind::Transfer, true)] {
            let text = ConsentTextFields { body: english("What we do with your data."), required };
            editions::set_consent_text(tx, &organiser, text.parse(kind)?).await?;
        }
        editions::publish(tx, &organiser, Moment::now()).await?;
        let pool = capacity::create(tx, &organiser, pool).await?.id;
        let (slug, name, pools) = ("delegate".into(), english("Delegate"), vec![pool.to_string()]);
        let way = TypeFields { slug, name, pools, ..TypeFields::default() };
        let way = way.parse(&Zone::parse("Asia/Hong_Kong").unwrap())?;
        let way = types::create(tx, &organiser, way).await?.id;
        Ok(Forum { edition: edition.id.uuid(), way: way.uuid(), pool: pool.uuid() })
    })
    .await
    .unwrap()
}
