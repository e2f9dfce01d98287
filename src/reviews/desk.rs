//! A reviewer's own desk: what was assigned to her, as she may see it. Every read goes through [`visible`], so what conflicts
//! is nowhere: in no list, count or search.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{Judge, NewReview, ReviewFields, conflicts::conflict_with, store};
use crate::{
    accounts::{Account, proofs::Reviewer},
    audit::{self, Entry},
    calls::{self, Call, CallId, Round, RoundId},
    companies::Company,
    db::Tx,
    error::{Error, FieldErrors},
    files::{File, FileId},
    keys::Keys,
    questions::{Question, QuestionKind},
    speakers::Speaker,
    submissions::{self, Application, Attached, DemoDraft, Submission, SubmissionId, Whole},
    values::{Id, Moment},
};

/// A round that she has something to review in, and how far she came.
#[derive(Clone, Debug)]
pub struct Task {
    /// Of which call.
    pub call: Call,
    /// The round.
    pub round: Round,
    /// How many submissions she sees in it.
    pub assigned: usize,
    /// How many of those she reviewed.
    pub done: usize,
}

/// A submission as a reviewer sees it.
#[derive(Clone, Debug)]
pub struct Item {
    /// What was handed in. In a blind round its owner is not hers to see, and what the organisers alone read never is.
    pub submission: Submission,
    /// Whose it is; nobody in a blind round.
    pub people: Vec<Speaker>,
    /// What its call asked; in a blind round nothing that names or links anybody.
    pub answers: Vec<(Question, Value)>,
    /// The files that answer what its call asked; none in a blind round, for a file may name anybody.
    pub files: Vec<Attached>,
    /// What a company demonstrates.
    pub demo: Option<DemoDraft>,
    /// Which one; nobody knows in a blind round.
    pub company: Option<Company>,
    /// Its deck and its video; none in a blind round.
    pub demo_files: Vec<File>,
    /// What she said so far.
    pub said: Option<NewReview>,
}

/// The rounds that she has something to see in, call by call.
///
/// # Errors
/// The database's.
pub async fn tasks(conn: &mut AsyncPgConnection, keys: &Keys, who: &Reviewer) -> Result<Vec<Task>, Error> {
    let mut tasks = Vec::new();
    for (call, _) in store::panel::calls_of(conn, who.account()).await? {
        let Ok(call) = calls::by_id(conn, who.edition().into(), call).await else { continue };
        for round in calls::rounds_of(conn, call.id).await? {
            let items = visible(conn, keys, who.account(), (&call, &round), "").await?;
            let done = items.iter().filter(|item| item.said.is_some()).count();
            if !items.is_empty() {
                tasks.push(Task { call: call.clone(), assigned: items.len(), done, round });
            }
        }
    }
    Ok(tasks)
}

/// What she is to review in a round, in the order of ids; where words are given, only what they find.
///
/// # Errors
/// [`Error::NotFound`] when she is not of the panel of the round's call, or the round not of the proof's edition.
pub async fn desk(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Reviewer,
    round: RoundId,
    words: &str,
) -> Result<(Call, Round, Vec<Item>), Error> {
    let call = store::panel::call_of(conn, round).await?;
    let call = calls::by_id(conn, who.edition().into(), call).await?;
    let rounds = calls::rounds_of(conn, call.id).await?;
    let round = rounds.into_iter().find(|one| one.id == round).ok_or(Error::NotFound)?;
    let items = visible(conn, keys, who.account(), (&call, &round), words).await?;
    Ok((call, round, items))
}

/// A file of something on her desk: an answer to what the call asked, a deck, a video.
///
/// # Errors
/// As [`desk()`]; [`Error::NotFound`] where she may not see whose it is; in a blind round she sees none.
pub async fn open_file(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Reviewer,
    round: RoundId,
    file: FileId,
) -> Result<File, Error> {
    let (.., items) = desk(conn, keys, who, round, "").await?;
    let hers = items.into_iter().flat_map(|item| {
        let answers = item.files.into_iter().map(|(_, file)| file);
        answers.chain(item.demo_files)
    });
    submissions::named(hers, file)
}

/// The one door: what was assigned to her, fits the call's rules and does not conflict, without what a blind round hides.
pub(super) async fn visible(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    account: Id<Account>,
    (call, round): (&Call, &Round),
    words: &str,
) -> Result<Vec<Item>, Error> {
    let judge = judge(conn, account, call.id).await?;
    let ids = store::panel::assigned_to(conn, round.id, account).await?;
    let whole = submissions::whole(conn, keys, call.edition, &ids, words).await?;
    let declared = store::panel::declared(conn, &ids).await?;
    let failed = submissions::failed(conn, call.id).await?;
    let said = store::review::of_round(conn, round.id).await?;
    let free = |one: &Whole| {
        let id = one.submission.id;
        conflict_with(&judge, &one.side()).is_none()
            && !declared.contains(&(id, account))
            && !failed.contains(&id)
    };
    let item = |one: Whole| {
        let said =
            said.iter().find(|review| review.submission == one.submission.id && review.account == account);
        Item::of(one, round.blind, said.map(|review| review.said.clone()))
    };
    Ok(whole.into_iter().filter(free).map(item).collect())
}

/// What is known of her as a judge of a call; not found where she is none.
pub(super) async fn judge(
    conn: &mut AsyncPgConnection,
    account: Id<Account>,
    call: CallId,
) -> Result<Judge, Error> {
    let hers = store::panel::calls_of(conn, account).await?;
    let (_, organisation) = hers.into_iter().find(|(one, _)| *one == call).ok_or(Error::NotFound)?;
    let email = store::panel::account_of(conn, account).await?.email;
    let organisation = organisation.map(|line| line.as_str().to_owned());
    Ok(Judge { account, email, organisation })
}

impl Item {
    fn of(whole: Whole, blind: bool, said: Option<NewReview>) -> Self {
        let Whole { mut submission, people, mut answers, files, application } = whole;
        // For the organisers' eyes, whatever the round: what they were told, and what they made of it.
        (submission.notes, submission.decision, submission.standby_order) = (None, None, None);
        let (mut demo, demo_files, company) = match application {
            Some(Application { demo, files, company, .. }) => (Some(demo), files, Some(company)),
            None => (None, Vec::new(), None),
        };
        if !blind {
            return Self { submission, people, answers, files, demo, company, demo_files, said };
        }
        answers.retain(|(question, _)| !names(question.kind));
        if let Some(demo) = demo.as_mut() {
            // The team names itself, and a link leads to it.
            (demo.team, demo.video) = (None, None);
        }
        let (people, files, demo_files) = (Vec::new(), Vec::new(), Vec::new());
        Self { submission, people, answers, files, demo, company: None, demo_files, said }
    }
}

/// Whether an answer of this kind tells who somebody is, or leads to her.
fn names(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Email | QuestionKind::Phone | QuestionKind::Url)
}

/// She writes what she thinks of some of them, over what she wrote before; what is blank is passed over. All or none.
///
/// # Errors
/// [`Error::NotFound`] for one that she may not see; [`Error::Conflict`]: `round_not_open`, `round_closed`;
/// [`Error::Invalid`] with every field behind the submission's id: `ID.comment`, `ID.points.CRITERION`.
pub async fn write(
    tx: &mut Tx,
    keys: &Keys,
    who: &Reviewer,
    round: RoundId,
    typed: &[(SubmissionId, ReviewFields)],
    now: Moment,
) -> Result<(), Error> {
    let (call, _, items) = desk(tx, keys, who, round, "").await?;
    let round = calls::reviewed_round(tx, call.edition, call.id, round, now).await?;
    let mut errors = FieldErrors::new();
    for (id, fields) in typed.iter().filter(|(_, fields)| !fields.is_blank()) {
        let item = items.iter().find(|item| item.submission.id == *id).ok_or(Error::NotFound)?;
        match fields.parse(&round) {
            Ok(new) if item.said.as_ref() == Some(&new) => {}
            Ok(new) => {
                store::review::write(tx, (round.id, *id, who.account()), &new, now).await?;
                record(tx, who, "review.write", *id, json!({ "round": round.id, "after": new })).await?;
            }
            Err(inner) => errors.nest(&id.to_string(), inner),
        }
    }
    Ok(errors.check()?)
}

/// She declares that she is not free to judge something; she never sees it again.
///
/// # Errors
/// [`Error::NotFound`] for one that she may not see.
pub async fn declare(
    tx: &mut Tx,
    keys: &Keys,
    who: &Reviewer,
    (round, id): (RoundId, SubmissionId),
    now: Moment,
) -> Result<(), Error> {
    let (_, round, items) = desk(tx, keys, who, round, "").await?;
    if !items.iter().any(|item| item.submission.id == id) {
        return Err(Error::NotFound);
    }
    store::panel::declare(tx, id, who.account(), now).await?;
    record(tx, who, "review.declare-conflict", id, json!({ "round": round.id })).await
}

async fn record(
    tx: &mut Tx,
    who: &Reviewer,
    action: &'static str,
    id: SubmissionId,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (id.uuid(), Some(who.edition()));
    audit::record(tx, who.actor(), Entry { action, subject_kind: "submission", subject, edition, content })
        .await
}
