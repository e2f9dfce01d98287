//! The outbox.

use plenary::accounts::{Role, proofs::System};

use super::deliver;
use crate::support::{app::TestApp, page::Page};

/// Has something mailed: an invitation, which only admins see, and a role granted, which is no edition's.
async fn mailed(app: &TestApp) {
    let edition = app.edition("2026").await;
    let her = app.organiser(edition.id).await;
    let fields = [("email", "new@example.org"), ("name", "New"), ("lang", "en"), ("role", "desk")];
    her.post("/console/2026/team/invitations", &fields).await.expect(303);
}

fn letters(page: &Page, home: &str) -> Vec<String> {
    let letter = |path: &String| path.strip_prefix(home).is_some_and(|rest| rest.len() == 37);
    page.addresses().into_iter().filter(letter).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_reads_a_mail_without_a_live_link_and_takes_it_out_of_the_line() {
    let app = TestApp::start().await;
    mailed(&app).await;
    let admin = app.admin().await;
    let home = "/console/site/mails";
    let list = admin.get(&format!("{home}?template=invitation")).await.expect(200);
    let letter = letters(&list, home).remove(0);
    let page = admin.get(&letter).await.expect(200);
    assert!(page.says("Not tried yet.") && page.says("new@example.org"));
    admin.get(&format!("{letter}/preview")).await.expect(404);
    admin.post(&format!("{letter}/cancel"), &[]).await.expect(303);
    assert!(admin.get(&letter).await.says("Taken out"));
    admin.post(&format!("{letter}/retry"), &[]).await.expect(303);

    deliver(&app).await;
    let page = admin.get(&letter).await.expect(200);
    assert!(page.says("Sent") && page.header("content-security-policy").contains("frame-src 'self'"));
    let preview = admin.get(&format!("{letter}/preview")).await.expect(200);
    assert!(preview.header("content-security-policy").ends_with("sandbox"));
    assert!(preview.body.contains("[personal link]") && !preview.body.contains("/invitation/"));
    let late = admin.post(&format!("{letter}/retry"), &[]).await.expect(409);
    assert!(late.says("This mail has been sent already."));
}

#[tokio::test(flavor = "multi_thread")]
async fn communications_see_their_edition_without_what_lets_somebody_in() {
    let app = TestApp::start().await;
    mailed(&app).await;
    let edition = app.edition("2027").await;
    let them = app.with_role(Role::Communications, edition.id).await;
    let admin = app.admin().await;
    let letter = letters(&admin.get("/console/site/mails").await, "/console/site/mails").remove(0);
    let theirs = letter.replace("/site/", "/2027/");
    assert!(them.get("/console/2027/mails").await.expect(200).says("No mails here"));
    them.get(&theirs).await.expect(404);
    them.post(&format!("{theirs}/cancel"), &[]).await.expect(404);
    them.get("/console/2026/mails").await.expect(404);
    let organiser = app.staff("other", &[plenary::accounts::RoleAt::ADMIN]).await;
    let there = organiser.get("/console/2026/mails?template=invitation").await.expect(200);
    assert!(there.says("No mails here"), "an invitation is for admins alone, on the site's page");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_sees_whom_mail_does_not_reach_and_has_it_sent_again() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let pool = app.pool(edition.id, 5).await;
    app.way(&edition, "guest", &[pool]).await;
    let ada = app.attendee(&edition, "guest", "Ada Lovelace").await;
    let her = app.organiser(edition.id).await;
    assert!(!her.get("/console/2026").await.expect(200).says("Mail does not reach"));
    app.run(
        "INSERT INTO suppression (id, address, reason, diagnostic, mail_id)
         SELECT gen_random_uuid(), lower(recipient), 'bounced', '550 no such user', id FROM mail LIMIT 1",
    )
    .await;
    assert!(her.get("/console/2026").await.expect(200).says("Mail does not reach one address in use"));
    let person = her.get(&format!("/console/2026/registrations/{ada}")).await.expect(200);
    assert!(
        person.says("does not arrive.")
            && person.addresses().contains(&"/console/2026/mails/addresses".into())
    );

    let list = her.get("/console/2026/mails/addresses").await.expect(200);
    assert!(list.says("A mail came back for good") && list.says("550 no such user"));
    let id = app.one::<String>("SELECT id::text FROM suppression").await;
    her.post(&format!("/console/2026/mails/addresses/{id}/lift"), &[]).await.expect(303);
    assert!(her.get("/console/2026/mails/addresses").await.expect(200).says("Mail reaches every address"));
    assert!(!her.get("/console/2026").await.expect(200).says("Mail does not reach"));
    her.post(&format!("/console/2026/mails/addresses/{id}/lift"), &[]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_turns_a_kind_of_mail_off_and_the_page_turns_it_on_again() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let id = uuid::Uuid::now_v7();
    let queue = async |id: uuid::Uuid| {
        app.run(&format!(
            r#"INSERT INTO mail (id, edition_id, cause_kind, cause_id, template, recipient, lang, values)
               VALUES ('{id}', '{}', 'test', '{id}', 'confirm-reminder', 'Chan@example.org', 'en',
                       '{{"values": {{"title": "Robots", "call": "Talks", "confirm_by": "Friday"}},
                          "links": {{"speaker": {{"purpose": "speaker", "id": "{id}", "version": 1}}}}}}')"#,
            edition.id
        ))
        .await;
        deliver(&app).await;
        app.one::<String>(&format!(
            "SELECT state || coalesce(' ' || withheld, '') FROM mail WHERE id = '{id}'"
        ))
        .await
    };
    assert_eq!(queue(id).await, "sent");
    let link = plenary::keys::Link { purpose: plenary::keys::Purpose::Preferences, id, version: 1 };
    let page = format!("/unsubscribe/{}", app.app.keys.link_token(&link));
    let off = async || app.one::<i64>("SELECT count(*) FROM mail_preference").await;

    let visitor = app.visitor();
    assert!(visitor.get(&page).await.expect(200).says("Which mails you get"));
    assert_eq!(off().await, 0, "looking changes nothing");
    // As a mail program does: no cookie, no origin, no page before it.
    let in_parts =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    let one_line = "List-Unsubscribe=One-Click";
    for (media_type, body) in
        [("multipart/form-data; boundary=x", in_parts), ("application/x-www-form-urlencoded", one_line)]
    {
        let request = reqwest::Client::new().post(format!("{}{page}", app.base));
        let answer = request.header("Content-Type", media_type).body(body).send().await.unwrap();
        assert_eq!(answer.status(), 200);
    }
    assert_eq!(off().await, 1);
    assert_eq!(queue(uuid::Uuid::now_v7()).await, "suppressed preference");
    assert_eq!(app.one::<i64>("SELECT count(*) FROM audit_entry WHERE action = 'mail.prefer'").await, 1);

    visitor.post(&page, &[("kinds", "reminder"), ("kinds", "news")]).await.expect(200);
    assert_eq!(queue(uuid::Uuid::now_v7()).await, "sent");
    visitor.get("/unsubscribe/made-up").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_of_no_edition_are_forgotten_after_ninety_days_and_what_is_held_with_its_edition() {
    let app = TestApp::start().await;
    mailed(&app).await;
    app.run("UPDATE mail SET state = 'draft'").await;
    app.run(
        "INSERT INTO mail (id, cause_kind, cause_id, template, recipient, recipient_name, lang, values, state, sent_at)
         VALUES (gen_random_uuid(), 'sign_in', gen_random_uuid(), 'sign-in', 'ada@example.org', 'Ada', 'en', '{}', 'sent', now())",
    )
    .await;
    let purge = async || {
        let duty = async |tx: &mut _| plenary::outbox::purge(tx, &System::duty()).await;
        app.app.db.transaction(duty).await.unwrap()
    };
    app.run("UPDATE mail SET created_at = now() - interval '89 days'").await;
    assert_eq!(purge().await, 0);
    app.run("UPDATE mail SET created_at = now() - interval '91 days'").await;
    assert_eq!(purge().await, 1);
    let hers = "SELECT recipient_name FROM mail WHERE template = 'sign-in'";
    assert_eq!(app.one::<String>(hers).await, "");
    assert_eq!(app.one::<String>("SELECT state FROM mail WHERE template = 'invitation'").await, "draft");
    app.run(
        "UPDATE edition SET starts_at = now() - interval '999 days', ends_at = now() - interval '998 days'",
    )
    .await;
    assert_eq!(purge().await, 1);
    let taken_out = "SELECT state || ' ' || withheld FROM mail WHERE template = 'invitation'";
    assert_eq!(app.one::<String>(taken_out).await, "suppressed staff");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_mails_said_is_deleted_when_its_time_is_over_and_that_they_were_sent_is_not() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let pool = app.pool(edition.id, 5).await;
    app.way(&edition, "guest", &[pool]).await;
    let ada = app.attendee(&edition, "guest", "Ada Lovelace").await;
    deliver(&app).await;
    let purge = async || {
        let duty = async |tx: &mut _| plenary::outbox::purge(tx, &System::duty()).await;
        app.app.db.transaction(duty).await.unwrap()
    };
    assert_eq!(purge().await, 0, "the edition is not over");
    app.run(
        "UPDATE edition SET starts_at = now() - interval '99 days', ends_at = now() - interval '98 days'",
    )
    .await;
    app.run("UPDATE edition SET mail_kept_days = NULL").await;
    assert_eq!(purge().await, 0, "they are kept for good");
    app.run("UPDATE edition SET mail_kept_days = 97").await;
    assert_eq!((purge().await, purge().await), (1, 0));
    let empty = "SELECT count(*) FROM mail WHERE concat(subject, body_text, body_html, recipient_name) = ''
                 AND NOT values ? 'values' AND sent_at IS NOT NULL";
    assert_eq!(app.one::<i64>(empty).await, 1);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail_attempt WHERE answer <> ''").await, 0);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM audit_entry WHERE action = 'mail.purge'").await, 1);

    let her = app.organiser(edition.id).await;
    let id = app.one::<String>("SELECT id::text FROM mail").await;
    let letter = format!("/console/2026/mails/{id}");
    let person = her.get(&format!("/console/2026/registrations/{ada}")).await.expect(200);
    assert!(person.addresses().contains(&letter), "that she was written to is still known");
    let cause = her.get(&letter).await;
    assert!(cause.addresses().contains(&format!("/console/2026/registrations/{ada}")), "why it was written");
    assert!(her.get(&letter).await.expect(200).says("Deleted: its time of keeping is over"));
    app.run("UPDATE mail SET state = 'failed', sent_at = NULL").await;
    her.post(&format!("{letter}/retry"), &[]).await.expect(409);
}
