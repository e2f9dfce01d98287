//! What an edition says in its mails, whom they do not reach, and who does without some of them.

use plenary::{
    accounts::{self, Role, proofs::System},
    keys::{Link, Purpose},
};
use serde_json::json;
use uuid::Uuid;

use super::attendee::take_with;
use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn communications_word_a_mail_and_a_reader_turns_a_kind_off() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let staff = app.with_role(Role::Communications, edition.id).await;
    let id = Uuid::now_v7();
    app.run(&format!(
        r#"INSERT INTO mail (id, edition_id, cause_kind, cause_id, template, recipient, lang, values, state, sent_at)
           VALUES ('{id}', '{}', 'test', '{id}', 'confirm-reminder', 'chan@example.org', 'zh-Hant', '{{}}', 'sent', now())"#,
        edition.id
    ))
    .await;
    app.run(&format!(
        "INSERT INTO suppression (id, address, reason, diagnostic, mail_id)
         VALUES (gen_random_uuid(), 'chan@example.org', 'bounced', '550 5.1.1 no such user', '{id}')"
    ))
    .await;
    let (keys, account) = (&app.app.keys, staff.account.id);
    let mut links = Vec::new();
    for _ in 0..3 {
        let made = async |tx: &mut _| accounts::one_time_link(tx, &System::shell(), keys, account).await;
        links.push(app.app.db.transaction(made).await.unwrap());
    }
    let token = keys.link_token(&Link { purpose: Purpose::Preferences, id, version: 1 });
    take_with("mails", &app, json!({ "links": links, "preferences": format!("/unsubscribe/{token}") })).await;
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail_wording").await, 1);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail_preference").await, 1);
}
