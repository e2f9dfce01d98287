//! What comes of an application once staff have held it against the rules of its call.

use plenary::{
    accounts::{Role, proofs::System},
    calls::{self, RoundFields},
    companies::Member,
    editions::Edition,
    submissions::{self, Decision, SubmissionId, demo},
    values::Moment,
};
use serde_json::json;

use super::{applications::submit, code};
use crate::support::{
    actors::Staff,
    app::TestApp,
    editions::{fields, trilingual},
};

/// A company's application that was handed in, who acts for it, and the page that checks it.
async fn received(app: &TestApp) -> (Edition, Staff, Member, SubmissionId) {
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let call = app.demo_call(&edition).await;
    let id = app.demo(&who, &call).await;
    app.fill_demo(&who, id).await;
    submit(app, &who, id).await.unwrap();
    (edition, ada, who, id)
}

async fn mails(app: &TestApp, template: &str) -> i64 {
    app.one(&format!("SELECT count(*) FROM mail WHERE template = '{template}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_application_is_corrected_after_the_deadline_until_its_one_reply_and_hears_what_comes_of_it()
{
    let app = TestApp::start().await;
    let (edition, ada, who, id) = received(&app).await;
    let staff = app.with_role(Role::Programme, edition.id).await;
    let check = format!("/console/2026/submissions/{id}/eligibility");
    let fails = [("eligible", "no"), ("reason", "The deck is empty.")];
    app.run("UPDATE call SET closes_at = now() - interval '1 hour'").await;
    assert_eq!(code(&app.deck(&who, id).await.unwrap_err()), "call_closed");
    let mine = format!("/en/account/companies/{}/applications/{id}", who.company());
    assert!(ada.get(&mine).await.expect(200).says("We have received it"));
    staff.post(&check, &fails).await.expect(303);

    let page = ada.get(&mine).await.expect(200);
    assert!(page.says("Needs a correction") && page.says("send one reply"), "{}", page.body);
    assert!(!page.says("We have received it. The organisers") && page.body.contains("name=\"deck\""));
    app.deck(&who, id).await.unwrap();
    app.fill_demo(&who, id).await;
    ada.post(&format!("{mine}/reply"), &[("reply", "Here is another.")]).await.expect(303);
    assert!(ada.get(&mine).await.says("look at it again"));
    assert_eq!(code(&app.deck(&who, id).await.unwrap_err()), "call_closed", "once she replied it stands");

    staff.post(&check, &fails).await.expect(303);
    assert_eq!(mails(&app, "eligibility-failed").await, 2, "the same reason once more is another answer");
    assert!(ada.get(&mine).await.says("it still does not fit"));
    staff.post(&check, &fails).await.expect(303);
    assert_eq!(mails(&app, "eligibility-failed").await, 2);
    for _ in 0..2 {
        staff.post(&check, &[("eligible", "yes")]).await.expect(303);
    }
    assert_eq!(mails(&app, "eligibility-passed").await, 1);
    assert!(!ada.get(&mine).await.says("does not fit"));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_what_is_to_be_checked_and_which_replies_are_to_be_read() {
    let app = TestApp::start().await;
    let (edition, ada, who, id) = received(&app).await;
    let staff = app.organiser(edition.id).await;
    let mei = app.person("mei").await;
    let other = app.company(&mei).await;
    let other = app.member(&mei, &other).await;
    let call: String = app.one("SELECT id::text FROM call").await;
    let mut conn = app.app.db.read().await.unwrap();
    let call = calls::by_id(&mut conn, edition.id, call.parse().unwrap()).await.unwrap();
    drop(conn);
    let second = app.demo(&other, &call).await;
    app.fill_demo(&other, second).await;
    submit(&app, &other, second).await.unwrap();

    let today = async || staff.get("/console/2026").await.expect(200);
    assert!(!today().await.says("held against the rules"), "nobody checks this call");
    let check = format!("/console/2026/submissions/{id}/eligibility");
    staff.post(&check, &[("eligible", "no"), ("reason", "No deck.")]).await.expect(303);
    assert!(today().await.says("One application was not held against the rules"));
    let list = async |stage: &str| {
        staff.get(&format!("/console/2026/submissions?stage={stage}")).await.expect(200).body
    };
    let (first, second) = (format!("row-{id}"), format!("row-{second}"));
    assert!(list("unchecked").await.contains(&second) && !list("unchecked").await.contains(&first));
    assert!(list("unfit").await.contains(&first) && !list("unfit").await.contains(&second));
    assert!(!list("replied").await.contains(&first));

    let mine = format!("/en/account/companies/{}/applications/{id}", who.company());
    ada.post(&format!("{mine}/reply"), &[("reply", "Here it is.")]).await.expect(303);
    assert!(today().await.says("One company replied"));
    assert!(list("replied").await.contains(&first));
    assert!(list("").await.contains("Reply to read"));
    app.run("UPDATE edition SET state = 'archived'").await;
    app.refresh().await;
    let table = staff.get("/console/2026/submissions/results.csv").await.expect(200);
    let line = table.body.lines().find(|line| line.contains(&id.to_string())).unwrap();
    assert!(line.contains("Reply to read"), "a finished edition still says what came of it: {}", table.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_changes_details_or_files_after_handing_in_is_told_once_they_rest() {
    let app = TestApp::start().await;
    let (_, _, who, id) = received(&app).await;
    let rests = async || {
        app.run("UPDATE submission SET edited_at = edited_at - interval '31 minutes'").await;
        app.app.db.transaction(async |tx| submissions::tell_edited(tx, &System::duty()).await).await.unwrap()
    };
    // Handing in made it another one, and was told by itself.
    rests().await;
    let before = mails(&app, "submission-edited").await;
    app.deck(&who, id).await.unwrap();
    assert_eq!((rests().await, mails(&app, "submission-edited").await), (1, before + 1));
    let change = app.app.db.transaction(async |tx| {
        let mut demo = demo::demo(tx, &who, id).await?;
        demo.watts = Some(900);
        demo::set_demo(tx, &who, id, &demo, Moment::now()).await?;
        demo::set_demo(tx, &who, id, &demo, Moment::now()).await
    });
    change.await.unwrap();
    assert_eq!((rests().await, mails(&app, "submission-edited").await), (1, before + 2));
    assert_eq!(rests().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declined_company_reads_what_judges_share_on_its_page() {
    let app = TestApp::start().await;
    let (edition, ada, who, id) = received(&app).await;
    let judge = app.with_role(Role::Reviewer, edition.id).await;
    let (chair, call): (_, String) = (app.plans(&edition), app.one("SELECT id::text FROM call").await);
    let typed: RoundFields =
        fields(json!({ "kind": "eligibility", "name": trilingual("Check", "審核", "审核") }));
    let round = app.app.db.transaction(async |tx| {
        calls::create_round(tx, &chair, call.parse().unwrap(), typed.parse(&edition.zone)?).await
    });
    round.await.unwrap();
    let review = format!(
        "INSERT INTO review (id, round_id, submission_id, account_id, abstains, eligible, comment, shareable, written_at)
            SELECT gen_random_uuid(), id, '{id}', '{}', false, true, 'Too early for us.', true, now() FROM round",
        judge.account.id
    );
    app.run(&review).await;
    app.run("UPDATE call SET shares_comments = true").await;
    let mine = format!("/en/account/companies/{}/applications/{id}", who.company());
    assert!(!ada.get(&mine).await.expect(200).says("Too early"), "nothing before it is told");
    app.told(&edition, id, Decision::Declined).await;
    let page = ada.get(&mine).await.expect(200);
    assert!(page.says("Too early for us."), "{}", page.body);
}
