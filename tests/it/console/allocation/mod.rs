//! A call gives out its slots: proposed with reasons, tried otherwise, accepted once.

mod eligible;
mod needs;

use plenary::accounts::{Role, RoleAt};

use crate::support::{actors::Staff, app::TestApp, page::Page};

/// A call whose submissions are scored.
pub struct Stage {
    pub app: TestApp,
    pub organiser: Staff,
    pub call: String,
    round: String,
    room: String,
    /// The day of the edition.
    day: String,
}

const HANDED_IN: [(&str, &str, &str); 4] =
    [("Alpha", "bio", "5"), ("Beta", "bio", "4"), ("Gamma", "bio", "3"), ("Delta", "robotics", "2")];

/// A call with two tracks and four submissions, each reviewed once with these points, and one room.
pub async fn stage() -> Stage {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    for (slug, name) in [("bio", "Biomedicine"), ("robotics", "Robotics")] {
        let track = [("slug", slug), ("name.en", name), ("colour", "#1f4e79")];
        organiser.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    }
    let room = [("slug", "hall"), ("name.en", "The hall"), ("capacity", "100")];
    organiser.post("/console/2026/settings/rooms/new", &room).await.expect(303);
    let call = [
        ("kind", "demo"),
        ("slug", "shows"),
        ("name.en", "Call for demos"),
        ("opens_at", "2020-03-01T09:00"),
        ("closes_at", "2090-04-01T18:30"),
        ("tracks", "bio"),
        ("tracks", "robotics"),
        ("quota.bio", "2"),
    ];
    let made = organiser.post("/console/2026/calls/new", &call).await.expect(303);
    let call = made.location().split('?').next().unwrap().to_owned();
    let round = [
        ("kind", "rubric"),
        ("name.en", "Scores"),
        ("criteria.0.name.en", "Novelty"),
        ("criteria.0.low", "1"),
        ("criteria.0.high", "5"),
    ];
    let added = organiser.post(&format!("{call}/rounds/new"), &round).await.expect(303);
    let round = added.location().rsplit("#row-").next().unwrap().to_owned();
    for (title, track, _) in HANDED_IN {
        let email = format!("{}@elsewhere.example", title.to_lowercase());
        let fields = [
            ("call", "shows"),
            ("title.en", title),
            ("name_latin", "Lise Meitner"),
            ("email", email.as_str()),
            ("track", track),
        ];
        organiser.post("/console/2026/submissions/new", &fields).await.expect(303);
    }
    let judge = app.staff("ada", &[RoleAt::new(Role::Reviewer, Some(edition.id.uuid())).unwrap()]).await;
    let panel = [("reviewers", judge.account.id.to_string())];
    let panel: Vec<(&str, &str)> = panel.iter().map(|(name, id)| (*name, id.as_str())).collect();
    organiser.post(&format!("{call}/reviewers"), &panel).await.expect(303);
    let share = [("round", round.as_str()), ("each", "1")];
    organiser.post(&format!("{call}/reviewers/share-out"), &share).await.expect(303);
    let criterion: String = app.one("SELECT id::text FROM criterion").await;
    for (title, _, points) in HANDED_IN {
        let id = id_of(&app, title).await;
        let input = format!("{id}.points.{criterion}");
        let typed = [("ids", id.as_str()), (&input, points)];
        judge.post(&format!("/console/2026/reviews/{round}"), &typed).await.expect(303);
    }
    let room = app.one("SELECT id::text FROM room").await;
    let day = edition.starts_at.to_string().split('T').next().unwrap().to_owned();
    Stage { organiser, call, round, room, day, app }
}

async fn id_of(app: &TestApp, title: &str) -> String {
    app.one(&format!("SELECT id::text FROM submission WHERE title::text LIKE '%{title}%'")).await
}

impl Stage {
    fn home(&self) -> String {
        format!("{}/allocation", self.call)
    }

    /// So many slots of a quarter of an hour from ten o'clock on.
    pub async fn slots(&self, count: &str) {
        let start = format!("{}T10:00", self.day);
        let typed = [
            ("room", self.room.as_str()),
            ("starts_at", &start),
            ("minutes", "15"),
            ("pause", "5"),
            ("count", count),
        ];
        self.organiser.post(&format!("{}/places", self.home()), &typed).await.expect(303);
    }

    pub async fn track(&self, slug: &str) -> String {
        self.app.one(&format!("SELECT id::text FROM track WHERE slug = '{slug}'")).await
    }

    pub async fn close(&self) {
        self.organiser.post(&format!("{}/rounds/{}/close", self.call, self.round), &[]).await.expect(303);
    }

    async fn propose(&self, bounds: &[(&str, &str)]) {
        let proposed = self.organiser.post(&self.home(), bounds).await.expect(303);
        assert!(proposed.location().contains("done=proposed"));
    }

    async fn accept(&self, status: u16) {
        self.accept_number("(SELECT max(number) FROM allocation_proposal)").await.expect(status);
    }

    /// Accepts the proposal of this number, if it is the one to accept.
    async fn accept_number(&self, number: &str) -> Page {
        let id = format!("SELECT id::text FROM allocation_proposal WHERE number = {number}");
        let id: String = self.app.one(&id).await;
        self.organiser.post(&format!("{}/accept", self.home()), &[("proposal", id.as_str())]).await
    }

    /// What was decided about it, in the database's words.
    async fn decision(&self, title: &str) -> String {
        let words = "concat_ws(' ', coalesce(decision, 'none'), standby_order)";
        self.app.one(&format!("SELECT {words} FROM submission WHERE title::text LIKE '%{title}%'")).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_says_why_and_decides_nothing_until_it_is_accepted() {
    let stage = stage().await;
    stage.slots("3").await;
    let max = format!("tracks.{}.max", stage.track("bio").await);
    stage.propose(&[(&max, "2")]).await;
    let page = stage.organiser.get(&stage.home()).await.expect(200);
    assert!(page.says("less what soft bounds cost") && page.addresses().contains(&"/numbers".to_owned()));
    for said in ["Proposal 1", "no better choice", "the most of Biomedicine", "looser by 1"] {
        assert!(page.says(said), "{said}: {}", page.body);
    }
    assert_eq!(stage.app.one::<i64>("SELECT count(*) FROM submission WHERE decision IS NOT NULL").await, 0);
    stage.accept(409).await;
    stage.close().await;
    // The closed round is another input.
    stage.accept(409).await;
    stage.propose(&[(&max, "2")]).await;
    stage.propose(&[(&max, "1")]).await;
    let older = stage.accept_number("2").await.expect(409);
    assert!(older.says("There is a newer proposal"), "{}", older.body);
    stage.propose(&[(&max, "2")]).await;
    stage.accept(303).await;
    assert_eq!(stage.decision("Alpha").await, "accepted");
    assert_eq!(stage.decision("Delta").await, "accepted", "the track's quota leaves a place for it");
    assert_eq!(stage.decision("Gamma").await, "standby 1");
    let placed = "SELECT count(*) FROM session WHERE pinned AND starts_at IS NOT NULL AND minutes = 15";
    assert_eq!(stage.app.one::<i64>(placed).await, 3);
    let kept = "SELECT count(*) FROM audit_entry WHERE action = 'allocation.accept'";
    assert_eq!(stage.app.one::<i64>(kept).await, 1);
    stage.accept(409).await;
    let told = "SELECT count(*) FROM mail WHERE template LIKE 'decision-%'";
    assert_eq!(stage.app.one::<i64>(told).await, 0, "nobody hears of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_if_shows_who_would_move_and_keeps_nothing() {
    let stage = stage().await;
    stage.slots("2").await;
    stage.propose(&[]).await;
    let max = format!("tracks.{}.max", stage.track("bio").await);
    let tried = stage.organiser.post(&stage.home(), &[(&max, "1"), ("act", "what-if")]).await.expect(200);
    assert!(tried.says("Who would move") && tried.says("Delta") && tried.says("No slot"), "{}", tried.body);
    assert_eq!(stage.app.one::<i64>("SELECT count(*) FROM allocation_proposal").await, 1);
    let backwards = format!("tracks.{}.min", stage.track("bio").await);
    let refused = stage.organiser.post(&stage.home(), &[(&max, "1"), (&backwards, "2")]).await.expect(422);
    assert!(refused.addresses().contains(&format!("#f-{max}")), "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_settled_is_kept_and_rules_that_cannot_hold_are_named() {
    let stage = stage().await;
    stage.slots("2").await;
    let delta = format!("pins.{}", id_of(&stage.app, "Delta").await);
    stage.organiser.post(&format!("{}/settle", stage.home()), &[(&delta, "in")]).await.expect(303);
    let nonsense = [(delta.as_str(), "somewhere")];
    stage.organiser.post(&format!("{}/settle", stage.home()), &nonsense).await.expect(422);
    stage.propose(&[]).await;
    let seats = "SELECT plan->>'seats' FROM allocation_proposal";
    assert!(stage.app.one::<String>(seats).await.contains(delta.trim_start_matches("pins.")));
    let max = format!("tracks.{}.max", stage.track("robotics").await);
    let impossible = stage.organiser.post(&stage.home(), &[(&max, "0")]).await.expect(200);
    for said in ["cannot all hold", "What is settled about", "the most of Robotics", "any one of them"] {
        assert!(impossible.says(said), "{said}: {}", impossible.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_release_has_what_is_not_confirmed() {
    let stage = stage().await;
    stage.slots("1").await;
    stage.close().await;
    stage.propose(&[]).await;
    stage.accept(303).await;
    let release = [("name", "v1")];
    stage.organiser.post("/console/2026/programme/releases", &release).await.expect(409);
    stage
        .app
        .run(
            "UPDATE submission SET told = 'accepted', told_at = now(), confirm_by = now() + interval '1 day',
        answer = 'confirmed', answered_at = now(), answered_through = 'staff' WHERE decision = 'accepted'",
        )
        .await;
    stage.organiser.post("/console/2026/programme/releases", &release).await.expect(303);
    assert_eq!(stage.app.one::<i64>("SELECT count(*) FROM released_slot").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_slots_are_never_in_one_room_at_a_time() {
    let stage = stage().await;
    stage.slots("2").await;
    let start = format!("{}T10:10", stage.day);
    let typed = [("room", stage.room.as_str()), ("starts_at", &start), ("minutes", "15")];
    let refused = stage.organiser.post(&format!("{}/places", stage.home()), &typed).await.expect(422);
    assert!(refused.addresses().contains(&"#f-starts_at".to_owned()));
    let id: String = stage.app.one("SELECT id::text FROM allocation_place LIMIT 1").await;
    stage.organiser.post(&format!("{}/places/{id}/remove", stage.home()), &[]).await.expect(303);
    stage.organiser.post(&format!("{}/places/{id}/remove", stage.home()), &[]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ranking_explains_its_numbers() {
    let stage = stage().await;
    let page = stage.organiser.get(&format!("{}/ranking", stage.call)).await.expect(200);
    for said in ["Alpha", "Rank interval", "nine of ten rounds", "Leniency", "Krippendorff"] {
        assert!(page.says(said), "{said}");
    }
    assert!(page.body.find("Alpha").unwrap() < page.body.find("Delta").unwrap());
}
