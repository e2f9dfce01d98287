//! What one fills in to hand something in to a call.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;

use super::{Submission, fields::Draft};
use crate::{
    calls::{self, Call, SessionType},
    editions::{Track, parts},
    error::{Error, FieldErrors, Reason},
    keys::Keys,
    questions::{self, Question, RawAnswers, StoredAnswer},
    values::{Id, Moment, text},
};

/// A call with all that it offers and asks.
#[derive(Clone, Debug)]
pub struct CallForm {
    /// The call.
    pub call: Call,
    /// Its tracks, in the organiser's order.
    pub tracks: Vec<Track>,
    /// Its session types, in order.
    pub session_types: Vec<SessionType>,
    /// What it asks, in order.
    pub questions: Vec<Question>,
}

/// Loads the form of a call that the caller has found.
///
/// # Errors
/// The database's.
pub async fn form(conn: &mut AsyncPgConnection, call: Call) -> Result<CallForm, Error> {
    let own: BTreeSet<Id<Track>> = call.tracks(conn).await?.into_iter().map(|quota| quota.track).collect();
    let mut tracks: Vec<Track> = parts::list(conn, call.edition).await?;
    tracks.retain(|track| own.contains(&track.id));
    let session_types = call.session_types(conn).await?;
    let questions = questions::questions(conn, calls::form(&call)).await?;
    Ok(CallForm { call, tracks, session_types, questions })
}

impl CallForm {
    /// The track with this slug; where there is but one, it need not be chosen.
    pub(super) fn track(&self, slug: &str) -> Result<Option<Id<Track>>, Reason> {
        if text::is_blank(slug) {
            return Ok(only(&self.tracks).map(|track| track.id));
        }
        let track = self.tracks.iter().find(|track| track.slug.as_str() == slug);
        track.map(|track| Some(track.id)).ok_or(Reason::new("track_unknown"))
    }

    /// The session type with this slug; where there is but one, it need not be chosen.
    pub(super) fn session_type(&self, slug: &str) -> Result<Option<Id<SessionType>>, Reason> {
        if text::is_blank(slug) {
            return Ok(only(&self.session_types).map(|kind| kind.id));
        }
        let kind = self.session_types.iter().find(|kind| kind.slug.as_str() == slug);
        kind.map(|kind| Some(kind.id)).ok_or(Reason::new("choice_unknown"))
    }

    /// What is still missing before it can be handed in; after a promise (`accepted`), what is asked only then too. Of
    /// the questions that ask for a file, those in `filed` have one.
    ///
    /// # Errors
    /// [`Error::Internal`] when a sealed answer can't be opened.
    pub(super) fn missing(
        &self,
        keys: &Keys,
        row: &Submission,
        stored: &[StoredAnswer],
        filed: &BTreeSet<Id<Question>>,
        accepted: bool,
    ) -> Result<FieldErrors, Error> {
        let mut errors = FieldErrors::new();
        let mut demand = |field: &str, is_there: bool| {
            if !is_there {
                errors.add(field, Reason::new("required"));
            }
        };
        demand("title", row.title.is_some());
        demand("summary", row.summary.is_some());
        demand("spoken", !row.spoken.is_empty());
        demand("track", row.track.is_some() || self.tracks.is_empty());
        demand("session_type", row.session_type.is_some() || self.session_types.is_empty());
        let mut typed = Vec::new();
        for question in &self.questions {
            let Some(answer) = stored.iter().find(|answer| answer.question == question.id) else { continue };
            let values = questions::as_typed(&answer.open(keys, row.id.uuid())?);
            typed.extend(values.into_iter().map(|value| (format!("answers.{}", question.slug), value)));
        }
        let raw = RawAnswers::from_form(typed.iter().map(|(input, value)| (input.as_str(), value.as_str())));
        let mut asked = self.questions.clone();
        for one in &mut asked {
            one.required |= accepted && one.required_after_acceptance;
            one.required &= !filed.contains(&one.id);
        }
        let answers = questions::parse_answers(&asked, &raw).err();
        Ok(FieldErrors::merged([Some(errors), answers]))
    }

    /// Refuses to change answers whose time is over.
    ///
    /// # Errors
    /// `answer_frozen` on each; [`Error::Internal`] when a sealed answer can't be opened.
    pub(super) fn check_frozen(
        &self,
        keys: &Keys,
        row: &Submission,
        stored: &[StoredAnswer],
        draft: &Draft,
        now: Moment,
    ) -> Result<(), Error> {
        let mut errors = FieldErrors::new();
        for question in self.questions.iter().filter(|one| one.frozen_at.is_some_and(|frozen| frozen <= now))
        {
            let was = stored.iter().find(|answer| answer.question == question.id);
            let was = was.map(|answer| answer.open(keys, row.id.uuid())).transpose()?;
            if was.as_ref() != draft.answers.of(question.id).map(|answer| &answer.value) {
                errors.add(format!("answers.{}", question.slug), Reason::new("answer_frozen"));
            }
        }
        Ok(errors.check()?)
    }
}

fn only<T>(offered: &[T]) -> Option<&T> {
    let [one] = offered else { return None };
    Some(one)
}
