//! A forum whose programme is out, made by the product's own verbs.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use plenary::{
    accounts::proofs::{Admin, Programme, System},
    db::Db,
    editions::{
        self, ConsentKind, ConsentTextFields, EditionFields, NewEdition, NewRoom, Room, RoomFields, parts,
    },
    programme::{self, NewRelease, NewSession, Placement, ReleaseFields, SessionFields},
    values::{LocalisedFields, Moment, NumberField},
};

fn texts(en: &str, zh: &str) -> LocalisedFields {
    LocalisedFields { en: en.into(), zh_hant: zh.into(), ..LocalisedFields::default() }
}

/// Publishes the edition `slug` with a release of so many sessions of a quarter of an hour, twenty rooms side by side.
pub async fn release(db: &Db, slug: &str, sessions: usize) {
    let admin = Admin::of_system(&System::shell());
    let fields = EditionFields {
        slug: slug.into(),
        number: NumberField::from(7),
        name: texts("The Forum", "論壇"),
        venue_name: texts("City Hall", "大會堂"),
        zone: "Asia/Hong_Kong".into(),
        starts_at: "2030-11-20T09:00".into(),
        ends_at: "2030-11-22T18:00".into(),
        contact_email: "forum@example.org".into(),
        offer_hours: NumberField::from(24),
        ..EditionFields::default()
    };
    let new = NewEdition::try_from(&fields).unwrap();
    db.transaction(async |tx| {
        let edition = editions::create(tx, &admin, new, Moment::now()).await?;
        let organiser = admin.organiser_of(edition.id.uuid());
        let who = Programme::from(&organiser);
        let statement =
            ConsentTextFields { body: texts("What we do with your data.", "資料用途"), required: false };
        editions::set_consent_text(tx, &organiser, statement.parse(ConsentKind::Collection)?).await?;
        let mut rooms = Vec::new();
        for number in 1..=20 {
            let name = texts(&format!("Room {number}"), &format!("會場{number}"));
            let room = RoomFields { slug: format!("room-{number}"), name, ..RoomFields::default() };
            rooms.push(parts::create::<Room>(tx, &organiser, NewRoom::try_from(&room)?).await?.id);
        }
        for number in 0..sessions {
            let title = texts(&format!("What came of number {number}"), &format!("第{number}號的下文"));
            let about =
                texts(&"What we tried, and what of it worked. ".repeat(8), &"我們試過甚麼。".repeat(8));
            let fields = SessionFields {
                kind: "session".into(),
                title,
                r#abstract: about,
                minutes: NumberField::from(15),
                ..SessionFields::default()
            };
            let made = programme::create(tx, &who, NewSession::try_from(&fields)?).await?;
            let turn = i64::try_from(number / rooms.len()).unwrap();
            let starts_at = Some(edition.starts_at.plus(SignedDuration::from_mins(15 * turn)));
            let room: BTreeSet<_> = rooms.get(number % rooms.len()).copied().into_iter().collect();
            let slot = Placement { starts_at, rooms: room, minutes: None, pinned: false };
            programme::place(tx, &who, (made.id, made.version), slot).await?;
        }
        let named = ReleaseFields { name: "v1".into(), ..ReleaseFields::default() };
        programme::release(tx, &who, NewRelease::try_from(&named)?).await?;
        editions::publish(tx, &organiser, Moment::now()).await
    })
    .await
    .unwrap();
}
