//! What a slot has and what is needed, wishes at the end, and reasons that come later.

use std::{collections::BTreeMap, sync::atomic::AtomicBool, time::Duration};

use plenary::{
    accounts::proofs::Programme,
    allocation::{self, Outcome, Plan, Rules},
    db::Tx,
    jobs,
    solver::Budget,
};

use super::{id_of, stage};

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_has_what_is_needed_in_a_language_that_is_spoken_and_the_reasons_say_so() {
    let stage = stage().await;
    let start = format!("{}T10:00", stage.day);
    let typed = [
        ("room", stage.room.as_str()),
        ("starts_at", &start),
        ("minutes", "15"),
        ("count", "2"),
        ("facilities", "screen"),
        ("spoken", "en"),
    ];
    stage.organiser.post(&format!("{}/places", stage.home()), &typed).await.expect(303);
    let of = "FROM submission WHERE title::text LIKE";
    let run = async |sql: String| stage.app.run(&sql).await;
    run(format!("INSERT INTO submission_demo (id, facilities) SELECT id, ARRAY['water'] {of} '%Alpha%'"))
        .await;
    run(format!("INSERT INTO submission_demo (id, facilities) SELECT id, ARRAY['screen'] {of} '%Gamma%'"))
        .await;
    run("UPDATE submission SET spoken = ARRAY['yue'] WHERE title::text LIKE '%Beta%'".to_owned()).await;
    stage.propose(&[]).await;
    let seats: String = stage.app.one("SELECT plan->>'seats' FROM allocation_proposal").await;
    for (title, sits) in [("Alpha", false), ("Beta", false), ("Gamma", true), ("Delta", true)] {
        assert_eq!(seats.contains(&id_of(&stage.app, title).await), sits, "{title}");
    }
    let page = stage.organiser.get(&stage.home()).await.expect(200);
    for said in ["2 without the equipment", "2 in other languages", "A screen or projector", "English"] {
        assert!(page.says(said), "{said}: {}", page.body);
    }
    let pin = [(format!("pins.{}", id_of(&stage.app, "Alpha").await), "in")];
    let pin: Vec<(&str, &str)> = pin.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    stage.organiser.post(&format!("{}/settle", stage.home()), &pin).await.expect(303);
    let impossible = stage.organiser.post(&stage.home(), &[]).await.expect(200);
    for said in ["cannot all hold", "2 without the equipment", "What is settled about", "Alpha"] {
        assert!(impossible.says(said), "{said}: {}", impossible.body);
    }
    let nonsense = [("room", stage.room.as_str()), ("facilities", "sauna"), ("spoken", "fr")];
    let refused = stage.organiser.post(&format!("{}/places", stage.home()), &nonsense).await.expect(422);
    for field in ["#f-facilities", "#f-spoken"] {
        assert!(refused.addresses().contains(&field.to_owned()), "{field}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_on_stage_elsewhere_has_no_slot_then_and_a_wish_decides_what_nothing_else_does() {
    let stage = stage().await;
    stage.slots("2").await;
    // Alpha would like the second best; without a wish it would have the first.
    let span = format!("'{0} 10:15+08', '{0} 12:00+08'", stage.day);
    let alpha = id_of(&stage.app, "Alpha").await;
    stage.app.run(&format!("INSERT INTO submission_demo (id) VALUES ('{alpha}')")).await;
    stage.app.run(&format!("INSERT INTO demo_preference VALUES ('{alpha}', {span})")).await;
    stage.propose(&[]).await;
    let place = format!(
        "SELECT to_char(p.starts_at AT TIME ZONE 'Asia/Hong_Kong', 'HH24:MI') FROM allocation_proposal a,
         jsonb_array_elements(a.plan->'seats') seat JOIN allocation_place p ON p.id = (seat->>'place')::uuid
         WHERE seat->>'submission' = '{alpha}' ORDER BY a.number DESC LIMIT 1"
    );
    assert_eq!(stage.app.one::<String>(&place).await, "10:20");
    // Now its speaker has a talk at that time, which counts for more than any wish.
    let speaker: String = stage
        .app
        .one(&format!("SELECT speaker_id::text FROM submission_speaker WHERE submission_id = '{alpha}'"))
        .await;
    let talk = [
        ("kind", "session"),
        ("title.en", "A talk"),
        ("minutes", "30"),
        ("people.0.speaker", &speaker),
        ("people.0.part", "speaker"),
    ];
    stage.organiser.post("/console/2026/programme/new", &talk).await.expect(303);
    stage.app.run(&format!("UPDATE session SET starts_at = '{} 10:30+08'", stage.day)).await;
    stage.propose(&[]).await;
    assert_eq!(stage.app.one::<String>(&place).await, "10:00");
}

#[tokio::test(flavor = "multi_thread")]
async fn reasons_that_take_long_are_worked_out_after_the_proposal_and_the_page_says_so() {
    let stage = stage().await;
    stage.slots("2").await;
    let edition: String = stage.app.one("SELECT id::text FROM edition").await;
    let who = Programme::from(&stage.app.organises(edition.parse().unwrap()));
    let call: String = stage.app.one("SELECT id::text FROM call").await;
    let keep = async |tx: &mut Tx| {
        let (call, rules) = (call.parse().unwrap(), Rules::default());
        let input = allocation::input(tx, &who, call).await?;
        let never = AtomicBool::new(false);
        let budget = Budget::new(Duration::from_secs(5), &never);
        let Outcome::Planned(plan) = allocation::plan(&input, &rules, None, &budget)? else {
            panic!("no plan")
        };
        assert!(plan.is_explained(&input));
        let bare = Plan { whys: BTreeMap::new(), ..plan.clone() };
        let kept = allocation::keep(tx, &who, call, &rules, (&input, &bare, None)).await?;
        assert!(kept.lacks_reasons && !bare.is_explained(&input));
        Ok(plan)
    };
    let plan = stage.app.app.db.transaction(keep).await.unwrap();
    let page = stage.organiser.get(&stage.home()).await.expect(200);
    assert!(page.says("4 reasons are still being worked out"), "{}", page.body);
    jobs::run_once(&stage.app.app).await.unwrap();
    let page = stage.organiser.get(&stage.home()).await.expect(200);
    assert!(!page.says("being worked out") && page.says("Others have more points"), "{}", page.body);
    let stored: String = stage.app.one("SELECT plan->>'whys' FROM allocation_proposal").await;
    let stored: serde_json::Value = serde_json::from_str(&stored).unwrap();
    assert_eq!(stored, serde_json::to_value(&plan.whys).unwrap(), "the same reasons, only later");
    assert_eq!(
        stage.app.one::<i64>("SELECT count(*) FROM allocation_proposal WHERE unexplained IS NOT NULL").await,
        0
    );
}
