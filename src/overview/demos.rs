//! What is on show: the demos among a release's sessions, and the companies behind them.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;

use super::{PublicProgramme, PublicSession};
use crate::{
    companies::{self, CompanyId, PublicCompany},
    error::Error,
    programme::{Released, Session},
    submissions::{ShownDemo, SubmissionId, demo},
    values::Id,
};

/// The companies on show and their demos: told, confirmed and released, and nothing before it is all three.
#[derive(Clone, Debug, Default)]
pub struct PublicDemos {
    companies: BTreeMap<CompanyId, PublicCompany>,
    demos: BTreeMap<SubmissionId, ShownDemo>,
}

/// A demo with its session and its company.
#[derive(Clone, Copy, Debug)]
pub struct OnShow<'a> {
    /// When and where it is shown, and what.
    pub session: &'a PublicSession,
    /// What else is said of it.
    pub demo: &'a ShownDemo,
    /// Whose it is.
    pub company: &'a PublicCompany,
}

impl PublicProgramme {
    /// What is on show, by time, then by room in the organiser's order.
    pub fn on_show(&self) -> impl Iterator<Item = OnShow<'_>> {
        self.taking_place().filter_map(|session| self.shown_in(session))
    }

    /// The demo that a session is, unless it is none or off.
    #[must_use]
    pub fn shown_in<'a>(&'a self, session: &'a PublicSession) -> Option<OnShow<'a>> {
        let submission = session.released.listed.submission.filter(|_| !session.released.cancelled)?;
        let demo = self.demos.demos.get(&submission)?;
        Some(OnShow { session, demo, company: self.demos.companies.get(&demo.company)? })
    }

    /// That company, while it is on show.
    #[must_use]
    pub fn company(&self, id: CompanyId) -> Option<&PublicCompany> {
        self.demos.companies.get(&id)
    }
}

/// What these sessions of a release show; those that are off show nothing.
///
/// # Errors
/// The database's.
pub(super) async fn demos_of(
    conn: &mut AsyncPgConnection,
    released: &BTreeMap<Id<Session>, Released>,
) -> Result<PublicDemos, Error> {
    let taking_place = released.values().filter(|one| !one.cancelled);
    let named: Vec<SubmissionId> = taking_place.filter_map(|one| one.listed.submission).collect();
    let demos = demo::on_show(conn, &named).await?;
    let companies: BTreeSet<CompanyId> = demos.iter().map(|demo| demo.company).collect();
    let companies: Vec<CompanyId> = companies.into_iter().collect();
    let companies = companies::public(conn, &companies).await?;
    Ok(PublicDemos {
        companies: companies.into_iter().map(|company| (company.id, company)).collect(),
        demos: demos.into_iter().map(|demo| (demo.submission, demo)).collect(),
    })
}
