//! The pages by which staff look after accounts, teams, mail and the audit trail.

mod account;
mod mail;
mod mailbox;
mod secrets;
mod site;
mod team;
mod tokens;
mod walk;

use std::time::Duration;

use tokio::{sync::watch, time};

use crate::support::app::TestApp;

/// Sends what waits in the outbox; it goes to files.
async fn deliver(app: &TestApp) {
    let (stop, stopped) = watch::channel(false);
    let jobs = tokio::spawn(plenary::jobs::run(app.app.clone(), stopped));
    let waiting = "SELECT EXISTS (SELECT FROM mail WHERE state NOT IN ('sent', 'suppressed'))";
    let sent = async {
        while app.one(waiting).await {
            time::sleep(Duration::from_millis(50)).await;
        }
    };
    time::timeout(Duration::from_secs(30), sent).await.expect("every mail is sent");
    stop.send(true).unwrap();
    jobs.await.unwrap().unwrap();
}
