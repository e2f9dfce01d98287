//! Awards: judges order those who demonstrate, the chair sees what it comes to, and closing it settles it.

use plenary::accounts::{Role, RoleAt};

use crate::support::{actors::Staff, app::TestApp, page::Page};

pub struct Stage {
    pub app: TestApp,
    pub chair: Staff,
    pub judges: Vec<Staff>,
    pub call: String,
    /// The judges' page of the award.
    pub ballot: String,
    /// The chair's.
    pub award: String,
}

/// A call in which these were told of a slot, judges of its panel, and an award that is open.
pub async fn stage(titles: &[&str], judges: &[&str]) -> Stage {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let chair = app.organiser(edition.id).await;
    let call = [
        ("kind", "demo"),
        ("slug", "shows"),
        ("name.en", "Call for demos"),
        ("opens_at", "2020-03-01T09:00"),
        ("closes_at", "2090-04-01T18:30"),
    ];
    let made = chair.post("/console/2026/calls/new", &call).await.expect(303);
    let call = made.location().split('?').next().unwrap().to_owned();
    for title in titles {
        let email = format!("{}@{}.example", title.to_lowercase(), title.to_lowercase());
        let fields =
            [("call", "shows"), ("title.en", title), ("name_latin", "Lise Meitner"), ("email", &email)];
        chair.post("/console/2026/submissions/new", &fields).await.expect(303);
    }
    app.run("UPDATE submission SET decision = 'accepted', told = 'accepted', told_at = now()").await;
    let mut panel = Vec::new();
    for name in judges {
        panel.push(app.staff(name, &[RoleAt::new(Role::Reviewer, Some(edition.id.uuid())).unwrap()]).await);
    }
    let ids: Vec<String> = panel.iter().map(|one| one.account.id.to_string()).collect();
    let chosen: Vec<(&str, &str)> = ids.iter().map(|id| ("reviewers", id.as_str())).collect();
    chair.post(&format!("{call}/reviewers"), &chosen).await.expect(303);
    let named = [("name.en", "Best of the show"), ("name.zh-Hant", "全場最佳")];
    let made = chair.post(&format!("{call}/awards"), &named).await.expect(303);
    let award = made.location().split('?').next().unwrap().to_owned();
    let ballot = format!("/console/2026/awards/{}", award.rsplit('/').next().unwrap());
    Stage { app, chair, judges: panel, call, ballot, award }
}

impl Stage {
    pub async fn id(&self, title: &str) -> String {
        self.app.one(&format!("SELECT id::text FROM submission WHERE title::text LIKE '%{title}%'")).await
    }

    pub async fn open(&self) {
        self.chair.post(&format!("{}/open", self.award), &[]).await.expect(303);
    }

    /// She sends this order, written as "A=B>C", over the version that she read.
    async fn votes(&self, judge: &Staff, version: &str, order: &str) -> Page {
        let mut lines = Vec::new();
        for place in order.split('>').filter(|place| !place.is_empty()) {
            lines.push("-".to_owned());
            for title in place.split('=') {
                lines.push(self.id(title).await);
            }
        }
        let lines = lines.iter().map(|line| ("order", line.as_str()));
        let typed: Vec<(&str, &str)> =
            [("version", version), ("then", "stay")].into_iter().chain(lines).collect();
        judge.post(&self.ballot, &typed).await
    }

    /// The ranks of the chair's page, as "1 Alpha".
    async fn places(&self) -> Vec<String> {
        let page = self.chair.get(&self.award).await.expect(200);
        let rows = page.body.split("data-row>").skip(1);
        rows.map(|row| {
            let (name, rest) = row.split_once('<').unwrap();
            let place = rest.split_once("<strong class=\"figure\">").unwrap().1.split('<').next().unwrap();
            format!("{place} {name}")
        })
        .collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_with_ties_and_gaps_come_to_one_ranking_that_closing_settles() {
    let stage = stage(&["Alpha", "Beta", "Gamma"], &["ada", "bob", "eve"]).await;
    let [ada, bob, eve] = stage.judges.as_slice() else { panic!("three judges") };
    ada.get(&stage.ballot).await.expect(404);
    stage.open().await;
    stage.votes(ada, "0", "Alpha>Beta=Gamma").await.expect(200);
    stage.votes(bob, "0", "Beta>Alpha").await.expect(200);
    let page = stage.chair.get(&stage.award).await.expect(200);
    assert!(page.says("2 of 3 judges have voted") && page.says("Level, 1 to 1"), "{}", page.body);
    // Alpha beats Gamma; Beta is level with both.
    assert_eq!(stage.places().await, ["1 Alpha", "2 Beta", "3 Gamma"]);
    // She saw two of three: Alpha is none the worse for it.
    stage.votes(eve, "0", "Gamma>Beta").await.expect(200);
    assert_eq!(stage.places().await, ["1 Alpha", "2 Gamma", "3 Beta"]);
    stage.chair.post(&format!("{}/close", stage.award), &[]).await.expect(303);
    stage.votes(eve, "1", "Beta").await.expect(409);
    stage.chair.post(&format!("{}/close", stage.award), &[]).await.expect(409);
    stage
        .app
        .run("UPDATE submission SET answer = 'turned-down', answered_at = now(), answered_through = 'staff'")
        .await;
    assert_eq!(stage.places().await, ["1 Alpha", "2 Gamma", "3 Beta"], "the result stands for good");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_writes_over_what_she_has_not_seen_and_what_is_sent_twice_is_taken_once() {
    let stage = stage(&["Alpha", "Beta"], &["ada"]).await;
    let [ada] = stage.judges.as_slice() else { panic!("one judge") };
    stage.open().await;
    let first = stage.votes(ada, "0", "Alpha>Beta").await.expect(200);
    assert_eq!(first.json()["version"], 1);
    // The answer was lost: it is sent once more.
    assert_eq!(stage.votes(ada, "0", "Alpha>Beta").await.expect(200).json()["version"], 1);
    let entries = "SELECT count(*) FROM audit_entry WHERE action = 'award.vote'";
    assert_eq!(stage.app.one::<i64>(entries).await, 1);
    let late = stage.votes(ada, "0", "Beta>Alpha").await.expect(409);
    assert!(late.says("changed your order elsewhere"));
    let again = stage.votes(ada, "1", "Beta>Alpha").await.expect(200);
    assert_eq!(again.json()["version"], 2);
    stage.votes(ada, "1", "Alpha=Beta").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_button_moves_by_itself() {
    let stage = stage(&["Alpha", "Beta"], &["ada"]).await;
    let [ada] = stage.judges.as_slice() else { panic!("one judge") };
    stage.open().await;
    let (alpha, beta) = (stage.id("Alpha").await, stage.id("Beta").await);
    let lines = async |order: &[&str], step: &str, version: &str| {
        let order: Vec<(&str, &str)> = order.iter().map(|line| ("order", *line)).collect();
        let typed = [&[("version", version), ("move", step)][..], &order].concat();
        ada.post(&stage.ballot, &typed).await
    };
    lines(&[], &format!("in {alpha}"), "0").await.expect(303);
    let moved = lines(&["-", &alpha], &format!("in {beta}"), "1").await.expect(303);
    assert!(moved.location().ends_with(&format!("#row-{beta}")));
    lines(&["-", &alpha, "-", &beta], &format!("up {beta}"), "2").await.expect(303);
    let places = "SELECT string_agg(place::text, ' ' ORDER BY title->>'en') FROM ballot_line JOIN submission ON id = submission_id";
    assert_eq!(stage.app.one::<String>(places).await, "2 1");
    lines(&["-", &beta, "-", &alpha], &format!("tie {alpha}"), "3").await.expect(303);
    assert_eq!(stage.app.one::<String>(places).await, "1 1");
    lines(&["-", &beta, &alpha], &format!("out {beta}"), "4").await.expect(303);
    assert_eq!(stage.app.one::<String>(places).await, "1");
    lines(&["-", &alpha, &alpha], "", "5").await.expect(422);
    lines(&["-", &alpha], &format!("sideways {alpha}"), "5").await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_conflicts_is_on_no_ballot_and_counts_in_no_ranking() {
    let stage = stage(&["Alpha", "Beta", "Gamma"], &["ada", "bob"]).await;
    let [ada, bob] = stage.judges.as_slice() else { panic!("two judges") };
    stage.open().await;
    stage.votes(ada, "0", "Beta>Alpha>Gamma").await.expect(200);
    stage.votes(bob, "0", "Alpha>Beta").await.expect(200);
    // It comes out only now that Beta is where she works.
    let works =
        format!("UPDATE reviewer SET organisation = 'Harbour Labs' WHERE account_id = '{}'", ada.account.id);
    stage.app.run(&works).await;
    let theirs = "UPDATE speaker SET organisation = 'Harbour labs' WHERE email LIKE 'beta@%'";
    stage.app.run(theirs).await;
    let page = ada.get(&stage.ballot).await.expect(200);
    assert!(page.says("Alpha") && !page.says("Beta"));
    stage.votes(ada, "1", "Beta>Alpha").await.expect(422);
    let kept = stage.votes(ada, "1", "Alpha>Gamma").await.expect(200);
    assert_eq!(kept.json()["version"], 1, "that is her order by now, as far as it counts");
    assert_eq!(stage.places().await, ["1 Alpha", "2 Beta", "2 Gamma"], "her vote for Beta counts no more");
    assert!(bob.get(&stage.ballot).await.says("Beta"));
    // Who gave the slot up does not demonstrate.
    stage.app.run("UPDATE submission SET answer = 'turned-down', answered_at = now(), answered_through = 'staff' WHERE title::text LIKE '%Gamma%'").await;
    assert!(!bob.get(&stage.ballot).await.says("Gamma"));
    stage.votes(bob, "1", "Alpha>Gamma").await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_award_is_only_for_its_panel_and_removed_only_before_it_was_opened() {
    let stage = stage(&["Alpha"], &["ada"]).await;
    let edition: String = stage.app.one("SELECT id::text FROM edition").await;
    let stranger = stage.app.with_role(Role::Reviewer, edition.parse().unwrap()).await;
    let spare =
        stage.chair.post(&format!("{}/awards", stage.call), &[("name.en", "Spare")]).await.expect(303);
    let spare = spare.location().split('?').next().unwrap().to_owned();
    stage.chair.post(&format!("{spare}/close"), &[]).await.expect(409);
    stage.chair.post(&format!("{spare}/remove"), &[]).await.expect(303);
    stage.chair.get(&spare).await.expect(404);
    assert!(!stage.judges[0].get("/console/2026/reviews").await.expect(200).says("Best of the show"));
    stage.open().await;
    stage.chair.post(&format!("{}/open", stage.award), &[]).await.expect(409);
    stage.chair.post(&format!("{}/remove", stage.award), &[]).await.expect(409);
    stranger.get(&stage.ballot).await.expect(404);
    assert!(!stranger.get("/console/2026/reviews").await.expect(200).says("Best of the show"));
    assert!(stage.judges[0].get("/console/2026/reviews").await.expect(200).says("Best of the show"));
    let unnamed =
        stage.chair.post(&format!("{}/awards", stage.call), &[("track", "elsewhere")]).await.expect(422);
    assert!(["#f-name", "#f-track"].iter().all(|field| unnamed.addresses().contains(&(*field).to_owned())));
    let track = [("slug", "music"), ("name.en", "Music"), ("colour", "#1f4e79")];
    stage.chair.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    let music = stage.app.one::<String>("SELECT id::text FROM track").await;
    let foreign = [("name.en", "Best tune"), ("track", music.as_str())];
    let foreign = stage.chair.post(&format!("{}/awards", stage.call), &foreign).await.expect(422);
    assert!(foreign.addresses().contains(&"#f-track".to_owned()), "a track that the call is not for");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_who_may_rank_nobody_is_not_waited_for() {
    let stage = stage(&["Alpha"], &["ada", "bob"]).await;
    stage.open().await;
    assert!(stage.chair.get(&stage.award).await.says("0 of 2 judges have voted"));
    let bob = stage.judges[1].account.id;
    stage
        .app
        .run(&format!("UPDATE reviewer SET organisation = 'Alpha Works' WHERE account_id = '{bob}'"))
        .await;
    stage.app.run("UPDATE speaker SET organisation = 'Alpha works'").await;
    stage.votes(&stage.judges[0], "0", "Alpha").await.expect(200);
    let page = stage.chair.get(&stage.award).await.expect(200);
    assert!(page.says("1 of 1 judges have voted"), "{}", page.body);
}
