//! Deciding, one by one or in bulk; nobody is told.

use actix_web::web::{self, Data};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{read, wire::SubmissionBody};
use crate::{
    accounts::proofs::Programme,
    api::{json::Json, lists::All, row::Row},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    http::{App, bearer::With},
    submissions::{self, Choice, Decision, Submission, Verdict},
    values::{Id, Moment},
};

/// As many are decided at once.
const MOST: usize = 500;

/// What was decided.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Decision)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DecisionBody {
    /// What the applicant will hear of it.
    pub(in crate::api) verdict: Verdict,
    /// On standby: the place in the line, from 1, lower ones first; where it is left out of a new decision, behind
    /// everybody.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub(in crate::api) standby_order: Option<i32>,
}

impl From<Decision> for DecisionBody {
    fn from(decision: Decision) -> Self {
        let standby_order = match decision {
            Decision::Standby(order) => Some(order),
            Decision::Accepted | Decision::Declined => None,
        };
        Self { verdict: decision.verdict(), standby_order }
    }
}

/// A decision about one submission.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct DecideFields {
    /// What was decided when you looked; null where nothing was.
    seen: Option<DecisionBody>,
    /// What is decided now; null takes the decision back.
    decision: Option<DecisionBody>,
}

/// A decision about one of many submissions.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct OneDecisionFields {
    /// The submission's id.
    submission: Uuid,
    /// What was decided when you looked; null where nothing was.
    #[serde(default)]
    seen: Option<DecisionBody>,
    /// What is decided now; null takes the decision back.
    #[serde(default)]
    decision: Option<DecisionBody>,
}

/// Decisions, all of which are made or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DecisionsFields {
    /// 1 to 500, each about another submission.
    choices: Vec<OneDecisionFields>,
}

/// What somebody saw. A place that was left out was not seen.
fn seen(raw: DecisionBody) -> Result<Decision, Reason> {
    match (raw.verdict, raw.standby_order) {
        (Verdict::Accepted, None) => Ok(Decision::Accepted),
        (Verdict::Declined, None) => Ok(Decision::Declined),
        (Verdict::Standby, Some(order)) if (1..=1_000_000).contains(&order) => Ok(Decision::Standby(order)),
        (Verdict::Standby, Some(_)) => {
            Err(Reason::new("number_out_of_range").with("min", 1).with("max", 1_000_000))
        }
        (Verdict::Standby, None) => Err(Reason::new("required")),
        (_, Some(_)) => Err(Reason::new("standby_order_unwanted")),
    }
}

/// What is decided now; who stands nowhere stands at `end`, which moves on.
fn decided(raw: DecisionBody, end: &mut i32) -> Result<Decision, Reason> {
    if (raw.verdict, raw.standby_order) != (Verdict::Standby, None) {
        return seen(raw);
    }
    *end = end.saturating_add(1);
    Ok(Decision::Standby(end.saturating_sub(1)))
}

impl DecisionsFields {
    fn parse(&self, mut end: i32) -> Result<Vec<Choice>, FieldErrors> {
        let (mut errors, mut choices) = (FieldErrors::new(), Vec::<Choice>::new());
        if !(1..=MOST).contains(&self.choices.len()) {
            errors.add("choices", Reason::new("number_out_of_range").with("min", 1).with("max", MOST));
        }
        for (number, raw) in self.choices.iter().enumerate().take(MOST) {
            let field = |name: &str| format!("choices.{number}.{name}");
            let submission = Id::from(raw.submission);
            if choices.iter().any(|choice| choice.submission == submission) {
                errors.add(field("submission"), Reason::new("choice_twice"));
            }
            let before = errors.take(&field("seen.standby_order"), raw.seen.map(seen).transpose());
            let decision = raw.decision.map(|raw| decided(raw, &mut end)).transpose();
            let decision = errors.take(&field("decision.standby_order"), decision);
            if let (Some(seen), Some(decision)) = (before, decision) {
                choices.push(Choice { submission, seen, decision });
            }
        }
        errors.check().map(|()| choices)
    }
}

/// Decides about a submission, or takes a decision back. It tells nobody.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/{id}/decide", tag = "Submissions",
    responses((status = 200, body = SubmissionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn decide_submission(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Submission>,
    body: Json<DecideFields>,
) -> Result<web::Json<SubmissionBody>, Error> {
    let decide = async |tx: &mut Tx| {
        read(tx, &at.proof, row.0).await?;
        let DecideFields { seen: before, decision } = *body.value()?;
        let mut end = submissions::end_of_standby(tx, &at.proof).await?;
        let mut errors = FieldErrors::new();
        let before = errors.take("seen.standby_order", before.map(seen).transpose());
        let decision = decision.map(|raw| decided(raw, &mut end)).transpose();
        let decision = errors.take("decision.standby_order", decision);
        let (seen, decision) = before.zip(decision).ok_or(errors)?;
        let choice = Choice { submission: row.0, seen, decision };
        submissions::decide(tx, &at.proof, &[choice], Moment::now()).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(web::Json(app.db.transaction(decide).await?))
}

/// Decides about many submissions, or about none where one of them stands against it. It tells nobody.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/submissions/decide", tag = "Submissions",
    responses((status = 200, body = All<SubmissionBody>)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn decide_submissions(
    app: Data<App>,
    at: With<Programme>,
    body: Json<DecisionsFields>,
) -> Result<web::Json<All<SubmissionBody>>, Error> {
    let decide = async |tx: &mut Tx| {
        let end = submissions::end_of_standby(tx, &at.proof).await?;
        let choices = body.value()?.parse(end)?;
        submissions::decide(tx, &at.proof, &choices, Moment::now()).await?;
        let mut items = Vec::new();
        for choice in choices {
            items.push(read(tx, &at.proof, choice.submission).await?);
        }
        Ok(All { items })
    };
    Ok(web::Json(app.db.transaction(decide).await?))
}
