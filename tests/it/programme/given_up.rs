//! A company gives its demo up: its slot leaves the draft, stands free, and goes on to who is promoted.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use plenary::{
    companies::Member,
    editions::{Edition, Room},
    jobs,
    programme::{self, Placement},
    submissions::{self, Choice, Decision, SubmissionId},
    values::{Id, Moment},
};
use serde_json::json;

use crate::support::{actors::Staff, app::TestApp, calls::call_fields};

/// Three companies of one call: the first is accepted and has a slot, the second on standby, the third declined.
pub struct Chain {
    pub app: TestApp,
    pub organiser: Staff,
    /// Those who act for them.
    pub founders: Vec<Staff>,
    pub members: Vec<Member>,
    pub demos: Vec<SubmissionId>,
    edition: Edition,
}

const AT: &str = "SELECT count(*) FROM session s JOIN session_room r ON r.session_id = s.id
    WHERE s.removed_at IS NULL AND s.starts_at IS NOT NULL AND s.submission_id = ";

impl Chain {
    /// All three decided, nobody told.
    pub async fn decided(promotes_by_itself: bool) -> Self {
        let app = TestApp::start().await;
        let edition = app.edition("2026").await;
        let organiser = app.organiser(edition.id).await;
        let room = [("slug", "hall"), ("name.en", "The hall"), ("name.zh-Hant", "大堂"), ("capacity", "100")];
        organiser.post("/console/2026/settings/rooms/new", &room).await.expect(303);
        let room: Id<Room> = app.one::<String>("SELECT id::text FROM room").await.parse().unwrap();
        let mut typed = call_fields("start-ups");
        typed["kind"] = json!("demo");
        typed["promotes_by_itself"] = json!(promotes_by_itself);
        let call = app.call(&edition, typed).await;
        let (mut founders, mut members) = (Vec::new(), Vec::new());
        for name in ["ada", "grace", "mei"] {
            let founder = app.person(name).await;
            let company = app.company(&founder).await;
            members.push(app.member(&founder, &company).await);
            founders.push(founder);
        }
        let mut demos = vec![app.accepted_demo(&edition, (&members[0], &call), (room, 60)).await];
        for (who, decision) in members[1..].iter().zip([Decision::Standby(1), Decision::Declined]) {
            let demo = app.demo(who, &call).await;
            app.fill_demo(who, demo).await;
            let (plans, now) = (app.plans(&edition), Moment::now());
            let decide = app.app.db.transaction(async |tx| {
                submissions::submit(tx, &app.app.keys, who, demo, now).await?;
                let choice = Choice { submission: demo, seen: None, decision: Some(decision) };
                submissions::decide(tx, &plans, &[choice], now).await
            });
            decide.await.unwrap();
            demos.push(demo);
        }
        Self { app, organiser, founders, members, demos, edition }
    }

    /// The first was told of its slot.
    async fn begin(promotes_by_itself: bool) -> Self {
        let chain = Self::decided(promotes_by_itself).await;
        chain.app.tell_demo(&chain.edition, chain.demos[0]).await;
        chain
    }

    /// The first turns its slot down, and the duties run.
    async fn turned_down(&self) {
        self.app.answer_demo(&self.members[0], self.demos[0], false).await;
        jobs::run_once(&self.app.app).await.unwrap();
    }

    /// How many slots it has in the draft.
    async fn slots(&self, of: SubmissionId) -> i64 {
        self.app.one(&format!("{AT} '{of}'")).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_that_is_given_up_stands_free_and_goes_to_who_is_promoted_by_one_button() {
    let chain = Chain::begin(false).await;
    assert_eq!((chain.slots(chain.demos[0]).await, chain.slots(chain.demos[1]).await), (1, 0));
    chain.turned_down().await;
    assert_eq!((chain.slots(chain.demos[0]).await, chain.slots(chain.demos[1]).await), (0, 0));
    let today = chain.organiser.get("/console/2026").await.expect(200);
    assert!(today.says("Its slot is free again") && today.says("The hall"), "{}", today.body);
    let freed = "SELECT count(*) FROM audit_entry WHERE action = 'session.remove' AND actor_kind = 'duty'";
    assert_eq!(chain.app.one::<i64>(freed).await, 1, "nothing leaves the draft without a trace");

    let promote = format!("/console/2026/submissions/{}/promote", chain.demos[0]);
    chain.organiser.post(&promote, &[]).await.expect(303);
    assert_eq!(chain.slots(chain.demos[1]).await, 1, "who is promoted has the slot");
    let told =
        "SELECT told FROM submission WHERE told = 'accepted' AND decision = 'accepted' AND answer = 'none'";
    assert_eq!(chain.app.one::<String>(told).await, "accepted", "and was told");
    let today = chain.organiser.get("/console/2026").await.expect(200);
    assert!(!today.says("Its slot is free again"), "{}", today.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_call_says_so_the_next_is_promoted_and_has_the_slot_by_itself() {
    let chain = Chain::begin(true).await;
    chain.turned_down().await;
    assert_eq!((chain.slots(chain.demos[0]).await, chain.slots(chain.demos[1]).await), (0, 1));
    assert_eq!(chain.app.one::<i64>("SELECT count(*) FROM freed_slot").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_that_somebody_else_has_by_then_is_nobody_elses() {
    let chain = Chain::begin(false).await;
    chain.turned_down().await;
    let third = chain.app.person("lin").await;
    let company = chain.app.company(&third).await;
    let who = chain.app.member(&third, &company).await;
    let mut typed = call_fields("others");
    typed["kind"] = json!("demo");
    let other = chain.app.call(&chain.edition, typed).await;
    let room: String = chain.app.one("SELECT id::text FROM room").await;
    chain.app.accepted_demo(&chain.edition, (&who, &other), (room.parse().unwrap(), 50)).await;
    let promote = format!("/console/2026/submissions/{}/promote", chain.demos[0]);
    chain.organiser.post(&promote, &[]).await.expect(303);
    assert_eq!(chain.slots(chain.demos[1]).await, 0);
    let waits = format!(
        "SELECT count(*) FROM session WHERE removed_at IS NULL AND submission_id = '{}'",
        chain.demos[1]
    );
    assert_eq!(chain.app.one::<i64>(&waits).await, 1, "it waits in the draft for a slot");
    let today = chain.organiser.get("/console/2026").await.expect(200);
    assert!(today.addresses().contains(&"/console/2026/programme".to_owned()), "{}", today.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_fit_the_rules_or_has_a_slot_already_is_not_the_next() {
    let chain = Chain::begin(false).await;
    chain.turned_down().await;
    let next = async || {
        let mut conn = chain.app.app.db.read().await.unwrap();
        let open = submissions::vacancies(&mut conn, &chain.app.plans(&chain.edition)).await.unwrap();
        open.into_iter().find_map(|vacancy| vacancy.next).map(|next| next.id)
    };
    assert_eq!(next().await, Some(chain.demos[1]));
    let failed = format!("('{}', false, 'No deck.', now())", chain.demos[1]);
    chain
        .app
        .run(&format!("INSERT INTO eligibility (submission_id, passed, reason, checked_at) VALUES {failed}"))
        .await;
    assert_eq!(next().await, None, "it fails the check");
    let promote = format!("/console/2026/submissions/{}/promote", chain.demos[0]);
    chain.organiser.post(&promote, &[]).await.expect(409);
    chain.app.run("UPDATE eligibility SET passed = true").await;

    let track = [("slug", "bio"), ("name.en", "Biomedicine"), ("colour", "#1f4e79")];
    chain.organiser.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    chain
        .app
        .run("INSERT INTO call_track (call_id, track_id) SELECT call.id, track.id FROM call, track")
        .await;
    let sister = format!(
        "UPDATE submission SET decision = 'accepted', track_id = (SELECT id FROM track), company_id =
            (SELECT company_id FROM submission WHERE id = '{}') WHERE id = '{}'",
        chain.demos[1], chain.demos[2]
    );
    chain.app.run(&sister).await;
    assert_eq!(next().await, None, "its company has a slot");
    chain.organiser.post(&promote, &[]).await.expect(409);
    chain
        .app
        .run(&format!("UPDATE submission SET decision = 'declined' WHERE id = '{}'", chain.demos[2]))
        .await;
    assert_eq!(next().await, Some(chain.demos[1]), "until it has none");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_is_not_handed_on_to_who_shows_another_demo_of_the_call_meanwhile() {
    let chain = Chain::begin(false).await;
    // The third shows at that time in another room, with somebody of the second.
    let room = [("slug", "foyer"), ("name.en", "The foyer"), ("name.zh-Hant", "前廳"), ("capacity", "50")];
    chain.organiser.post("/console/2026/settings/rooms/new", &room).await.expect(303);
    let foyer: String = chain.app.one("SELECT id::text FROM room WHERE slug = 'foyer'").await;
    let (plans, now) = (chain.app.plans(&chain.edition), Moment::now());
    let slot = Placement {
        starts_at: Some(chain.edition.starts_at.plus(SignedDuration::from_mins(70))),
        rooms: [foyer.parse().unwrap()].into(),
        minutes: None,
        pinned: true,
    };
    let third = chain.demos[2];
    let accept = chain.app.app.db.transaction(async |tx| {
        let choice =
            Choice { submission: third, seen: Some(Decision::Declined), decision: Some(Decision::Accepted) };
        submissions::decide(tx, &plans, &[choice], now).await?;
        programme::reserve(tx, &plans, &BTreeMap::from([(third, Some(slot))])).await
    });
    accept.await.unwrap();
    let shared = format!(
        "INSERT INTO session_speaker (session_id, speaker_id, edition_id, part, position)
            SELECT s.id, d.owner_id, s.edition_id, 'speaker', 9 FROM session s, submission d
            WHERE s.submission_id = '{third}' AND d.id = '{}'",
        chain.demos[1]
    );
    chain.app.run(&shared).await;
    chain.turned_down().await;
    let promote = format!("/console/2026/submissions/{}/promote", chain.demos[0]);
    chain.organiser.post(&promote, &[]).await.expect(303);
    assert_eq!(chain.slots(chain.demos[1]).await, 0, "nobody is in two places at a time");
}
