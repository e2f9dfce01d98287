//! Whether a type is open: the window of the type within the life of its edition, or of its side event.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Admission, Entrant, TYPE_OF_SPEAKERS, store::line::LineType};
use crate::{
    editions::EditionState,
    error::{Error, Reason},
    values::Moment,
};

/// Whether the public may register by a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Door {
    /// Not yet.
    NotYet {
        /// From when on.
        opens_at: Moment,
    },
    /// Now.
    Open {
        /// Until when.
        closes_at: Moment,
    },
    /// No more.
    Closed {
        /// Since when.
        closed_at: Moment,
    },
}

impl Door {
    /// The door at `now` of a window within an edition or a side event that ends at `ends_at`.
    #[must_use]
    pub fn at(now: Moment, opens_at: Option<Moment>, closes_at: Option<Moment>, ends_at: Moment) -> Self {
        let closes_at = closes_at.unwrap_or(ends_at).min(ends_at);
        match opens_at {
            _ if now >= closes_at => Self::Closed { closed_at: closes_at },
            Some(opens_at) if now < opens_at => Self::NotYet { opens_at },
            _ => Self::Open { closes_at },
        }
    }
}

/// Whether the entrant may come in by this type now. Windows bind visitors, not staff.
///
/// [`Error::NotFound`] for what is not there for them; [`Error::Conflict`] `registration_not_open`, `registration_closed`.
pub(super) fn welcome(admission: &Admission, way: &LineType, now: Moment) -> Result<(), Error> {
    let edition = admission.new.edition;
    if let Entrant::Pass(holder) = &admission.entrant {
        // What was promised stands, although the type is closed to others, or put away.
        let own = holder.pass().type_id == way.id && way.edition_id == edition;
        return if own { Ok(()) } else { Err(Error::NotFound) };
    }
    let on_stage_only = admission.entrant.is_visitor() && way.slug.as_str() == TYPE_OF_SPEAKERS;
    if on_stage_only
        || way.edition_id != edition
        || way.archived_at.is_some()
        || !admission.entrant.may_enter(edition)
    {
        return Err(Error::NotFound);
    }
    if !admission.entrant.is_visitor() {
        return Ok(());
    }
    if !way.is_public {
        return Err(Error::NotFound);
    }
    match (way.edition_state, Door::at(now, way.opens_at, way.closes_at, way.ends_at)) {
        (EditionState::Draft, _) => Err(Error::NotFound),
        (EditionState::Published, Door::Open { .. }) => Ok(()),
        (EditionState::Published, Door::NotYet { opens_at }) => {
            Err(Error::Conflict(Reason::new("registration_not_open").with("opens_at", opens_at)))
        }
        _ => Err(Error::conflict("registration_closed")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(second: i64) -> Moment {
        jiff::Timestamp::from_second(second).unwrap_or_default().into()
    }

    #[test]
    fn a_window_without_ends_lasts_as_long_as_the_edition() {
        assert_eq!(Door::at(moment(0), None, None, moment(9)), Door::Open { closes_at: moment(9) });
        assert_eq!(Door::at(moment(9), None, None, moment(9)), Door::Closed { closed_at: moment(9) });
    }

    #[test]
    fn the_opening_second_is_open_and_the_closing_second_is_closed() {
        let at = |now| Door::at(moment(now), Some(moment(3)), Some(moment(5)), moment(9));
        assert_eq!(at(2), Door::NotYet { opens_at: moment(3) });
        assert_eq!(at(3), Door::Open { closes_at: moment(5) });
        assert_eq!(at(5), Door::Closed { closed_at: moment(5) });
    }

    #[test]
    fn no_window_outlives_its_edition() {
        let late = Door::at(moment(9), Some(moment(3)), Some(moment(50)), moment(9));
        assert_eq!(late, Door::Closed { closed_at: moment(9) });
    }
}
