//! What nodes keep in memory of an edition: what its form asks, and whether places are open.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Door,
    seat::Places,
    store,
    types::{self, RegistrationType, TypeId},
};
use crate::{
    capacity,
    editions::{self, ConsentText, Edition, SideEvent, parts},
    error::Error,
    questions::{self, Question},
    values::{Id, Moment},
};

/// Everything an edition asks of those who register.
#[derive(Clone, Debug)]
pub struct Form {
    /// The edition.
    pub edition: Edition,
    /// The ways to attend the forum or one of its side events that are not archived, in order.
    pub types: Vec<RegistrationType>,
    /// The side events, in order.
    pub side_events: Vec<SideEvent>,
    /// The questions that are asked, in order.
    pub questions: Vec<Question>,
    /// What is agreed to, the statement on collection first.
    pub consents: Vec<ConsentText>,
}

/// What somebody who comes now would find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Availability {
    /// Registration has not opened.
    NotYet {
        /// When it does.
        opens_at: Moment,
    },
    /// Places are free.
    Places {
        /// When registration closes.
        closes_at: Moment,
    },
    /// Only the waiting list is open.
    WaitingList {
        /// When registration closes.
        closes_at: Moment,
    },
    /// Registration has closed.
    Closed {
        /// Since when.
        closed_at: Moment,
    },
}

impl Form {
    /// What everybody may know of it: nothing of side events that are not published.
    #[must_use]
    pub fn public(mut self) -> Self {
        let Self { types, side_events, .. } = &mut self;
        side_events.retain(|event| event.published);
        types.retain(|way| way.side_event.is_none_or(|id| side_events.iter().any(|event| event.id == id)));
        self
    }

    /// The ways to attend one side event, or the forum itself.
    pub fn ways(&self, side_event: Option<Id<SideEvent>>) -> impl Iterator<Item = &RegistrationType> {
        self.types.iter().filter(move |way| way.side_event == side_event)
    }

    /// One of the side events.
    #[must_use]
    pub fn side_event(&self, id: Id<SideEvent>) -> Option<&SideEvent> {
        self.side_events.iter().find(|event| event.id == id)
    }

    /// When what one attends by this type ends.
    fn end_of(&self, way: &RegistrationType) -> Moment {
        let event = way.side_event.and_then(|id| self.side_event(id));
        event.map_or(self.edition.ends_at, |event| event.ends_at)
    }
}

/// The form of `edition`, for its staff; [`Form::public`] is everybody's.
///
/// # Errors
/// The database's.
pub async fn form(conn: &mut AsyncPgConnection, edition: Edition) -> Result<Form, Error> {
    let types = types::open_types(conn, edition.id).await?;
    let questions = questions::questions(conn, edition.id).await?;
    let consents = editions::current_consent_texts(conn, edition.id).await?;
    let side_events = parts::list(conn, edition.id).await?;
    Ok(Form { edition, types, side_events, questions, consents })
}

/// What a newcomer would find for each type of the form, by the same rule that seats her.
///
/// # Errors
/// The database's.
pub async fn availability(
    conn: &mut AsyncPgConnection,
    form: &Form,
    now: Moment,
) -> Result<BTreeMap<TypeId, Availability>, Error> {
    let pools = capacity::pools(conn, form.edition.id).await?;
    let types: Vec<TypeId> = form.types.iter().map(|way| way.id).collect();
    let draws = store::line::draws(conn, &types).await?;
    let mut places = Places::new(pools.iter().map(|pool| (pool.id, pool.free())).collect(), &draws);
    let waiting = store::line::waiting(conn, &places.roomy(), None).await?;
    places.reserve(waiting.into_iter().map(|waiter| waiter.type_id));
    let found = |way: &RegistrationType| match Door::at(now, way.opens_at, way.closes_at, form.end_of(way)) {
        Door::NotYet { opens_at } => Availability::NotYet { opens_at },
        Door::Closed { closed_at } => Availability::Closed { closed_at },
        Door::Open { closes_at } if places.room(way.id) == Some(0) => Availability::WaitingList { closes_at },
        Door::Open { closes_at } => Availability::Places { closes_at },
    };
    Ok(form.types.iter().map(|way| (way.id, found(way))).collect())
}
