//! Making sessions out of what was handed in and confirmed.

use diesel_async::AsyncPgConnection;

use super::{
    NewSession, Part, SessionDetails, SessionKind, SessionRow, Unplanned, fields::STEP, sessions, store,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    editions::Edition,
    error::Error,
    speakers::SpeakerId,
    submissions::{self, Invitation, Participant, SubmissionId},
    values::Id,
};

/// How long a session is, in minutes, where nobody said so.
const MINUTES: i32 = 30;

/// What was handed in and confirmed, and is no session yet, in the order in which it came in.
///
/// # Errors
/// The database's.
pub async fn unplanned(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Unplanned>, Error> {
    store::unplanned::of_edition(conn, who.edition(), None).await
}

/// How many there are; a count, for whoever may see counts.
///
/// # Errors
/// The database's.
pub async fn count_unplanned(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<i64, Error> {
    let waiting = store::unplanned::of_edition(conn, edition.uuid(), None).await?;
    Ok(i64::try_from(waiting.len()).unwrap_or(i64::MAX))
}

/// Makes a session without a slot of each of these, with those who agreed to take part.
///
/// # Errors
/// [`Error::NotFound`] when one is not [`unplanned`] or not any more; [`Error::Invalid`]
/// `submission_placed` when somebody else made one of them into a session at the same moment.
pub async fn adopt(tx: &mut Tx, who: &Programme, chosen: &[SubmissionId]) -> Result<Vec<SessionRow>, Error> {
    let mut waiting = unplanned(tx, who).await?;
    waiting.retain(|one| chosen.contains(&one.submission));
    if chosen.iter().any(|id| !waiting.iter().any(|one| one.submission == *id)) {
        return Err(Error::NotFound);
    }
    let mut made = Vec::with_capacity(waiting.len());
    for one in waiting {
        let (submission, participants) =
            (one.submission, submissions::participants(tx, who, one.submission).await?);
        made.push(sessions::insert(tx, who, Some(submission), session_of(one, &participants)).await?);
    }
    Ok(made)
}

pub(super) fn session_of(one: Unplanned, participants: &[Participant]) -> NewSession {
    let details = SessionDetails {
        kind: SessionKind::Session,
        title: one.title,
        r#abstract: one.summary,
        spoken: one.spoken,
        track: one.track,
        minutes: one.minutes.map_or(MINUTES, stepped),
        setup_minutes: 0,
        expected: 0,
    };
    NewSession { details, people: participants.iter().filter_map(part).collect() }
}

/// What a participant does in the session; nothing for who has not agreed or is not on stage.
fn part(participant: &Participant) -> Option<(SpeakerId, Part)> {
    let part = match participant.part {
        submissions::Part::Speaker | submissions::Part::Panellist => Part::Speaker,
        submissions::Part::Moderator => Part::Chair,
        submissions::Part::Contact => return None,
    };
    (participant.invitation == Invitation::Accepted).then_some((participant.speaker, part))
}

/// The next whole step of minutes.
fn stepped(minutes: i32) -> i32 {
    minutes + (STEP - minutes % STEP) % STEP
}
