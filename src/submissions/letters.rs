//! What applicants are told: every letter can be read beforehand, as it would go out.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;

use super::{
    Event, Filter, Letterform, Stage, Submission, SubmissionId, Verdict,
    mails::Told,
    store,
    tell::{deadline, send},
    wording::nearest,
};
use crate::{
    accounts::proofs::Programme,
    calls,
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{NewMail, Renderer, Rendering},
    speakers::{self, Speaker},
    values::{Moment, Zone},
};

/// What judges let applicants read, by submission. It stands in the letters that decline.
pub type Shared = BTreeMap<SubmissionId, Vec<String>>;

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
    /// The mail, to her or to her contact, and how it is printed; none where no address is known, and somebody has to
    /// call.
    pub mail: Option<(NewMail, Rendering)>,
}

/// A letter that somebody read.
#[derive(Clone, Debug)]
pub struct Read {
    /// About which submission.
    pub submission: SubmissionId,
    /// What it told.
    pub verdict: Verdict,
    /// Its [fingerprint](Letter::fingerprint); none where only the verdict was looked at.
    pub fingerprint: Option<String>,
}

impl Letter {
    /// Another one as soon as anything in the letter is.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.mail.as_ref().map(|(_, printed)| printed.fingerprint()).unwrap_or_default()
    }
}

/// A letter before it is sent: the event that it tells, and the mail.
pub(super) struct Written {
    pub(super) event: Event,
    verdict: Verdict,
    speaker: Speaker,
    pub(super) mail: Option<NewMail>,
}

/// Writes the letter about what `event` makes of a submission, with a date to confirm by; where it declines, with what
/// judges let the applicant read.
///
/// # Errors
/// [`Error::Conflict`] with what stands against the event.
pub(super) async fn write(
    conn: &mut AsyncPgConnection,
    row: &Submission,
    event: fn(Option<Moment>) -> Event,
    shared: &Shared,
    zone: &Zone,
    now: Moment,
) -> Result<Written, Error> {
    let call = calls::by_id(conn, row.edition, row.call).await?;
    let event = event(Some(deadline(&call, zone, now)));
    let to = row.standing().after(event, now).map_err(Error::Conflict)?;
    let verdict = to.told.ok_or_else(|| Error::conflict("submission_undecided"))?;
    let speaker = speakers::of_submission(conn, row.edition, row.owner).await?;
    let told = Submission { told: to.told, confirm_by: to.confirm_by, ..row.clone() };
    let mail = match speaker.addressee() {
        None => None,
        Some(addressee) => {
            let form = Letterform { submission: Some(row.id), verdict, lang: addressee.lang() };
            let wording = nearest(conn, row.edition.uuid(), &form).await?;
            let told = Told { row: &told, call: &call, addressee };
            let mail = match verdict {
                Verdict::Declined => {
                    told.declined(shared.get(&row.id).map(Vec::as_slice).unwrap_or_default())
                }
                Verdict::Accepted | Verdict::Standby => told.decision(verdict, zone),
            };
            Some(mail.worded(wording.map(|(wording, _)| wording)))
        }
    };
    Ok(Written { event, verdict, speaker, mail })
}

/// What telling would send now: at most 200 letters, the newest submissions first.
///
/// # Errors
/// The database's.
pub async fn untold(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Programme,
    edition: &Edition,
    shared: &Shared,
    now: Moment,
) -> Result<Vec<Letter>, Error> {
    let filter = Filter { stage: Some(Stage::Untold), ..Filter::default() };
    let mut letters = Vec::new();
    for submission in store::list::list(conn, who.edition(), &filter, MOST).await? {
        match write(conn, &submission, Event::Tell, shared, &edition.zone, now).await {
            Ok(written) => letters.push(printed(submission, written, renderer, edition)?),
            Err(Error::Conflict(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(letters)
}

fn printed(
    submission: Submission,
    written: Written,
    renderer: &Renderer,
    edition: &Edition,
) -> Result<Letter, Error> {
    let Written { verdict, speaker, mail, .. } = written;
    let print = |mail: NewMail| {
        let printed = renderer.preview(&mail, &edition.letterhead())?;
        Ok::<_, Error>((mail, printed))
    };
    Ok(Letter { submission, verdict, speaker, mail: mail.map(print).transpose()? })
}

/// Tells all of them, or none, what somebody read that they would be told: the very letters.
///
/// # Errors
/// [`Error::Conflict`]: `decided_meanwhile`, `letters_changed` where one says something else by now, and those of
/// [`tell`](super::tell()); [`Error::NotFound`] when one is not of the proof's edition.
pub async fn tell_as_read(
    tx: &mut Tx,
    renderer: &Renderer,
    who: &Programme,
    edition: &Edition,
    (read, shared): (&[Read], &Shared),
    now: Moment,
) -> Result<(), Error> {
    let ids: Vec<SubmissionId> = read.iter().map(|letter| letter.submission).collect();
    for row in store::submission::lock(tx, who.edition(), &ids).await? {
        let Some(seen) = read.iter().find(|letter| letter.submission == row.id) else { continue };
        if row.decision != Some(seen.verdict) {
            return Err(Error::conflict("decided_meanwhile"));
        }
        let written = write(tx, &row, Event::Tell, shared, &edition.zone, now).await?;
        let (event, mail) = (written.event, written.mail.clone());
        let letter = printed(row.clone(), written, renderer, edition)?;
        if seen.fingerprint.as_ref().is_some_and(|seen| *seen != letter.fingerprint()) {
            return Err(Error::conflict("letters_changed"));
        }
        send(tx, who.actor(), &row, (event, mail), now).await?;
    }
    Ok(())
}
