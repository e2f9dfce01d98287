//! The pages of the whole site, for its admins.

use plenary::accounts::{Role, RoleAt};

use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_suspends_and_reinstates_but_never_the_last_one() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (admin, desk) = (app.admin().await, app.with_role(Role::Desk, edition.id).await);
    let page = format!("/console/site/accounts/{}", desk.account.id);
    assert!(admin.get("/console/site/accounts").await.expect(200).says("desk@example.org"));
    assert!(admin.get(&page).await.expect(200).says("Desk · Third forum"));
    admin.post(&format!("{page}/suspend"), &[]).await.expect(303);
    assert!(admin.get(&page).await.says("Suspended since"));
    desk.get("/account").await.expect(303);
    admin.post(&format!("{page}/reinstate"), &[]).await.expect(303);
    assert!(admin.get(&page).await.says("Can sign in"));
    let own = format!("/console/site/accounts/{}/suspend", admin.account.id);
    assert!(admin.post(&own, &[]).await.expect(409).says("This is the last admin who can sign in."));
    admin.get("/account").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_grants_any_role_and_ends_sessions() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (admin, desk) = (app.admin().await, app.with_role(Role::Desk, edition.id).await);
    let page = format!("/console/site/accounts/{}", desk.account.id);
    let id = edition.id.to_string();
    let confused = [("role", "admin"), ("edition", id.as_str())];
    let refused = admin.post(&format!("{page}/roles"), &confused).await.expect(422);
    assert!(refused.says("Leave the edition empty."));
    admin.post(&format!("{page}/roles"), &[("role", "admin"), ("edition", "")]).await.expect(303);
    let browser = app.sign_in(desk.account.clone()).await;
    browser.get("/console/site/accounts").await.expect(200);
    admin.post(&format!("{page}/sessions/end"), &[]).await.expect(303);
    browser.get("/account").await.expect(303);
    let person = admin.get(&page).await.expect(200);
    let grants = person.addresses().into_iter().filter(|path| path.ends_with("/withdraw"));
    for grant in grants {
        admin.post(&grant, &[]).await.expect(303);
    }
    assert!(admin.get(&page).await.says("No role"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_invites_to_any_edition_and_revokes_any_token() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (admin, desk) = (app.admin().await, app.with_role(Role::Desk, edition.id).await);
    let id = edition.id.to_string();
    let mut fields = vec![("email", "a@example.org"), ("name", "A"), ("lang", "en"), ("role", "organiser")];
    let refused = admin.post("/console/site/invitations/new", &fields).await.expect(422);
    assert!(refused.says("Choose the edition this role is for."));
    fields.push(("edition", id.as_str()));
    admin.post("/console/site/invitations/new", &fields).await.expect(303);
    assert!(admin.get("/console/site/invitations").await.expect(200).says("Organiser · Third forum"));

    app.token(&desk, &["desk:read"], Some(edition.id)).await;
    let tokens = admin.get("/console/site/tokens").await.expect(200);
    assert!(tokens.says("a program desk") && tokens.says("Desk: Read Third forum"));
    let revoke = tokens.addresses().into_iter().find(|path| path.ends_with("/revoke")).unwrap();
    admin.post(&revoke, &[]).await.expect(303);
    assert!(admin.get("/console/site/tokens").await.says("Revoked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trail_is_filtered_by_action_and_an_organiser_sees_only_her_edition() {
    let app = TestApp::start().await;
    let (here, there) = (app.edition("2026").await, app.edition("2027").await);
    let (admin, her) = (app.admin().await, app.organiser(here.id).await);
    let stranger = app.with_role(Role::Desk, there.id).await.account.id.to_string();
    let all = admin.get("/console/site/audit?action=role.grant").await.expect(200);
    assert!(all.body.contains(&stranger) && !all.text_of("tbody").contains("Signed in"));
    let theirs = admin.get(&format!("/console/site/audit?edition={}", there.id)).await.expect(200);
    assert!(theirs.body.contains(&stranger) && !theirs.body.contains(&her.account.id.to_string()));
    let own = her.get(&format!("/console/2026/audit?edition={}", there.id)).await.expect(200);
    assert!(own.body.contains(&her.account.id.to_string()) && !own.body.contains(&stranger));
    her.get("/console/2027/audit").await.expect(404);
    her.get("/console/site/audit").await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trail_is_read_page_by_page_without_losing_an_entry() {
    let app = TestApp::start().await;
    let admin = app.staff("admin", &[RoleAt::ADMIN]).await;
    for _ in 0..60 {
        app.sign_in(admin.account.clone()).await;
    }
    let (mut next, mut seen) = (Some("/console/site/audit".to_owned()), 0);
    while let Some(path) = next {
        let page = admin.get(&path).await.expect(200);
        seen += page.body.matches("scope=\"row\"").count();
        // The way to the same page in another language names where it is too.
        let older = |at: &String| at.starts_with("/console/site/audit?before=") && !at.contains("lang=");
        next = page.addresses().into_iter().find(older);
    }
    let written: i64 = app.one("SELECT count(*) FROM audit_entry").await;
    assert_eq!(i64::try_from(seen).unwrap(), written);
}

#[tokio::test(flavor = "multi_thread")]
async fn verifying_says_that_the_seals_hold_and_when_they_do_not() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let keys = app.app.keys.clone();
    app.app.db.transaction(async |tx| plenary::audit::seal(tx, &keys).await).await.unwrap();
    let good = admin.post("/console/site/audit/verify", &[]).await.expect(200);
    assert!(good.says("Every seal holds."));
    let change = "UPDATE audit_entry SET action = 'account.suspend' WHERE action = 'role.grant'";
    app.run(change).await;
    let bad = admin.post("/console/site/audit/verify", &[]).await.expect(200);
    assert!(bad.says("The audit trail was tampered with"));
    assert!(bad.says("The content of these entries no longer matches its digest:"));
}
