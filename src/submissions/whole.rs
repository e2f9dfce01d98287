//! Whole submissions, for reviewers.

use diesel_async::AsyncPgConnection;
use serde_json::Value;

use super::{
    Attached, DemoDraft, Invitation, Submission, SubmissionId, attachments, demo, reads::answers_of, store,
};
use crate::{
    accounts::Account,
    calls::CallId,
    companies::{self, Company},
    editions::{Edition, Track},
    error::Error,
    files::File,
    keys::Keys,
    questions::Question,
    speakers::{self, Speaker},
    values::Id,
};

/// A submission with its people and answers, for those whom `reviews` let in.
#[derive(Clone, Debug)]
pub struct Whole {
    /// What was handed in.
    pub submission: Submission,
    /// Who takes part or was asked to and has not declined, in order; its owner too.
    pub people: Vec<Speaker>,
    /// Every answer that is not sensitive, with its question, in the form's order.
    pub answers: Vec<(Question, Value)>,
    /// Every file that answers a question, in the form's order.
    pub files: Vec<Attached>,
    /// What a company hands in beside them.
    pub application: Option<Application>,
}

/// A demo with the company that hands it in.
#[derive(Clone, Debug)]
pub struct Application {
    /// The company.
    pub company: Company,
    /// Who acts for it, none of whom may judge it.
    pub members: Vec<Id<Account>>,
    /// The demo.
    pub demo: DemoDraft,
    /// Its deck and its video, where they were sent.
    pub files: Vec<File>,
}

/// The demo of a submission that the caller has found, if it is one.
///
/// # Errors
/// The database's.
pub async fn application(
    conn: &mut AsyncPgConnection,
    row: &Submission,
) -> Result<Option<Application>, Error> {
    let Some(company) = row.company else { return Ok(None) };
    let members = companies::accounts_of(conn, company).await?;
    let company = companies::of_submission(conn, company).await?;
    let files = demo::files_of(conn, row.id).await?;
    Ok(Some(Application { company, members, demo: demo::demo_of(conn, row.id).await?, files }))
}

/// Those of the edition, in the order given, that were handed in and not withdrawn; where words are given, only those that
/// they find.
///
/// # Errors
/// The database's; [`Error::Internal`] when a sealed answer can't be opened.
pub async fn whole(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    edition: Id<Edition>,
    ids: &[SubmissionId],
    words: &str,
) -> Result<Vec<Whole>, Error> {
    let found = store::list::submitted(conn, edition, ids, words).await?;
    let mut whole = Vec::new();
    for submission in ids.iter().filter_map(|id| found.iter().find(|row| row.id == *id)) {
        let mut people = Vec::new();
        for one in store::people::of(conn, submission.id).await? {
            if one.invitation != Invitation::Declined {
                people.push(speakers::of_submission(conn, edition, one.speaker).await?);
            }
        }
        let mut answers = answers_of(conn, keys, submission).await?;
        answers.retain(|(question, _)| !question.sensitive);
        let files = attachments::of(conn, submission).await?;
        let application = application(conn, submission).await?;
        whole.push(Whole { submission: submission.clone(), people, answers, files, application });
    }
    Ok(whole)
}

/// Who demonstrates in a call, or in one track of it: was told of a slot and has not given it up; in the order of ids.
///
/// # Errors
/// The database's.
pub async fn demonstrating(
    conn: &mut AsyncPgConnection,
    call: CallId,
    track: Option<Id<Track>>,
) -> Result<Vec<SubmissionId>, Error> {
    store::list::demonstrating(conn, call, track).await
}

/// What was handed in to a call, was not withdrawn and is not declined: what is reviewed.
///
/// # Errors
/// The database's.
pub async fn to_review(conn: &mut AsyncPgConnection, call: CallId) -> Result<Vec<SubmissionId>, Error> {
    store::list::to_review(conn, call).await
}
