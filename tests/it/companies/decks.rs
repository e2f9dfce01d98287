//! A deck's address is worth nothing to whoever has no right to read it: at each door, page, file and API.

use plenary::{
    accounts::{Role, RoleAt},
    calls::{self, CallId, RoundFields, RoundId},
    editions::Edition,
    files::FileId,
    reviews::{self, Panellist},
    submissions::SubmissionId,
};
use serde_json::json;

use super::applications::submit;
use crate::support::{
    actors::Staff,
    app::TestApp,
    calls::call_fields,
    client::Client,
    editions::{fields, trilingual},
};

/// Somebody at her browser, and her program with all that a token of hers may have.
struct Asker {
    browser: Client,
    program: Client,
}

impl Asker {
    async fn of(app: &TestApp, staff: &Staff, scopes: &[&str]) -> Self {
        let (_, program) = app.token(staff, &[scopes, &["own:write"]].concat(), None).await;
        Self { browser: Client::clone(staff), program }
    }

    async fn opens(&self, door: &str) -> bool {
        let by = if door.starts_with("/api/") { &self.program } else { &self.browser };
        let page = by.get(door).await;
        let read = page.status == 200;
        assert_eq!(read, page.body.contains("%PDF"), "{door}: {}", page.status);
        assert!(read || [303, 401, 403, 404].contains(&page.status.as_u16()), "{door}: {}", page.status);
        read
    }
}

/// A judge of the edition.
async fn judge(app: &TestApp, edition: &Edition, name: &str) -> Staff {
    app.staff(name, &[RoleAt::new(Role::Reviewer, Some(edition.id.uuid())).unwrap()]).await
}

/// Puts judges on the panel of a call, and gives them all that was handed in to it.
async fn share_out(app: &TestApp, edition: &Edition, call: CallId, judges: &[&Staff]) -> RoundId {
    let plans = app.plans(edition);
    let panel: Vec<Panellist> =
        judges.iter().map(|one| Panellist { account: one.account.id, organisation: None }).collect();
    let criterion = json!({ "name": trilingual("Novelty", "新意", "新意"), "low": "1", "high": "5" });
    let round: RoundFields = fields(
        json!({ "kind": "rubric", "name": trilingual("Scores", "評分", "评分"), "criteria": [criterion] }),
    );
    let share = app.app.db.transaction(async |tx| {
        let round = calls::create_round(tx, &plans, call, round.parse(&edition.zone)?).await?;
        reviews::set_panel(tx, &plans, call, &panel).await?;
        reviews::share_out(tx, &app.app.keys, &plans, (call, round.id), panel.len()).await?;
        Ok(round.id)
    });
    share.await.unwrap()
}

/// Every address that a deck can be read at.
fn doors(company: impl std::fmt::Display, demo: SubmissionId, round: RoundId, deck: FileId) -> [String; 6] {
    [
        format!("/en/account/companies/{company}/applications/{demo}/files/{deck}"),
        format!("/console/2026/submissions/{demo}/files/{deck}"),
        format!("/console/2026/reviews/{round}/files/{deck}"),
        format!("/api/v1/companies/{company}/applications/{demo}/files/{deck}"),
        format!("/api/v1/editions/2026/submissions/{demo}/files/{deck}"),
        format!("/api/v1/editions/2026/reviews/{round}/files/{deck}"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decks_address_is_useless_to_whoever_has_no_right_to_it() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let founder = app.person("ada").await;
    let company = app.company(&founder).await;
    let who = app.member(&founder, &company).await;
    let call = app.demo_call(&edition).await;
    let demo = app.demo(&who, &call).await;
    app.fill_demo(&who, demo).await;
    submit(&app, &who, demo).await.unwrap();
    // Judges here have their addresses where everybody has; she works elsewhere.
    app.run("UPDATE speaker SET email = 'ada@elsewhere.example'").await;
    app.run("UPDATE account SET email = 'ada@elsewhere.example', email_key = 'ada@elsewhere.example' WHERE name = 'ada'")
        .await;
    let deck: String = app.one("SELECT id::text FROM file WHERE owner_kind = 'submission_demo'").await;

    let (fair, friend, far) = (
        judge(&app, &edition, "fair").await,
        judge(&app, &edition, "friend").await,
        judge(&app, &edition, "far").await,
    );
    let round = share_out(&app, &edition, call.id, &[&fair, &friend]).await;
    let doors = doors(company.id, demo, round, deck.parse().unwrap());
    let [own, staff, review, own_api, staff_api, review_api] = &doors;
    let reviewer = ["reviewer:write"];
    let friend = Asker::of(&app, &friend, &reviewer).await;
    assert!(friend.opens(review).await && friend.opens(review_api).await, "nothing is known against her yet");
    app.run(&format!(
        "INSERT INTO company_member (company_id, account_id) SELECT '{}', id FROM account WHERE name = 'friend'",
        company.id
    ))
    .await;

    let talks = app.call(&edition, call_fields("talks")).await;
    share_out(&app, &edition, talks.id, &[&far]).await;
    let eve = app.person("eve").await;
    app.company(&eve).await;
    let observer = app.with_role(Role::Observer, edition.id).await;
    let stranger = Asker { browser: app.visitor(), program: app.visitor() };
    for (asker, name) in [
        (stranger, "a stranger"),
        (Asker::of(&app, &eve, &[]).await, "another company"),
        (Asker::of(&app, &far, &reviewer).await, "a judge of another call"),
        (Asker::of(&app, &observer, &["observer:read"]).await, "an observer"),
    ] {
        for door in &doors {
            assert!(!asker.opens(door).await, "{name} reads {door}");
        }
    }
    // A judge who acts for the company reads what is her company's, never as a judge.
    for door in [review, review_api, staff, staff_api] {
        assert!(!friend.opens(door).await, "a judge with a conflict reads {door}");
    }

    let organiser = app.organiser(edition.id).await;
    let ada = Asker::of(&app, &founder, &[]).await;
    let organiser = Asker::of(&app, &organiser, &["organiser:read"]).await;
    let fair = Asker::of(&app, &fair, &reviewer).await;
    for (asker, page, api) in [(ada, own, own_api), (organiser, staff, staff_api), (fair, review, review_api)]
    {
        for door in &doors {
            assert_eq!(asker.opens(door).await, door == page || door == api, "{door}");
        }
    }
}
