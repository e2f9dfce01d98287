//! How far the tracks of a call are filled.

use diesel_async::AsyncPgConnection;

use super::{Answer, Verdict, store};
use crate::{
    accounts::proofs::Programme,
    calls::{self, CallId, Quota},
    editions::Track,
    error::Error,
    values::Id,
};

/// A track of a call, and what was decided in it so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The track.
    pub track: Id<Track>,
    /// How many are meant to be accepted; none means as many as are good.
    pub quota: Option<i32>,
    /// How many are accepted and were not given up.
    pub accepted: usize,
    /// How many of these are confirmed.
    pub confirmed: usize,
    /// How many are on standby.
    pub standby: usize,
}

impl Filled {
    /// Whether more are accepted than were meant to be.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.quota.and_then(|quota| usize::try_from(quota).ok()).is_some_and(|quota| self.accepted > quota)
    }
}

/// The tracks of a call with their quotas, and how far each is filled.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn filled(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<Filled>, Error> {
    let call = calls::call(conn, who, call).await?;
    let decided = store::list::decided(conn, call.id).await?;
    let of = |Quota { track, quota }| {
        let count = |fits: fn(Verdict, Answer) -> bool| {
            decided
                .iter()
                .filter(|(own, verdict, answer)| *own == Some(track) && fits(*verdict, *answer))
                .count()
        };
        Filled {
            track,
            quota,
            accepted: count(|verdict, answer| {
                verdict == Verdict::Accepted && matches!(answer, Answer::None | Answer::Confirmed)
            }),
            confirmed: count(|verdict, answer| (verdict, answer) == (Verdict::Accepted, Answer::Confirmed)),
            standby: count(|verdict, _| verdict == Verdict::Standby),
        }
    };
    Ok(call.tracks(conn).await?.into_iter().map(of).collect())
}
