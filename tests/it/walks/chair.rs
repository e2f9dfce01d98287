//! The chair opens a call, decides about what came, and reviews some of it herself.

use plenary::{
    accounts::{self, Role, RoleAt, proofs::System},
    values::Id,
};
use serde_json::json;

use crate::support::{actors::Staff, app::TestApp, browser::walk};

/// A call with a rubric, two submissions given to the chair, one of them decided; answers the call's address.
async fn stage(app: &TestApp, chair: &Staff) -> String {
    let track =
        [("slug", "robotics"), ("name.en", "Robotics"), ("name.zh-Hant", "機械人"), ("colour", "#1f4e79")];
    chair.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    let call = [
        ("kind", "talk"),
        ("slug", "talks"),
        ("name.en", "Call for talks"),
        ("name.zh-Hant", "演講徵集"),
        ("opens_at", "2020-03-01T09:00"),
        ("closes_at", "2090-04-01T18:30"),
        ("tracks", "robotics"),
        ("quota.robotics", "4"),
    ];
    let made = chair.post("/console/2026/calls/new", &call).await.expect(303);
    let call = made.location().split('?').next().unwrap().to_owned();
    let round = [
        ("kind", "rubric"),
        ("name.en", "Scores"),
        ("name.zh-Hant", "評分"),
        ("blind", "yes"),
        ("criteria.0.name.en", "Novelty"),
        ("criteria.0.name.zh-Hant", "創新程度"),
        ("criteria.0.low", "1"),
        ("criteria.0.high", "5"),
        ("criteria.0.anchors.en", "1 Known\n5 Nothing like it exists"),
        ("criteria.0.anchors.zh-Hant", "1 已知\n5 前所未有"),
    ];
    let added = chair.post(&format!("{call}/rounds/new"), &round).await.expect(303);
    let round = added.location().rsplit("#row-").next().unwrap().to_owned();
    let question = [("slug", "slides"), ("kind", "long-text"), ("label.en", "What do you need on stage?")];
    chair.post(&format!("{call}/form/new"), &question).await.expect(303);
    chair.post(&format!("{call}/codes"), &[("note", "For the bank"), ("max_uses", "3")]).await.expect(303);
    for (title, chinese, email) in [
        ("Robots in medicine", "機械人與醫學", "chan@one.example"),
        ("Fission", "核裂變", "lise@two.example"),
    ] {
        let fields = [
            ("call", "talks"),
            ("title.en", title),
            ("title.zh-Hant", chinese),
            ("name_latin", "Lise Meitner"),
            ("organisation", "The Institute"),
            ("email", email),
            ("lang", "zh-Hant"),
            ("track", "robotics"),
        ];
        chair.post("/console/2026/submissions/new", &fields).await.expect(303);
    }
    let account = chair.account.id.to_string();
    chair.post(&format!("{call}/reviewers"), &[("reviewers", account.as_str())]).await.expect(303);
    let share = [("round", round.as_str()), ("each", "1")];
    chair.post(&format!("{call}/reviewers/share-out"), &share).await.expect(303);
    let decided: String = app.one("SELECT min(id::text) FROM submission").await;
    let decide = [("ids", decided.as_str()), ("decision", "accepted")];
    chair.post("/console/2026/submissions/decide", &decide).await.expect(303);
    format!("{call} {round} {decided}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chair_opens_calls_reviews_and_decides_on_a_phone_and_at_a_desk() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let at = |role| RoleAt::new(role, Some(edition.id.uuid())).unwrap();
    let chair = app.staff("chair", &[at(Role::Organiser), at(Role::Reviewer)]).await;
    let staged = stage(&app, &chair).await;
    let [call, round, submission] = staged.split(' ').collect::<Vec<_>>()[..] else { panic!("{staged}") };
    let mut links = Vec::new();
    for _ in 0..2 {
        let account: Id<accounts::Account> = chair.account.id;
        let link = app.app.db.transaction(async |tx| {
            accounts::one_time_link(tx, &System::shell(), &app.app.keys, account).await
        });
        links.push(link.await.unwrap());
    }
    let facts = json!({ "links": links, "call": call, "round": round, "submission": submission });
    walk(&app.base, "chair", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
