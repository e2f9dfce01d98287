//! A company's applications: writing one, its files, what judges will see, and where it stands.

mod act;
mod card;
mod fields;
mod files;
mod preview;
mod save;
mod show;

pub(super) use act::{confirm, reply, start, turn_down, withdraw};
pub(super) use card::{Card, OpenCall};
pub(super) use files::{read, remove, send};
pub(super) use preview::show as preview;
pub(super) use save::save;
pub(super) use show::show;

use actix_web::web;

use super::member;
use crate::{
    calls,
    companies::{self, Company, CompanyId, Member},
    editions::Edition,
    error::Error,
    files::File,
    http::{App, Own},
    reviews,
    submissions::{self, CallForm, DemoDraft, Eligibility, Next, OwnSubmission, SubmissionId, demo},
    values::{Lang, Moment},
};

/// Where a page of one application stands: language, company, submission.
type At = web::Path<(Lang, CompanyId, SubmissionId)>;

/// Where an application's page stands.
pub(in crate::web) fn place(lang: Lang, company: CompanyId, id: SubmissionId) -> String {
    format!("{}/applications/{id}", super::place(lang, company))
}

/// One of the company's applications with all that stands in it.
struct Opened {
    who: Member,
    company: Company,
    edition: Edition,
    row: OwnSubmission,
    form: CallForm,
    demo: DemoDraft,
    files: Vec<File>,
    found: Option<Eligibility>,
    /// What judges let the company read.
    comments: Vec<String>,
    /// The answers to the call's questions, as the form sends them.
    answers: Vec<(String, String)>,
}

impl Opened {
    async fn of(app: &App, own: &Own, (company, id): (CompanyId, SubmissionId)) -> Result<Self, Error> {
        let who = member(app, own, company).await?;
        let mut conn = app.db.read().await?;
        let row = submissions::own_one(&mut conn, &who, id).await?;
        let call = calls::by_id(&mut conn, row.edition, row.call).await?;
        let form = submissions::form(&mut conn, call).await?;
        let answers = submissions::own_answers_as_typed(&mut conn, &app.keys, &who, id).await?;
        let demo = demo::demo(&mut conn, &who, id).await?;
        let files = demo::demo_files(&mut conn, &who, id).await?;
        let found = submissions::own_eligibility(&mut conn, &who, id).await?;
        let comments = reviews::shared_with_owner(&mut conn, &row).await?;
        let company = companies::of_member(&mut conn, &who).await?;
        drop(conn);
        let edition = app.pages.edition(&app.db, row.edition).await?;
        Ok(Self { who, company, edition, row, form, demo, files, found, comments, answers })
    }

    /// What may be edited: everything until the deadline, and afterwards what may be corrected or was accepted.
    fn is_editable(&self) -> bool {
        let open = self.form.call.check_open(Moment::now()).is_ok();
        match self.row.next {
            Next::Submit | Next::AwaitDecision | Next::StandBy => open,
            Next::Correct | Next::Confirm | Next::Prepare => true,
            Next::Declined | Next::TurnedDown | Next::Lapsed | Next::Withdrawn => false,
        }
    }
}
