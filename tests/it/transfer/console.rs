//! Importing in the console: a file, its dry run, and the button that does exactly that.

use reqwest::Method;

use super::Importing;
use crate::{
    files::http::part,
    support::{client::Client, page::Page},
};

const TABLE: &str = "title,room,starts_at\nEngines,Hall,2024-10-26 09:00\n";

async fn upload(importing: &Importing, organiser: &Client) -> String {
    let csrf = organiser.credential().csrf.clone().unwrap();
    let parts = [
        part("_csrf", None, csrf.as_bytes()),
        part("lang", None, b"en"),
        part("encoding", None, b"utf-8"),
        part("file", Some("sessions.csv"), TABLE.as_bytes()),
    ];
    let request =
        organiser.request(Method::POST, "/console/2026/import").header("origin", &importing.app.base);
    let request = request.header("content-type", "multipart/form-data; boundary=edge");
    let sent = Page::of(request.body([parts.concat(), b"--edge--\r\n".to_vec()].concat())).await.expect(303);
    assert_eq!(importing.app.one::<i64>("SELECT count(*) FROM session").await, 0);
    sent.location().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dry_run_changes_nothing_and_the_button_does_what_it_said() {
    let importing = Importing::begin("Asia/Hong_Kong").await;
    let organiser = importing.app.organiser(importing.edition.id).await;
    let dry_run = upload(&importing, &organiser).await;
    let page = organiser.get(&dry_run).await.expect(200);
    assert!(page.body.contains("Engines") && page.body.contains("sessions.csv"), "{}", page.body);
    let plan = page.value_of("plan").unwrap();
    organiser.post(&dry_run, &[("plan", &plan)]).await.expect(303);
    assert_eq!(importing.app.one::<i64>("SELECT count(*) FROM session").await, 1);
    organiser.get(&dry_run).await.expect(404);
    assert_eq!(importing.app.one::<i64>("SELECT count(*) FROM file").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_moved_since_it_was_read_is_shown_anew() {
    let importing = Importing::begin("Asia/Hong_Kong").await;
    let organiser = importing.app.organiser(importing.edition.id).await;
    let dry_run = upload(&importing, &organiser).await;
    let plan = organiser.get(&dry_run).await.expect(200).value_of("plan").unwrap();
    importing.import(TABLE, plenary::values::Lang::En).await.unwrap();
    let page = organiser.post(&dry_run, &[("plan", &plan)]).await.expect(409);
    assert!(page.body.contains("has changed since you read this"), "{}", page.body);
    assert_eq!(importing.app.one::<i64>("SELECT count(*) FROM session").await, 1);
}
