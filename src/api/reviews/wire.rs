//! A reviewer's desk as the API shows it: named field by field, so that nothing she may not see slips in.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::demo::{CompanyBody, DemoBody, DemoFileBody};
use crate::{
    api::{attachments::AttachmentBody, calls::RoundBody},
    calls::{Call, Round},
    reviews::{Item, NewReview, Task},
    speakers::Speaker,
    submissions::Spoken,
    values::{Id, Line, Localised},
};

/// A round that she has something to review in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewTask)]
pub(in crate::api) struct TaskBody {
    /// What the call is called.
    call: Localised,
    /// The round, with what it scores.
    round: RoundBody,
    /// How many submissions she sees in it.
    assigned: usize,
    /// How many of those she reviewed.
    done: usize,
}

impl From<Task> for TaskBody {
    fn from(Task { call, round, assigned, done }: Task) -> Self {
        Self { call: call.name, round: round.into(), assigned, done }
    }
}

/// A round on her desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewDesk)]
pub(in crate::api) struct DeskBody {
    /// What the call is called.
    call: Localised,
    /// The round, with what it scores.
    round: RoundBody,
    /// What she is to review.
    items: Vec<ItemBody>,
}

impl DeskBody {
    pub(super) fn of(call: &Call, round: Round, items: Vec<Item>) -> Self {
        let items = items.into_iter().map(ItemBody::from).collect();
        Self { call: call.name.clone(), round: round.into(), items }
    }
}

/// A submission as a reviewer sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewItem)]
pub(in crate::api) struct ItemBody {
    /// The submission's id.
    submission: Uuid,
    /// What it is called.
    title: Option<Localised>,
    /// What it is about.
    summary: Option<Localised>,
    /// The languages it is spoken in.
    spoken: Vec<Spoken>,
    /// The id of its track.
    track: Option<Uuid>,
    /// The id of its session type.
    session_type: Option<Uuid>,
    /// Whose it is; nobody in a blind round.
    people: Vec<AuthorBody>,
    /// What its call asked, by the question's slug; in a blind round nothing that names or links anybody.
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    answers: BTreeMap<String, Value>,
    /// The files that answer what its call asked; none in a blind round.
    files: Vec<AttachmentBody>,
    /// What a company demonstrates.
    demo: Option<DemoBody>,
    /// Which company; nobody in a blind round.
    company: Option<CompanyBody>,
    /// Its deck and its video, to be read below `files`; none in a blind round.
    demo_files: Vec<DemoFileBody>,
    /// What she said so far.
    said: Option<ReviewBody>,
}

impl From<Item> for ItemBody {
    fn from(Item { submission, people, answers, files, demo, company, demo_files, said }: Item) -> Self {
        let answers = answers.into_iter().map(|(question, value)| (question.slug.to_string(), value));
        Self {
            submission: submission.id.uuid(),
            title: submission.title,
            summary: submission.summary,
            spoken: submission.spoken,
            track: submission.track.map(Id::uuid),
            session_type: submission.session_type.map(Id::uuid),
            people: people.into_iter().map(AuthorBody::from).collect(),
            answers: answers.collect(),
            files: files.into_iter().map(AttachmentBody::from).collect(),
            demo: demo.map(DemoBody::from),
            company: company.map(CompanyBody::from),
            demo_files: demo_files.into_iter().map(DemoFileBody::from).collect(),
            said: said.map(ReviewBody::from),
        }
    }
}

/// Somebody who takes part in what is reviewed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewedAuthor)]
pub(in crate::api) struct AuthorBody {
    /// Her name in Latin letters.
    name_latin: Option<String>,
    /// Her name in Chinese characters.
    name_han: Option<String>,
    /// Where she works.
    organisation: Option<String>,
    /// What she does there.
    job_title: Option<String>,
    /// Who she is.
    biography: Option<Localised>,
}

impl From<Speaker> for AuthorBody {
    fn from(row: Speaker) -> Self {
        let line = |line: Option<Line<120>>| line.map(|line| line.as_str().to_owned());
        let Speaker { name_latin, name_han, organisation, job_title, biography, .. } = row;
        Self { name_latin, name_han, organisation: line(organisation), job_title: line(job_title), biography }
    }
}

/// What she said about a submission.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Review)]
pub(in crate::api) struct ReviewBody {
    /// Whether she gives no judgement.
    abstains: bool,
    /// Whether it passes the call's rules; null where that is not asked.
    eligible: Option<bool>,
    /// What she adds for the chair.
    comment: Option<String>,
    /// Whether the applicant may read that, without its writer's name.
    shareable: bool,
    /// Points by the criterion's id.
    points: BTreeMap<String, i32>,
}

impl From<NewReview> for ReviewBody {
    fn from(NewReview { abstains, eligible, comment, shareable, points }: NewReview) -> Self {
        let points = points.into_iter().map(|(criterion, points)| (criterion.to_string(), points));
        let comment = comment.map(|comment| comment.to_string());
        Self { abstains, eligible, comment, shareable, points: points.collect() }
    }
}
