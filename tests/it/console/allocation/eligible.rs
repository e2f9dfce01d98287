//! What was found not to fit the call's rules takes no slot.

use super::{Stage, id_of, stage};

/// Staff find that it does not fit.
async fn fails(stage: &Stage, title: &str) {
    let id = id_of(&stage.app, title).await;
    let row = format!("('{id}', false, 'No deck.', now())");
    stage
        .app
        .run(&format!("INSERT INTO eligibility (submission_id, passed, reason, checked_at) VALUES {row}"))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_the_rules_gets_no_slot_and_loses_what_nobody_was_told_of() {
    let stage = stage().await;
    stage.slots("2").await;
    stage.close().await;
    stage.propose(&[]).await;
    stage.accept(303).await;
    assert_eq!(stage.decision("Alpha").await, "accepted");
    fails(&stage, "Alpha").await;
    fails(&stage, "Gamma").await;
    stage.propose(&[]).await;
    let plan: String =
        stage.app.one("SELECT plan::text FROM allocation_proposal ORDER BY number DESC LIMIT 1").await;
    for (title, counts) in [("Alpha", false), ("Beta", true), ("Gamma", false), ("Delta", true)] {
        assert_eq!(plan.contains(&id_of(&stage.app, title).await), counts, "{title}");
    }
    stage.accept(303).await;
    assert_eq!(stage.decision("Delta").await, "accepted");
    assert_eq!(
        (stage.decision("Alpha").await, stage.decision("Gamma").await),
        ("none".into(), "none".into())
    );
    let slots = format!(
        "SELECT count(*) FROM session WHERE removed_at IS NULL AND submission_id = '{}'",
        id_of(&stage.app, "Alpha").await
    );
    assert_eq!(stage.app.one::<i64>(&slots).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_that_was_promised_stays_promised_whatever_the_check_finds_later() {
    let stage = stage().await;
    stage.slots("1").await;
    let promise = "decision = 'accepted', told = 'accepted', told_at = now()";
    stage.app.run(&format!("UPDATE submission SET {promise} WHERE title::text LIKE '%Delta%'")).await;
    fails(&stage, "Delta").await;
    stage.propose(&[]).await;
    let seats: String = stage.app.one("SELECT plan->>'seats' FROM allocation_proposal").await;
    assert!(seats.contains(&id_of(&stage.app, "Delta").await), "{seats}");
}
