//! Registering and deciding, by program.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, act, person};
use crate::support::page::Page;

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_told_the_same_for_a_new_and_a_known_address() {
    let site = Site::open().await;
    let visitor = site.app.visitor();
    let send =
        async |body: &Value| visitor.send(Method::POST, &site.at("/registrations"), body).await.expect(202);
    let (new, known) = (send(&person("chan")).await, send(&person("chan")).await);
    assert_eq!(new.body, known.body);
    assert_eq!(new.json(), json!({ "received": "chan@example.org" }));
    assert_eq!(site.read("/registrations").await["items"].as_array().unwrap().len(), 1);
    let again = json!({ "email": "nobody@example.org" });
    visitor.send(Method::POST, &site.at("/registrations/send-again"), &again).await.expect(202);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_shown_the_registration_and_that_she_was_known() {
    let site = Site::open().await;
    let path = site.at("/registrations?lang=zh-Hant");
    let made = site.program.send(Method::POST, &path, &person("chan")).await.expect(201);
    assert_eq!((&made.json()["state"], &made.json()["lang"]), (&json!("confirmed"), &json!("zh-Hant")));
    let shown = site.program.get(made.location()).await.expect(200).json();
    assert_eq!(shown["registration"], made.json());
    let again = site.program.send(Method::POST, &path, &person("chan")).await.expect(200);
    assert_eq!(again.json(), made.json());
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_in_either_script_a_page_at_a_time() {
    let site = Site::open().await;
    for (name, han) in [("zhang", "張偉"), ("chan", "陳大文"), ("cheung", "张伟")] {
        let mut person = person(name);
        person["name_han"] = json!(han);
        site.post("/registrations", &person).await;
    }
    let names = |list: &Value| -> Vec<String> {
        let rows = list["items"].as_array().unwrap();
        rows.iter().map(|row| row["name_latin"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&site.read("/registrations?q=张").await), ["cheung", "zhang"]);
    assert_eq!(names(&site.read("/registrations?q=ch&state=confirmed").await), ["cheung", "chan"]);
    assert!(names(&site.read("/registrations?state=pending").await).is_empty());

    let first = site.read("/registrations?limit=2").await;
    let cursor = first["next"].as_str().unwrap();
    let second = site.read(&format!("/registrations?limit=2&cursor={cursor}")).await;
    assert_eq!([names(&first), names(&second)].concat(), ["cheung", "chan", "zhang"]);
    assert_eq!(second["next"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_approves_declines_corrects_and_cancels() {
    let site = Site::open().await;
    let way = json!({ "slug": "press", "name": { "en": "Press" }, "needs_approval": true });
    site.post("/registration-types", &way).await;
    let mut ids = Vec::new();
    for name in ["approved", "declined"] {
        let mut person = person(name);
        person["type"] = json!("press");
        let pending = site.post("/registrations", &person).await;
        assert_eq!(pending["state"], "pending");
        ids.push(pending["id"].as_str().unwrap().to_owned());
    }
    assert_eq!(site.act(&format!("/registrations/{}/approve", ids[0])).await["state"], "confirmed");
    assert_eq!(site.act(&format!("/registrations/{}/decline", ids[1])).await["cancelled_reason"], "declined");
    let twice = act(&site.program, &site.at(&format!("/registrations/{}/approve", ids[0]))).await.expect(409);
    assert_eq!(twice.code(), "registration_not_pending");
    site.act(&format!("/registrations/{}/resend-ticket", ids[0])).await;

    let one = site.at(&format!("/registrations/{}", ids[0]));
    let details = json!({ "name_han": "陳大文", "job_title": "Editor", "version": 1 });
    assert_eq!(site.program.send(Method::PUT, &one, &details).await.expect(409).code(), "edited_meanwhile");
    let details = json!({ "name_han": "陳大文", "job_title": "Editor" });
    let corrected = site.program.send(Method::PUT, &one, &details).await.expect(200).json();
    assert_eq!((&corrected["name_latin"], &corrected["job_title"]), (&Value::Null, &json!("Editor")));

    let written = async |template: &str| {
        let mails = site.read(&format!("/mails?template={template}")).await;
        let mails = mails["items"].as_array().unwrap();
        mails.iter().map(|mail| mail["recipient"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(written("registration-pending").await, ["declined@example.org", "approved@example.org"]);
    assert_eq!(written("registration-changed").await, ["approved@example.org"]);
    let counts = site.read("/mails/counts").await;
    assert_eq!(counts["items"][0]["state"], "queued");

    let history = site.read(&format!("/registrations/{}/history", ids[0])).await;
    let actions: Vec<&Value> =
        history["items"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
    assert!(actions.contains(&&json!("registration.approve")), "{actions:?}");
    assert_eq!(site.act(&format!("/registrations/{}/cancel", ids[0])).await["cancelled_reason"], "staff");
    act(&site.program, &site.at(&format!("/registrations/{}/erase", ids[0]))).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_answers_are_named_by_their_question_in_a_correction_too() {
    let site = Site::open().await;
    site.post("/questions", &json!({ "slug": "homepage", "kind": "url", "label": { "en": "Home page" } }))
        .await;
    let id = site.register("chan").await["id"].as_str().unwrap().to_owned();
    let details = json!({ "name_latin": "Chan", "answers": { "homepage": "javascript:alert(1)" } });
    let one = site.at(&format!("/registrations/{id}"));
    let refused = site.program.send(Method::PUT, &one, &details).await.expect(422).json();
    assert_eq!(refused["errors"][0]["field"], "answers.homepage");
}

#[tokio::test(flavor = "multi_thread")]
async fn sensitive_answers_are_for_organisers() {
    let site = Site::open().await;
    let diet = json!({ "slug": "diet", "kind": "short-text", "label": { "en": "Diet" }, "sensitive": true });
    site.post("/questions", &diet).await;
    let mut chan = person("chan");
    chan["answers"] = json!({ "diet": "no nuts" });
    let id = site.post("/registrations", &chan).await["id"].as_str().unwrap().to_owned();
    let one = site.at(&format!("/registrations/{id}"));
    let organiser = site.app.organiser(site.edition.id).await;
    let (_, desk) = site.app.token(&organiser, &["desk:read"], None).await;
    assert_eq!(site.program.get(&one).await.expect(200).json()["answers"]["diet"], "no nuts");
    assert_eq!(desk.get(&one).await.expect(200).json()["answers"], json!({}));
    assert!(
        !site.program.get(&site.at("/registrations/export.csv")).await.expect(200).body.contains("no nuts")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_numbers_and_the_export_are_of_this_edition() {
    let site = Site::open().await;
    site.register("chan").await;
    let counts = site.read("/counts").await;
    assert_eq!(
        (&counts["standing"][0]["state"], &counts["standing"][0]["count"]),
        (&json!("confirmed"), &json!(1))
    );
    let file = site.program.get(&site.at("/registrations/export.csv?lang=zh-Hans")).await.expect(200);
    assert!(file.header("content-disposition").contains("registrations-2026.csv"));
    assert!(file.body.starts_with('\u{feff}') && file.body.contains("chan@example.org"), "{}", file.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_invited_seen_and_sent_away() {
    let site = Site::open().await;
    let invite = json!({ "email": "new@example.org", "name": "New", "lang": "zh-Hant", "role": "desk" });
    let sent = site.post("/invitations", &invite).await;
    assert_eq!(sent["state"], "open");
    let at = site.at(&format!("/invitations/{}", sent["id"].as_str().unwrap()));
    Page::of(site.program.request(Method::DELETE, &at)).await.expect(204);

    let desk = site.app.with_role(plenary::accounts::Role::Desk, site.edition.id).await;
    let grant = json!({ "account_id": desk.account.id, "role": "observer" });
    let granted = site.post("/roles", &grant).await;
    let staff = site.read("/roles").await;
    let roles = staff["items"][0]["roles"].as_array().unwrap();
    assert!(roles.iter().any(|role| role["role"] == "observer"), "{staff}");
    let at = site.at(&format!("/roles/{}", granted["id"].as_str().unwrap()));
    Page::of(site.program.request(Method::DELETE, &at)).await.expect(204);
    let trail = site.program.get("/api/v1/audit-entries?action=role.withdraw").await.expect(200).json();
    assert_eq!(trail["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn her_mail_is_seen_held_back_and_tried_again() {
    let site = Site::open().await;
    for name in ["chan", "wong"] {
        site.register(name).await;
    }
    let first = site.read("/mails?limit=1").await;
    assert_eq!(first["items"][0]["recipient"], "wong@example.org");
    let next = first["next"].as_str().unwrap();
    let mail = site.read(&format!("/mails?limit=1&cursor={next}")).await["items"][0].clone();
    assert_eq!((&mail["recipient"], &mail["state"]), (&json!("chan@example.org"), &json!("queued")));
    let at = |act: &str| format!("/mails/{}/{act}", mail["id"].as_str().unwrap());
    assert_eq!(site.act(&at("cancel")).await["mail"]["state"], "suppressed");
    assert_eq!(site.read("/mails?state=suppressed").await["items"].as_array().unwrap().len(), 1);
    assert_eq!(site.act(&at("retry")).await["mail"]["state"], "queued");
}
