//! A call asks questions of its own, beside those of the registration form.

use plenary::{
    calls,
    error::Error,
    questions::{self, CallQuestionFields, NewQuestion, QuestionFields},
};

use super::stage::{Stage, at, fields, open};
use crate::support::forum::{field_code, organiser, text};

fn asked(slug: &str) -> QuestionFields {
    QuestionFields {
        slug: slug.into(),
        kind: "short-text".into(),
        label: text(slug),
        ..QuestionFields::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_form_has_its_own_questions_under_its_own_names() {
    let stage = Stage::set().await;
    let (talks, panels) = (stage.listed(&fields("talks")).await, stage.listed(&fields("panels")).await);
    let raw = CallQuestionFields {
        question: asked("diet"),
        required_after_acceptance: true,
        frozen_at: "2027-10-01T18:00".into(),
    };
    let new = raw.parse(&stage.edition.zone).unwrap();
    let who = organiser(&stage.edition);
    let ask = stage.forum.db.transaction(async |tx| {
        for call in [&talks, &panels] {
            let editor = calls::editor(tx, &stage.who, call.id, open()).await?;
            questions::create(tx, editor, new.clone()).await?;
        }
        questions::create(tx, &who, NewQuestion::try_from(&asked("diet")).unwrap()).await
    });
    let of_registration = ask.await.unwrap();
    let mut conn = stage.forum.conn().await;
    let form = questions::questions(&mut conn, stage.edition.id).await.unwrap();
    assert_eq!(form, std::slice::from_ref(&of_registration));
    let form = questions::questions(&mut conn, calls::form(&talks)).await.unwrap();
    assert_eq!(form.len(), 1);
    assert!(form[0].required_after_acceptance);
    assert_eq!(form[0].frozen_at, Some(at("2027-10-01T10:00:00Z")));

    let editor = calls::editor(&mut conn, &stage.who, talks.id, open()).await.unwrap();
    let again = stage.forum.db.transaction(async |tx| questions::create(tx, editor, new).await).await;
    assert_eq!(field_code(again, "slug"), "slug_taken");
    let editor = calls::editor(&mut conn, &stage.who, talks.id, open()).await.unwrap();
    let id = of_registration.id;
    let other = NewQuestion::try_from(&asked("mine")).unwrap();
    let crossed = stage.forum.db.transaction(async |tx| questions::change(tx, editor, id, other).await).await;
    assert!(matches!(crossed, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kind_of_a_calls_question_is_fixed_when_the_call_opens() {
    let stage = Stage::set().await;
    let call = stage.listed(&fields("talks")).await;
    let change = async |now, slug: &str, kind: &str| {
        stage
            .forum
            .db
            .transaction(async |tx| {
                let editor = calls::editor(tx, &stage.who, call.id, now).await?;
                let of_call = questions::questions(tx, calls::form(&call)).await?;
                let new = QuestionFields { kind: kind.into(), ..asked(slug) };
                let new = NewQuestion::try_from(&new)?;
                match of_call.first() {
                    None => questions::create(tx, editor, new).await,
                    Some(there) => questions::change(tx, editor, there.id, new).await,
                }
            })
            .await
    };
    let before = at("2027-02-01T00:00:00Z");
    change(before, "link", "short-text").await.unwrap();
    change(before, "link", "url").await.unwrap();
    assert_eq!(field_code(change(open(), "link", "email").await, "kind"), "question_fixed");
    change(open(), "page", "url").await.unwrap();
}
