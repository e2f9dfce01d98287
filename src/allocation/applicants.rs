//! All that a proposal is made of, and its digest.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Place, Settled, store};
use crate::{
    accounts::proofs::Programme,
    calls::{self, CallId},
    companies::{CompanyId, Region},
    editions::Track,
    error::Error,
    reviews,
    speakers::SpeakerId,
    submissions::{self, Answer, Facility, Filter, Lifecycle, Spoken, Submission, SubmissionId, Verdict},
    values::{Id, Moment},
};

/// Who wants a slot, and what is known of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// What they handed in.
    pub submission: SubmissionId,
    /// In which track.
    pub track: Option<Id<Track>>,
    /// Its normalised score in hundredths of a point; none where nobody gave one.
    pub merit: Option<u32>,
    /// Where their company is at home.
    pub region: Option<Region>,
    /// Their company.
    pub company: Option<CompanyId>,
    /// Who would be on stage.
    pub presenters: BTreeSet<SpeakerId>,
    /// The power that they need.
    pub watts: u32,
    /// The floor that they need.
    pub square_metres: u32,
    /// What has to be there.
    pub facilities: BTreeSet<Facility>,
    /// The languages in which they can show it; any where none is named.
    pub spoken: BTreeSet<Spoken>,
    /// When each who said so can come; all of them must.
    pub available: Vec<Vec<(Moment, Moment)>>,
    /// When somebody of them is on stage in another session of the draft.
    pub busy: Vec<(Moment, Moment)>,
    /// When they would like best to come; empty where it makes no difference to them.
    pub preferred: Vec<(Moment, Moment)>,
    /// What is settled: by people, or because they were promised a slot.
    pub settled: Option<Settled>,
}

/// All that a proposal is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Whether the round of the scores is closed, so that they can't change any more.
    pub closed: bool,
    /// Who wants a slot, the earliest first.
    pub applicants: Vec<Applicant>,
    /// The slots, in the order of time.
    pub places: Vec<Place>,
}

impl Input {
    /// What tells this input from any other.
    ///
    /// # Errors
    /// [`Error::Internal`] when it can't be written down.
    pub fn digest(&self) -> Result<String, Error> {
        let bytes = serde_json::to_vec(self).map_err(Error::internal)?;
        Ok(data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes)))
    }
}

/// What a proposal for a call would be made of now: everything handed in that was not declined. What does not fit the call's rules
/// is left out, unless it was promised a slot.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn input(conn: &mut AsyncPgConnection, who: &Programme, call: CallId) -> Result<Input, Error> {
    let call = calls::call(conn, who, call).await?;
    let ranking = reviews::ranking(conn, who, call.id).await?;
    let filter = Filter { call: Some(call.id), ..Filter::default() };
    let mut rows = submissions::list(conn, who, &filter, i64::MAX).await?;
    rows.retain(|row| row.lifecycle == Lifecycle::Submitted && row.decision != Some(Verdict::Declined));
    let failed = submissions::failed(conn, call.id).await?;
    rows.retain(|row| !failed.contains(&row.id) || promised(row) == Some(Settled::In));
    rows.sort_by_key(|row| row.id);
    let pins = store::pin::of_call(conn, call.id).await?;
    let presenters = store::applicant::presenters(conn, call.id).await?;
    let everybody = presenters.values().flatten().copied().collect();
    let availability = store::applicant::availability_of(conn, &everybody).await?;
    let (demos, windows) =
        (store::applicant::demos(conn, call.id).await?, store::applicant::windows(conn, call.id).await?);
    let own: Vec<SubmissionId> = demos.keys().copied().collect();
    let elsewhere = store::applicant::elsewhere(conn, &own, &everybody).await?;
    let preferences = store::applicant::preferences(conn, call.id).await?;
    let applicant = |row: &Submission| {
        let demo = demos.get(&row.id).cloned().unwrap_or_default();
        let number = |value: Option<i32>| value.map_or(0, i32::unsigned_abs);
        let standing = ranking.as_ref().and_then(|ranking| ranking.standings.get(&row.id));
        let presenters = presenters.get(&row.id).cloned().unwrap_or_default();
        Applicant {
            submission: row.id,
            track: row.track,
            merit: standing.map(|standing| (standing.normalised.max(0.0) * 100.0).round() as u32),
            region: demo.region,
            company: demo.company,
            watts: number(demo.watts),
            square_metres: number(demo.square_metres),
            facilities: demo.facilities.unwrap_or_default().into_iter().collect(),
            spoken: row.spoken.iter().copied().collect(),
            available: presenters
                .iter()
                .filter_map(|who| availability.get(who))
                .chain(windows.get(&row.id))
                .cloned()
                .collect(),
            busy: presenters.iter().filter_map(|who| elsewhere.get(who)).flatten().copied().collect(),
            preferred: preferences.get(&row.id).cloned().unwrap_or_default(),
            presenters,
            settled: promised(row).or_else(|| pins.get(&row.id).copied()),
        }
    };
    Ok(Input {
        closed: ranking.as_ref().is_some_and(|ranking| ranking.round.closed_at.is_some()),
        applicants: rows.iter().map(applicant).collect(),
        places: store::place::of_call(conn, call.id).await?,
    })
}

/// Who was told of a slot has one, unless they gave it up.
fn promised(row: &Submission) -> Option<Settled> {
    let told = row.told == Some(Verdict::Accepted);
    match row.answer {
        Answer::None | Answer::Confirmed => told.then_some(Settled::In),
        Answer::TurnedDown | Answer::Lapsed => Some(Settled::Out),
    }
}
