//! What is left of a person who was erased.

use plenary::{
    accounts::proofs::System,
    questions::{self, NewQuestion, QuestionFields},
    registrations,
    values::{Email, Moment},
};
use serde_json::json;

use super::Forum;

#[tokio::test(flavor = "multi_thread")]
async fn no_mail_keeps_anything_of_an_erased_person() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("guest", &[hall]).await;
    let (first, second) =
        (forum.come("guest", "Chan Tai Man").await, forum.come("guest", "Au Wing Sze").await);
    let leaves = forum.holder(first).await;
    forum.db.transaction(async |tx| registrations::cancel(tx, &leaves, Moment::now()).await).await.unwrap();
    forum.db.transaction(async |tx| registrations::offer_places(tx, &System::duty()).await).await.unwrap();
    let holder = forum.holder(second).await;
    let elsewhere = Email::parse("wing.sze@example.net").unwrap();
    let asked = forum.db.transaction(async |tx| registrations::ask_for_address(tx, &holder, elsewhere).await);
    asked.await.unwrap();

    let mut conn = forum.db.read().await.unwrap();
    let detail = registrations::full_detail(&mut conn, &forum.keys, &forum.organiser, second).await.unwrap();
    let written: Vec<&str> = detail.mails.iter().map(|mail| mail.template.as_str()).collect();
    assert_eq!(written, ["address-proof", "registration-offered", "registration-waitlisted"]);

    forum.db.transaction(async |tx| registrations::erase(tx, &holder, Moment::now()).await).await.unwrap();
    assert_eq!(forum.count("mail WHERE mail::text ~* 'wing'").await, 0);
    assert_eq!(forum.count("address_change").await, 0);
    assert_eq!(forum.count("mail WHERE state = 'queued' AND recipient LIKE 'chan%'").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_forgotten_when_their_question_says_so_and_no_sooner() {
    let forum = Forum::open().await;
    forum.way("guest", &[]).await;
    for (slug, days) in [("diet", "30"), ("topic", "")] {
        let typed =
            json!({ "slug": slug, "kind": "short-text", "label": { "en": slug }, "retain_days": days });
        let typed: QuestionFields = serde_json::from_value(typed).unwrap();
        let new = NewQuestion::try_from(&typed).unwrap();
        forum.db.transaction(async |tx| questions::create(tx, &forum.organiser, new).await).await.unwrap();
    }
    let mut fields = Forum::fields("guest", "Chan Tai Man");
    fields.answers = serde_json::from_value(json!({ "diet": "no nuts", "topic": "robots" })).unwrap();
    let admission = forum.admission(&forum.form().await, &fields, None);
    forum.admit(&[admission]).await.remove(0).unwrap();
    let purge = async || {
        let duty = System::duty();
        forum.db.transaction(async |tx| registrations::purge_answers(tx, &duty).await).await.unwrap()
    };
    let ended = async |ago: &str| {
        forum
            .run(&format!(
                "UPDATE edition SET starts_at = now() - interval '{ago}' - interval '1 day',
            ends_at = now() - interval '{ago}', offers_end_at = NULL"
            ))
            .await;
    };

    ended("29 days").await;
    assert_eq!((purge().await, forum.count("answer").await), (0, 2));
    ended("31 days").await;
    assert_eq!((purge().await, forum.count("answer").await), (1, 1));
    let left = "answer JOIN question ON question.id = answer.question_id WHERE question.slug = 'topic'";
    assert_eq!(forum.count(left).await, 1, "this one is kept for good");
    assert_eq!(forum.count("audit_entry WHERE action = 'question.purge-answers'").await, 1);
    assert_eq!(purge().await, 0, "twice does no harm");
}
