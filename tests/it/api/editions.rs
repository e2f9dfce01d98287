//! Opening an edition by program.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, act, person};
use crate::support::page::Page;

fn edition(slug: &str) -> Value {
    json!({
        "slug": slug, "number": 4, "zone": "Asia/Hong_Kong", "name": { "en": "Fourth forum" },
        "venue_name": { "en": "The Hall", "zh-Hant": "會堂" }, "contact_email": "forum@example.org",
        "starts_at": "2099-11-20T09:30", "ends_at": "2099-11-20T18:00", "offer_hours": 24,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_staffs_until_it_is_published() {
    let site = Site::open().await;
    let (program, visitor) = (&site.program, site.app.visitor());
    let made = program.send(Method::POST, "/api/v1/editions", &edition("2099")).await.expect(201);
    assert_eq!(made.location(), "/api/v1/editions/2099");
    assert_eq!(made.json()["starts_at"], "2099-11-20T01:30:00Z");
    visitor.get("/api/v1/editions/2099").await.expect(404);
    assert_eq!(program.get("/api/v1/editions/2099").await.expect(200).json()["state"], "draft");

    let missing = act(program, "/api/v1/editions/2099/publish").await.expect(422).json();
    assert_eq!(missing["errors"][0]["field"], "consent_texts.collection");
    let statement = json!({ "body": { "en": "Why we ask" } });
    let at = "/api/v1/editions/2099/consent-texts/collection";
    program.send(Method::PUT, at, &statement).await.expect(204);
    act(program, "/api/v1/editions/2099/publish").await.expect(200);
    assert_eq!(visitor.get("/api/v1/editions/2099").await.expect(200).json()["state"], "published");
    let asked = visitor.get("/api/v1/editions/2099/consent-texts").await.expect(200).json();
    assert_eq!(asked["items"][0]["body"]["en"], "Why we ask");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_shows_drafts_to_those_who_may_see_them() {
    let site = Site::open().await;
    site.program.send(Method::POST, "/api/v1/editions", &edition("2099")).await.expect(201);
    let organiser = site.app.organiser(site.edition.id).await;
    let (_, narrow) = site.app.token(&organiser, &["organiser:read"], None).await;
    for (who, slugs) in
        [(&site.app.visitor(), vec!["2026"]), (&narrow, vec!["2026"]), (&site.program, vec!["2099", "2026"])]
    {
        let list = who.get("/api/v1/editions").await.expect(200).json();
        let seen: Vec<&str> =
            list["items"].as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap()).collect();
        assert_eq!(seen, slugs);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_overwrites_what_they_have_not_seen() {
    let site = Site::open().await;
    let seen = site.program.get(&site.at("")).await.expect(200).header("etag").to_owned();
    let mut details = edition("2026");
    details["name"]["zh-Hant"] = json!("第四屆論壇");
    let put = |tag: Option<String>| {
        let request = site.program.request(Method::PUT, &site.at("")).json(&details);
        Page::of(tag.into_iter().fold(request, |request, tag| request.header("if-match", tag)))
    };
    let changed = put(Some(seen.clone())).await.expect(200);
    assert_eq!(changed.json()["name"]["zh-Hant"], "第四屆論壇");
    assert_ne!(changed.header("etag"), seen);
    assert_eq!(put(Some(seen)).await.expect(409).code(), "edited_meanwhile");
    assert_eq!(put(None).await.expect(422).json()["errors"][0]["field"], "If-Match");
    assert_eq!(put(Some("7".to_owned())).await.expect(422).json()["errors"][0]["code"], "if_match_invalid");
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_are_made_changed_put_in_order_and_removed() {
    let site = Site::open().await;
    let track = |slug: &str| json!({ "slug": slug, "name": { "en": slug }, "colour": "#1f4e79" });
    let robots = site.post("/tracks", &track("robotics")).await;
    let medicine = site.post("/tracks", &track("biomedicine")).await;
    let order = json!({ "ids": [medicine["id"], robots["id"]] });
    site.program.send(Method::POST, &site.at("/tracks/reorder"), &order).await.expect(204);

    let one = site.at(&format!("/tracks/{}", robots["id"].as_str().unwrap()));
    let mut named = track("robotics");
    named["name"]["zh-Hans"] = json!("机器人");
    let changed = site.program.send(Method::PUT, &one, &named).await.expect(200).json();
    assert_eq!(changed["name"]["zh-Hans"], "机器人");
    let list = site.app.visitor().get(&site.at("/tracks")).await.expect(200).json();
    assert_eq!([&list["items"][0]["slug"], &list["items"][1]["slug"]], ["biomedicine", "robotics"]);

    Page::of(site.program.request(Method::DELETE, &one)).await.expect(204);
    assert_eq!(site.read("/tracks").await["items"].as_array().unwrap().len(), 1);
    let missing = site.read("/missing-texts").await;
    assert!(missing["items"].as_array().unwrap().iter().any(|text| text["kind"] == "track"), "{missing}");
}

#[tokio::test(flavor = "multi_thread")]
async fn capacity_never_goes_below_what_is_taken() {
    let site = Site::open().await;
    let pool = site.post("/capacity-pools", &json!({ "name": { "en": "Hall" }, "capacity": 1 })).await;
    let way = json!({ "slug": "guest", "name": { "en": "Guest" }, "pools": [pool["id"]] });
    site.post("/registration-types", &way).await;
    let mut guest = super::person("guest");
    guest["type"] = json!("guest");
    assert_eq!(site.post("/registrations", &guest).await["state"], "confirmed");

    let at = site.at(&format!("/capacity-pools/{}", pool["id"].as_str().unwrap()));
    let less = json!({ "name": { "en": "Hall" }, "capacity": 0 });
    let refused = site.program.send(Method::PUT, &at, &less).await.expect(422).json();
    assert_eq!(refused["errors"][0]["code"], "capacity_below_taken");
    Page::of(site.program.request(Method::DELETE, &at)).await.expect(409);
    let types = site.app.visitor().get(&site.at("/registration-types")).await.expect(200).json();
    assert_eq!(types["items"][0]["availability"]["state"], "places");
    assert_eq!(types["items"][1]["availability"]["state"], "waiting-list");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_is_cloned_as_the_preview_said_and_once() {
    let site = Site::open().await;
    let (preview, clone) = (site.at("/clone/preview"), site.at("/clone"));
    let modules = json!(["tracks", "pools", "types"]);
    site.post("/tracks", &json!({ "slug": "robotics", "name": { "en": "Robotics" }, "colour": "#1f4e79" }))
        .await;
    let shown =
        site.program.send(Method::POST, &preview, &json!({ "modules": modules })).await.expect(200).json();
    let coming = shown["modules"].as_array().unwrap();
    let tracks = coming.iter().find(|module| module["module"] == "tracks").unwrap();
    assert_eq!((&tracks["count"], &tracks["chosen"]), (&json!(1), &json!(true)));
    assert_eq!(shown["number"], 4);

    let body = json!({ "slug": "next", "number": 4, "name": { "en": "Next" }, "modules": modules });
    let send = async || {
        let request = site.program.request(Method::POST, &clone).header("idempotency-key", "k").json(&body);
        Page::of(request).await.expect(201).json()
    };
    let made = send().await;
    assert_eq!(made["starts_at"], shown["dates"][0]["new"]);
    assert_eq!(send().await["id"], made["id"]);
    let tracks = site.program.get("/api/v1/editions/next/tracks").await.expect(200).json();
    assert_eq!(tracks["items"][0]["slug"], "robotics");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_needs_doing_is_told_with_how_much_of_it_there_is() {
    let site = Site::open().await;
    let way = json!({ "slug": "press", "name": { "en": "Press" }, "needs_approval": true });
    site.post("/registration-types", &way).await;
    let to_do = async || site.read("/today").await["items"].as_array().unwrap().clone();
    let approve = |count: u32| json!({ "doing": "approve", "count": count });
    assert!(to_do().await.iter().all(|one| one["doing"] != "approve"), "nobody waits yet");
    for name in ["ada", "bob"] {
        let mut guest = person(name);
        guest["type"] = json!("press");
        site.post("/registrations", &guest).await;
    }
    assert_eq!(to_do().await[0], approve(2), "the most pressing first");
}
