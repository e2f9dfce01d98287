//! A forum to test on: a database with editions made by the product's own verbs.

use plenary::{
    accounts::proofs::{Admin, Organiser, System},
    audit,
    db::{Conn, Db},
    editions::{self, ConsentKind, ConsentTextFields, Edition, EditionFields, NewEdition},
    error::{Error, FieldErrors},
    values::{LocalisedFields, Moment},
};
use uuid::Uuid;

use super::{Database, database};

/// A database of the test's own, and the way to it.
pub struct Forum {
    pub db: Db,
    pub database: Database,
}

impl Forum {
    /// Nothing in it yet.
    pub async fn empty() -> Self {
        let database = database().await;
        Self { db: Db::open(&database.url, 8).await.unwrap(), database }
    }

    /// With one published edition.
    pub async fn with_edition(slug: &str) -> (Self, Edition) {
        let forum = Self::empty().await;
        let edition = forum.draft(slug).await;
        let edition = forum.published(&edition).await;
        (forum, edition)
    }

    /// A new draft, some months ahead.
    pub async fn draft(&self, slug: &str) -> Edition {
        let new = NewEdition::try_from(&edition_fields(slug)).unwrap();
        self.db.transaction(async |tx| editions::create(tx, &admin(), new, long_ago()).await).await.unwrap()
    }

    /// The draft with a statement on collection, shown to the public.
    pub async fn published(&self, draft: &Edition) -> Edition {
        let who = organiser(draft);
        let fields = ConsentTextFields { body: text("Why we ask"), required: false };
        let statement = fields.parse(ConsentKind::Collection).unwrap();
        let publish = self.db.transaction(async |tx| {
            editions::set_consent_text(tx, &who, statement).await?;
            editions::publish(tx, &who, Moment::now()).await
        });
        publish.await.unwrap()
    }

    pub async fn conn(&self) -> Conn {
        self.db.read().await.unwrap()
    }

    /// What the trail says about a row, oldest first.
    pub async fn history(&self, subject: Uuid) -> Vec<String> {
        let entries = audit::of_subject(&mut *self.conn().await, subject).await.unwrap();
        entries.into_iter().map(|entry| entry.action).collect()
    }
}

pub fn admin() -> Admin {
    Admin::of_system(&System::shell())
}

pub fn organiser(edition: &Edition) -> Organiser {
    admin().organiser_of(edition.id.uuid())
}

/// Two days in November 2027, everything filled in.
pub fn edition_fields(slug: &str) -> EditionFields {
    EditionFields {
        slug: slug.to_owned(),
        number: 4.into(),
        name: text("Science and Finance Forum"),
        tagline: text("Two cities"),
        description: text("What it is about."),
        venue_name: text("Hall 3"),
        venue_address: text("1 Harbour Road"),
        zone: "Asia/Hong_Kong".to_owned(),
        starts_at: "2027-11-19T09:30".to_owned(),
        ends_at: "2027-11-20T17:00".to_owned(),
        contact_email: "forum@example.org".to_owned(),
        offer_hours: 24.into(),
        offers_end_at: "2027-11-18T12:00".to_owned(),
        reminder_days: 2.into(),
        thanks_days: 1.into(),
        mail_kept_days: 365.into(),
    }
}

/// A text in three languages.
pub fn text(en: &str) -> LocalisedFields {
    let (zh_hant, zh_hans) = (format!("{en}（繁）"), format!("{en}（简）"));
    LocalisedFields { original: None, en: en.to_owned(), zh_hant, zh_hans }
}

/// Before every date of these tests.
pub fn long_ago() -> Moment {
    "2020-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into()
}

/// The code under which `field` was refused.
pub fn field_code<T: std::fmt::Debug>(answer: Result<T, Error>, field: &str) -> &'static str {
    match answer.unwrap_err() {
        Error::Invalid(errors) => code_of(&errors, field),
        other => panic!("not about a field: {other}"),
    }
}

fn code_of(errors: &FieldErrors, field: &str) -> &'static str {
    errors.of(field).unwrap_or_else(|| panic!("{field} is not among {errors:?}")).code
}

/// The code of a conflict.
pub fn conflict_code<T: std::fmt::Debug>(answer: Result<T, Error>) -> &'static str {
    match answer.unwrap_err() {
        Error::Conflict(reason) => reason.code,
        other => panic!("no conflict: {other}"),
    }
}
