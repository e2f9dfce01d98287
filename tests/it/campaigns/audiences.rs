//! Whom each choice means.

use plenary::{campaigns, submissions::Decision};
use serde_json::{Value, json};

use super::desk::Office;
use crate::support::calls::call_fields;

/// The addresses that the audience has now, in order.
async fn meant(office: &Office, audience: Value) -> String {
    let id = office.draft("notice", audience).await;
    let mut conn = office.app.app.db.read().await.unwrap();
    let campaign = campaigns::campaign(&mut conn, &office.who, id).await.unwrap();
    let meant = (&campaign.audience, campaign.kind);
    let people = campaigns::people(&mut conn, &office.who, meant, ("", 50)).await.unwrap();
    let names = people.iter().map(|one| one.key.split('@').next().unwrap_or_default().to_owned());
    names.collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn people_who_registered_are_chosen_by_type_state_and_answer() {
    let office = Office::open().await;
    let pool = office.app.pool(office.edition.id, 5).await;
    let press = office.app.way(&office.edition, "press", &[pool]).await;
    office.app.attendee(&office.edition, "press", "Pam").await;
    office.app.run("UPDATE registration SET state = 'pending' WHERE name_latin = 'Bea'").await;
    let question: String = office
        .app
        .one(&format!(
            r#"INSERT INTO question (id, edition_id, slug, position, kind, label, choices, required, sensitive)
               VALUES (gen_random_uuid(), '{}', 'diet', 9, 'many', '{{"original": "en", "en": "Diet"}}',
                       '[{{"value": "vegan", "label": {{"original": "en", "en": "Vegan"}}}}]', false, false) RETURNING id::text"#,
            office.edition.id
        ))
        .await;
    office
        .app
        .run(&format!(
            r#"INSERT INTO answer (registration_id, question_id, value)
               SELECT id, '{question}', '["vegan"]' FROM registration WHERE name_latin IN ('Cho', 'Pam')"#
        ))
        .await;
    let of = |more: Value| {
        let mut audience = json!({ "of": "registrations", "states": ["confirmed"] });
        audience.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        audience
    };
    assert_eq!(meant(&office, of(json!({}))).await, "ada cho pam");
    assert_eq!(meant(&office, of(json!({ "states": ["pending"] }))).await, "bea");
    assert_eq!(meant(&office, of(json!({ "types": [press.to_string()] }))).await, "pam");
    assert_eq!(meant(&office, of(json!({ "answer": format!("{question}:vegan") }))).await, "cho pam");
}

#[tokio::test(flavor = "multi_thread")]
async fn speakers_are_chosen_by_how_far_they_have_come_and_written_to_through_their_contacts() {
    let office = Office::open().await;
    let (app, edition) = (&office.app, &office.edition);
    let call = app.call(edition, call_fields("talks")).await;
    for name in ["Sam", "Sue"] {
        let speaker = app.speaker(edition, name).await.id;
        let handed_in = app.submission(&call, edition, speaker).await;
        if name == "Sue" {
            app.told(edition, handed_in, Decision::Accepted).await;
        }
    }
    app.run("UPDATE submission SET answer = 'confirmed', answered_at = now(), answered_through = 'staff' WHERE told IS NOT NULL")
        .await;
    app.run("UPDATE speaker SET contact_email = 'office@example.org', contact_name = 'Office' WHERE name_latin = 'Sue'")
        .await;
    let of = |group: &str| json!({ "of": "speakers", "speakers": group });
    assert_eq!(meant(&office, of("applicants")).await, "office sam");
    assert_eq!(meant(&office, of("confirmed")).await, "office");
    assert_eq!(meant(&office, of("programme")).await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn judges_are_those_on_the_panels_of_this_edition() {
    let office = Office::open().await;
    let call = office.app.call(&office.edition, call_fields("talks")).await;
    let judge = office.app.person("judge").await.account.id;
    office.app.person("nobody").await;
    office
        .app
        .run(&format!("INSERT INTO reviewer (call_id, account_id) VALUES ('{}', '{judge}')", call.id))
        .await;
    assert_eq!(meant(&office, json!({ "of": "judges" })).await, "judge");
    assert_eq!(meant(&office, json!({ "of": "judges", "call": call.id.to_string() })).await, "judge");
}

#[tokio::test(flavor = "multi_thread")]
async fn companies_are_chosen_by_what_they_were_told_and_never_by_what_they_were_not() {
    let office = Office::open().await;
    let (app, edition) = (&office.app, &office.edition);
    let founder = app.person("founder").await;
    let company = app.company(&founder).await;
    let call = app.demo_call(edition).await;
    let demo = app.demo(&app.member(&founder, &company).await, &call).await;
    let of = |group: &str| json!({ "of": "companies", "companies": group });
    assert_eq!(meant(&office, of("applied")).await, "", "a draft is nobody's business");
    app.run(&format!("UPDATE submission SET lifecycle = 'submitted', submitted_at = now(), title = '{{\"original\": \"en\", \"en\": \"Robots\"}}', decision = 'declined' WHERE id = '{demo}'"))
        .await;
    assert_eq!(meant(&office, of("applied")).await, "founder");
    assert_eq!(meant(&office, of("untold")).await, "founder");
    assert_eq!(meant(&office, of("declined")).await, "", "decided and not told");
    app.run(&format!("UPDATE submission SET told = 'declined', told_at = now() WHERE id = '{demo}'")).await;
    assert_eq!(meant(&office, of("declined")).await, "founder");
    assert_eq!(meant(&office, of("confirmed")).await, "");
}
