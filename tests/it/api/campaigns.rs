//! Writing to many by the API: whom, in which words, when, and what became of each.

use plenary::{
    accounts::{Role, proofs::System},
    campaigns,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, act};
use crate::support::{client::Client, page::Page};

/// A site where Ada, Bea and Cho are delegates, Bea reading traditional characters; and what communications' program is.
async fn office() -> (Site, Client) {
    let site = Site::open().await;
    for name in ["ada", "bea", "cho"] {
        site.register(name).await;
    }
    site.app.run("UPDATE registration SET lang = 'zh-Hant' WHERE name_latin = 'bea'").await;
    let writer = site.app.with_role(Role::Communications, site.edition.id).await;
    let (_, program) = site.app.token(&writer, &["communications:write"], None).await;
    (site, program)
}

/// A draft to everybody who is confirmed; its path.
async fn drafted(site: &Site, who: &Client) -> String {
    let draft = json!({
        "name": "Room change", "kind": "notice", "audience": { "of": "registrations", "states": ["confirmed"] },
    });
    let made = who.send(Method::POST, &site.at("/campaigns"), &draft).await.expect(201);
    let id = made.json()["campaign"]["id"].as_str().unwrap().to_owned();
    assert!(made.location().ends_with(&format!("/campaigns/{id}")));
    site.at(&format!("/campaigns/{id}"))
}

/// Replaces something that was read at version `seen`.
async fn put(who: &Client, path: &str, seen: &str, body: &Value) -> Page {
    Page::of(who.request(Method::PUT, path).header("if-match", seen).json(body)).await
}

fn words(text: &str) -> Value {
    json!({ "subject": "Another room", "text": text })
}

/// Writes it in English.
async fn write(who: &Client, one: &str) {
    let seen = who.get(one).await.expect(200).header("etag").to_owned();
    put(who, &format!("{one}/texts/en"), &seen, &words("Dear {name}, hall B it is.")).await.expect(200);
}

/// The first wrong field, and its code.
fn wrong(page: Page) -> (String, String) {
    let error = page.expect(422).json()["errors"][0].clone();
    (error["field"].as_str().unwrap().to_owned(), error["code"].as_str().unwrap().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn communications_make_write_look_through_send_and_stop_a_campaign() {
    let (site, who) = office().await;
    let one = drafted(&site, &who).await;
    for (lang, text) in [
        ("en", "Dear {name}, hall B it is."),
        ("zh-Hant", "{name}您好，請到B廳。"),
        ("zh-Hans", "{name}您好，请到B厅。"),
    ] {
        let seen = who.get(&one).await.expect(200).header("etag").to_owned();
        put(&who, &format!("{one}/texts/{lang}"), &seen, &words(text)).await.expect(200);
    }
    let shown = who.get(&one).await.expect(200);
    let texts = shown.json()["texts"].as_array().unwrap().clone();
    assert_eq!(texts.iter().map(|text| &text["lang"]).collect::<Vec<_>>(), ["en", "zh-Hant", "zh-Hans"]);
    let printed = who
        .send(Method::POST, &format!("{one}/texts/zh-Hant/preview"), &words("{name}您好，請到B廳。"))
        .await;
    assert!(printed.expect(200).json()["text"].as_str().unwrap().contains("請到B廳"));
    who.send(Method::POST, &format!("{one}/texts/en/test"), &words("Dear {name}")).await.expect(204);
    let tests: i64 = site.app.one("SELECT count(*) FROM mail WHERE cause_kind = 'mail_test'").await;
    assert_eq!(tests, 1, "the token's maker gets it, and nobody else");

    let reach = who.get(&format!("{one}/reach")).await.expect(200).json();
    let group = |lang: &str, count: i64| json!({ "lang": lang, "standing": "reached", "count": count });
    assert_eq!(reach["items"], json!([group("en", 2), group("zh-Hant", 1)]));
    let first = who.get(&format!("{one}/people?limit=2")).await.expect(200).json();
    let next = first["next"].as_str().unwrap();
    let last = who.get(&format!("{one}/people?limit=2&cursor={next}")).await.expect(200).json();
    let addresses =
        [&first["items"][0], &first["items"][1], &last["items"][0]].map(|one| one["address"].clone());
    assert_eq!(addresses, ["ada", "bea", "cho"].map(|name| json!(format!("{name}@example.org"))));
    assert_eq!(last["next"], Value::Null);
    assert_eq!(
        first["items"][0],
        json!({ "address": "ada@example.org", "name": "ada", "lang": "en", "standing": "reached" }),
        "and nothing that opens anything"
    );

    let scheduled = who.send(Method::POST, &format!("{one}/schedule"), &json!({})).await.expect(200).json();
    assert_eq!(scheduled["campaign"]["state"], "scheduled");
    send(&site).await;
    site.app.run("UPDATE mail SET state = 'sent', sent_at = now() WHERE recipient = 'ada@example.org'").await;
    let progress = who.get(&format!("{one}/progress")).await.expect(200).json();
    assert_eq!(
        [&progress["people"], &progress["sent"], &progress["under_way"]].map(|count| count.as_i64().unwrap()),
        [3, 1, 2]
    );
    assert_eq!(act(&who, &format!("{one}/pause")).await.expect(200).json()["campaign"]["state"], "paused");
    assert_eq!(act(&who, &format!("{one}/resume")).await.expect(200).json()["campaign"]["state"], "sending");
    let stopped = act(&who, &format!("{one}/stop")).await.expect(200).json();
    assert!(stopped["campaign"]["ended_at"].is_string(), "{stopped}");
    let all = who.get(&format!("{one}/recipients")).await.expect(200);
    let states: Vec<Value> =
        all.json()["items"].as_array().unwrap().iter().map(|one| one["mail_state"].clone()).collect();
    assert_eq!(states, ["sent", "suppressed", "suppressed"]);
    assert!(!all.body.contains("/m/") && !all.body.contains("plenary_"), "no secret: {}", all.body);
}

/// The duty, until it finds nothing more to do.
async fn send(site: &Site) {
    let db = &site.app.app.db;
    while db.transaction(async |tx| campaigns::advance(tx, &System::duty()).await).await.unwrap() {}
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_read_may_be_sent_back_and_a_change_names_the_version_that_was_read() {
    let (site, who) = office().await;
    let one = drafted(&site, &who).await;
    let read = who.get(&one).await.expect(200);
    let campaign = read.json()["campaign"].clone();
    let same = json!({
        "name": campaign["name"], "kind": campaign["kind"], "audience": campaign["audience"],
    });
    let seen = read.header("etag").to_owned();
    let changed = put(&who, &one, &seen, &same).await.expect(200).json();
    assert_eq!(changed["campaign"]["audience"], campaign["audience"]);
    assert_eq!(put(&who, &one, &seen, &same).await.expect(409).code(), "campaign_changed_meanwhile");
    let late = put(&who, &format!("{one}/texts/en"), &seen, &words("Dear {name}")).await;
    assert_eq!(late.expect(409).code(), "campaign_changed_meanwhile");
    let unseen = who.send(Method::PUT, &one, &same).await;
    assert_eq!(wrong(unseen), ("If-Match".to_owned(), "required".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_beside_its_field() {
    let (site, who) = office().await;
    let made = async |body: Value| wrong(who.send(Method::POST, &site.at("/campaigns"), &body).await);
    let judges = json!({ "of": "judges" });
    let is = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    assert_eq!(made(json!({ "kind": "notice", "audience": judges })).await, is("name", "required"));
    assert_eq!(
        made(json!({ "name": "One", "kind": "spam", "audience": judges })).await,
        is("kind", "choice_unknown")
    );
    let nobody = json!({ "name": "One", "kind": "notice", "audience": { "of": "registrations" } });
    assert_eq!(made(nobody).await, is("states", "required"));
    assert_eq!(made(json!({ "name": "One", "kinds": "notice" })).await, is("kinds", "unknown_field"));

    let one = drafted(&site, &who).await;
    let written = put(&who, &format!("{one}/texts/en"), "\"1\"", &words("Dear {nmae}")).await;
    assert_eq!(wrong(written), is("text", "blank_unknown"));
    put(&who, &format!("{one}/texts/tlh"), "\"1\"", &words("nuqneH")).await.expect(404);
    let schedule = async |body: Value| who.send(Method::POST, &format!("{one}/schedule"), &body).await;
    assert_eq!(schedule(json!({})).await.expect(409).code(), "campaign_unwritten");
    assert_eq!(
        wrong(schedule(json!({ "send_at": "2020-01-01T09:00" })).await),
        is("send_at", "campaign_past")
    );
    assert_eq!(act(&who, &format!("{one}/stop")).await.expect(409).code(), "campaign_over");
    let cursor = who.get(&format!("{one}/people?cursor=YQBi")).await;
    assert_eq!(wrong(cursor), is("cursor", "cursor_invalid"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_campaign_is_called_back_and_a_draft_thrown_away() {
    let (site, who) = office().await;
    let one = drafted(&site, &who).await;
    write(&who, &one).await;
    let later = json!({ "send_at": "2098-11-01T09:00", "joins_until": "2098-11-20T09:00" });
    let scheduled = who.send(Method::POST, &format!("{one}/schedule"), &later).await.expect(200).json();
    assert_eq!(scheduled["campaign"]["send_at"], "2098-11-01T01:00:00Z");
    let remove = async || who.send(Method::DELETE, &one, &json!({})).await;
    assert_eq!(remove().await.expect(409).code(), "campaign_not_draft");
    assert_eq!(
        act(&who, &format!("{one}/unschedule")).await.expect(200).json()["campaign"]["state"],
        "draft"
    );
    who.send(Method::DELETE, &format!("{one}/texts/en"), &json!({})).await.expect(204);
    assert_eq!(who.get(&one).await.expect(200).json()["texts"], json!([]));
    remove().await.expect(204);
    who.get(&one).await.expect(404);
    assert_eq!(who.get(&site.at("/campaigns")).await.expect(200).json()["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_may_not_read_calls_still_finds_whom_it_can_write_to() {
    let (site, who) = office().await;
    let call = site.post("/calls", &super::calls::talks()).await;
    who.get(&site.at("/calls")).await.expect(403);
    let options = who.get(&site.at("/campaigns/options")).await.expect(200).json();
    assert_eq!(options["calls"], json!([{ "id": call["id"], "name": call["name"] }]));
    assert_eq!(options["types"][0]["name"]["en"], "Delegate");
}
