//! An edition's own words of its mails, by the API.

use plenary::accounts::Role;
use reqwest::Method;
use serde_json::{Value, json};

use super::Site;
use crate::support::{client::Client, page::Page};

const TICKET: &str = "/mail-wordings/registration-confirmed/zh-Hant";

/// A site, and the program of its communications.
async fn office() -> (Site, Client) {
    let site = Site::open().await;
    let writer = site.app.with_role(Role::Communications, site.edition.id).await;
    let (_, program) = site.app.token(&writer, &["communications:write"], None).await;
    (site, program)
}

/// Sends it with the version that was read.
async fn send(who: &Client, method: Method, path: &str, seen: &str, body: &Value) -> Page {
    Page::of(who.request(method, path).header("if-match", seen).json(body)).await
}

/// The edition's words as they stand, under another subject.
fn retitled(words: &Value, subject: &str) -> Value {
    let mut words = words["words"].clone();
    words["subject"] = json!(subject);
    words
}

#[tokio::test(flavor = "multi_thread")]
async fn communications_read_try_keep_and_take_back_words() {
    let (site, who) = office().await;
    let place = site.at(TICKET);
    let ours = who.get(&place).await.expect(200);
    assert_eq!((ours.header("etag"), &ours.json()["own"]), ("\"0\"", &json!(false)));
    assert!(ours.json()["names"].as_array().unwrap().contains(&json!("edition.name")));
    let new = retitled(&ours.json(), "{edition.name}：您的入場證");

    let tried = who.send(Method::POST, &format!("{place}/preview"), &new).await.expect(200).json();
    assert!(tried["subject"].as_str().unwrap().ends_with("：您的入場證"), "{tried}");
    assert!(!who.get(&format!("{place}/preview")).await.expect(200).body.contains("：您的入場證"));
    who.send(Method::POST, &format!("{place}/test"), &new).await.expect(204);
    let to: String = site.app.one("SELECT recipient FROM mail WHERE cause_kind = 'mail_test'").await;
    assert!(to.starts_with("communications"), "{to}");

    let kept = send(&who, Method::PUT, &place, "\"0\"", &new).await.expect(200);
    assert_eq!((kept.header("etag"), &kept.json()["own"]), ("\"1\"", &json!(true)));
    assert!(who.get(&format!("{place}/preview")).await.expect(200).body.contains("：您的入場證"));
    let all = who.get(&site.at("/mail-wordings")).await.expect(200).json();
    let mail = |one: &&Value| one["template"] == "registration-confirmed";
    let ticket = all["items"].as_array().unwrap().iter().find(mail).unwrap().clone();
    assert_eq!(
        ticket["languages"].as_array().unwrap().iter().map(|one| &one["own"]).collect::<Vec<_>>(),
        [&json!(false), &json!(true), &json!(false)]
    );

    let back = format!("{place}/go-back");
    let gone = send(&who, Method::POST, &back, "\"1\"", &json!({})).await.expect(200);
    assert_eq!((&gone.json()["words"], gone.header("etag")), (&ours.json()["words"], "\"2\""));
    let again = send(&who, Method::POST, &back, "\"2\"", &json!({ "to": 1 })).await.expect(200).json();
    assert_eq!(again["words"]["subject"], new["subject"]);
    let versions = who.get(&format!("{place}/versions")).await.expect(200).json();
    let numbers: Vec<_> = versions["items"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
    assert_eq!(numbers, [3, 2, 1]);
    assert_eq!(versions["items"][1]["words"], Value::Null, "that was a way back to ours");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_overwrites_words_that_she_has_not_seen() {
    let (site, who) = office().await;
    let place = site.at(TICKET);
    let new = retitled(&who.get(&place).await.expect(200).json(), "One");
    send(&who, Method::PUT, &place, "\"0\"", &new).await.expect(200);
    let late = send(&who, Method::PUT, &place, "\"0\"", &retitled(&json!({ "words": new }), "Two")).await;
    assert_eq!(late.expect(409).code(), "worded_meanwhile");
    let late = send(&who, Method::POST, &format!("{place}/go-back"), "\"0\"", &json!({})).await;
    assert_eq!(late.expect(409).code(), "worded_meanwhile");
    who.send(Method::PUT, &place, &new).await.expect(422);
    send(&who, Method::POST, &format!("{place}/go-back"), "\"1\"", &json!({ "to": 9 })).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_printed_is_refused_beside_its_field() {
    let (site, who) = office().await;
    let place = site.at(TICKET);
    let right = retitled(&who.get(&place).await.expect(200).json(), "Your ticket");
    for (field, text, code) in [
        ("text", "{nmae}", "blank_unknown"),
        ("subject", "{links.ticket}", "blank_unknown"),
        ("text", "", "required"),
    ] {
        let mut typed = right.clone();
        typed[field] = json!(text);
        let kept = send(&who, Method::PUT, &place, "\"0\"", &typed).await;
        let tried = who.send(Method::POST, &format!("{place}/preview"), &typed).await;
        for refused in [kept, tried] {
            let error = refused.expect(422).json()["errors"][0].clone();
            assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)), "{text}");
        }
    }
    assert_eq!(who.get(&place).await.expect(200).json()["version"], 0, "nothing was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_tried_on_a_mail_of_their_own_kind_alone() {
    let (site, who) = office().await;
    site.register("ada").await;
    site.app.run("UPDATE mail SET recipient_name = 'Ada Lovelace'").await;
    let mail: String = site.app.one("SELECT id::text FROM mail LIMIT 1").await;
    let template: String = site.app.one(&format!("SELECT template FROM mail WHERE id = '{mail}'")).await;
    let preview = async |template: &str| {
        let place = site.at(&format!("/mail-wordings/{template}/en"));
        let mut typed = who.get(&place).await.expect(200).json()["words"].clone();
        typed["text"] = json!(format!("Dear {{name}}.\n\n{}", typed["text"].as_str().unwrap()));
        typed["mail"] = json!(mail);
        who.send(Method::POST, &format!("{place}/preview"), &typed).await
    };
    assert!(
        preview(&template).await.expect(200).json()["text"].as_str().unwrap().contains("Dear Ada Lovelace.")
    );
    preview("co-speaker-invitation").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_that_let_somebody_in_say_what_they_say_everywhere() {
    let (site, who) = office().await;
    for template in ["sign-in", "invitation", "campaign-notice", "no-such-mail"] {
        who.get(&site.at(&format!("/mail-wordings/{template}/en"))).await.expect(404);
    }
    who.get(&site.at("/mail-wordings/registration-confirmed/tlh")).await.expect(404);
}
