//! Finding calls, for the public and for staff.

use diesel_async::AsyncPgConnection;

use super::{Call, CallId, Quota, SessionType, Visibility, codes, store};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    editions::{Edition, PublicText},
    error::Error,
    questions,
    values::{Id, Moment},
};

crate::text_enum! {
    /// Where a call stands at a moment.
    pub enum CallState {
        /// Nobody but staff sees it.
        Draft = "draft",
        /// It is seen, and will open.
        Upcoming = "upcoming",
        /// One may hand in.
        Open = "open",
        /// The deadline is past.
        Closed = "closed",
        /// It is put away.
        Archived = "archived",
    }
}

impl Call {
    /// Where it stands at `now`.
    #[must_use]
    pub fn state(&self, now: Moment) -> CallState {
        match (self.archived_at, self.listed_at) {
            (Some(_), _) => CallState::Archived,
            (None, None) => CallState::Draft,
            (None, Some(_)) if now < self.opens_at => CallState::Upcoming,
            (None, Some(_)) if now < self.closes_at => CallState::Open,
            (None, Some(_)) => CallState::Closed,
        }
    }

    /// Whether it is shown and its window has begun, so that people may have answered what it asks.
    #[must_use]
    pub fn has_opened(&self, now: Moment) -> bool {
        self.listed_at.is_some() && self.opens_at <= now
    }

    /// That one may hand in at `now`.
    ///
    /// # Errors
    /// [`Error::Conflict`]: `call_not_open` before the window, `call_closed` from the deadline on.
    pub fn check_open(&self, now: Moment) -> Result<(), Error> {
        match self.state(now) {
            CallState::Open => Ok(()),
            CallState::Draft | CallState::Upcoming => Err(Error::conflict("call_not_open")),
            CallState::Closed | CallState::Archived => Err(Error::conflict("call_closed")),
        }
    }

    /// Its public texts, for the report on missing languages.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        let (kind, row, of) = ("call", Some(self.id.uuid()), Some(&self.name));
        let own = |field, text| PublicText { kind, row, of, field, text: Some(text) };
        let description = self.description.as_ref().map(|text| own("description", text));
        std::iter::once(own("name", &self.name)).chain(description).collect()
    }
}

/// Every call of the edition, in the organiser's order, archived ones at the end.
///
/// # Errors
/// The database's.
pub async fn calls(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Call>, Error> {
    store::call::of_edition(conn, who.edition().into()).await
}

/// One call, for staff.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn call(conn: &mut AsyncPgConnection, who: &Programme, id: CallId) -> Result<Call, Error> {
    store::call::find(conn, who.edition().into(), id).await
}

/// The same, kept as it is until the transaction ends.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn hold(tx: &mut Tx, who: &Programme, id: CallId) -> Result<Call, Error> {
    store::call::lock(tx, who.edition(), id).await
}

/// The calls that everybody may see, in the organiser's order.
///
/// # Errors
/// The database's.
pub async fn public_calls(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<Vec<Call>, Error> {
    let mut calls = store::call::of_edition(conn, edition).await?;
    calls.retain(|call| is_listed(call) && call.visibility == Visibility::Public);
    Ok(calls)
}

/// A listed call by its slug. One that asks for a code is not there without a code that works.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn public_call(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    slug: &str,
    code: Option<&str>,
    now: Moment,
) -> Result<Call, Error> {
    let calls = store::call::of_edition(conn, edition).await?;
    let call = calls.into_iter().find(|call| is_listed(call) && call.slug.as_str() == slug);
    let call = call.ok_or(Error::NotFound)?;
    if call.visibility == Visibility::Public {
        return Ok(call);
    }
    let usable = match code {
        Some(typed) => codes::usable(conn, call.id, typed, now).await?,
        None => None,
    };
    usable.map(|_| call).ok_or(Error::NotFound)
}

/// The listed call that a code opens.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn public_call_by_code(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    code: &str,
    now: Moment,
) -> Result<Call, Error> {
    let calls = store::call::of_edition(conn, edition).await?.into_iter();
    for call in calls.filter(|call| is_listed(call) && call.visibility == Visibility::Code) {
        if codes::usable(conn, call.id, code, now).await?.is_some() {
            return Ok(call);
        }
    }
    Err(Error::NotFound)
}

/// The call of a submission that the caller has found.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn by_id(conn: &mut AsyncPgConnection, edition: Id<Edition>, id: CallId) -> Result<Call, Error> {
    store::call::find(conn, edition, id).await
}

fn is_listed(call: &Call) -> bool {
    call.listed_at.is_some() && call.archived_at.is_none()
}

impl Call {
    /// The tracks one may choose in it, with quotas.
    ///
    /// # Errors
    /// The database's.
    pub async fn tracks(&self, conn: &mut AsyncPgConnection) -> Result<Vec<Quota>, Error> {
        store::parts::tracks(conn, self.id).await
    }

    /// What one may propose in it, in order.
    ///
    /// # Errors
    /// The database's.
    pub async fn session_types(&self, conn: &mut AsyncPgConnection) -> Result<Vec<SessionType>, Error> {
        store::parts::session_types(conn, self.id).await
    }
}

/// The form on which a call's questions stand.
#[must_use]
pub fn form(call: &Call) -> questions::Form {
    questions::Form { edition: call.edition, call: Some(call.id.uuid()) }
}

/// The right to change the questions of a call. Their kinds are fixed once it was listed and has opened.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn editor(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: CallId,
    now: Moment,
) -> Result<questions::Editor, Error> {
    let call = call(conn, who, id).await?;
    Ok(questions::Editor::of_call(who, id.uuid(), call.has_opened(now)))
}
