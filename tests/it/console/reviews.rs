//! Reviewers: what they were given, what they must not see, and what their scores come to.

use plenary::{
    accounts::{Role, RoleAt},
    editions::Edition,
};

use crate::support::{actors::Staff, app::TestApp};

pub const HOME: &str = "/console/2026/submissions";

pub struct Stage {
    pub app: TestApp,
    edition: Edition,
    pub organiser: Staff,
    pub call: String,
    round: String,
    pub reviewers: Vec<Staff>,
}

/// A call with a blind round of one criterion, and so many reviewers, who are all at example.org.
pub async fn stage(blind: &str, reviewers: &[&str]) -> Stage {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let call = [
        ("kind", "talk"),
        ("slug", "talks"),
        ("name.en", "Call for talks"),
        ("opens_at", "2020-03-01T09:00"),
        ("closes_at", "2090-04-01T18:30"),
    ];
    let made = organiser.post("/console/2026/calls/new", &call).await.expect(303);
    let call = made.location().split('?').next().unwrap().to_owned();
    let round = [
        ("kind", "rubric"),
        ("name.en", "Scores"),
        ("blind", blind),
        ("criteria.0.name.en", "Novelty"),
        ("criteria.0.low", "1"),
        ("criteria.0.high", "5"),
        ("criteria.0.anchors.en", "5 Nothing like it exists"),
    ];
    let added = organiser.post(&format!("{call}/rounds/new"), &round).await.expect(303);
    let round = added.location().rsplit("#row-").next().unwrap().to_owned();
    let mut staff = Vec::new();
    for name in reviewers {
        let at = RoleAt::new(Role::Reviewer, Some(edition.id.uuid())).unwrap();
        staff.push(app.staff(name, &[at]).await);
    }
    Stage { app, edition, organiser, call, round, reviewers: staff }
}

impl Stage {
    /// Somebody hands this in; answers its id.
    pub async fn submission(&self, title: &str, email: &str, organisation: &str) -> String {
        let fields = [
            ("call", "talks"),
            ("title.en", title),
            ("name_latin", "Lise Meitner"),
            ("email", email),
            ("organisation", organisation),
        ];
        let added = self.organiser.post(&format!("{HOME}/new"), &fields).await.expect(303);
        added.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
    }

    /// Makes everybody a reviewer, who works there, and gives each submission to so many of them.
    pub async fn share_out(&self, organisation: &str, each: &str) {
        let ids: Vec<String> = self.reviewers.iter().map(|one| one.account.id.to_string()).collect();
        let places: Vec<String> = ids.iter().map(|id| format!("organisation.{id}")).collect();
        let chosen = ids.iter().map(|id| ("reviewers", id.as_str()));
        let fields: Vec<(&str, &str)> =
            chosen.chain(places.iter().map(|place| (place.as_str(), organisation))).collect();
        self.organiser.post(&format!("{}/reviewers", self.call), &fields).await.expect(303);
        let fields = [("round", self.round.as_str()), ("each", each)];
        self.organiser.post(&format!("{}/reviewers/share-out", self.call), &fields).await.expect(303);
    }

    pub fn desk(&self) -> String {
        format!("/console/2026/reviews/{}", self.round)
    }

    pub async fn criterion(&self) -> String {
        self.app.one("SELECT id::text FROM criterion").await
    }

    /// A reviewer's points for a submission.
    pub async fn scores(&self, reviewer: &Staff, id: &str, points: &str) {
        let input = format!("{id}.points.{}", self.criterion().await);
        reviewer.post(&self.desk(), &[("ids", id), (&input, points)]).await.expect(303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_conflicts_is_nowhere_not_even_in_a_count_or_a_search() {
    let stage = stage("", &["ada"]).await;
    let [ada] = stage.reviewers.as_slice() else { panic!("one reviewer") };
    stage.submission("Free to judge", "lise@elsewhere.example", "Elsewhere").await;
    stage.submission("Hers", "ada@example.org", "").await;
    stage.submission("A colleague's", "otto@other.example", "復旦大學").await;
    let neighbour = stage.submission("A neighbour's", "otto@example.org", "").await;
    stage.share_out("复旦大学", "3").await;
    // Given to her all the same, by whatever way: the conflict came later.
    let give = format!(
        "INSERT INTO assignment SELECT '{}', id, '{}' FROM submission ON CONFLICT DO NOTHING",
        stage.round, ada.account.id
    );
    stage.app.run(&give).await;
    let tasks = ada.get("/console/2026/reviews").await.expect(200);
    assert!(tasks.says("0 of 1"), "{}", tasks.body);
    let desk = ada.get(&stage.desk()).await.expect(200);
    assert!(desk.says("Free to judge") && desk.says("5 · Nothing like it exists"));
    for hidden in ["Hers", "A colleague", "A neighbour"] {
        assert!(!desk.says(hidden), "{hidden}");
    }
    let found = ada.get(&format!("{}?q=neighbour", stage.desk())).await.expect(200);
    assert!(found.says("Nothing here") && found.says("0 of 0"));
    let input = format!("{neighbour}.points.{}", stage.criterion().await);
    ada.post(&stage.desk(), &[("ids", neighbour.as_str()), (&input, "5")]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blind_round_says_nothing_of_whose_something_is() {
    let stage = stage("yes", &["ada"]).await;
    let [ada] = stage.reviewers.as_slice() else { panic!("one reviewer") };
    stage.submission("Fission", "lise@elsewhere.example", "The Institute").await;
    stage.share_out("", "1").await;
    let desk = ada.get(&stage.desk()).await.expect(200);
    assert!(desk.says("Fission") && desk.says("Blind"));
    for hidden in ["Meitner", "lise@", "The Institute"] {
        assert!(!desk.body.contains(hidden), "{hidden}");
    }
    assert!(ada.get(&format!("{}?q=Meitner", stage.desk())).await.says("Nothing here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_list_is_scored_and_a_conflict_declared_without_losing_a_word() {
    let stage = stage("", &["ada"]).await;
    let [ada] = stage.reviewers.as_slice() else { panic!("one reviewer") };
    let one = stage.submission("Fission", "lise@elsewhere.example", "").await;
    let other = stage.submission("Fusion", "otto@elsewhere.example", "").await;
    stage.share_out("", "1").await;
    let (first, comment) = (format!("{one}.points.{}", stage.criterion().await), format!("{other}.comment"));
    let both = [("ids", one.as_str()), ("ids", &other), (&first, "4"), (&comment, "Unclear")];
    let refused = ada.post(&stage.desk(), &both).await.expect(422);
    let missing = format!("#f-{other}.points.{}", stage.criterion().await);
    assert!(refused.addresses().contains(&missing), "a comment alone is no review");
    assert!(refused.body.contains("Unclear"));
    let abstains = format!("{other}.abstains");
    let both = [&both[..], &[(abstains.as_str(), "yes")]].concat();
    ada.post(&stage.desk(), &both).await.expect(303);
    assert!(ada.get(&stage.desk()).await.says("2 of 2"));
    let conflict = [&both[..2], &[(first.as_str(), "2"), ("conflict", other.as_str())]].concat();
    ada.post(&stage.desk(), &conflict).await.expect(303);
    let desk = ada.get(&stage.desk()).await.expect(200);
    assert!(desk.says("1 of 1") && !desk.says("Fusion"));
    assert_eq!(
        stage.app.one::<i32>("SELECT points FROM review_score").await,
        2,
        "what else she wrote is kept"
    );
    stage.organiser.post(&format!("{}/rounds/{}/close", stage.call, stage.round), &[]).await.expect(303);
    ada.post(&stage.desk(), &both[..3]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chair_sees_what_scores_come_to_and_ranks_by_them() {
    let stage = stage("", &["ada", "grace"]).await;
    let best = stage.submission("The best", "lise@elsewhere.example", "").await;
    let worst = stage.submission("The worst", "otto@elsewhere.example", "").await;
    stage.share_out("", "2").await;
    let [ada, grace] = stage.reviewers.as_slice() else { panic!("two reviewers") };
    for (reviewer, high) in [(ada, "5"), (grace, "4")] {
        stage.scores(reviewer, &best, high).await;
    }
    stage.scores(ada, &worst, "1").await;
    let list = stage.organiser.get(&format!("{HOME}?call=talks&sort=score")).await.expect(200);
    for number in ["Mean", "87.5", "12.5", "100%", "50%"] {
        assert!(list.says(number), "{number}: {}", list.body);
    }
    let (one, other) = (list.body.find("The best").unwrap(), list.body.find("The worst").unwrap());
    assert!(one < other, "the best first, though the other is newer");
    assert!(!stage.organiser.get(HOME).await.says("87.5"), "numbers of several calls are not compared");
    let removed = stage.organiser.post(&format!("{}/rounds/{}/remove", stage.call, stage.round), &[]).await;
    removed.expect(409);
    assert!(stage.organiser.get(&format!("{HOME}/{best}")).await.says("87.5"));
}

#[tokio::test(flavor = "multi_thread")]
async fn loads_are_even_and_what_is_reviewed_stays_with_its_reviewer() {
    let stage = stage("", &["ada", "grace", "mary"]).await;
    let mut ids = Vec::new();
    for title in ["One", "Two", "Three"] {
        ids.push(stage.submission(title, &format!("{}@elsewhere.example", title.to_lowercase()), "").await);
    }
    stage.share_out("", "1").await;
    let panel = stage.organiser.get(&format!("{}/reviewers", stage.call)).await.expect(200);
    assert_eq!(panel.body.matches("0 of 1").count(), 3, "{}", panel.body);
    let [ada, ..] = stage.reviewers.as_slice() else { panic!("reviewers") };
    let hers: String = stage
        .app
        .one(&format!("SELECT submission_id::text FROM assignment WHERE account_id = '{}'", ada.account.id))
        .await;
    stage.scores(ada, &hers, "3").await;
    stage.share_out("", "1").await;
    assert!(stage.organiser.get(&format!("{}/reviewers", stage.call)).await.says("1 of 1"));
    let nobody = [("round", stage.round.as_str()), ("each", "0")];
    let refused =
        stage.organiser.post(&format!("{}/reviewers/share-out", stage.call), &nobody).await.expect(422);
    assert!(refused.addresses().contains(&"#f-each".to_owned()));
    let stranger = stage.app.with_role(Role::Reviewer, stage.edition.id).await;
    stranger.get(&stage.desk()).await.expect(404);
    assert!(stranger.get("/console/2026/reviews").await.expect(200).says("Nothing to review"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_declined_reads_what_judges_share_once_she_is_told_and_nothing_else() {
    let stage = stage("", &["ada", "grace"]).await;
    let declined = stage.submission("Fission", "lise@elsewhere.example", "").await;
    let waiting = stage.submission("Fusion", "otto@elsewhere.example", "").await;
    stage.share_out("", "2").await;
    let [ada, grace] = stage.reviewers.as_slice() else { panic!("two reviewers") };
    let says = async |reviewer: &Staff, id: &str, comment: &str, shareable: &str| {
        let names = ["comment", "shareable"].map(|name| format!("{id}.{name}"));
        let points = format!("{id}.points.{}", stage.criterion().await);
        let typed = [("ids", id), (&points, "3"), (&names[0], comment), (&names[1], shareable)];
        let typed: Vec<(&str, &str)> = typed.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        reviewer.post(&stage.desk(), &typed).await.expect(303);
    };
    for id in [&declined, &waiting] {
        says(ada, id, "Too early for us.", "yes").await;
        says(grace, id, "A weak team.", "").await;
    }
    assert!(ada.get(&stage.desk()).await.says("without my name"));
    for (id, decision) in [(&declined, "declined"), (&waiting, "standby")] {
        let decide = [("ids", id.as_str()), ("decision", decision)];
        stage.organiser.post(&format!("{HOME}/decide"), &decide).await.expect(303);
    }
    let letters = async || stage.organiser.get(&format!("{HOME}/tell")).await.expect(200);
    assert!(!letters().await.says("Too early"), "only where the call says so");
    stage.app.run("UPDATE call SET shares_comments = true").await;
    let page = letters().await;
    assert_eq!(page.body.matches("Too early for us.").count(), 1, "in the letter that declines alone");
    assert!(!page.says("A weak team"));

    let owner = format!("SELECT owner_id::text FROM submission WHERE id = '{declined}'");
    let lise =
        stage.app.presents(&stage.edition, stage.app.one::<String>(&owner).await.parse().unwrap()).await;
    let own = format!("/en/2026/speaker/submissions/{declined}");
    assert!(!lise.get(&own).await.expect(200).says("Too early"), "nothing before it is told");
    let read = [format!("seen.{declined}"), format!("letter.{declined}")];
    let fingerprint = page.value_of(&read[1]).unwrap();
    let tell = [("ids", declined.as_str()), (&read[0], "declined"), (&read[1], &fingerprint)];
    // What the letter says has changed since it was read.
    says(grace, &declined, "A weak team.", "yes").await;
    stage.organiser.post(&format!("{HOME}/tell"), &tell).await.expect(409);
    says(grace, &declined, "A weak team.", "").await;
    stage.organiser.post(&format!("{HOME}/tell"), &tell).await.expect(303);
    let told = lise.get(&own).await.expect(200);
    assert!(told.says("What the judges said") && told.says("Too early for us.") && !told.says("A weak team"));
    let mail: String =
        stage.app.one("SELECT \"values\"::text FROM mail WHERE template = 'decision-declined'").await;
    assert!(mail.contains("Too early for us.") && !mail.contains("weak") && !mail.contains("ada"), "{mail}");
    // Whoever finds later that she was not free is not quoted any more.
    let unfree = format!("INSERT INTO declared_conflict VALUES ('{declined}', '{}', now())", ada.account.id);
    stage.app.run(&unfree).await;
    assert!(!lise.get(&own).await.says("Too early"));
}
