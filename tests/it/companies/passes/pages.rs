//! The coordinator's page, the page behind a link, and the console.

use super::Team;

impl Team {
    fn page(&self) -> String {
        format!("/en/account/companies/{}/applications/{}/passes", self.who.company(), self.demo)
    }

    async fn link(&self) -> String {
        format!("/pass/{}", self.app.mailed("pass").await)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_hands_a_pass_out_and_its_person_registers_herself() {
    let team = Team::ready(10, 2).await;
    let page = team.page();
    let application = page.trim_end_matches("/passes");
    assert!(team.ada.get(application).await.expect(200).body.contains(&page));
    assert!(team.ada.get(&page).await.expect(200).says("2 passes are free."));
    let refused = team.ada.post(&page, &[("name", "Bob"), ("email", "no"), ("lang", "en")]).await.expect(422);
    assert_eq!(refused.value_of("name").as_deref(), Some("Bob"), "nothing typed is lost");
    let typed = [("name", "Bob"), ("email", "bob@example.org"), ("lang", "zh-Hans")];
    let sent = team.ada.post(&page, &typed).await.expect(303);
    assert!(team.ada.get(sent.location()).await.expect(200).says("Link sent"));

    let (link, bob) = (team.link().await, team.app.visitor());
    let form = bob.get(&link).await.expect(200);
    assert!(form.says("Harbour Robotics holds a place"));
    assert_eq!(form.value_of("email").as_deref(), Some("bob@example.org"));
    assert_eq!(team.standing().await, "free 1, sent 1", "looking changes nothing");
    let nameless = [("email", "bob@example.org"), ("organisation", "Harbour")];
    let refused = bob.post(&link, &nameless).await.expect(422);
    assert_eq!(refused.value_of("organisation").as_deref(), Some("Harbour"));
    let whole = [("email", "bob@example.org"), ("name_latin", "Bob Lau"), ("consents.marketing", "yes")];
    let claimed = bob.post(&link, &whole).await.expect(303);
    assert!(bob.get(claimed.location()).await.expect(200).says("bob@example.org"));
    assert_eq!(bob.post(&link, &whole).await.expect(409).status, 409);
    assert!(bob.get(&link).await.expect(409).says("registered with this pass already"));

    let seen = team.ada.get(&page).await.expect(200);
    assert!(seen.says("Bob Lau") && seen.says("Claimed") && !seen.body.contains("bob@example.org"));
    let pass: String = team.app.one("SELECT id::text FROM pass WHERE state = 'claimed'").await;
    let take_back = format!("{page}/{pass}/take-back");
    assert!(team.ada.post(&take_back, &[]).await.expect(409).says("not as you saw it"));
    let taken = team.ada.post(&take_back, &[("seen", "claimed")]).await.expect(303);
    assert!(team.ada.get(taken.location()).await.expect(200).says("The pass is free again."));
    assert!(bob.get(&link).await.expect(409).says("taken back"));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_say_how_many_and_see_how_far_they_have_gone() {
    let team = Team::of(2, 0).await;
    team.confirm().await;
    let organiser = team.app.organiser(team.edition.id).await;
    let page = format!("/console/2026/calls/{}/passes", team.call.id);
    let refused = organiser.post(&page, &[("type", "nothing"), ("places", "51")]).await.expect(422);
    assert_eq!(refused.value_of("places").as_deref(), Some("51"));
    organiser.post(&page, &[("type", "exhibitor"), ("places", "3")]).await.expect(303);
    team.give().await;
    let seen = organiser.get(&page).await.expect(200);
    assert!(seen.says("Harbour Robotics") && seen.says("2 of 3") && seen.says("1 to come"));
    let own = format!("{page}/{}", team.demo);
    organiser.post(&own, &[("places", "many")]).await.expect(422);
    organiser.post(&own, &[("places", "1")]).await.expect(303);
    team.end().await;
    assert!(organiser.get(&page).await.expect(200).says("1 of 1"));
    let talks = team.app.call(&team.edition, crate::support::calls::call_fields("talks")).await;
    let other = format!("/console/2026/calls/{}", talks.id);
    assert!(!organiser.get(&other).await.expect(200).body.contains("/passes"), "talks have none");
}
