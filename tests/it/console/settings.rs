//! Texts, partners, consents, publication.

use plenary::editions::Edition;

use crate::support::{app::TestApp, page::Page};

/// What the settings' form holds, as a browser would send it.
fn filled(page: &Page) -> Vec<(String, String)> {
    const INPUTS: [&str; 17] = [
        "_version",
        "name.en",
        "name.zh-Hant",
        "name.zh-Hans",
        "venue_name.en",
        "slug",
        "number",
        "zone",
        "starts_at",
        "ends_at",
        "contact_email",
        "offer_hours",
        "offers_end_at",
        "reminder_days",
        "thanks_days",
        "mail_kept_days",
        "tagline.en",
    ];
    let held = |name: &str| Some((name.to_owned(), page.value_of(name)?));
    INPUTS.into_iter().filter_map(held).collect()
}

/// The same with one of them changed.
fn with<'a>(held: &'a [(String, String)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = held.iter().filter(|(other, _)| other != name);
    others.map(|(name, value)| (name.as_str(), value.as_str())).chain([(name, value)]).collect()
}

async fn start() -> (TestApp, Edition) {
    let app = TestApp::start().await;
    let draft = app.draft("2026").await;
    (app, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_saves_second_sees_what_the_first_wrote_and_loses_nothing() {
    let (app, edition) = start().await;
    let organiser = app.organiser(edition.id).await;
    let page = organiser.get("/console/2026/settings").await.expect(200);
    let held = filled(&page);
    let first = organiser.post("/console/2026/settings", &with(&held, "tagline.en", "Two cities")).await;
    assert_eq!(first.expect(303).location(), "/console/2026/settings?done=saved");
    let second =
        organiser.post("/console/2026/settings", &with(&held, "tagline.en", "One sea")).await.expect(409);
    assert_eq!(second.value_of("tagline.en").as_deref(), Some("One sea"), "what was typed stays");
    assert!(second.says("Two cities"), "what was written meanwhile is shown");
    let again = filled(&second);
    let saved = organiser.post("/console/2026/settings", &with(&again, "tagline.en", "One sea")).await;
    saved.expect(303);
    assert!(organiser.get("/console/2026/settings").await.body.contains("One sea"));
}

#[tokio::test(flavor = "multi_thread")]
async fn publication_says_what_it_lacks_and_where_to_write_it() {
    let (app, edition) = start().await;
    let organiser = app.organiser(edition.id).await;
    let held = filled(&organiser.get("/console/2026/settings").await);
    organiser.post("/console/2026/settings", &with(&held, "venue_name.en", "")).await.expect(303);
    let refused = organiser.post("/console/2026/settings/publish", &[]).await.expect(422);
    assert!(refused.addresses().contains(&"/console/2026/settings#f-venue_name".to_owned()));
    app.visitor().get("/en/2026").await.expect(404);
    let held = filled(&organiser.get("/console/2026/settings").await);
    organiser.post("/console/2026/settings", &with(&held, "venue_name.en", "The Hall")).await.expect(303);
    organiser.post("/console/2026/settings/publish", &[]).await.expect(303);
    app.visitor().get("/en/2026").await.expect(200);
    let twice = organiser.post("/console/2026/settings/publish", &[]).await.expect(409);
    assert!(twice.says("already published"));
    organiser.post("/console/2026/settings/archive", &[]).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_lacks_a_language_leads_to_its_own_form() {
    let (app, edition) = start().await;
    let organiser = app.organiser(edition.id).await;
    let made = organiser
        .post("/console/2026/settings/partners/new", &[("kind", "host"), ("name.en", "Harbour")])
        .await;
    let (_, row) =
        made.expect(303).location().split_once("#row-").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let report = organiser.get("/console/2026/settings/languages").await.expect(200);
    let form = format!("/console/2026/settings/partners/{row}");
    assert!(report.addresses().contains(&form), "{:?}", report.addresses());
    assert_eq!(organiser.get(&form).await.expect(200).value_of("name.en").as_deref(), Some("Harbour"));
}

#[tokio::test(flavor = "multi_thread")]
async fn partners_stand_in_the_order_of_protocol() {
    let (app, edition) = start().await;
    let organiser = app.organiser(edition.id).await;
    let mut rows = Vec::new();
    for name in ["Harbour", "Alpha"] {
        let fields = [("kind", "host"), ("name.en", name)];
        let made = organiser.post("/console/2026/settings/partners/new", &fields).await.expect(303);
        rows.push(made.location().rsplit("#row-").next().unwrap().to_owned());
    }
    let order = async || {
        let body = organiser.get("/console/2026/settings/partners").await.expect(200).body;
        body.find("Harbour").unwrap() < body.find("Alpha").unwrap()
    };
    assert!(order().await, "as they were added, not by the alphabet");
    let up = [("id", rows[1].as_str()), ("move", "up")];
    organiser.post("/console/2026/settings/partners/order", &up).await.expect(303);
    assert!(!order().await);
    organiser.post(&format!("/console/2026/settings/partners/{}/remove", rows[1]), &[]).await.expect(303);
    assert!(!organiser.get("/console/2026/settings/partners").await.says("Alpha"));
}

#[tokio::test(flavor = "multi_thread")]
async fn marketing_is_never_a_condition() {
    let (app, edition) = start().await;
    let organiser = app.organiser(edition.id).await;
    let path = |kind: &str| format!("/console/2026/settings/consent-texts/{kind}");
    let fields = [("body.en", "News by mail"), ("required", "yes")];
    organiser.post(&path("marketing"), &fields).await.expect(422);
    organiser.post(&path("transfer"), &fields).await.expect(303);
    let list = organiser.get("/console/2026/settings/consent-texts").await.expect(200);
    assert!(list.says("News by mail Must be agreed to"), "{}", list.body);
    organiser.get(&path("cookies")).await.expect(404);
}
