//! What a reviewer types about a submission, and its parsing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::NewReview;
use crate::{
    calls::{Criterion, Round, RoundKind},
    error::{FieldErrors, Reason},
    values::{Id, NumberField, Prose, text},
};

/// A review as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewFields {
    /// Whether she gives no judgement.
    pub abstains: bool,
    /// `yes` or `no`, in a round of eligibility.
    pub eligible: String,
    /// For the chair; at most 2000 characters.
    pub comment: String,
    /// Whether the applicant may read the comment, without its writer's name.
    pub shareable: bool,
    /// Points by the criterion's id, in a round with a rubric.
    pub points: BTreeMap<String, NumberField>,
}

impl ReviewFields {
    /// Whether nothing was typed at all: what is not begun is not wrong.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let unscored = self
            .points
            .values()
            .all(|points| matches!(points.optional_within(i32::MIN..=i32::MAX), Ok(None)));
        !self.abstains && unscored && text::is_blank(&self.eligible) && text::is_blank(&self.comment)
    }

    /// Parses against what the round asks. Who abstains is asked nothing else.
    ///
    /// # Errors
    /// `required` on what is missing: `eligible`, or `points.ID`; and those of the values.
    pub fn parse(&self, round: &Round) -> Result<NewReview, FieldErrors> {
        let mut errors = FieldErrors::new();
        let comment = errors.take("comment", Prose::optional(&self.comment)).flatten();
        let shareable = self.shareable && comment.is_some();
        let mut new = NewReview { abstains: self.abstains, comment, shareable, ..NewReview::default() };
        match round.kind {
            _ if self.abstains => {}
            RoundKind::Eligibility => new.eligible = errors.take("eligible", self.eligible()),
            RoundKind::Rubric => {
                for criterion in &round.criteria {
                    let field = format!("points.{}", criterion.id);
                    if let Some(points) = errors.take(&field, self.points(criterion)) {
                        new.points.insert(criterion.id, points);
                    }
                }
            }
        }
        errors.check().map(|()| new)
    }

    fn eligible(&self) -> Result<bool, Reason> {
        match self.eligible.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            raw if text::is_blank(raw) => Err(Reason::new("required")),
            _ => Err(Reason::new("choice_unknown")),
        }
    }

    fn points(&self, criterion: &Criterion) -> Result<i32, Reason> {
        let id: Id<Criterion> = criterion.id;
        let points = self.points.get(&id.to_string()).ok_or(Reason::new("required"))?;
        points.within(criterion.low..=criterion.high)
    }
}
