//! Who may do something with a submission: its owner, or whoever acts for the company that hands it in.

use diesel_async::AsyncPgConnection;

use super::{Submission, SubmissionId, store};
use crate::{
    audit::Actor,
    companies::{self, Member},
    error::Error,
    speakers::{self, Presenter, Through},
};

/// The proof of an applicant.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// A speaker, or her contact: of what she owns.
    Presenter(&'a Presenter),
    /// A member of a company: of what the company hands in.
    Member(&'a Member),
}

impl<'a> From<&'a Presenter> for By<'a> {
    fn from(who: &'a Presenter) -> Self {
        Self::Presenter(who)
    }
}

impl<'a> From<&'a Member> for By<'a> {
    fn from(who: &'a Member) -> Self {
        Self::Member(who)
    }
}

impl<'a> By<'a> {
    /// Who acts.
    pub(super) fn actor(self) -> &'a Actor {
        match self {
            Self::Presenter(who) => who.actor(),
            Self::Member(who) => who.actor(),
        }
    }

    /// By which way.
    pub(super) fn through(self) -> Through {
        match self {
            Self::Presenter(who) => who.through(),
            Self::Member(_) => Through::Account,
        }
    }

    /// One that is the applicant's to write, read without a lock.
    pub(super) async fn find(
        self,
        conn: &mut AsyncPgConnection,
        id: SubmissionId,
    ) -> Result<Submission, Error> {
        let row = store::submission::find(conn, id).await?;
        let hers = match self {
            Self::Presenter(who) => row.owner == speakers::me(conn, who).await?.id,
            Self::Member(who) => {
                row.company == Some(who.company())
                    && companies::is_member(conn, who.company(), who.account()).await?
            }
        };
        if hers { Ok(row) } else { Err(Error::NotFound) }
    }
}
