//! Questions of the registration form.

use plenary::{
    editions::Edition,
    error::Error,
    questions::{self, ChoiceFields, NewQuestion, Question, QuestionFields},
    values::Moment,
};

use crate::support::{
    Forum,
    forum::{conflict_code, field_code, organiser, text},
};

fn fields(slug: &str, kind: &str) -> QuestionFields {
    let choice = |value: &str| ChoiceFields { value: value.to_owned(), label: text(value) };
    let choices = vec![choice("fish"), choice("rice")];
    QuestionFields {
        slug: slug.to_owned(),
        kind: kind.to_owned(),
        label: text(slug),
        choices,
        ..QuestionFields::default()
    }
}

fn only_if(mut fields: QuestionFields, question: &str, value: &str) -> QuestionFields {
    fields.shown_if_question = question.to_owned();
    fields.shown_if_value = value.to_owned();
    fields
}

async fn ask(forum: &Forum, edition: &Edition, fields: &QuestionFields) -> Result<Question, Error> {
    let (who, new) = (organiser(edition), NewQuestion::try_from(fields).unwrap());
    forum.db.transaction(async |tx| questions::create(tx, &who, new).await).await
}

async fn change(
    forum: &Forum,
    edition: &Edition,
    of: &Question,
    to: &QuestionFields,
) -> Result<Question, Error> {
    let (who, new) = (organiser(edition), NewQuestion::try_from(to).unwrap());
    forum.db.transaction(async |tx| questions::change(tx, &who, of.id, new).await).await
}

async fn archive(forum: &Forum, edition: &Edition, question: &Question) -> Result<(), Error> {
    let who = organiser(edition);
    forum.db.transaction(async |tx| questions::archive(tx, &who, question.id, Moment::now()).await).await
}

async fn asked(forum: &Forum, edition: &Edition) -> Vec<String> {
    let form = questions::questions(&mut *forum.conn().await, edition.id).await.unwrap();
    form.into_iter().map(|question| question.slug.into_string()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_as_it_was_defined_and_on_the_record() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let mut raw = fields("lunch", "many");
    (raw.required, raw.sensitive, raw.retain_days) = (true, true, 30.into());
    let lunch = ask(&forum, &edition, &raw).await.unwrap();
    let rice =
        ask(&forum, &edition, &only_if(fields("rice-kind", "short-text"), "lunch", "rice")).await.unwrap();
    assert_eq!(rice.shown_if(), Some((lunch.id, "rice")));
    let form = questions::questions(&mut *forum.conn().await, edition.id).await.unwrap();
    assert_eq!(form, [lunch.clone(), rice.clone()]);
    assert_eq!((lunch.required, lunch.sensitive, lunch.retain_days), (true, true, Some(30)));
    let free = change(&forum, &edition, &rice, &fields("rice-kind", "long-text")).await.unwrap();
    assert_eq!(free.shown_if(), None);
    assert_eq!(forum.history(rice.id.uuid()).await, ["question.create", "question.change"]);
    let again = ask(&forum, &edition, &fields("lunch", "date")).await;
    assert_eq!(field_code(again, "slug"), "slug_taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_that_cannot_hold_is_refused_beside_its_field() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    ask(&forum, &edition, &fields("lunch", "one")).await.unwrap();
    ask(&forum, &edition, &fields("notes", "long-text")).await.unwrap();
    for (on, value, field, code) in [
        ("nowhere", "fish", "shown_if_question", "condition_not_earlier"),
        ("itself", "yes", "shown_if_question", "condition_not_earlier"),
        ("notes", "fish", "shown_if_question", "condition_kind"),
        ("lunch", "beef", "shown_if_value", "condition_value"),
    ] {
        let refused = ask(&forum, &edition, &only_if(fields("itself", "yes-no"), on, value)).await;
        assert_eq!(field_code(refused, field), code, "{on} = {value}");
    }
    assert_eq!(asked(&forum, &edition).await, ["lunch", "notes"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_another_hangs_on_stays_above_it_and_keeps_its_answers() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let lunch = ask(&forum, &edition, &fields("lunch", "one")).await.unwrap();
    let hangs = ask(&forum, &edition, &only_if(fields("hangs", "date"), "lunch", "rice")).await.unwrap();
    let who = organiser(&edition);
    let upside_down = [hangs.id, lunch.id];
    let moved = forum.db.transaction(async |tx| questions::reorder(tx, &who, &upside_down).await).await;
    assert_eq!(conflict_code(moved), "question_in_condition");
    assert_eq!(conflict_code(archive(&forum, &edition, &lunch).await), "question_in_condition");
    let as_text = change(&forum, &edition, &lunch, &fields("lunch", "short-text")).await;
    assert_eq!(conflict_code(as_text), "question_in_condition");
    let mut without_rice = fields("lunch", "one");
    without_rice.choices[1].value = "soup".to_owned();
    let emptied = change(&forum, &edition, &lunch, &without_rice).await;
    assert_eq!(conflict_code(emptied), "question_in_condition");
    archive(&forum, &edition, &hangs).await.unwrap();
    archive(&forum, &edition, &lunch).await.unwrap();
    assert!(asked(&forum, &edition).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archived_question_is_kept_for_its_answers_only() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let lunch = ask(&forum, &edition, &fields("lunch", "one")).await.unwrap();
    archive(&forum, &edition, &lunch).await.unwrap();
    assert_eq!(conflict_code(archive(&forum, &edition, &lunch).await), "question_archived");
    let ever = questions::questions_ever(&mut *forum.conn().await, edition.id).await.unwrap();
    assert_eq!(ever.len(), 1);
    assert_eq!(forum.history(lunch.id.uuid()).await, ["question.create", "question.archive"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_is_the_organisers() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let first = ask(&forum, &edition, &fields("first", "date")).await.unwrap();
    let second = ask(&forum, &edition, &fields("second", "date")).await.unwrap();
    let who = organiser(&edition);
    forum
        .db
        .transaction(async |tx| questions::reorder(tx, &who, &[second.id, first.id]).await)
        .await
        .unwrap();
    assert_eq!(asked(&forum, &edition).await, ["second", "first"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_kind_it_is_and_whether_sensitive_is_fixed_by_publication() {
    let forum = Forum::empty().await;
    let draft = forum.draft("2027").await;
    let question = ask(&forum, &draft, &fields("lunch", "one")).await.unwrap();
    let question = change(&forum, &draft, &question, &fields("lunch", "many")).await.unwrap();
    let edition = forum.published(&draft).await;
    let other_kind = change(&forum, &edition, &question, &fields("lunch", "one")).await;
    assert_eq!(field_code(other_kind, "kind"), "question_fixed");
    let mut raw = fields("lunch", "many");
    raw.sensitive = true;
    assert_eq!(field_code(change(&forum, &edition, &question, &raw).await, "sensitive"), "question_fixed");
    raw.sensitive = false;
    raw.required = true;
    assert!(change(&forum, &edition, &question, &raw).await.unwrap().required);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_cannot_reach_another_editions_questions() {
    let forum = Forum::empty().await;
    let (one, other) = (forum.draft("2027").await, forum.draft("2028").await);
    let theirs = ask(&forum, &other, &fields("lunch", "one")).await.unwrap();
    assert!(matches!(change(&forum, &one, &theirs, &fields("mine", "one")).await, Err(Error::NotFound)));
    assert!(matches!(archive(&forum, &one, &theirs).await, Err(Error::NotFound)));
    let on_theirs = ask(&forum, &one, &only_if(fields("mine", "date"), "lunch", "fish")).await;
    assert_eq!(field_code(on_theirs, "shown_if_question"), "condition_not_earlier");
}
