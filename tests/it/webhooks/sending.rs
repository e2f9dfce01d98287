//! What a receiver gets, and who shares the work.

use std::collections::BTreeSet;

use plenary::webhooks::{self, AttemptOutcome, DeliveryState};
use secrecy::ExposeSecret;

use super::site::{Site, send_all};

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_is_told_in_words_that_the_standards_library_verifies() {
    let site = Site::open().await;
    let (hook, secret) = site.hook(&[]).await;
    site.app.way(&site.edition, "guest", &[site.app.pool(site.edition.id, 5).await]).await;
    let ada = site.app.attendee(&site.edition, "guest", "Ada Lovelace").await;
    site.fan_out().await;
    send_all(&site.courier()).await;

    let came = site.receiver.came();
    let told = came.iter().find(|came| came.json()["type"] == "registration.created").unwrap();
    assert!(told.verifies(&secret) && !told.verifies("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"));
    assert_eq!(told.head, "POST /hooks/forum?from=test HTTP/1.1");
    let data = &told.json()["data"];
    assert_eq!((&data["id"], &data["edition"]), (&ada.to_string().into(), &"2026".into()));
    assert_eq!(data["kind"], "registration");
    let url = data["url"].as_str().unwrap().strip_prefix("https://forum.example.org").unwrap();
    let (_, reader) = site.app.token(&site.admin, &["admin:read"], None).await;
    assert!(reader.get(url).await.expect(200).body.contains(&ada.to_string()));
    assert!(!told.body.contains("Ada") && !told.body.contains("example.org/m/"), "{}", told.body);
    let all = site.deliveries(&hook).await;
    assert!(all.iter().all(|delivery| delivery.state == DeliveryState::Delivered && delivery.attempts == 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_secrets_sign_while_a_receiver_changes_over() {
    let site = Site::open().await;
    let (hook, before) = site.hook(&[]).await;
    let (keys, who) = (&site.app.app.keys, site.who());
    let rotate =
        site.app.app.db.transaction(async |tx| webhooks::rotate_secret(tx, keys, &who, hook.id).await);
    let after = rotate.await.unwrap().expose_secret().to_owned();
    site.send_test(&hook).await;
    send_all(&site.courier()).await;
    assert!(site.receiver.came()[0].verifies(&before) && site.receiver.came()[0].verifies(&after));

    site.app.run("UPDATE webhook_secret SET ends_at = clock_timestamp() WHERE ends_at IS NOT NULL").await;
    site.send_test(&hook).await;
    send_all(&site.courier()).await;
    assert!(!site.receiver.came()[1].verifies(&before) && site.receiver.came()[1].verifies(&after));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_couriers_share_the_work_and_nothing_is_sent_twice() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    for _ in 0..30 {
        site.send_test(&hook).await;
    }
    let (one, other) = (site.courier(), site.courier());
    let (by_one, by_other) = tokio::join!(send_all(&one), send_all(&other));
    assert_eq!(by_one.len() + by_other.len(), 30);
    let ids: BTreeSet<_> = site.receiver.came().iter().map(|came| came.id()).collect();
    assert_eq!((ids.len(), site.receiver.came().len()), (30, 30));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_dead_courier_held_is_sent_under_the_same_id_when_its_lease_runs_out() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    site.send_test(&hook).await;
    let courier = site.courier();
    let held = courier.claim(16).await.unwrap();
    assert!(held.len() == 1 && courier.claim(16).await.unwrap().is_empty());
    site.app.run("UPDATE delivery SET lease_until = clock_timestamp() - interval '1 s'").await;
    assert_eq!(send_all(&courier).await, [AttemptOutcome::Delivered]);
    // The first was only slow: its answer changes nothing any more.
    site.receiver.answers(&["500 Internal Server Error\r\n\r\n"]);
    courier.deliver(&held[0]).await.unwrap();
    let all = site.deliveries(&hook).await;
    assert_eq!((all[0].state, all[0].attempts), (DeliveryState::Delivered, 2));
    let came = site.receiver.came();
    assert_eq!(came[0].id(), came[1].id());
    assert_eq!(site.fresh(&hook).await.failing_since, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_at_which_nothing_arrives_gets_one_at_a_time() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    for _ in 0..10 {
        site.send_test(&hook).await;
    }
    let courier = site.courier();
    let first = courier.claim(16).await.unwrap();
    assert_eq!(first.len(), 4);
    assert!(courier.claim(16).await.unwrap().is_empty(), "four are under way");
    site.receiver.answers(&["503 Away\r\n\r\n"; 4]);
    for one in &first {
        courier.deliver(one).await.unwrap();
    }
    assert_eq!(courier.claim(16).await.unwrap().len(), 1);
}
