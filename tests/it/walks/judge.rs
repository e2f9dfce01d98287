//! A judge scores demos beside their decks, and goes on while the network is gone.

use futures_util::stream;
use plenary::{
    accounts::{self, Role, RoleAt, proofs::System},
    calls::{self, RoundFields},
    companies::Member,
    files::Incoming,
    reviews::{self, Panellist},
    submissions::{DemoFile, SubmissionId, demo},
    values::{FileName, Moment},
};
use serde_json::json;

use crate::{
    companies::applications::submit,
    support::{
        actors::Staff,
        app::TestApp,
        browser::walk,
        editions::{fields, trilingual},
    },
};

/// One empty page, which every reader opens.
const PAGE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\n\
    xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \n0000000103 00000 n \n\
    trailer<</Size 4/Root 1 0 R>>\nstartxref\n165\n%%EOF\n";

async fn deck(app: &TestApp, who: &Member, id: SubmissionId) {
    let (name, bytes) = (FileName::parse("deck.pdf").unwrap(), stream::iter([Ok(PAGE.to_vec())]));
    let deck = Incoming { field: "deck".to_owned(), name, bytes };
    let send = app.app.db.transaction(async |tx| {
        demo::add_demo_file(tx, who, (id, DemoFile::Deck), deck, Moment::now()).await
    });
    send.await.unwrap();
}

/// A judge of two demos with decks, in a round of two criteria; answers her and her desk's address.
async fn stage(app: &TestApp) -> (Staff, String) {
    let edition = app.edition("2026").await;
    let call = app.demo_call(&edition).await;
    for founder in ["ada", "bob"] {
        let founder = app.person(founder).await;
        let company = app.company(&founder).await;
        let who = app.member(&founder, &company).await;
        let id = app.demo(&who, &call).await;
        app.fill_demo(&who, id).await;
        deck(app, &who, id).await;
        submit(app, &who, id).await.unwrap();
    }
    let judge = app.staff("judge", &[RoleAt::new(Role::Reviewer, Some(edition.id.uuid())).unwrap()]).await;
    app.run("UPDATE account SET email = 'judge@elsewhere.example' WHERE name = 'judge'").await;
    let criterion = |name: serde_json::Value| json!({ "name": name, "low": "1", "high": "5" });
    let typed: RoundFields = fields(json!({
        "kind": "rubric", "name": trilingual("Scores", "評分", "打分"),
        "criteria": [
            criterion(json!({ "en": "Novelty", "zh-Hant": "創新程度", "zh-Hans": "创新程度" })),
            criterion(json!({ "en": "Team", "zh-Hant": "團隊", "zh-Hans": "团队" })),
        ],
    }));
    let (chair, keys) = (app.plans(&edition), &app.app.keys);
    let panel = [Panellist { account: judge.account.id, organisation: None }];
    let share = app.app.db.transaction(async |tx| {
        let round = calls::create_round(tx, &chair, call.id, typed.parse(&edition.zone)?).await?;
        reviews::set_panel(tx, &chair, call.id, &panel).await?;
        reviews::share_out(tx, keys, &chair, (call.id, round.id), 1).await?;
        Ok(round.id)
    });
    (judge, format!("/console/2026/reviews/{}", share.await.unwrap()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_scores_on_through_a_lost_connection_and_everything_arrives_once() {
    let app = TestApp::start().await;
    let (judge, desk) = stage(&app).await;
    let link = app.app.db.transaction(async |tx| {
        accounts::one_time_link(tx, &System::shell(), &app.app.keys, judge.account.id).await
    });
    let facts = json!({ "link": link.await.unwrap(), "desk": desk });
    walk(&app.base, "judge", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(app.one::<i64>("SELECT count(*) FROM review").await, 2);
    assert_eq!(app.one::<i64>("SELECT sum(points) FROM review_score").await, 3 + 4 + 2 + 5);
    // Each review was written when it was whole, and the first once more with its comment.
    let written = "SELECT count(*) FROM audit_entry WHERE action = 'review.write'";
    assert_eq!(app.one::<i64>(written).await, 3);
}
