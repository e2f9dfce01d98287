//! The table `submission`, row by row.

use diesel::{dsl::sql, prelude::*, sql_types::Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    calls::{Call, CallCode, CallId, SessionType},
    companies::CompanyId,
    db::{
        Tx,
        schema::submission,
        violation::{self, Constraints},
    },
    editions::{Edition, Track},
    error::Error,
    speakers::{SpeakerId, Through},
    submissions::{Answer, Decision, Draft, Lifecycle, Spoken, Standing, Verdict},
    values::{Id, Localised, Moment, Prose, search},
};

const CONSTRAINTS: Constraints = &[
    ("submission_track_id_fkey", "track", "track_unknown"),
    ("submission_session_type_id_fkey", "session_type", "choice_unknown"),
    ("submission_company_track_key", "track", "track_applied"),
];

/// A submission's id.
pub type SubmissionId = Id<Submission>;

/// What was handed in to a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = submission)]
pub struct Submission {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: SubmissionId,
    /// Of which edition.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// To which call.
    #[schema(value_type = Uuid)]
    #[diesel(column_name = call_id)]
    pub call: CallId,
    /// Who hands it in.
    #[schema(value_type = Uuid)]
    #[diesel(column_name = owner_id)]
    pub owner: SpeakerId,
    /// The company whose it is, if it is one's; its owner is only where the mails go then.
    #[schema(value_type = Option<Uuid>)]
    #[diesel(column_name = company_id)]
    pub company: Option<CompanyId>,
    /// The code it was begun with.
    #[serde(skip)]
    #[diesel(column_name = code_id)]
    pub code: Option<Id<CallCode>>,
    /// In which track.
    #[schema(value_type = Option<Uuid>)]
    #[diesel(column_name = track_id)]
    pub track: Option<Id<Track>>,
    /// As which session type.
    #[schema(value_type = Option<Uuid>)]
    #[diesel(column_name = session_type_id)]
    pub session_type: Option<Id<SessionType>>,
    /// What it is called, with the language it was written in.
    pub title: Option<Localised>,
    /// What it is about.
    #[diesel(column_name = abstract_)]
    pub summary: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// What only the organisers read.
    #[schema(value_type = Option<String>)]
    pub notes: Option<Prose<2000>>,
    /// How far the applicant has come.
    pub lifecycle: Lifecycle,
    /// What was decided; not for the applicant's eyes.
    pub decision: Option<Verdict>,
    /// Her place on standby; not for her eyes either.
    pub standby_order: Option<i32>,
    /// What she was last told.
    pub told: Option<Verdict>,
    /// When.
    pub told_at: Option<Moment>,
    /// Until when she may confirm.
    pub confirm_by: Option<Moment>,
    /// What she answered.
    pub answer: Answer,
    /// When, or when her date went by.
    pub answered_at: Option<Moment>,
    /// By which way.
    pub answered_through: Option<Through>,
    /// What staff noted about an answer given to them.
    pub answer_note: Option<String>,
    /// When the place she gave up was taken, or left empty.
    pub vacancy_settled_at: Option<Moment>,
    /// Counts changes of its contents, so that nobody overwrites what they have not seen.
    pub version: i32,
    /// When it was begun.
    pub created_at: Moment,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// When it was taken back.
    pub withdrawn_at: Option<Moment>,
    /// When it was last changed.
    pub updated_at: Moment,
}

impl Submission {
    /// The facts that its state machine moves.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let decision = self.decision.map(|verdict| match verdict {
            Verdict::Accepted => Decision::Accepted,
            Verdict::Standby => Decision::Standby(self.standby_order.unwrap_or_default()),
            Verdict::Declined => Decision::Declined,
        });
        let Self { lifecycle, told, answer, confirm_by, .. } = *self;
        Standing { lifecycle, decision, told, answer, confirm_by }
    }
}

pub(in crate::submissions) async fn find(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Submission, Error> {
    Ok(submission::table.find(id).select(Submission::as_select()).first(conn).await?)
}

/// Locks those of the edition, in the order of ids; `NotFound` unless all are there.
pub(in crate::submissions) async fn lock(
    tx: &mut Tx,
    edition: Uuid,
    ids: &[SubmissionId],
) -> Result<Vec<Submission>, Error> {
    let named =
        submission::table.filter(submission::edition_id.eq(edition)).filter(submission::id.eq_any(ids));
    let locked = named.order(submission::id).for_no_key_update().select(Submission::as_select());
    let rows: Vec<Submission> = locked.load(&mut **tx).await?;
    if ids.iter().all(|id| rows.iter().any(|row| row.id == *id)) { Ok(rows) } else { Err(Error::NotFound) }
}

/// Locks one of the edition.
pub(in crate::submissions) async fn lock_one(
    tx: &mut Tx,
    edition: Uuid,
    id: SubmissionId,
) -> Result<Submission, Error> {
    lock(tx, edition, &[id]).await?.pop().ok_or(Error::NotFound)
}

pub(in crate::submissions) async fn insert(
    tx: &mut Tx,
    call: &Call,
    (owner, company): (SpeakerId, Option<CompanyId>),
    code: Option<Id<CallCode>>,
    draft: &Draft,
) -> Result<Submission, Error> {
    let own = (
        submission::id.eq(SubmissionId::fresh()),
        submission::edition_id.eq(call.edition),
        submission::call_id.eq(call.id),
        submission::owner_id.eq(owner),
        submission::company_id.eq(company),
        submission::code_id.eq(code),
    );
    let words = submission::search.eq(sql(SEARCH).bind::<Text, _>(words(draft)).sql(", ' '))"));
    let made = diesel::insert_into(submission::table).values((own, contents(draft), words));
    let made = made.returning(Submission::as_returning()).get_result(&mut **tx).await;
    made.map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Writes its contents.
pub(in crate::submissions) async fn update(
    tx: &mut Tx,
    id: SubmissionId,
    draft: &Draft,
) -> Result<Submission, Error> {
    let words = submission::search.eq(sql(SEARCH).bind::<Text, _>(words(draft)).sql(", ' '))"));
    let counted =
        (submission::version.eq(submission::version + 1), submission::updated_at.eq(diesel::dsl::now));
    let written = diesel::update(submission::table.find(id)).set((contents(draft), words, counted));
    let written = written.returning(Submission::as_returning()).get_result(&mut **tx).await;
    written.map_err(|error| violation::named(CONSTRAINTS, error))
}

const SEARCH: &str = "array_to_tsvector(string_to_array(";

fn words(draft: &Draft) -> String {
    let texts = draft.title.iter().chain(&draft.summary).flat_map(Localised::iter);
    search::document(&texts.map(|picked| picked.text).collect::<Vec<_>>())
}

type Contents<'a> = (
    diesel::dsl::Eq<submission::track_id, Option<Id<Track>>>,
    diesel::dsl::Eq<submission::session_type_id, Option<Id<SessionType>>>,
    diesel::dsl::Eq<submission::title, Option<&'a Localised>>,
    diesel::dsl::Eq<submission::abstract_, Option<&'a Localised>>,
    diesel::dsl::Eq<submission::spoken, &'a Vec<Spoken>>,
    diesel::dsl::Eq<submission::notes, Option<&'a Prose<2000>>>,
);

fn contents(draft: &Draft) -> Contents<'_> {
    (
        submission::track_id.eq(draft.track),
        submission::session_type_id.eq(draft.session_type),
        submission::title.eq(draft.title.as_ref()),
        submission::abstract_.eq(draft.summary.as_ref()),
        submission::spoken.eq(&draft.spoken),
        submission::notes.eq(draft.notes.as_ref()),
    )
}

/// How an answer came, and what was noted about it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::submissions) struct Heard<'a> {
    pub(in crate::submissions) through: Option<Through>,
    pub(in crate::submissions) note: Option<&'a str>,
}

/// Writes where a locked row stands from `now` on.
pub(in crate::submissions) async fn set_standing(
    tx: &mut Tx,
    before: &Submission,
    to: Standing,
    heard: Heard<'_>,
    now: Moment,
) -> Result<Submission, Error> {
    use submission as s;
    let at =
        |was: bool, is: bool, then: Option<Moment>| if is && !was { Some(now) } else { then.filter(|_| is) };
    let was = before.standing();
    let standby = match to.decision {
        Some(Decision::Standby(order)) => Some(order),
        _ => None,
    };
    let told_anew = to.told != was.told || to.confirm_by != was.confirm_by;
    let same_answer = to.answer == was.answer && !told_anew;
    let facts = (
        s::lifecycle.eq(to.lifecycle),
        s::decision.eq(to.decision.map(Decision::verdict)),
        s::standby_order.eq(standby),
        s::told.eq(to.told),
        s::told_at.eq(at(!told_anew, to.told.is_some(), before.told_at)),
        s::confirm_by.eq(to.confirm_by),
        s::answer.eq(to.answer),
    );
    let submitted =
        at(was.lifecycle != Lifecycle::Draft, to.lifecycle != Lifecycle::Draft, before.submitted_at);
    let withdrawn =
        at(was.lifecycle == Lifecycle::Withdrawn, to.lifecycle == Lifecycle::Withdrawn, before.withdrawn_at);
    let answer = match same_answer {
        true => (before.answered_at, before.answered_through, before.answer_note.as_deref()),
        false if to.answer == Answer::None => (None, None, None),
        false => (Some(now), heard.through, heard.note),
    };
    let heard = (s::answered_at.eq(answer.0), s::answered_through.eq(answer.1), s::answer_note.eq(answer.2));
    let anew =
        told_anew.then(|| (s::reminded_at.eq(None::<Moment>), s::vacancy_settled_at.eq(None::<Moment>)));
    let dates = (s::submitted_at.eq(submitted), s::withdrawn_at.eq(withdrawn), s::updated_at.eq(now));
    let moved = diesel::update(s::table.find(before.id)).set((facts, heard, anew, dates));
    let moved = moved.returning(Submission::as_returning()).get_result(&mut **tx).await;
    moved.map_err(|error| violation::named(CONSTRAINTS, error))
}
