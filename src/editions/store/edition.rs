//! The table `edition`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    db::{
        Tx,
        schema::edition,
        violation::{self, Constraints},
    },
    error::Error,
    values::{Email, Id, Localised, Moment, Slug, Zone},
};

const CONSTRAINTS: Constraints = &[("edition_slug_key", "slug", "slug_taken")];

crate::text_enum! {
    /// How far an edition has come.
    pub enum EditionState {
        /// Only staff see it.
        Draft = "draft",
        /// The public sees it, and may register while a window is open.
        Published = "published",
        /// Over: the public still reads it, nothing can be changed by attendees.
        Archived = "archived",
    }
}

/// One year's forum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = edition)]
pub struct Edition {
    /// Its id.
    pub id: Id<Edition>,
    /// Its short name in addresses.
    pub slug: Slug,
    /// Which one it is: the 3rd.
    pub number: i32,
    /// What it is called.
    pub name: Localised,
    /// Its subject in one line.
    pub tagline: Option<Localised>,
    /// What it is about, for the home page.
    pub description: Option<Localised>,
    /// The house it takes place in.
    pub venue_name: Option<Localised>,
    /// Where that house is.
    pub venue_address: Option<Localised>,
    /// Whose wall clock every time of this edition is shown by.
    #[diesel(column_name = time_zone)]
    pub zone: Zone,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// How far it has come.
    pub state: EditionState,
    /// Where attendees write to.
    pub contact_email: Email,
    /// How many hours an offer to the waiting list runs.
    pub offer_hours: i32,
    /// After this moment the desk calls the waiting list by hand.
    pub offers_end_at: Option<Moment>,
    /// How many days before it begins whoever has a place is reminded; none for never.
    pub reminder_days: Option<i32>,
    /// How many days after it ends whoever came is thanked; none for never.
    pub thanks_days: Option<i32>,
    /// How many days after it ends mails keep what they say; none for good.
    pub mail_kept_days: Option<i32>,
    /// When it was first published.
    pub published_at: Option<Moment>,
    /// Counts its changes, so that nobody overwrites what they have not seen.
    pub version: i32,
}

/// What an organiser says about an edition, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = edition, treat_none_as_null = true)]
pub struct NewEdition {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Which one it is.
    pub number: i32,
    /// What it is called.
    pub name: Localised,
    /// Its subject in one line.
    pub tagline: Option<Localised>,
    /// What it is about.
    pub description: Option<Localised>,
    /// The house it takes place in.
    pub venue_name: Option<Localised>,
    /// Where that house is.
    pub venue_address: Option<Localised>,
    /// Whose wall clock counts.
    #[diesel(column_name = time_zone)]
    pub zone: Zone,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends; later than that.
    pub ends_at: Moment,
    /// Where attendees write to.
    pub contact_email: Email,
    /// How many hours an offer runs.
    pub offer_hours: i32,
    /// When offers end.
    pub offers_end_at: Option<Moment>,
    /// How many days before it whoever has a place is reminded.
    pub reminder_days: Option<i32>,
    /// How many days after it whoever came is thanked.
    pub thanks_days: Option<i32>,
    /// How many days after it mails keep what they say.
    pub mail_kept_days: Option<i32>,
}

/// Inserts a draft.
pub(in crate::editions) async fn insert(tx: &mut Tx, new: &NewEdition) -> Result<Edition, Error> {
    let inserted = diesel::insert_into(edition::table).values((edition::id.eq(Id::<Edition>::fresh()), new));
    inserted
        .returning(Edition::as_returning())
        .get_result(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Writes new texts and dates, and counts the change.
pub(in crate::editions) async fn update(
    tx: &mut Tx,
    id: Id<Edition>,
    new: &NewEdition,
) -> Result<Edition, Error> {
    diesel::update(edition::table.find(id))
        .set((new, edition::version.eq(edition::version + 1)))
        .returning(Edition::as_returning())
        .get_result(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Moves it on; the first publication's moment stays.
pub(in crate::editions) async fn set_state(
    tx: &mut Tx,
    id: Id<Edition>,
    state: EditionState,
    published_at: Option<Moment>,
) -> Result<Edition, Error> {
    let change = (
        edition::state.eq(state),
        edition::published_at.eq(published_at),
        edition::version.eq(edition::version + 1),
    );
    let moved = diesel::update(edition::table.find(id)).set(change).returning(Edition::as_returning());
    Ok(moved.get_result(&mut **tx).await?)
}

/// Reads and locks it until the transaction ends.
pub(in crate::editions) async fn lock(tx: &mut Tx, id: Id<Edition>) -> Result<Edition, Error> {
    let locked = edition::table.find(id).for_update().select(Edition::as_select());
    Ok(locked.first(&mut **tx).await?)
}

/// Reads it.
pub(in crate::editions) async fn find(
    conn: &mut AsyncPgConnection,
    id: Id<Edition>,
) -> Result<Edition, Error> {
    Ok(edition::table.find(id).select(Edition::as_select()).first(conn).await?)
}

/// The one with this slug, in whatever state.
pub(in crate::editions) async fn find_slug(
    conn: &mut AsyncPgConnection,
    slug: &str,
) -> Result<Edition, Error> {
    // What is no slug is no edition's, and may hold U+0000, which PostgreSQL's text cannot.
    if !Slug::parse(slug).is_ok_and(|parsed| parsed.as_str() == slug) {
        return Err(Error::NotFound);
    }
    Ok(edition::table.filter(edition::slug.eq(slug)).select(Edition::as_select()).first(conn).await?)
}

/// Every one the public sees, the latest first.
pub(in crate::editions) async fn public(conn: &mut AsyncPgConnection) -> Result<Vec<Edition>, Error> {
    let public = edition::table
        .filter(edition::state.ne(EditionState::Draft))
        .order((edition::starts_at.desc(), edition::id.desc()))
        .select(Edition::as_select());
    Ok(public.load(conn).await?)
}

/// Those with these ids, or all without any; the latest first.
pub(in crate::editions) async fn list(
    conn: &mut AsyncPgConnection,
    only: Option<&[Uuid]>,
) -> Result<Vec<Edition>, Error> {
    let mut editions = edition::table
        .order((edition::starts_at.desc(), edition::id.desc()))
        .select(Edition::as_select())
        .into_boxed();
    if let Some(ids) = only {
        editions = editions.filter(edition::id.eq_any(ids));
    }
    Ok(editions.load(conn).await?)
}
