//! What is refused on an attendee's pages stands beside the form that it was typed into.

use plenary::{
    keys::Purpose,
    questions::{self, NewQuestion, QuestionFields},
    values::Email,
};
use serde_json::json;

use crate::support::{app::TestApp, editions::fields, page::Page};

const FORM: &str = "/en/2026/register";

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_keeps_what_she_typed() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    app.run("UPDATE registration_type SET closes_at = now() - interval '1 day'").await;
    let typed = [("type", "guest"), ("email", "chan@example.org"), ("name_latin", "Chan Tai Man")];
    let late = app.visitor().post(FORM, &typed).await.expect(409);
    assert_eq!(late.value_of("name_latin").as_deref(), Some("Chan Tai Man"));
    assert!(late.body.contains("data-summary"), "why stands above the form");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attendee_whose_details_were_corrected_meanwhile_keeps_what_she_typed() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let id = app.attendee(&edition, "guest", "Chan Tai Man").await;
    let hers = app.visitor();
    hers.get(&format!("/m/{}", app.link(Purpose::Manage, id).await)).await.expect(303);
    let page = hers.get("/en/2026/manage").await.expect(200);
    let hers = hers.carrying(page.value_of("_csrf").unwrap());
    let seen = page.value_of("version").unwrap();
    app.run("UPDATE registration SET version = version + 1").await;

    let change = |version| [("name_latin", "Chan Mei"), ("version", version)];
    let late = hers.post("/en/2026/manage/change", &change(&seen)).await.expect(409);
    assert_eq!(late.value_of("name_latin").as_deref(), Some("Chan Mei"));
    let newest = late.value_of("version").unwrap();
    hers.post("/en/2026/manage/change", &change(&newest)).await.expect(303);

    // The form of another address leaves the page's other form as it is stored.
    let refused = hers.post("/en/2026/manage/address", &[("email", "nowhere")]).await.expect(422);
    assert_eq!(refused.value_of("email").as_deref(), Some("nowhere"));
    assert_eq!(refused.value_of("name_latin").as_deref(), Some("Chan Mei"));
    app.run("UPDATE registration SET state = 'cancelled', holds = false, cancelled_at = now(), cancelled_reason = 'staff'")
        .await;
    let over = hers.post("/en/2026/manage/address", &[("email", "new@example.org")]).await.expect(409);
    assert!(over.body.contains("data-summary"), "{}", over.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_address_is_asked_for_again() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let refused = app.visitor().post("/en/2026/send-again", &[("email", "chan@")]).await.expect(422);
    assert_eq!(refused.value_of("email").as_deref(), Some("chan@"));
    assert!(refused.body.contains("id=\"e-email\""), "{}", refused.body);
}

/// How many characters the input or text area of this name takes.
fn longest(page: &Page, name: &str) -> usize {
    let field = page.body.split('<').find(|tag| tag.contains(&format!(" name=\"{name}\"")));
    let field = field.unwrap_or_else(|| panic!("no {name} in {}", page.body));
    field.split("maxlength=\"").nth(1).expect("a limit").split('"').next().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_input_takes_as_much_as_its_rule_and_no_more() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let who = app.organises(edition.id);
    for (slug, kind) in [("short", "short-text"), ("long", "long-text")] {
        let typed: QuestionFields = fields(json!({ "slug": slug, "kind": kind, "label": { "en": slug } }));
        let new = NewQuestion::try_from(&typed).unwrap();
        app.app.db.transaction(async |tx| questions::create(tx, &who, new).await).await.unwrap();
    }
    app.refresh().await;
    let form = app.visitor().get(FORM).await.expect(200);
    let names = ["name_latin", "name_title", "organisation", "job_title", "answers.short", "answers.long"];
    for name in names {
        let limit = longest(&form, name);
        for (length, fits) in [(limit, true), (limit + 1, false)] {
            let typed = "a".repeat(length);
            // The type is missing, so that nobody is registered.
            let refused = app.visitor().post(FORM, &[(name, typed.as_str())]).await.expect(422);
            let wrong = refused.body.contains(&format!("id=\"e-{name}\""));
            assert_eq!(wrong, !fits, "{length} characters in {name}");
        }
    }
    assert_eq!(longest(&form, "email"), Email::LONGEST);
}
