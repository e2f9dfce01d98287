//! The calls of the edition that is cloned, and making them anew: with questions and rounds, as drafts that nobody sees.
//! Codes stay behind, and so do panels: who judges is asked anew.

use diesel_async::AsyncPgConnection;

use super::{
    MovedDate,
    dates::{dated, key_of_call},
    fields::{Plan, window},
};
use crate::{
    accounts::proofs::Programme,
    calls::{
        self, Call, CallId, Criterion, NewCall, NewCriterion, NewRound, NewSessionType, Quota, Round,
        SessionType,
    },
    db::Tx,
    editions::Track,
    error::{Error, FieldErrors},
    questions::{self, NewQuestion, Question},
    registrations::{
        self, PassRule,
        types::{self, RegistrationType},
    },
    values::{Moment, Slug},
};

/// A call with all that comes along with it.
pub(super) struct OldCall {
    call: Call,
    tracks: Vec<Quota>,
    session_types: Vec<SessionType>,
    questions: Vec<Question>,
    rounds: Vec<Round>,
    /// How many passes it gives, and by the type with which short name they are claimed.
    passes: Option<(Slug, i32)>,
}

/// Those of the edition that are not put away, in order; its registration types are `types`.
pub(super) async fn load(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    types: &[RegistrationType],
) -> Result<Vec<OldCall>, Error> {
    let mut loaded = Vec::new();
    for call in calls::calls(conn, who).await? {
        if call.archived_at.is_some() {
            continue;
        }
        let rule = registrations::pass_rule(conn, who, call.id).await?;
        let passes = rule.and_then(|rule| {
            let way = types.iter().find(|way| way.id == rule.type_id)?;
            Some((way.slug.clone(), rule.places))
        });
        loaded.push(OldCall {
            passes,
            tracks: call.tracks(conn).await?,
            session_types: call.session_types(conn).await?,
            questions: questions::questions(conn, calls::form(&call)).await?,
            rounds: calls::rounds(conn, who, call.id).await?,
            call,
        });
    }
    Ok(loaded)
}

impl OldCall {
    fn key(&self, rest: &str) -> String {
        key_of_call(self.call.slug.as_str(), rest)
    }

    /// Its window, those of its rounds, and when its questions freeze.
    pub(super) fn dates(&self) -> Vec<MovedDate> {
        let Call { name, opens_at, closes_at, .. } = &self.call;
        let own = [("opens_at", *opens_at), ("closes_at", *closes_at)];
        let own = own.into_iter().map(|(field, old)| dated(self.key(field), Some(name), field, Some(old)));
        let rounds = (1..).zip(&self.rounds).flat_map(|(number, round)| {
            let dates = [("opens_at", round.opens_at), ("closes_at", round.closes_at)];
            dates.map(|(field, old)| dated(self.key_of_round(number, field), Some(&round.name), field, old))
        });
        let questions = self.questions.iter().map(|question| {
            dated(self.key_of_question(question), Some(&question.label), "frozen_at", question.frozen_at)
        });
        own.chain(rounds).chain(questions).flatten().collect()
    }

    fn key_of_round(&self, number: usize, field: &str) -> String {
        self.key(&format!("rounds.{number}.{field}"))
    }

    fn key_of_question(&self, question: &Question) -> String {
        self.key(&format!("questions.{}.frozen_at", question.slug))
    }

    /// Makes it anew. Of `tracks`, each stands with its old one.
    pub(super) async fn bring(
        &self,
        tx: &mut Tx,
        who: &Programme,
        tracks: &[(Track, Track)],
        plan: &Plan,
        now: Moment,
    ) -> Result<(), Error> {
        let made = calls::create(tx, who, self.anew(tracks, plan)?).await?;
        for question in &self.questions {
            let new = question.anew(&self.questions);
            let frozen_at = plan.date(&self.key_of_question(question));
            let editor = calls::editor(tx, who, made.id, now).await?;
            questions::create(tx, editor, NewQuestion { frozen_at, ..new }).await?;
        }
        for (number, round) in (1..).zip(&self.rounds) {
            self.bring_round(tx, who, made.id, (number, round), plan).await?;
        }
        self.bring_passes(tx, who, made.id).await
    }

    /// What it gives, where the type came along by which passes are claimed.
    async fn bring_passes(&self, tx: &mut Tx, who: &Programme, call: CallId) -> Result<(), Error> {
        let Some((slug, places)) = &self.passes else { return Ok(()) };
        let types = types::open_types(tx, who.edition().into()).await?;
        let Some(way) = types.iter().find(|way| way.slug == *slug) else { return Ok(()) };
        let rule = PassRule { type_id: way.id, places: *places };
        registrations::set_pass_rule(tx, who, call, rule).await
    }

    fn anew(&self, tracks: &[(Track, Track)], plan: &Plan) -> Result<NewCall, FieldErrors> {
        let call = &self.call;
        let (opens_at, closes_at) = window(plan, |field| self.key(field))?;
        let track = |quota: &Quota| {
            let (_, new) = tracks.iter().find(|(old, _)| old.id == quota.track)?;
            Some(Quota { track: new.id, quota: quota.quota })
        };
        let session_type = |old: &SessionType| NewSessionType {
            slug: old.slug.clone(),
            name: old.name.clone(),
            minutes: old.minutes,
        };
        Ok(NewCall {
            kind: call.kind,
            slug: call.slug.clone(),
            name: call.name.clone(),
            description: call.description.clone(),
            opens_at: opens_at.unwrap_or(call.opens_at),
            closes_at: closes_at.unwrap_or(call.closes_at),
            visibility: call.visibility,
            limit_per_applicant: call.limit_per_applicant,
            confirm_days: call.confirm_days,
            promotes_by_itself: call.promotes_by_itself,
            shares_comments: call.shares_comments,
            tracks: self.tracks.iter().filter_map(track).collect(),
            session_types: self.session_types.iter().map(session_type).collect(),
            seen_version: None,
        })
    }

    async fn bring_round(
        &self,
        tx: &mut Tx,
        who: &Programme,
        call: CallId,
        (number, round): (usize, &Round),
        plan: &Plan,
    ) -> Result<(), Error> {
        let (opens_at, closes_at) = window(plan, |field| self.key_of_round(number, field))?;
        let criterion = |old: &Criterion| NewCriterion {
            name: old.name.clone(),
            weight: old.weight,
            low: old.low,
            high: old.high,
            anchors: old.anchors.clone(),
        };
        let new = NewRound {
            kind: round.kind,
            name: round.name.clone(),
            blind: round.blind,
            opens_at,
            closes_at,
            criteria: round.criteria.iter().map(criterion).collect(),
        };
        calls::create_round(tx, who, call, new).await.map(drop)
    }
}
