//! The table `registration`, row by row.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::types::TypeId;
use crate::{
    db::{Tx, schema::registration},
    editions::{Edition, SideEvent},
    error::Error,
    registrations::{Act, CancelReason, Standing, State, person::Person},
    values::{Email, Id, Lang, Line, Moment, PersonName, Phone},
};

/// A registration's id.
pub type RegistrationId = Id<Registration>;

/// One person at one edition, or at a side event of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = registration)]
pub struct Registration {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: RegistrationId,
    /// Of which edition.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// By which type.
    #[schema(value_type = Uuid)]
    pub type_id: TypeId,
    /// For which side event; none for the forum itself.
    #[schema(value_type = Option<Uuid>)]
    #[diesel(column_name = side_event_id)]
    pub side_event: Option<Id<SideEvent>>,
    /// Where it stands.
    pub state: State,
    /// Whether it is counted in `taken` of the type's pools.
    pub holds: bool,
    /// Its number in the order of arrival.
    pub arrival: i64,
    /// Where its mail goes; empty after erasure.
    pub email: Email,
    /// The language she is written to in.
    pub lang: Lang,
    /// The name in Latin letters.
    pub name_latin: Option<String>,
    /// The name in Chinese characters.
    pub name_han: Option<String>,
    /// The title.
    pub name_title: Option<String>,
    /// Where she works.
    pub organisation: Option<Line<120>>,
    /// What she does there.
    pub job_title: Option<Line<120>>,
    /// How she can be called.
    pub phone: Option<Phone>,
    /// What the QR code on her ticket says.
    pub ticket_code: String,
    /// Counts up when her links are made anew.
    #[serde(skip)]
    pub link_version: i32,
    /// Counts its changes, so that nobody overwrites what they have not seen.
    pub version: i32,
    /// When an organiser approved it.
    pub approved_at: Option<Moment>,
    /// When it was cancelled.
    pub cancelled_at: Option<Moment>,
    /// Why.
    pub cancelled_reason: Option<CancelReason>,
    /// When she came.
    pub checked_in_at: Option<Moment>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was last changed.
    pub updated_at: Moment,
}

impl Registration {
    /// What she is called.
    #[must_use]
    pub fn name(&self) -> PersonName {
        PersonName::stored(self.name_latin.clone(), self.name_han.clone(), self.name_title.clone())
    }

    /// Her details, as every form shows them.
    #[must_use]
    pub fn person(&self) -> Person {
        Person {
            name: self.name(),
            organisation: self.organisation.clone(),
            job_title: self.job_title.clone(),
            phone: self.phone.clone(),
        }
    }

    pub(in crate::registrations) fn standing(&self) -> Standing {
        Standing { state: self.state, holds: self.holds }
    }
}

pub(in crate::registrations) async fn find(
    conn: &mut AsyncPgConnection,
    id: RegistrationId,
) -> Result<Registration, Error> {
    Ok(registration::table.find(id).select(Registration::as_select()).first(conn).await?)
}

/// Reads a row and locks it; its pools are locked before.
pub(in crate::registrations) async fn lock(tx: &mut Tx, id: RegistrationId) -> Result<Registration, Error> {
    let row = registration::table.find(id).for_no_key_update().select(Registration::as_select());
    Ok(row.first(&mut **tx).await?)
}

/// The type of a row, which never changes, and so can be read before any lock.
pub(in crate::registrations) async fn type_of(tx: &mut Tx, id: RegistrationId) -> Result<TypeId, Error> {
    Ok(registration::table.find(id).select(registration::type_id).first(&mut **tx).await?)
}

/// The live rows of an address, by arrival.
pub(in crate::registrations) async fn live_of_address(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    email_key: &str,
) -> Result<Vec<Registration>, Error> {
    use registration as r;
    let live = r::table
        .filter(r::edition_id.eq(edition))
        .filter(r::email_key.eq(email_key))
        .filter(r::state.ne(State::Cancelled))
        .order(r::arrival)
        .select(Registration::as_select());
    Ok(live.load(conn).await?)
}

/// Moves a locked row to the standing that `act` leads to.
pub(in crate::registrations) async fn set_standing(
    tx: &mut Tx,
    id: RegistrationId,
    to: Standing,
    act: Act,
    now: Moment,
) -> Result<Registration, Error> {
    use registration as r;
    let cancelled = match act {
        Act::Cancel(reason) => Some((r::cancelled_reason.eq(Some(reason)), r::cancelled_at.eq(Some(now)))),
        _ => None,
    };
    let approved = matches!(act, Act::Approve | Act::ApproveFull).then(|| r::approved_at.eq(Some(now)));
    let standing = (r::state.eq(to.state), r::holds.eq(to.holds));
    let counted = (r::version.eq(r::version + 1), r::updated_at.eq(now));
    let moved = diesel::update(r::table.find(id)).set((standing, cancelled, approved, counted));
    Ok(moved.returning(Registration::as_returning()).get_result(&mut **tx).await?)
}
