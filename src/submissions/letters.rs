//! What applicants would be told: every mail beforehand, as it would go out.

use diesel_async::AsyncPgConnection;

use super::{Event, Filter, Stage, Submission, SubmissionId, Verdict, mails::Told, store, tell::deadline};
use crate::{
    accounts::proofs::Programme,
    calls,
    db::Tx,
    editions::Edition,
    error::Error,
    mail::NewMail,
    speakers::{self, Speaker},
    values::Moment,
};

/// As many letters as one page shows.
const MOST: i64 = 200;

/// What one applicant would be told.
#[derive(Clone, Debug)]
pub struct Letter {
    /// About which submission, as it stands now.
    pub submission: Submission,
    /// What she would hear.
    pub verdict: Verdict,
    /// Who she is.
    pub speaker: Speaker,
    /// The mail, to her or to her contact; none where no address is known, and somebody has to call.
    pub mail: Option<NewMail>,
}

/// What telling would send now: at most 200 letters, the newest submissions first.
///
/// # Errors
/// The database's.
pub async fn untold(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    edition: &Edition,
    now: Moment,
) -> Result<Vec<Letter>, Error> {
    let filter = Filter { stage: Some(Stage::Untold), ..Filter::default() };
    let mut letters = Vec::new();
    for submission in store::list::list(conn, who.edition(), &filter, MOST).await? {
        let call = calls::by_id(conn, submission.edition, submission.call).await?;
        let event = Event::Tell(Some(deadline(&call, &edition.zone, now)));
        let Ok(told) = submission.standing().after(event, now) else { continue };
        let (Some(verdict), confirm_by) = (told.told, told.confirm_by) else { continue };
        let speaker = speakers::of_submission(conn, submission.edition, submission.owner).await?;
        let row = Submission { told: Some(verdict), confirm_by, ..submission.clone() };
        let mail = speaker
            .addressee()
            .and_then(|addressee| Told { row: &row, call: &call, addressee }.decision(&edition.zone));
        letters.push(Letter { submission, verdict, speaker, mail });
    }
    Ok(letters)
}

/// That all of them are decided as they were when somebody read their letters; they stay locked.
///
/// # Errors
/// [`Error::Conflict`] `decided_meanwhile`; [`Error::NotFound`] when one is not of the proof's edition.
pub async fn still(tx: &mut Tx, who: &Programme, seen: &[(SubmissionId, Verdict)]) -> Result<(), Error> {
    let ids: Vec<SubmissionId> = seen.iter().map(|(id, _)| *id).collect();
    let rows = store::submission::lock(tx, who.edition(), &ids).await?;
    let same = |(id, verdict): &(SubmissionId, Verdict)| {
        rows.iter().any(|row| row.id == *id && row.decision == Some(*verdict))
    };
    if seen.iter().all(same) { Ok(()) } else { Err(Error::conflict("decided_meanwhile")) }
}
