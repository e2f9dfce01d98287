//! Four hundred want fifty places at two servers, processes of their own on one database.

use std::{
    path::Path,
    sync::{Mutex, MutexGuard},
};

use futures_util::future::join_all;
use plenary::keys::Keys;
use reqwest::{Client, StatusCode};
use serde_json::json;

use crate::support::{
    Scratch,
    app::TestApp,
    client::{Client as Browser, Credential},
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

/// What somebody does from the form to her own page, and from the mailed link to the console.
async fn walked(app: &TestApp, serving: &Serving) -> Vec<String> {
    let visitor = Browser::new(&serving.base, Credential::default());
    let typed = [("type", "delegate"), ("email", "tai.man@example.org"), ("name_latin", "Chan Tai Man")];
    let typed = [&typed[..], &[("organisation", "Harbour Lab"), ("phone", "+852 2345 6789")]].concat();
    visitor.post("/en/2026/register", &typed).await.expect(303);
    let keys = Keys::new(vec![SECRET.into()]).unwrap_or_else(|_| panic!("a strong secret"));
    let mails = app.mails().await;
    let manage = keys.link_token(&mails[0].links["manage"]);
    visitor.get(&format!("/m/{manage}")).await.expect(303);
    let page = visitor.get("/en/2026/manage").await.expect(200);
    let hers = visitor.clone().carrying(page.value_of("_csrf").unwrap());
    hers.post("/en/2026/manage/change", &[("name_latin", "Chan Tai Man"), ("phone", "nonsense")])
        .await
        .expect(422);
    hers.post("/en/2026/manage/cancel", &[]).await.expect(303);

    app.admin().await;
    visitor
        .post("/sign-in", &[("email", "admin@example.org"), ("password", "my cat is grey")])
        .await
        .expect(422);
    visitor.post("/sign-in/mail", &[("email", "admin@example.org")]).await.expect(303);
    let mails = app.mails().await;
    let sign_in = keys.link_token(&mails.last().unwrap().links["sign_in"]);
    visitor.get(&format!("/in/{sign_in}")).await.expect(200);
    visitor.post(&format!("/in/{sign_in}"), &[]).await.expect(303);
    visitor.get("/console?q=Chan").await.expect(200);
    let ticket: String = app.one("SELECT ticket_code FROM registration").await;
    let said = ["tai.man", "Tai Man", "Harbour", "23456789", "admin@", "my cat", "q=Chan", "127.0.0.1"];
    said.map(str::to_owned).into_iter().chain([manage, sign_in, ticket]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_registration_and_a_sign_in_holds_nothing_secret_or_personal() {
    let app = forum().await;
    let scratch = Scratch::new();
    let mut command = plenary(&scratch.path().join("data"));
    command.env("DATABASE_URL", app.database_url()).env("PLENARY_SECRET", SECRET);
    command.env("PLENARY_WORKER", "false").env("PLENARY_LOG_FORMAT", "json");
    let mut serving = Serving::start(&mut command);
    let secrets = walked(&app, &serving).await;
    let metrics =
        Client::new().get(format!("{}/metrics", serving.base)).send().await.unwrap().text().await.unwrap();
    assert!(metrics.contains("plenary_batch_size_count 1\n"), "{metrics}");
    serving.signal("TERM");
    let (_, log) = serving.ended();
    assert!(log.contains("/{lang}/{edition}/register") && log.contains("/in/{token}"), "{log}");
    for secret in secrets {
        let line = log.lines().find(|line| line.contains(&secret));
        // Where it listens is no secret.
        let line = line.filter(|line| line.contains("\"span\""));
        assert!(line.is_none(), "{secret} stands in the log: {line:?}");
        assert!(!metrics.contains(&secret), "{secret} stands in the metrics");
    }
}
