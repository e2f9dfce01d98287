//! Awards, slots and results through the API.

use plenary::accounts::{Role, RoleAt};
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    console::{allocation, awards},
    support::{app::TestApp, client::Client},
};

async fn program(app: &TestApp, name: &str, role: Role, scope: &str) -> Client {
    let edition: String = app.one("SELECT id::text FROM edition").await;
    let at = RoleAt::new(role, Some(edition.parse().unwrap())).unwrap();
    let staff = app.staff(name, &[at]).await;
    app.token(&staff, &[scope], None).await.1
}

fn id_of(page: &str) -> &str {
    page.rsplit('/').next().unwrap()
}

async fn put(who: &Client, path: &str, seen: &str, body: &Value) -> crate::support::page::Page {
    let request = who.request(Method::PUT, path).header("if-match", format!("\"{seen}\"")).json(body);
    crate::support::page::Page::of(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_votes_by_program_and_the_chair_reads_pairs_and_closes() {
    let stage = awards::stage(&["Alpha", "Beta"], &["ada"]).await;
    let chair = program(&stage.app, "planner", Role::Programme, "programme:write").await;
    let judge = stage.app.token(&stage.judges[0], &["reviewer:write"], None).await.1;
    let [call, award] = [&stage.call, &stage.award].map(|page| id_of(page));
    let (chairs, judges) = (
        format!("/api/v1/editions/2026/calls/{call}/awards"),
        format!("/api/v1/editions/2026/awards/{award}"),
    );
    judge.get(&judges).await.expect(404);
    chair.send(Method::POST, &format!("{chairs}/{award}/open"), &json!({})).await.expect(200);
    let ballot = judge.get(&judges).await.expect(200);
    assert_eq!((ballot.json()["rivals"].as_array().unwrap().len(), ballot.header("etag")), (2, "\"0\""));
    let (alpha, beta) = (stage.id("Alpha").await, stage.id("Beta").await);
    let order = json!({ "order": [[beta], [alpha]] });
    put(&judge, &judges, "0", &order).await.expect(200);
    put(&judge, &judges, "0", &json!({ "order": [[alpha]] })).await.expect(409);
    put(&judge, &judges, "1", &json!({ "order": [[alpha], [alpha]] })).await.expect(422);
    judge.send(Method::PUT, &judges, &order).await.expect(422);
    chair.get(&judges).await.expect(403);
    judge.get(&format!("{chairs}/{award}")).await.expect(403);
    let shown = chair.get(&format!("{chairs}/{award}")).await.expect(200).json();
    assert_eq!((shown["voted"].clone(), shown["placings"][0]["submission"].clone()), (json!(1), json!(beta)));
    assert_eq!(shown["placings"][0]["pairs"][0]["ahead"], 1);
    let closed = chair.send(Method::POST, &format!("{chairs}/{award}/close"), &json!({})).await.expect(200);
    assert_eq!(closed.json()["award"]["state"], "closed");
    put(&judge, &judges, "1", &json!({ "order": [[alpha]] })).await.expect(409);
    chair.send(Method::DELETE, &format!("{chairs}/{award}"), &json!({})).await.expect(409);
    assert_eq!(judge.get("/api/v1/editions/2026/awards").await.expect(200).json()["items"][0]["id"], award);

    let table = chair.get("/api/v1/editions/2026/results.csv?lang=en").await.expect(200);
    assert!(table.header("content-type").starts_with("text/csv"), "{}", table.header("content-type"));
    assert!(
        table.body.contains("\"1. Best of the show\"") && table.body.contains("\"Accepted\""),
        "{}",
        table.body
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn slots_are_tried_proposed_and_accepted_by_program_and_stand_in_the_results() {
    let stage = allocation::stage().await;
    stage.slots("2").await;
    let chair = program(&stage.app, "planner", Role::Programme, "programme:write").await;
    let call = id_of(&stage.call).to_owned();
    let at = |path: &str| format!("/api/v1/editions/2026/calls/{call}/allocation{path}");
    let bio = stage.track("bio").await;
    let bio = bio.as_str();
    let rules = json!({ "tracks": { bio: { "max": 1 } } });
    let tried = chair.send(Method::POST, &at("/what-if"), &rules).await.expect(200).json();
    assert_eq!((tried["kind"].clone(), tried["plan"]["is_best"].clone()), (json!("planned"), json!(true)));
    assert_eq!(stage.app.one::<i64>("SELECT count(*) FROM allocation_proposal").await, 0);
    let wrong = json!({ "tracks": { bio: { "min": 2, "max": 1 } } });
    chair.send(Method::POST, &at("/what-if"), &wrong).await.expect(422);
    let impossible = json!({ "tracks": { bio: { "min": 3 } } });
    let none = chair.send(Method::POST, &at("/propose"), &impossible).await.expect(200).json();
    assert_eq!((none["kind"].clone(), none["proposal"].clone()), (json!("impossible"), Value::Null));
    stage.close().await;
    let kept = chair.send(Method::POST, &at("/propose"), &rules).await.expect(200).json();
    assert_eq!(kept["proposal"]["number"], 1);
    let shown = chair.get(&at("")).await.expect(200).json();
    assert_eq!(
        (shown["closed"].clone(), shown["proposal"]["id"].clone()),
        (json!(true), kept["proposal"]["id"].clone())
    );
    let place = shown["places"][0]["id"].as_str().unwrap().to_owned();
    let accept = json!({ "proposal": kept["proposal"]["id"] });
    chair.send(Method::POST, &at("/accept"), &accept).await.expect(204);
    chair.send(Method::POST, &at("/accept"), &accept).await.expect(409);
    let pins = json!({ "pins": { shown["applicants"][0]["submission"].as_str().unwrap(): "somewhere" } });
    chair.send(Method::PUT, &at("/pins"), &pins).await.expect(422);
    chair.send(Method::DELETE, &at(&format!("/places/{place}")), &json!({})).await.expect(204);

    stage.app.run("UPDATE submission SET title = '{\"original\": \"en\", \"en\": \"=1+1\"}' WHERE title::text LIKE '%Delta%'").await;
    let table = stage.organiser.get("/console/2026/submissions/results.csv").await.expect(200);
    let line = |start: &str| table.body.lines().find(|line| line.contains(start)).unwrap().to_owned();
    assert!(line("Alpha").contains("The hall") && line("Alpha").contains("100.00"), "{}", table.body);
    assert!(line("Beta").contains("Standby 1"), "{}", table.body);
    assert!(table.body.contains("\"'=1+1\""), "no cell computes anything: {}", table.body);
    for (name, role, scope) in [
        ("watcher", Role::Observer, "observer:read"),
        ("other-judge", Role::Reviewer, "reviewer:read"),
        ("writer", Role::Communications, "communications:read"),
    ] {
        let other = program(&stage.app, name, role, scope).await;
        other.get("/api/v1/editions/2026/results.csv").await.expect(403);
    }
}
