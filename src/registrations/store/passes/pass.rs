//! The table `pass`, row by row.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    db::{
        Tx,
        schema::{pass as p, registration},
        violation::{self, Constraints},
    },
    editions::Edition,
    error::Error,
    registrations::{
        Registration, RegistrationId,
        passes::{Invited, PassState},
        types::TypeId,
    },
    submissions::SubmissionId,
    values::{Email, Id, Lang, Line, Moment},
};

const CONSTRAINTS: Constraints = &[("pass_sent_key", "email", "pass_sent_already")];

/// A pass's id.
pub type PassId = Id<Pass>;

/// A place held for a company that demonstrates, and whoever may claim it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = p)]
pub struct Pass {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: PassId,
    /// Of which edition.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// For which demo.
    #[schema(value_type = Uuid)]
    #[diesel(column_name = submission_id)]
    pub submission: SubmissionId,
    /// By which type its claimer is registered; what it holds meanwhile is one place of each pool of that type.
    #[schema(value_type = Uuid)]
    pub type_id: TypeId,
    /// Its number among those of the demo, from 1.
    pub number: i32,
    /// Where it stands.
    pub state: PassState,
    /// Who was asked, while her link is open.
    #[schema(value_type = Option<String>)]
    pub name: Option<Line<80>>,
    /// At which address.
    #[schema(value_type = Option<String>)]
    pub email: Option<Email>,
    /// In which language.
    pub lang: Option<Lang>,
    /// When her link ends by itself.
    pub expires_at: Option<Moment>,
    /// The registration made with it.
    #[serde(skip)]
    #[diesel(column_name = registration_id)]
    pub registration: Option<RegistrationId>,
    /// Counts up when its link is made anew.
    #[serde(skip)]
    pub link_version: i32,
}

pub(in crate::registrations) async fn find(conn: &mut AsyncPgConnection, id: PassId) -> Result<Pass, Error> {
    Ok(p::table.find(id).select(Pass::as_select()).first(conn).await?)
}

/// Reads a row and locks it; the pools it draws on, and a registration made with it, are locked before.
pub(in crate::registrations) async fn lock(tx: &mut Tx, id: PassId) -> Result<Pass, Error> {
    Ok(p::table.find(id).for_no_key_update().select(Pass::as_select()).first(&mut **tx).await?)
}

/// The pass that a registration was made with, locked.
pub(in crate::registrations) async fn lock_of(
    tx: &mut Tx,
    registration: RegistrationId,
) -> Result<Option<Pass>, Error> {
    let claimed = p::table.filter(p::registration_id.eq(registration)).for_no_key_update();
    Ok(claimed.select(Pass::as_select()).first(&mut **tx).await.optional()?)
}

/// The first of a demo that nobody was asked to claim, locked.
pub(in crate::registrations) async fn lock_free(
    tx: &mut Tx,
    submission: SubmissionId,
) -> Result<Option<Pass>, Error> {
    let free = p::table.filter(p::submission_id.eq(submission)).filter(p::state.eq(PassState::Free));
    let first = free.order(p::number).for_no_key_update().select(Pass::as_select());
    Ok(first.first(&mut **tx).await.optional()?)
}

/// Those of a demo that have not ended, each with the registration made with it; by number.
pub(in crate::registrations) async fn live(
    conn: &mut AsyncPgConnection,
    submission: SubmissionId,
) -> Result<Vec<(Pass, Option<Registration>)>, Error> {
    let live = p::table
        .left_join(registration::table)
        .filter(p::submission_id.eq(submission))
        .filter(p::state.ne(PassState::Ended))
        .order(p::number);
    Ok(live.select((Pass::as_select(), Option::<Registration>::as_select())).load(conn).await?)
}

/// Whether some pass of the type has not ended.
pub(in crate::registrations) async fn draw_on(tx: &mut Tx, type_id: TypeId) -> Result<bool, Error> {
    let live = p::table.filter(p::type_id.eq(type_id)).filter(p::state.ne(PassState::Ended));
    Ok(diesel::dsl::select(diesel::dsl::exists(live)).get_result(&mut **tx).await?)
}

/// Makes free ones with these numbers.
pub(in crate::registrations) async fn insert(
    tx: &mut Tx,
    (edition, submission, type_id): (Id<Edition>, SubmissionId, TypeId),
    numbers: &[i32],
) -> Result<Vec<Pass>, Error> {
    let row = |number: &i32| {
        (
            (p::id.eq(PassId::fresh()), p::edition_id.eq(edition), p::submission_id.eq(submission)),
            (p::type_id.eq(type_id), p::number.eq(*number)),
        )
    };
    let rows: Vec<_> = numbers.iter().map(row).collect();
    let made = diesel::insert_into(p::table).values(rows).returning(Pass::as_returning());
    Ok(made.get_results(&mut **tx).await?)
}

/// Opens its link to somebody.
pub(in crate::registrations) async fn send(
    tx: &mut Tx,
    id: PassId,
    to: &Invited,
    expires_at: Moment,
) -> Result<Pass, Error> {
    let whom = (p::name.eq(&to.name), p::email.eq(&to.email), p::email_key.eq(to.email.key()));
    let how = (p::lang.eq(to.lang), p::expires_at.eq(expires_at), p::updated_at.eq(diesel::dsl::now));
    let sent = diesel::update(p::table.find(id)).set((p::state.eq(PassState::Sent), whom, how));
    let sent = sent.returning(Pass::as_returning()).get_result(&mut **tx).await;
    sent.map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Moves it to a state in which nobody's link is open, and forgets who was asked. A claimed one keeps its link's version, so
/// that the link says what became of it.
pub(in crate::registrations) async fn set(
    tx: &mut Tx,
    pass: &Pass,
    state: PassState,
    registration: Option<RegistrationId>,
) -> Result<Pass, Error> {
    let version = pass.link_version + i32::from(state == PassState::Free);
    let nobody = (
        p::name.eq(None::<String>),
        p::email.eq(None::<String>),
        p::email_key.eq(None::<String>),
        p::lang.eq(None::<Lang>),
        p::expires_at.eq(None::<Moment>),
    );
    let now = (p::registration_id.eq(registration), p::updated_at.eq(diesel::dsl::now));
    let set = diesel::update(p::table.find(pass.id)).set((
        p::state.eq(state),
        p::link_version.eq(version),
        nobody,
        now,
    ));
    Ok(set.returning(Pass::as_returning()).get_result(&mut **tx).await?)
}
