//! From sealed entries to deliveries: every one, once, to whom it concerns.

use plenary::{
    accounts::proofs::System,
    error::Error,
    webhooks::{self, Webhook},
};

use super::site::Site;

async fn told(site: &Site, hook: &Webhook) -> Vec<String> {
    let mut told: Vec<_> = site.deliveries(hook).await.into_iter().map(|delivery| delivery.event).collect();
    told.reverse();
    told
}

/// Somebody registers in the edition.
async fn register(site: &Site, name: &str) {
    site.app.attendee(&site.edition, "guest", name).await;
}

async fn open() -> Site {
    let site = Site::open().await;
    site.app.way(&site.edition, "guest", &[site.app.pool(site.edition.id, 50).await]).await;
    site.fan_out().await;
    site
}

#[tokio::test(flavor = "multi_thread")]
async fn every_entry_is_told_once_however_many_nodes_are_at_it() {
    let site = open().await;
    let (hook, _) = site.hook(&["registration.created"]).await;
    for number in 0..9 {
        register(&site, &format!("Guest {}", char::from(b'A' + number))).await;
        tokio::join!(site.fan_out(), site.fan_out(), site.fan_out());
    }
    site.fan_out().await;
    assert_eq!(told(&site, &hook).await, ["registration.created"; 9]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_dies_in_the_middle_loses_nothing_and_doubles_nothing() {
    let site = open().await;
    let (hook, _) = site.hook(&["registration.created"]).await;
    register(&site, "Ada Lovelace").await;
    let (db, keys) = (&site.app.app.db, &site.app.app.keys);
    db.transaction(async |tx| plenary::audit::seal(tx, keys).await).await.unwrap();
    let dies = db.transaction(async |tx| {
        assert!(webhooks::fan_out(tx, &System::duty()).await?);
        Err::<(), _>(Error::internal("it dies before COMMIT"))
    });
    dies.await.unwrap_err();
    assert!(told(&site, &hook).await.is_empty());
    site.fan_out().await;
    site.fan_out().await;
    assert_eq!(told(&site, &hook).await, ["registration.created"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_hears_of_its_edition_and_of_its_events_from_its_first_day_on() {
    let site = open().await;
    register(&site, "Before Her Time").await;
    site.fan_out().await;
    let (all, _) = site.hook(&[]).await;
    let (few, _) = site.hook(&["registration.cancelled"]).await;
    let other = site.app.edition("2027").await;
    site.app.way(&other, "guest", &[site.app.pool(other.id, 5).await]).await;
    site.app.attendee(&other, "guest", "Somebody Else").await;
    register(&site, "Ada Lovelace").await;
    site.fan_out().await;
    assert_eq!(told(&site, &all).await, ["registration.created"]);
    assert!(told(&site, &few).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_while_it_rests_is_kept_for_it_but_not_while_it_is_disabled() {
    let site = open().await;
    let (hook, _) = site.hook(&[]).await;
    let (db, who) = (&site.app.app.db, site.who());
    db.transaction(async |tx| webhooks::pause(tx, &who, hook.id).await).await.unwrap();
    register(&site, "Ada Lovelace").await;
    site.fan_out().await;
    assert!(site.courier().claim(16).await.unwrap().is_empty(), "it rests");
    db.transaction(async |tx| webhooks::resume(tx, &who, hook.id).await).await.unwrap();
    assert_eq!(site.courier().claim(16).await.unwrap().len(), 1);

    site.app.run("UPDATE webhook SET state = 'disabled', disabled_reason = 'failing'").await;
    register(&site, "Grace Hopper").await;
    site.fan_out().await;
    assert_eq!(told(&site, &hook).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_removed_takes_its_log_along_and_old_deliveries_are_forgotten() {
    let site = open().await;
    let (hook, _) = site.hook(&[]).await;
    site.send_test(&hook).await;
    site.send_test(&hook).await;
    let (db, who) = (&site.app.app.db, site.who());
    let old = "UPDATE delivery SET created_at = clock_timestamp() - interval '31 days'
               WHERE id = (SELECT id FROM delivery LIMIT 1)";
    site.app.run(old).await;
    assert_eq!(db.transaction(async |tx| webhooks::forget(tx, &System::duty()).await).await.unwrap(), 1);
    db.transaction(async |tx| webhooks::remove(tx, &who, hook.id).await).await.unwrap();
    let left = "SELECT (SELECT count(*) FROM delivery) + (SELECT count(*) FROM webhook_secret)";
    assert_eq!(site.app.one::<i64>(left).await, 0);
}
