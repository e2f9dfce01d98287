//! What runs beside the requests, as the server starts it.

use std::time::{Duration, Instant};

use plenary::{
    jobs,
    mail::{self, Cause, NewMail, Recipient, mailbox},
    values::{Email, Id, Lang},
};
use serde_json::json;
use tokio::{sync::watch, time::sleep};
use uuid::Uuid;

use crate::support::app::TestApp;

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn mails_go_out_by_themselves_and_a_stop_ends_every_task() {
    let site = TestApp::start().await;
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(jobs::run(site.app.clone(), stopped));
    let mail = NewMail {
        id: Id::fresh(),
        edition: None,
        cause: Cause { kind: "test", id: Uuid::now_v7() },
        template: "password-changed",
        to: Recipient {
            email: Email::parse("au@example.org").unwrap(),
            name: String::new(),
            lang: Lang::ZhHans,
        },
        values: json!({}),
        links: Default::default(),
        due_at: None,
    };
    site.app.db.transaction(async |tx| mail::queue(tx, std::slice::from_ref(&mail)).await).await.unwrap();

    let (folder, began) = (site.app.config.mail_folder(), Instant::now());
    while mailbox::list(&folder, 9).unwrap().is_empty() {
        assert!(began.elapsed() < PATIENCE, "the mail does not go out");
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(mailbox::list(&folder, 9).unwrap()[0].subject, "您的密码已更改");
    stop.send(true).unwrap();
    tokio::time::timeout(PATIENCE, running).await.expect("it ends").unwrap().expect("good settings");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trail_is_sealed_while_they_run() {
    let site = TestApp::start().await;
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(jobs::run(site.app.clone(), stopped));
    site.run(
        "INSERT INTO audit_entry (id, actor_kind, action, subject_kind, subject_id, digest)
         VALUES (gen_random_uuid(), 'shell', 'test', 'test', gen_random_uuid(), '\\x00')",
    )
    .await;
    let began = Instant::now();
    while site.one::<i64>("SELECT count(*) FROM audit_entry WHERE seal IS NULL").await > 0 {
        assert!(began.elapsed() < PATIENCE, "nothing is sealed");
        sleep(Duration::from_millis(50)).await;
    }
    stop.send(true).unwrap();
    running.await.unwrap().unwrap();
}
