//! A reviewer's doors of the API: what she was given is there, and what she may not see is behind none of them.

use plenary::accounts::{Role, RoleAt};
use reqwest::Method;
use serde_json::{Value, json};

use super::{calls::of, chair::Chair};
use crate::support::client::Client;

/// A panel of two on a round, and what was handed in by whom.
struct Panel {
    chair: Chair,
    round: String,
    criterion: String,
    /// The programs of Ada, of the university, and of Ben, of nowhere.
    judges: Vec<Client>,
    far: Value,
}

impl Panel {
    /// Lise of elsewhere handed in a free submission, Otto one that conflicts with Ada by organisation; both are shared out.
    async fn of(blind: bool) -> Self {
        let chair = Chair::sit().await;
        let link =
            json!({ "question": { "slug": "homepage", "kind": "url", "label": { "en": "Your site" } } });
        chair.site.post(&of(&chair.call, "/questions"), &link).await;
        let round = json!({
            "kind": "rubric", "name": { "en": "Scores" }, "blind": blind,
            "criteria": [{ "name": { "en": "Novelty" }, "low": 1, "high": 5 }],
        });
        let round = chair.site.post(&of(&chair.call, "/rounds"), &round).await;
        let (far, near) =
            (Self::hands_in(&chair, "Lise", "Nowhere").await, Self::hands_in(&chair, "Otto", "Fudan").await);
        let (mut seats, mut judges) = (Vec::new(), Vec::new());
        for (name, organisation) in [("ada", "Fudan"), ("ben", "")] {
            let at = RoleAt::new(Role::Reviewer, Some(chair.site.edition.id.uuid())).unwrap();
            let judge = chair.site.app.staff(name, &[at]).await;
            seats.push(json!({ "account_id": judge.account.id.to_string(), "organisation": organisation }));
            judges.push(chair.site.app.token(&judge, &["reviewer:write"], None).await.1);
        }
        let panel = json!({ "reviewers": seats });
        let path = chair.site.at(&of(&chair.call, "/panel"));
        chair.site.program.send(Method::PUT, &path, &panel).await.expect(200);
        let (round, criterion) = (text(&round["id"]), text(&round["criteria"][0]["id"]));
        let share = of(&chair.call, &format!("/rounds/{round}/share-out"));
        chair.send(&share, &json!({ "each": 2 })).await.expect(200);
        // The conflict comes after the assignment: that must not help either.
        let assigned = format!(
            "INSERT INTO assignment (round_id, submission_id, account_id)
             SELECT '{round}', '{}', id FROM account WHERE email = 'ada@example.org' ON CONFLICT DO NOTHING",
            text(&near["id"])
        );
        chair.site.app.run(&assigned).await;
        Self { chair, round, criterion, judges, far }
    }

    async fn hands_in(chair: &Chair, name: &str, organisation: &str) -> Value {
        let email = format!("{}@{}.example", name.to_lowercase(), name.to_lowercase());
        let profile = json!({ "name_latin": name, "organisation": organisation });
        let speaker = chair.site.post("/speakers", &json!({ "email": email, "profile": profile })).await;
        let draft = json!({
            "title": { "en": format!("Matter of {organisation}") }, "session_type": "talk",
            "answers": { "homepage": format!("https://{}.example/", name.to_lowercase()) },
        });
        let body = json!({ "call": chair.call["id"], "speaker": speaker["id"], "submission": draft });
        chair.site.post("/submissions", &body).await
    }

    fn at(&self, path: &str) -> String {
        self.chair.site.at(&format!("/reviews{path}"))
    }

    async fn desk(&self, judge: usize, query: &str) -> Value {
        self.judges[judge].get(&self.at(&format!("/{}{query}", self.round))).await.expect(200).json()
    }

    async fn score(&self, judge: usize, submission: &Value, points: i64) -> crate::support::page::Page {
        let path = self.at(&format!("/{}/submissions/{}", self.round, text(&submission["id"])));
        let body = json!({ "points": { self.criterion.clone(): points }, "comment": "Between us" });
        self.judges[judge].send(Method::PUT, &path, &body).await
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn count(desk: &Value) -> usize {
    desk["items"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_conflicts_is_in_no_list_count_search_or_act() {
    let panel = Panel::of(false).await;
    let near = panel.chair.site.read("/submissions?q=otto").await["items"][0].clone();
    assert_eq!((count(&panel.desk(0, "").await), count(&panel.desk(1, "").await)), (1, 2));
    assert_eq!(count(&panel.desk(0, "?q=fudan").await), 0, "the search");
    let tasks = panel.judges[0].get(&panel.at("")).await.expect(200).json();
    assert_eq!(
        (tasks["items"][0]["assigned"].clone(), tasks["items"][0]["done"].clone()),
        (json!(1), json!(0))
    );
    panel.score(0, &near, 5).await.expect(404);
    let declare = panel.at(&format!("/{}/submissions/{}/declare-conflict", panel.round, text(&near["id"])));
    super::act(&panel.judges[0], &declare).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declared_a_conflict_is_gone() {
    let panel = Panel::of(false).await;
    let declare =
        panel.at(&format!("/{}/submissions/{}/declare-conflict", panel.round, text(&panel.far["id"])));
    super::act(&panel.judges[1], &declare).await.expect(204);
    assert_eq!(count(&panel.desk(1, "").await), 1);
    panel.score(1, &panel.far, 5).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blind_round_names_nobody_and_leads_to_nobody() {
    let open = Panel::of(false).await.desk(1, "").await.to_string();
    assert!(open.contains("Lise") && open.contains("https://lise.example/"), "an open round does: {open}");
    let panel = Panel::of(true).await;
    let desk = panel.desk(1, "").await;
    assert_eq!(
        (desk["items"][0]["people"].clone(), desk["items"][0]["answers"].clone()),
        (json!([]), json!({}))
    );
    let owner = text(&panel.far["owner"]);
    for trace in ["lise", "Lise", "otto", &owner] {
        assert!(!desk.to_string().contains(trace), "{trace}: {desk}");
    }
    assert_eq!(count(&panel.desk(1, "?q=lise").await), 0, "nor does the search");
    let scored = panel.score(1, &panel.far, 5).await.expect(200).body;
    assert!(!scored.contains("ise") && !scored.contains(&owner), "{scored}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_what_others_said_or_what_was_decided() {
    let panel = Panel::of(false).await;
    panel.score(1, &panel.far, 5).await.expect(200);
    let path = format!("/submissions/{}/decide", text(&panel.far["id"]));
    panel.chair.send(&path, &json!({ "decision": { "verdict": "declined" } })).await.expect(200);
    let hers = panel.desk(0, "").await;
    assert_eq!(hers["items"][0]["said"], Value::Null);
    for trace in ["Between us", "declined", "decision", "notes", "told"] {
        assert!(!hers.to_string().contains(trace), "{trace}: {hers}");
    }
    let call = of(&panel.chair.call, "");
    for door in [
        format!("{call}/ranking"),
        format!("{call}/panel"),
        format!("{call}/rounds/{}/loads", panel.round),
        format!("{call}/rounds/{}/short", panel.round),
        "/submissions".to_owned(),
        format!("/submissions/{}", text(&panel.far["id"])),
        format!("/submissions/{}/history", text(&panel.far["id"])),
        "/speakers".to_owned(),
        "/decision-letters".to_owned(),
        "/vacancies".to_owned(),
        "/reviewers".to_owned(),
    ] {
        panel.judges[0].get(&panel.chair.site.at(&door)).await.expect(403);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn scores_come_to_a_ranking_for_the_chair() {
    let panel = Panel::of(true).await;
    let blank = panel.at(&format!("/{}/submissions/{}", panel.round, text(&panel.far["id"])));
    let refused = panel.judges[0].send(Method::PUT, &blank, &json!({})).await.expect(422).json();
    assert_eq!(refused["errors"][0]["field"], format!("points.{}", panel.criterion));
    panel.score(0, &panel.far, 5).await.expect(200);
    panel.score(1, &panel.far, 3).await.expect(200);
    let ranking = panel.chair.site.read(&of(&panel.chair.call, "/ranking")).await;
    let first = &ranking["items"][0];
    assert_eq!(
        (first["mean"].clone(), first["median"].clone(), first["coverage"].clone()),
        (json!(75.0), json!(75.0), json!(1.0))
    );
    assert_eq!(
        (ranking["round"].clone(), first["comments"].as_array().unwrap().len()),
        (json!(panel.round), 2)
    );
    let near = panel.chair.site.read("/submissions?q=otto").await["items"][0]["id"].clone();
    let short =
        panel.chair.site.read(&of(&panel.chair.call, &format!("/rounds/{}/short", panel.round))).await;
    let lacks = json!([{ "submission_id": near, "has": 1, "wanted": 2, "free": 1 }]);
    assert_eq!(short["items"], lacks, "one of the panel is free to judge it");
    let loads =
        panel.chair.site.read(&of(&panel.chair.call, &format!("/rounds/{}/loads", panel.round))).await;
    assert_eq!(
        loads["items"].as_array().unwrap().iter().map(|one| one["done"].as_u64().unwrap()).sum::<u64>(),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_read_in_an_open_round_and_nowhere_in_a_blind_one() {
    for (blind, status) in [(false, 200), (true, 404)] {
        let panel = Panel::of(blind).await;
        let (app, edition) = (&panel.chair.site.app, &panel.chair.site.edition);
        let mut conn = app.app.db.read().await.unwrap();
        let call = text(&panel.chair.call["id"]).parse().unwrap();
        let call = plenary::calls::by_id(&mut conn, edition.id, call).await.unwrap();
        drop(conn);
        let file = app.attached(edition, &call, text(&panel.far["id"]).parse().unwrap()).await;
        let desk = panel.desk(1, "").await;
        assert_eq!(desk.to_string().contains("letter"), !blind, "{desk}");
        panel.judges[1].get(&panel.at(&format!("/{}/files/{file}", panel.round))).await.expect(status);
        let staff = format!("/submissions/{}", text(&panel.far["id"]));
        assert_eq!(panel.chair.site.read(&staff).await["files"][0]["name"], "letter.pdf");
        panel.judges[1].get(&panel.chair.site.at(&format!("{staff}/files/{file}"))).await.expect(403);
    }
}
