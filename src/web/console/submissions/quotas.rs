//! How far the tracks of a call are filled, in words.

use diesel_async::AsyncPgConnection;

use crate::{
    accounts::proofs::Programme,
    calls::CallId,
    editions::Track,
    error::Error,
    http::{Shown, Ui},
    submissions::{self, Filled},
};

/// A track and how far it is filled.
pub(super) struct Filling {
    pub(super) track: Shown,
    pub(super) accepted: String,
    pub(super) rest: String,
    pub(super) over: bool,
}

impl Filling {
    /// The tracks of a call, in the edition's order.
    pub(super) async fn all(
        conn: &mut AsyncPgConnection,
        who: &Programme,
        (call, tracks): (CallId, &[Track]),
        ui: &Ui,
    ) -> Result<Vec<Self>, Error> {
        let filled = submissions::filled(conn, who, call).await?;
        let found = |track: &Track| filled.iter().find(|one| one.track == track.id);
        Ok(tracks.iter().filter_map(|track| Some(Self::of(track, found(track)?, ui))).collect())
    }

    fn of(track: &Track, filled: &Filled, ui: &Ui) -> Self {
        let accepted = match filled.quota {
            Some(quota) => ui.t2("quota-accepted", "count", filled.accepted, "quota", quota),
            None => ui.t1("quota-accepted-any", "count", filled.accepted),
        };
        Self {
            track: Shown::of(&track.name, ui.lang),
            accepted,
            rest: ui.t2("quota-rest", "confirmed", filled.confirmed, "standby", filled.standby),
            over: filled.is_over(),
        }
    }
}
