//! A company by API: made, shared, applying, answered; and what staff see of it.

use plenary::{accounts::proofs::System, registrations, submissions::Decision};
use reqwest::{Method, header::CONTENT_TYPE};
use serde_json::{Value, json};

use super::{Site, act};
use crate::support::{client::Client, editions::trilingual, page::Page};

const DECK: &str = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

/// A founder's program, the address of her company, and an open call for demos.
async fn founded(site: &Site) -> (Client, String, Value) {
    let mei = site.app.person("mei").await;
    let (_, program) = site.app.token(&mei, &["own:write"], None).await;
    let company = json!({ "name": { "zh-Hant": "海港機械人" }, "city": "香港", "region": "hong-kong" });
    let made = program.send(Method::POST, "/api/v1/companies", &company).await.expect(201).json();
    let call = site.app.demo_call(&site.edition).await;
    (program, format!("/api/v1/companies/{}", made["id"].as_str().unwrap()), json!(call.id.to_string()))
}

/// An application that was begun, and its address.
async fn begun(program: &Client, company: &str, call: &Value) -> String {
    let begin = json!({ "edition": "2026", "call": call });
    let of_company = format!("{company}/applications");
    let begun = program.send(Method::POST, &of_company, &begin).await.expect(201);
    assert_eq!(begun.json()["next"], "submit");
    format!("{of_company}/{}", begun.json()["id"].as_str().unwrap())
}

fn whole() -> Value {
    let text = trilingual("Arm", "機械臂", "机械臂");
    json!({
        "application": { "title": text, "summary": text, "spoken": ["yue"], "session_type": "talk" },
        "demo": { "product": text, "novelty": text, "team": text, "watts": 1200 },
    })
}

async fn deck(program: &Client, application: &str, bytes: &'static str) -> Page {
    let request = program.request(Method::PUT, &format!("{application}/deck?name=plan.pdf"));
    Page::of(request.header(CONTENT_TYPE, "application/pdf").body(bytes)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founders_program_does_what_her_pages_do() {
    let site = Site::open().await;
    let (program, company, call) = founded(&site).await;
    let colleague = json!({ "email": "lau@example.org", "lang": "zh-Hans" });
    let invitations = format!("{company}/invitations");
    let asked = program.send(Method::POST, &invitations, &colleague).await.expect(201).json();
    assert_eq!(program.get(&invitations).await.expect(200).json()["items"][0], asked);
    let one = format!("{invitations}/{}", asked["id"].as_str().unwrap());
    program.send(Method::DELETE, &one, &json!({})).await.expect(204);
    assert_eq!(program.get(&format!("{company}/members")).await.json()["items"].as_array().unwrap().len(), 1);
    assert_eq!(act(&program, &format!("{company}/leave")).await.expect(409).code(), "company_last_member");

    let application = begun(&program, &company, &call).await;
    let lacking = act(&program, &format!("{application}/submit")).await.expect(422).json();
    assert!(lacking["errors"].as_array().unwrap().iter().any(|one| one["field"] == "deck"), "{lacking}");
    let saved = program.send(Method::PUT, &application, &whole()).await.expect(200).json();
    assert_eq!((&saved["demo"]["watts"], &saved["eligibility"]), (&json!(1200), &Value::Null));
    assert_eq!(deck(&program, &application, "no document").await.expect(422).status, 422);
    let sent = deck(&program, &application, DECK).await.expect(200).json();
    assert_eq!((&sent["kind"], &sent["name"]), (&json!("deck"), &json!("plan.pdf")));
    let file = format!("{application}/files/{}", sent["id"].as_str().unwrap());
    assert_eq!(program.get(&file).await.expect(200).body, DECK);
    let handed_in = act(&program, &format!("{application}/submit")).await.expect(200).json();
    assert_eq!(handed_in["next"], "await-decision");
    let shown = program.get(&application).await.expect(200).json();
    assert_eq!((&shown["files"][0], &shown["application"]), (&sent, &handed_in));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_elses_token_finds_it_and_no_role_stands_in() {
    let site = Site::open().await;
    let (program, company, call) = founded(&site).await;
    let application = begun(&program, &company, &call).await;
    let sent = deck(&program, &application, DECK).await.expect(200).json();
    let file = format!("{application}/files/{}", sent["id"].as_str().unwrap());
    let eve = site.app.person("eve").await;
    let (_, other) = site.app.token(&eve, &["own:write"], None).await;
    let (_, chair) = site.app.token(&site.admin, &["admin:write"], None).await;
    let (_, bound) = site.app.token(&site.admin, &["own:write"], Some(site.edition.id)).await;
    for path in [&company, &application, &file, &format!("{application}/passes")] {
        other.get(path).await.expect(404);
        chair.get(path).await.expect(403);
        bound.get(path).await.expect(403);
        site.app.visitor().get(path).await.expect(401);
    }
    let (_, reads) = site.app.token(&eve, &["own:read"], None).await;
    reads.get("/api/v1/companies").await.expect(200);
    reads.send(Method::POST, "/api/v1/companies", &json!({})).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_check_it_and_the_company_replies_once() {
    let site = Site::open().await;
    let (program, company, call) = founded(&site).await;
    let application = begun(&program, &company, &call).await;
    program.send(Method::PUT, &application, &whole()).await.expect(200);
    deck(&program, &application, DECK).await.expect(200);
    act(&program, &format!("{application}/submit")).await.expect(200);
    let id = application.rsplit('/').next().unwrap();
    let theirs = site.read("/companies").await;
    assert_eq!(theirs["items"][0]["name"]["zh-Hant"], "海港機械人");
    assert_eq!(
        site.read(&format!("/submissions/{id}")).await["submission"]["company"],
        theirs["items"][0]["id"]
    );
    let check = site.at(&format!("/submissions/{id}/eligibility"));
    assert_eq!(site.program.get(&check).await.expect(200).json()["eligibility"], Value::Null);
    site.program.send(Method::PUT, &check, &json!({ "eligible": "no" })).await.expect(422);
    let failed = json!({ "eligible": "no", "reason": "No robot in it." });
    let found = site.program.send(Method::PUT, &check, &failed).await.expect(200).json();
    assert_eq!(found["eligibility"]["passed"], false);
    let reply = format!("{application}/reply");
    program.send(Method::POST, &reply, &json!({ "reply": "" })).await.expect(422);
    program.send(Method::POST, &reply, &json!({ "reply": "There is one." })).await.expect(200);
    program.send(Method::POST, &reply, &json!({ "reply": "And two." })).await.expect(409);
    assert_eq!(site.program.get(&check).await.json()["eligibility"]["reply"], "There is one.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_company_hands_its_passes_out() {
    let site = Site::open().await;
    let (program, company, call) = founded(&site).await;
    let application = begun(&program, &company, &call).await;
    program.send(Method::PUT, &application, &whole()).await.expect(200);
    deck(&program, &application, DECK).await.expect(200);
    act(&program, &format!("{application}/submit")).await.expect(200);
    let id = application.rsplit('/').next().unwrap();
    let rule = site.at(&format!("/calls/{}/passes", call.as_str().unwrap()));
    site.program.send(Method::PUT, &rule, &json!({ "type": "nothing", "places": 2 })).await.expect(422);
    site.program.send(Method::PUT, &rule, &json!({ "type": "delegate", "places": 2 })).await.expect(200);
    site.app.told(&site.edition, id.parse().unwrap(), Decision::Accepted).await;
    let answer = format!("{application}/answer");
    program.send(Method::POST, &answer, &json!({})).await.expect(422);
    let confirmed = program.send(Method::POST, &answer, &json!({ "comes": true })).await.expect(200).json();
    assert_eq!(confirmed["next"], "prepare");
    let give = site.app.app.db.transaction(async |tx| registrations::grant_passes(tx, &System::duty()).await);
    assert_eq!(give.await.unwrap(), 2);

    let passes = format!("{application}/passes");
    let to = json!({ "name": "Bob", "email": "bob@example.org", "lang": "en" });
    let sent = program.send(Method::POST, &passes, &to).await.expect(201).json();
    assert_eq!((&sent["state"], &sent["number"]), (&json!("sent"), &json!(1)));
    assert_eq!(program.send(Method::POST, &passes, &to).await.expect(422).status, 422);
    let listed = program.get(&passes).await.expect(200).json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
    let take_back = format!("{passes}/{}/take-back", sent["id"].as_str().unwrap());
    program.send(Method::POST, &take_back, &json!({ "seen": "claimed" })).await.expect(409);
    program.send(Method::POST, &take_back, &json!({ "seen": "sent" })).await.expect(204);
    let own = site.at(&format!("/submissions/{id}/passes"));
    let counted = site.program.send(Method::PUT, &own, &json!({ "places": 5 })).await.expect(200).json();
    assert_eq!(
        (&counted["companies"][0]["places"], &counted["companies"][0]["free"]),
        (&json!(5), &json!(2))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_sends_reads_and_removes_the_companys_logo() {
    let site = Site::open().await;
    let (program, company, _) = founded(&site).await;
    let logo = format!("{company}/logo");
    program.get(&logo).await.expect(404);
    let send = async |name: &str, bytes: Vec<u8>| {
        let request = program.request(Method::PUT, &format!("{logo}?name={name}"));
        Page::of(request.header(CONTENT_TYPE, "image/png").body(bytes)).await
    };
    let refused = send("logo.png", DECK.into()).await.expect(422).json();
    assert_eq!(refused["errors"][0]["field"], "logo", "{refused}");
    let picture = plenary::formats::qr::png("a logo").unwrap();
    let sent = send("logo.png", picture.clone()).await.expect(200).json();
    assert_eq!(
        (&sent["name"], &sent["media_type"]),
        (&json!("logo.png.jpg"), &json!("image/jpeg")),
        "redrawn"
    );
    assert_eq!(program.get(&logo).await.expect(200).header("content-type"), "image/jpeg");
    let again = send("new.png", picture).await.expect(200).json();
    assert_ne!(again["id"], sent["id"], "another logo is another file");
    assert_eq!(site.app.one::<i64>("SELECT count(*) FROM file WHERE owner_kind = 'company'").await, 1);
    for _ in 0..2 {
        program.send(Method::DELETE, &logo, &json!({})).await.expect(204);
    }
    program.get(&logo).await.expect(404);
}
