//! What a company applies for: every member's, counted together, kept as it is typed.

use futures_util::future::join;
use plenary::{
    companies::{self, Member},
    db::Tx,
    error::Error,
    submissions::{self, SubmissionId, demo},
    values::Moment,
};
use serde_json::json;

use super::code;
use crate::support::{
    actors::Staff,
    app::TestApp,
    client::Client,
    editions::{fields, trilingual},
};

const WHOLE: [(&str, &str); 9] = [
    ("title.en", "Harbour Arm"),
    ("summary.en", "An arm that pours tea."),
    ("product.en", "A robot arm."),
    ("novelty.en", "It feels."),
    ("team.en", "Three engineers."),
    ("watts", "１２００"),
    ("spoken", "yue"),
    ("session_type", "talk"),
    ("times", ""),
];

/// Adds a member to the company of `who`.
async fn joins(app: &TestApp, who: &Member, staff: &Staff) -> Member {
    let row = format!("('{}', '{}')", who.company(), staff.account.id);
    app.run(&format!("INSERT INTO company_member (company_id, account_id) VALUES {row}")).await;
    let mut conn = app.app.db.read().await.unwrap();
    companies::member(&mut conn, &staff.proof(), who.company()).await.unwrap()
}

pub async fn submit(app: &TestApp, who: &Member, id: SubmissionId) -> Result<(), Error> {
    let verb = async |tx: &mut Tx| submissions::submit(tx, &app.app.keys, who, id, Moment::now()).await;
    app.app.db.transaction(verb).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_member_may_write_and_answer_and_nobody_else() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (ada, bob, eve) = (app.person("ada").await, app.person("bob").await, app.person("eve").await);
    let company = app.company(&ada).await;
    let ada = app.member(&ada, &company).await;
    let bob = joins(&app, &ada, &bob).await;
    let other = app.company(&eve).await;
    let eve = app.member(&eve, &other).await;
    let call = app.demo_call(&edition).await;
    let id = app.demo(&ada, &call).await;
    assert_eq!(code(&submit(&app, &bob, id).await.unwrap_err()).split(' ').count(), 8);
    app.fill_demo(&bob, id).await;
    assert!(matches!(submit(&app, &eve, id).await, Err(Error::NotFound)));
    submit(&app, &bob, id).await.unwrap();
    let mut conn = app.app.db.read().await.unwrap();
    assert!(demo::of_company(&mut conn, &eve).await.unwrap().is_empty());
    assert_eq!(demo::of_company(&mut conn, &ada).await.unwrap().len(), 1);
    assert!(matches!(demo::demo(&mut conn, &eve, id).await, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_applies_once_in_a_track_even_when_two_submit_at_once() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (ada, bob) = (app.person("ada").await, app.person("bob").await);
    let company = app.company(&ada).await;
    let ada = app.member(&ada, &company).await;
    let bob = joins(&app, &ada, &bob).await;
    let call = app.demo_call(&edition).await;
    let (one, two) = (app.demo(&ada, &call).await, app.demo(&bob, &call).await);
    app.fill_demo(&ada, one).await;
    app.fill_demo(&bob, two).await;
    let (first, second) = join(submit(&app, &ada, one), submit(&app, &bob, two)).await;
    let refused: Vec<String> =
        [first, second].iter().filter_map(|one| one.as_ref().err()).map(code).collect();
    assert_eq!(refused, ["track_applied"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calls_limit_counts_what_the_company_handed_in() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let call = app.demo_call(&edition).await;
    app.run("UPDATE call SET limit_per_applicant = 1").await;
    let (one, two) = (app.demo(&who, &call).await, app.demo(&who, &call).await);
    for id in [one, two] {
        app.fill_demo(&who, id).await;
    }
    submit(&app, &who, one).await.unwrap();
    assert_eq!(code(&submit(&app, &who, two).await.unwrap_err()), "submission_limit");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_hands_her_applications_to_a_colleague() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (ada, bob) = (app.person("ada").await, app.person("bob").await);
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let stays = joins(&app, &who, &bob).await;
    let call = app.demo_call(&edition).await;
    let id = app.demo(&who, &call).await;
    let leave = app.app.db.transaction(async |tx| {
        submissions::hand_over(tx, &who).await?;
        companies::leave(tx, &who).await
    });
    leave.await.unwrap();
    let owner = "SELECT email FROM speaker JOIN submission ON owner_id = speaker.id";
    assert_eq!(app.one::<String>(owner).await, "bob@example.org");
    app.fill_demo(&stays, id).await;
    assert!(matches!(submit(&app, &who, id).await, Err(Error::NotFound)));
}

/// Her browser, her company's application, and where it stands.
async fn applying(app: &TestApp) -> (Client, String) {
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let call = app.demo_call(&edition).await;
    let home = format!("/en/account/companies/{}", company.id);
    assert!(ada.get(&home).await.expect(200).says("Open for applications"));
    let start = format!("{home}/demos/2026/{}/start", call.id);
    let begun = ada.post(&start, &[]).await.expect(303).location().to_owned();
    (ada.clone(), begun.split('?').next().unwrap().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_as_it_is_typed_and_comes_back_whole() {
    let app = TestApp::start().await;
    let (ada, page) = applying(&app).await;
    let version = ada.get(&page).await.expect(200).value_of("version").unwrap();
    let typed = [&WHOLE[..], &[("version", &*version), ("then", "stay")]].concat();
    let save = format!("{page}/save");
    let saved = ada.post(&save, &typed).await.expect(200);
    assert!(saved.json()["version"].as_i64().unwrap() > version.parse().unwrap());
    let wrong = [("title.en", "Kept?"), ("watts", "many"), ("then", "stay")];
    ada.post(&save, &wrong).await.expect(422);
    let (home, _) = page.split_once("/applications").unwrap();
    assert!(ada.get(home).await.expect(200).says("Third forum · "), "its applications say to which edition");
    let later = ada.get(&page).await.expect(200);
    assert!(later.says("An arm that pours tea.") && later.value_of("watts").as_deref() == Some("1200"));
    let refused = ada.post(&save, &[("title.en", "Kept?"), ("watts", "many")]).await.expect(422);
    assert!(refused.body.contains("Kept?") && refused.addresses().contains(&"#f-watts".to_owned()));
    ada.post(&save, &typed).await.expect(409);
    let preview = ada.get(&format!("{page}/preview")).await.expect(200);
    assert!(preview.says("It feels.") && preview.says("Harbour Robotics") && preview.says("At any time"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_stands_beside_its_field_and_a_video_out_of_reach_is_warned_of() {
    let app = TestApp::start().await;
    let (ada, page) = applying(&app).await;
    let save = format!("{page}/save");
    let missing = ada.post(&save, &[("then", "submit")]).await.expect(422).addresses();
    assert!(["#f-product", "#f-watts", "#f-deck"].iter().all(|field| missing.contains(&(*field).to_owned())));
    let video = [("video_url", "https://youtu.be/x")];
    ada.post(&save, &[&WHOLE[..], &video[..]].concat()).await.expect(303);
    assert!(ada.get(&page).await.says("can’t open this link"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_the_rules_is_told_why_and_corrected_once_and_judged_by_nobody_until_it_passes() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let call = app.demo_call(&edition).await;
    let id = app.demo(&who, &call).await;
    app.fill_demo(&who, id).await;
    let staff = app.with_role(plenary::accounts::Role::Programme, edition.id).await;
    let page = format!("/console/2026/submissions/{id}");
    let check = format!("{page}/eligibility");
    staff.post(&check, &[("eligible", "no"), ("reason", "x")]).await.expect(409);
    submit(&app, &who, id).await.unwrap();
    staff.post(&check, &[("eligible", "no")]).await.expect(422);
    let judged =
        async || submissions::to_review(&mut app.app.db.read().await.unwrap(), call.id).await.unwrap().len();
    assert_eq!(judged().await, 1);
    staff.post(&check, &[("eligible", "no"), ("reason", "The deck is empty.")]).await.expect(303);
    assert_eq!(judged().await, 0);
    staff.post(&check, &[("eligible", "no"), ("reason", "The deck is empty.")]).await.expect(303);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail WHERE template = 'eligibility-failed'").await, 1);
    let noted = "SELECT count(*) FROM audit_entry WHERE action = 'submission.check-eligibility'";
    assert_eq!(app.one::<i64>(noted).await, 1, "the same found twice is found once");

    let mine = format!("/en/account/companies/{}/applications/{id}", company.id);
    assert!(ada.get(&mine).await.expect(200).says("The deck is empty."));
    let reply = format!("{mine}/reply");
    ada.post(&reply, &[("reply", " ")]).await.expect(422);
    ada.post(&reply, &[("reply", "Here is another.")]).await.expect(303);
    ada.post(&reply, &[("reply", "And one more.")]).await.expect(409);
    assert!(staff.get(&page).await.says("Here is another."));
    staff.post(&check, &[("eligible", "yes"), ("reason", "Now it fits.")]).await.expect(303);
    assert_eq!(judged().await, 1);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail WHERE template = 'eligibility-failed'").await, 1);
    app.run("UPDATE submission SET lifecycle = 'withdrawn', withdrawn_at = now()").await;
    staff.post(&check, &[("eligible", "no"), ("reason", "x")]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_judges_her_own_company_even_when_another_member_applied() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let judge = app.with_role(plenary::accounts::Role::Reviewer, edition.id).await;
    app.run("UPDATE account SET email = 'judge@elsewhere.example' WHERE name = 'reviewer'").await;
    let call = app.demo_call(&edition).await;
    let id = app.demo(&who, &call).await;
    app.fill_demo(&who, id).await;
    submit(&app, &who, id).await.unwrap();
    let chair = app.plans(&edition);
    let panel = [plenary::reviews::Panellist { account: judge.account.id, organisation: None }];
    let typed: plenary::calls::RoundFields =
        fields(json!({ "kind": "eligibility", "name": trilingual("Check", "審核", "审核") }));
    let keys = &app.app.keys;
    let share = app.app.db.transaction(async |tx| {
        let round = plenary::calls::create_round(tx, &chair, call.id, typed.parse(&edition.zone)?).await?;
        plenary::reviews::set_panel(tx, &chair, call.id, &panel).await?;
        plenary::reviews::share_out(tx, keys, &chair, (call.id, round.id), 1).await?;
        Ok(round.id)
    });
    let desk = format!("/console/2026/reviews/{}", share.await.unwrap());
    assert!(judge.get(&desk).await.expect(200).says("Text"));
    let works = async |place: &str| {
        app.run(&format!("UPDATE reviewer SET organisation = '{place}'")).await;
    };
    works("海港机器人").await;
    assert!(!judge.get(&desk).await.says("Text"), "she works there, by its name in another script");
    works("Harbour Labs").await;
    assert!(judge.get(&desk).await.says("Text"));
    joins(&app, &who, &judge).await;
    assert!(!judge.get(&desk).await.expect(200).says("Text"), "what conflicts is nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_applies_in_two_tracks_of_a_call() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let organiser = app.organiser(edition.id).await;
    for (slug, name) in [("bio", "Biomedicine"), ("robotics", "Robotics")] {
        let track = [("slug", slug), ("name.en", name), ("colour", "#1f4e79")];
        organiser.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    }
    let call = app.demo_call(&edition).await;
    let both = format!("INSERT INTO call_track (call_id, track_id) SELECT '{}', id FROM track", call.id);
    app.run(&both).await;
    let (one, two) = (app.demo(&who, &call).await, app.demo(&who, &call).await);
    let save = async |id: SubmissionId, track: &str| {
        let page = format!("/en/account/companies/{}/applications/{id}", company.id);
        let version = ada.get(&page).await.expect(200).value_of("version").unwrap();
        let typed = [&WHOLE[..], &[("track", track), ("version", &*version)]].concat();
        ada.post(&format!("{page}/save"), &typed).await.expect(303);
    };
    for id in [one, two] {
        app.deck(&who, id).await.unwrap();
        save(id, "bio").await;
    }
    submit(&app, &who, one).await.unwrap();
    let twice = submit(&app, &who, two).await.unwrap_err();
    assert_eq!(code(&twice), "track_applied");
    save(two, "robotics").await;
    submit(&app, &who, two).await.unwrap();
}
