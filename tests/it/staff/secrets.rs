//! Whoever writes mails for an edition reads none of the secrets in them, through whichever door.

use plenary::accounts::Role;
use serde_json::json;

use super::deliver;
use crate::support::app::TestApp;

const WORDS: &str = "{links.manage} {links.ticket|link(\"ticket\")}\n\n{button}\n\n{ticket}";

#[tokio::test(flavor = "multi_thread")]
async fn communications_see_no_live_link_through_any_door() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let pool = app.pool(edition.id, 5).await;
    app.way(&edition, "guest", &[pool]).await;
    app.attendee(&edition, "guest", "Ada Lovelace").await;
    deliver(&app).await;
    let links: Vec<_> = app.mails().await.into_iter().flat_map(|mail| mail.links.into_values()).collect();
    let secrets: Vec<String> = links.iter().map(|link| app.app.keys.link_token(link)).collect();
    assert!(secrets.len() > 1, "her mail leads to her registration and to her ticket");
    let mail = app.one::<String>("SELECT id::text FROM mail").await;
    let them = app.with_role(Role::Communications, edition.id).await;
    let (_, program) =
        app.token(&them, &["communications:read", "communications:write"], Some(edition.id)).await;

    let words = "mails/wording/registration-confirmed/en";
    let mut seen = Vec::new();
    let home = "mails?template=registration-confirmed".to_owned();
    let letter = format!("mails/{mail}");
    for door in
        [home, letter.clone(), format!("{letter}/preview"), words.to_owned(), format!("{words}/preview")]
    {
        seen.push(them.get(&format!("/console/2026/{door}")).await.expect(200).body);
    }
    let typed = [("subject", "Hello"), ("heading", ""), ("text", WORDS), ("row", &mail)];
    seen.push(them.post(&format!("/console/2026/{words}/preview"), &typed).await.expect(200).body);
    assert!(seen.last().unwrap().contains("Ada Lovelace"), "her own mail was printed in other words");
    them.post(&format!("/console/2026/{words}/test"), &typed).await.expect(200);

    let api = "/api/v1/editions/2026";
    for door in ["mails", &letter, "mail-wordings/registration-confirmed/en/preview"] {
        seen.push(program.get(&format!("{api}/{door}")).await.expect(200).body);
    }
    let typed = json!({ "subject": "Hello", "heading": "", "text": WORDS, "mail": mail });
    let preview = format!("{api}/mail-wordings/registration-confirmed/en/preview");
    seen.push(program.send(reqwest::Method::POST, &preview, &typed).await.expect(200).body);

    for secret in &secrets {
        assert!(seen.iter().all(|page| !page.contains(secret)));
    }
    let test = "SELECT count(*) FROM mail WHERE cause_kind = 'mail_test' AND values->'links' = '{}'";
    assert_eq!(app.one::<i64>(test).await, 1, "a test leads nowhere");
    for path in links.iter().map(|link| app.path_of(link)) {
        assert!(!app.visitor().get(&path).await.status.is_client_error(), "{path} leads on");
    }
}
