//! Trying again, giving up, sending again.

use jiff::SignedDuration;
use plenary::{
    error::Error,
    values::Moment,
    webhooks::{self, AttemptOutcome, DeliveryState, DisabledReason, WebhookState},
};

use super::site::{Site, send_all};

const AWAY: &str = "503 Away\r\n\r\nlater, please";

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_is_tried_again_and_one_success_forgets_it() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    let id = site.send_test(&hook).await;
    site.receiver.answers(&[AWAY, "429 Slow\r\nretry-after: 600\r\n\r\n"]);
    let courier = site.courier();
    assert_eq!(send_all(&courier).await, [AttemptOutcome::Refused]);
    assert!(site.fresh(&hook).await.failing_since.is_some());
    site.make_due().await;
    assert_eq!(send_all(&courier).await, [AttemptOutcome::Refused]);
    let waits = site.deliveries(&hook).await[0].due_at;
    assert!(waits > Moment::now().plus(SignedDuration::from_mins(9)), "{waits}");
    site.make_due().await;
    assert_eq!(send_all(&courier).await, [AttemptOutcome::Delivered]);
    assert_eq!(site.fresh(&hook).await.failing_since, None);

    let mut conn = site.app.app.db.read().await.unwrap();
    let (delivery, tries) = webhooks::delivery(&mut conn, &site.who(), hook.id, id).await.unwrap();
    assert_eq!(delivery.state, DeliveryState::Delivered);
    let told: Vec<_> = tries.iter().map(|one| (one.number, one.status, one.answer.as_str())).collect();
    assert_eq!(told, [(1, Some(503), "later, please"), (2, Some(429), ""), (3, Some(200), "")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_three_days_a_delivery_has_failed_and_can_be_sent_again() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    site.send_test(&hook).await;
    site.app
        .run("UPDATE delivery SET attempts = 12, series_from = clock_timestamp() - interval '3 days'")
        .await;
    site.receiver.answers(&[AWAY]);
    let courier = site.courier();
    send_all(&courier).await;
    assert_eq!(site.deliveries(&hook).await[0].state, DeliveryState::Failed);

    let (db, who, since) = (&site.app.app.db, site.who(), Moment::now().plus(SignedDuration::from_hours(-1)));
    let again = db.transaction(async |tx| webhooks::redeliver_failed(tx, &who, hook.id, since).await);
    assert_eq!(again.await.unwrap(), 1);
    assert_eq!(send_all(&courier).await, [AttemptOutcome::Delivered]);
    // And once more, though it arrived: under the same id.
    let id = site.deliveries(&hook).await[0].id;
    db.transaction(async |tx| webhooks::redeliver(tx, &who, hook.id, id).await).await.unwrap();
    send_all(&courier).await;
    let ids: Vec<_> = site.receiver.came().iter().map(|came| came.id()).collect();
    assert!(ids.len() == 3 && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_gone_is_disabled_at_once_and_the_owner_hears_of_it() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    site.send_test(&hook).await;
    let courier = site.courier();
    site.receiver.answers(&["410 Gone\r\n\r\n"]);
    let first = courier.claim(1).await.unwrap();
    site.send_test(&hook).await;
    assert_eq!(courier.deliver(&first[0]).await.unwrap(), AttemptOutcome::Gone);

    let disabled = site.fresh(&hook).await;
    assert_eq!(disabled.state, WebhookState::Disabled);
    assert_eq!(disabled.disabled_reason, Some(DisabledReason::Gone));
    let states: Vec<_> = site.deliveries(&hook).await.iter().map(|delivery| delivery.state).collect();
    assert_eq!(states, [DeliveryState::GivenUp, DeliveryState::Failed]);
    let told = "SELECT recipient || ' ' || lang FROM mail WHERE template = 'webhook-disabled'";
    assert_eq!(site.app.one::<String>(told).await, "admin@example.org en");
    let noted = "SELECT actor_kind FROM audit_entry WHERE action = 'webhook.disable'";
    assert_eq!(site.app.one::<String>(noted).await, "duty");

    let (db, who) = (&site.app.app.db, site.who());
    let test = db.transaction(async |tx| webhooks::send_test(tx, &who, hook.id, Moment::now()).await).await;
    assert!(matches!(test, Err(Error::Conflict(reason)) if reason.code == "webhook_not_active"));
    db.transaction(async |tx| webhooks::resume(tx, &who, hook.id).await).await.unwrap();
    site.send_test(&hook).await;
    assert_eq!(send_all(&courier).await, [AttemptOutcome::Delivered]);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_days_without_success_disable_and_a_day_less_does_not() {
    for (days, state) in [(4, WebhookState::Active), (5, WebhookState::Disabled)] {
        let site = Site::open().await;
        let (hook, _) = site.hook(&[]).await;
        site.send_test(&hook).await;
        let since =
            format!("UPDATE webhook SET failing_since = clock_timestamp() - interval '{days} days 1 s'");
        site.app.run(&since).await;
        site.receiver.answers(&[AWAY]);
        send_all(&site.courier()).await;
        assert_eq!(site.fresh(&hook).await.state, state, "{days} days");
        let told = "SELECT count(*) FROM mail WHERE template = 'webhook-disabled' AND NOT (values #>> '{values,gone}')::boolean";
        assert_eq!(
            site.app.one::<i64>(told).await,
            i64::from(days == 5),
            "its owner hears that it failed for days"
        );
    }
}
