//! Four hundred want fifty places at two servers, processes of their own on one database.

use std::{
    path::Path,
    sync::{Mutex, MutexGuard},
};

use futures_util::future::join_all;
use reqwest::{Client, StatusCode};
use serde_json::json;

use crate::support::{
    Scratch,
    app::TestApp,
    program::{Serving, plenary},
};

const SECRET: &str = "a secret of both nodes: 0123456789abcdefghij";
const GUESTS: usize = 400;
const PLACES: u32 = 50;

/// The forum that they all want to come to.
async fn forum() -> TestApp {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let hall = app.pool(edition.id, PLACES).await;
    app.way(&edition, "delegate", &[hall]).await;
    app
}

fn node(app: &TestApp, data: &Path) -> Serving {
    let mut command = plenary(data);
    command.env("DATABASE_URL", app.database_url()).env("PLENARY_SECRET", SECRET);
    command.env("PLENARY_WORKER", "false");
    Serving::start(&mut command)
}

/// Whether the guest was told that she is in. She sends the same key whenever she asks again.
async fn told(http: &Client, base: &str, guest: usize) -> bool {
    let body = json!({ "type": "delegate", "email": address(guest), "name_latin": "Guest" });
    let asked = http.post(format!("{base}/api/v1/editions/2026/registrations"));
    let answer = asked.header("Idempotency-Key", format!("guest-{guest}")).json(&body).send().await;
    match answer {
        Ok(answer) => {
            assert_eq!(answer.status(), StatusCode::ACCEPTED, "guest {guest}");
            true
        }
        // The server died before it answered.
        Err(_) => false,
    }
}

fn address(guest: usize) -> String {
    format!("guest{guest}@example.org")
}

/// Fifty are in, all others wait behind them, each with one mail; the pool's count is what its rows say.
async fn everybody_is_there_once(app: &TestApp) {
    let count = async |rows: &str| app.one::<i64>(&format!("SELECT count(*) FROM {rows}")).await;
    assert_eq!(count("registration WHERE state = 'confirmed' AND holds").await, i64::from(PLACES));
    let waiting = i64::try_from(GUESTS).unwrap() - i64::from(PLACES);
    assert_eq!(count("registration WHERE state = 'waitlisted'").await, waiting);
    let in_order = "SELECT max(arrival) FILTER (WHERE state = 'confirmed')
                         < min(arrival) FILTER (WHERE state = 'waitlisted') FROM registration";
    assert!(app.one::<bool>(in_order).await, "somebody who waits came before somebody who has a place");
    assert_eq!(count("(SELECT DISTINCT email_key FROM registration) AS guest").await, waiting + 50);
    assert_eq!(count("mail").await, waiting + 50);
    assert_eq!(count("(SELECT DISTINCT cause_id FROM mail) AS cause").await, waiting + 50);
    let taken = app.one::<i32>("SELECT taken FROM capacity_pool").await;
    assert_eq!(taken, i32::try_from(PLACES).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_fill_one_hall_to_the_last_place_and_line_up_the_rest() {
    let app = forum().await;
    let scratch = Scratch::new();
    let nodes = [node(&app, &scratch.path().join("one")), node(&app, &scratch.path().join("two"))];
    let http = Client::new();
    let coming = (0..GUESTS).map(|guest| told(&http, &nodes[guest % 2].base, guest));
    assert!(join_all(coming).await.into_iter().all(|told| told));
    everybody_is_there_once(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_in_the_rush_takes_nothing_along_that_it_promised() {
    let app = forum().await;
    let scratch = Scratch::new();
    let stays = node(&app, &scratch.path().join("one"));
    let dies = Mutex::new(node(&app, &scratch.path().join("two")));
    let unlocked = || -> MutexGuard<'_, Serving> { dies.lock().unwrap() };
    let doomed = unlocked().base.clone();
    let http = Client::new();
    let coming = (0..GUESTS).map(async |guest| {
        let base = if guest % 2 == 0 { &stays.base } else { &doomed };
        let told = told(&http, base, guest).await;
        // Its first answer is out; others are being written.
        if told && guest % 2 == 1 {
            unlocked().kill();
        }
        told
    });
    let told_at_once = join_all(coming).await;
    let promised: Vec<String> = (0..GUESTS)
        .filter(|guest| told_at_once[*guest])
        .map(|guest| format!("'{}'", address(guest)))
        .collect();
    assert!(promised.len() > GUESTS / 2, "half of them asked the server that stays, and one the other");
    let kept = format!("SELECT count(*) FROM registration WHERE email IN ({})", promised.join(", "));
    assert_eq!(app.one::<i64>(&kept).await, i64::try_from(promised.len()).unwrap());

    // Nobody knows who of the others is in: everybody asks again, with her key.
    let again = (0..GUESTS).map(|guest| told(&http, &stays.base, guest));
    assert!(join_all(again).await.into_iter().all(|told| told));
    everybody_is_there_once(&app).await;
}
