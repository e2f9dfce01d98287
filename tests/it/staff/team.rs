//! Who may do what in an edition.

use plenary::accounts::{Role, RoleAt};

use crate::support::{app::TestApp, page::Page};

fn ending(page: &Page, part: &str) -> Vec<String> {
    page.addresses().into_iter().filter(|path| path.contains(part) && path.ends_with("/withdraw")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_grants_and_withdraws_a_role() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let (her, desk) = (app.organiser(edition.id).await, app.with_role(Role::Desk, edition.id).await);
    let account = desk.account.id.to_string();
    let observer = [("account", account.as_str()), ("role", "observer")];
    let granted = her.post("/console/2026/team/roles", &observer).await.expect(303);
    assert_eq!(granted.location(), "/console/2026/team?done=granted");
    let again = her.post("/console/2026/team/roles", &observer).await.expect(422);
    assert!(again.says("This account has this role already."));
    let page = her.get("/console/2026/team").await.expect(200);
    let roles = ending(&page, "/team/roles/");
    assert_eq!(roles.len(), 3);
    for role in roles {
        her.post(&role, &[]).await;
    }
    desk.get("/console/2026").await.expect(303);
    let left = app.admin().await.get("/console/2026/team").await.expect(200);
    assert!(left.says("Nobody has a role in this edition yet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_makes_nobody_an_admin_and_touches_no_other_edition() {
    let app = TestApp::start().await;
    let (here, there) = (app.edition("2026").await, app.edition("2027").await);
    let (her, other) = (app.organiser(here.id).await, app.with_role(Role::Desk, there.id).await);
    let account = her.account.id.to_string();
    let admin = [("account", account.as_str()), ("role", "admin")];
    let refused = her.post("/console/2026/team/roles", &admin).await.expect(422);
    assert!(!refused.body.contains("value=\"admin\""));
    her.post("/console/2027/team/roles", &[]).await.expect(404);
    let theirs = app.admin().await.get("/console/2027/team").await.expect(200);
    let grant = ending(&theirs, "/team/roles/").remove(0).replace("/2027/", "/2026/");
    her.post(&grant, &[]).await.expect(404);
    other.get("/console/2027").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_invited_once_and_the_offer_is_taken_back() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let her = app.staff("organiser", &[RoleAt::new(Role::Organiser, Some(edition.id.uuid())).unwrap()]).await;
    let form = her.get("/console/2026/team/invitations").await.expect(200);
    assert!(form.says("Finds registrations, checks people in, registers walk-ins."));
    let fields = [("email", "new@example.org"), ("name", "New"), ("lang", "zh-Hans"), ("role", "desk")];
    let wrong = her.post("/console/2026/team/invitations", &fields[1..]).await.expect(422);
    assert_eq!(wrong.value_of("name").as_deref(), Some("New"));
    her.post("/console/2026/team/invitations", &fields).await.expect(303);
    let again = her.post("/console/2026/team/invitations", &fields).await.expect(422);
    assert!(again.says("This address was already invited to this role"));
    let page = her.get("/console/2026/team?done=invited").await.expect(200);
    assert!(page.says("new@example.org") && page.says("Not answered yet"));
    let offer = ending(&page, "/team/invitations/").remove(0);
    her.post(&offer, &[]).await.expect(303);
    let late = her.post(&offer, &[]).await.expect(409);
    assert!(late.says("was withdrawn or was answered already"));
}
