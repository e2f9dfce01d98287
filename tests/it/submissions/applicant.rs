//! The walk of a speaker whom nobody invited.

use plenary::{
    calls::CodeFields,
    error::Error,
    questions::{CallQuestionFields, QuestionFields, RawAnswers},
    submissions::{self, Decision, DraftFields, Next, Start},
    values::{Email, Lang, Moment},
};
use serde_json::json;

use super::desk::{Desk, complete, hours};
use crate::{
    registrations::forum::visitor,
    support::forum::{conflict_code, field_code, text},
};

const NOW: fn() -> Moment = Moment::now;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_without_an_account_and_becomes_hers_by_the_mailed_link() {
    let desk = Desk::open().await;
    let half = DraftFields { title: text("Robots"), ..DraftFields::default() };
    let id = desk.start("mei@example.org", &half, NOW()).await.unwrap();
    assert_eq!(desk.mails("mei@example.org").await, ["submission-draft"]);
    let who = desk.presenter(desk.row(id).await.owner).await;
    let own = submissions::own(&mut *desk.stage.forum.conn().await, &who).await.unwrap();
    assert_eq!((own.len(), own[0].next, own[0].is_owner), (1, Next::Submit, true));

    let lacking = desk.submit(&who, id, NOW()).await;
    let Err(Error::Invalid(errors)) = lacking else { panic!("handed in: {lacking:?}") };
    let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["summary", "spoken", "track", "session_type", "profile"]);

    let who = desk.named(id, "Chan Mei").await;
    let saved = desk.save(&who, id, &complete("Robots"), NOW()).await.unwrap();
    let stale = DraftFields { version: Some(saved.version - 1), ..complete("Old robots") };
    assert_eq!(conflict_code(desk.save(&who, id, &stale, NOW()).await), "edited_meanwhile");
    desk.submit(&who, id, NOW()).await.unwrap();
    assert_eq!(desk.mails("mei@example.org").await, ["submission-draft", "submission-received"]);
    assert_eq!(conflict_code(desk.submit(&who, id, NOW()).await), "submission_submitted");
    assert_eq!(
        desk.stage.forum.history(id.uuid()).await,
        ["submission.start", "submission.save", "submission.submit"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_only_track_and_session_type_need_not_be_chosen() {
    let desk = Desk::with(|call| {
        call.tracks.truncate(1);
        call.session_types.truncate(1);
    })
    .await;
    let id = desk.start("mei@example.org", &DraftFields::default(), NOW()).await.unwrap();
    let (row, form) = (desk.row(id).await, desk.form().await);
    assert_eq!((row.track, row.session_type), (Some(form.tracks[0].id), Some(form.session_types[0].id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn she_edits_until_the_deadline_and_may_withdraw_after_it() {
    let desk = Desk::open().await;
    let (id, who) = desk.handed_in("Mei").await;
    desk.save(&who, id, &complete("Better robots"), hours(23)).await.unwrap();
    let emptied = DraftFields { title: text("Robots"), ..DraftFields::default() };
    assert_eq!(field_code(desk.save(&who, id, &emptied, NOW()).await, "summary"), "required");
    assert_eq!(conflict_code(desk.save(&who, id, &complete("Late"), hours(24)).await), "call_closed");
    let early = desk.start("early@example.org", &complete("Early"), hours(-25)).await;
    assert_eq!(conflict_code(early), "call_not_open");
    desk.run(async |tx| submissions::withdraw(tx, &who, id, hours(48)).await).await.unwrap();
    assert_eq!(conflict_code(desk.save(&who, id, &complete("Again"), NOW()).await), "submission_withdrawn");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strangers_start_with_a_known_address_shows_and_changes_nothing() {
    let desk = Desk::open().await;
    let (_, mei) = desk.handed_in("Mei").await;
    let other = desk.start("MEI@example.org", &complete("Forged"), NOW()).await.unwrap();
    assert_eq!(desk.row(other).await.owner, mei.speaker());
    let name: String =
        desk.one(&format!("SELECT name_latin FROM speaker WHERE id = '{}'", mei.speaker())).await;
    assert_eq!(name, "Mei");
    for _ in 0..3 {
        desk.start("mei@example.org", &complete("Forged"), NOW()).await.unwrap();
    }
    let refused = desk.start("mei@example.org", &complete("Forged"), NOW()).await;
    assert!(matches!(refused, Err(Error::TooMany(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limit_counts_what_was_handed_in_and_not_withdrawn() {
    let desk = Desk::with(|call| call.limit_per_applicant = 1.into()).await;
    let (first, mei) = desk.handed_in("Mei").await;
    let second = desk.start("mei@example.org", &complete("Second"), NOW()).await.unwrap();
    assert_eq!(conflict_code(desk.submit(&mei, second, NOW()).await), "submission_limit");
    desk.run(async |tx| submissions::withdraw(tx, &mei, first, NOW()).await).await.unwrap();
    desk.submit(&mei, second, NOW()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_by_code_is_begun_with_a_code() {
    let desk = Desk::with(|call| call.visibility = "code".into()).await;
    assert_eq!(
        field_code(desk.start("mei@example.org", &complete("x"), NOW()).await, "code"),
        "call_code_wrong"
    );
    let new = CodeFields { max_uses: 1.into(), ..CodeFields::default() };
    let new = new.parse(&desk.stage.edition.zone).unwrap();
    let issue = desk.run(async |tx| plenary::calls::issue_code(tx, &desk.stage.who, desk.call.id, new).await);
    let code = issue.await.unwrap().code;
    let start = async |email: &str| {
        let draft = complete("Keynote").parse(&desk.form().await).unwrap();
        let new = Start { email: Email::parse(email).unwrap(), lang: Lang::En, code: code.clone(), draft };
        desk.run(async |tx| {
            submissions::start_draft(tx, &desk.keys, &visitor(), &desk.call, new, NOW()).await
        })
        .await
    };
    start("mei@example.org").await.unwrap();
    assert_eq!(field_code(start("lau@example.org").await, "code"), "call_code_wrong");
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_demanded_when_their_time_comes_and_frozen_when_it_is_over() {
    let desk = Desk::open().await;
    let question = |slug: &str, required, after, frozen: &str| CallQuestionFields {
        question: QuestionFields {
            slug: slug.into(),
            kind: "short-text".into(),
            label: text(slug),
            required,
            sensitive: slug == "diet",
            ..QuestionFields::default()
        },
        required_after_acceptance: after,
        frozen_at: frozen.into(),
    };
    let frozen = hours(12).to_string();
    let asked = [
        question("why", true, false, ""),
        question("slides", false, true, ""),
        question("diet", false, false, &frozen),
    ];
    desk.questions(&asked).await;
    let answered = |answers: serde_json::Value| {
        let answers: RawAnswers = serde_json::from_value(answers).unwrap();
        DraftFields { answers, ..complete("Robots") }
    };
    let id = desk.start("mei@example.org", &complete("Robots"), NOW()).await.unwrap();
    let mei = desk.named(id, "Mei").await;
    assert_eq!(field_code(desk.submit(&mei, id, NOW()).await, "answers.why"), "required");
    let first = answered(json!({ "why": "Because", "diet": "no nuts" }));
    desk.save(&mei, id, &first, NOW()).await.unwrap();
    desk.submit(&mei, id, NOW()).await.unwrap();
    let stored: i64 =
        desk.one("SELECT count(*) FROM submission_answer WHERE sealed IS NOT NULL AND value IS NULL").await;
    assert_eq!(stored, 1);

    let other = answered(json!({ "why": "Because", "diet": "all" }));
    assert_eq!(field_code(desk.save(&mei, id, &other, hours(13)).await, "answers.diet"), "answer_frozen");
    desk.save(&mei, id, &first, hours(13)).await.unwrap();
    desk.decide(id, Some(Decision::Accepted)).await.unwrap();
    desk.tell(&[id]).await.unwrap();
    assert_eq!(field_code(desk.save(&mei, id, &first, hours(48)).await, "answers.slides"), "required");
    let full = answered(json!({ "why": "Because", "diet": "no nuts", "slides": "to come" }));
    desk.save(&mei, id, &full, hours(48)).await.unwrap();
    let typed =
        submissions::own_answers_as_typed(&mut *desk.stage.forum.conn().await, &desk.keys, &mei, id).await;
    assert_eq!(typed.unwrap().len(), 3);
}
