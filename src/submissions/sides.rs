//! Who stands behind submissions, for those who look for conflicts of interest.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;

use super::{Application, SubmissionId, Whole, store};
use crate::{
    accounts::Account, calls::CallId, companies::Company, error::Error, speakers::Speaker, values::Id,
};

/// Who stands behind a submission.
#[derive(Clone, Debug)]
pub struct Side {
    /// Which.
    pub submission: SubmissionId,
    /// Who takes part or was asked to and has not declined; its owner too.
    pub people: Vec<Speaker>,
    /// The company that hands it in, and who acts for it.
    pub company: Option<(Company, Vec<Id<Account>>)>,
}

impl Whole {
    /// Who stands behind it.
    #[must_use]
    pub fn side(&self) -> Side {
        let company = |made: &Application| (made.company.clone(), made.members.clone());
        Side {
            submission: self.submission.id,
            people: self.people.clone(),
            company: self.application.as_ref().map(company),
        }
    }
}

/// Those behind everything that is in the running in a call: was handed in, not withdrawn, and fits its rules, as far as that was
/// looked at.
///
/// # Errors
/// The database's.
pub async fn sides(conn: &mut AsyncPgConnection, call: CallId) -> Result<Vec<Side>, Error> {
    let running = store::sides::running(conn, call).await?;
    let ids: Vec<SubmissionId> = running.iter().map(|(id, _)| *id).collect();
    let mut people: BTreeMap<SubmissionId, Vec<Speaker>> = BTreeMap::new();
    for (id, speaker) in store::sides::people(conn, &ids).await? {
        people.entry(id).or_default().push(speaker);
    }
    let behind = running.iter().filter_map(|(_, company)| *company).collect::<Vec<_>>();
    let companies = store::sides::companies(conn, &behind).await?;
    let side = |(submission, company): (SubmissionId, Option<_>)| Side {
        submission,
        people: people.remove(&submission).unwrap_or_default(),
        company: company.and_then(|id| companies.get(&id)).cloned(),
    };
    Ok(running.into_iter().map(side).collect())
}
