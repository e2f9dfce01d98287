//! The programme in the console: placing, clashes at once, a proposal to take, a release that tells whom it concerns.

use crate::{
    programme::Making,
    support::{actors::Staff, page::Page},
};

/// Somebody of the programme, with one room and two speakers' sessions in it.
struct Desk {
    making: Making,
    staff: Staff,
    hall: String,
    annex: String,
}

const HOME: &str = "/console/2026/programme";

impl Desk {
    async fn open() -> Self {
        let making = Making::begin().await;
        let staff = making.app.with_role(plenary::accounts::Role::Programme, making.edition.id).await;
        let hall = making.room("hall", 100).await.to_string();
        let annex = making.room("annex", 50).await.to_string();
        Self { making, staff, hall, annex }
    }

    /// Adds a session by the form, and answers its id.
    async fn add(&self, title: &str, speaker: &str) -> String {
        let typed = [
            ("kind", "session"),
            ("title.en", title),
            ("minutes", "30"),
            ("people.1.speaker", speaker),
            ("people.1.part", "speaker"),
        ];
        let made = self.staff.post(&format!("{HOME}/new"), &typed).await.expect(303);
        made.location().rsplit("#row-").next().unwrap().to_owned()
    }

    fn day(&self) -> String {
        self.making.edition.zone.at(self.making.edition.starts_at).date().to_string()
    }

    async fn place(&self, id: &str, version: &str, time: &str, room: &str) -> Page {
        let day = self.day();
        let typed = [("version", version), ("day", &day), ("time", time), ("minutes", "30"), ("rooms", room)];
        self.staff.post(&format!("{HOME}/{id}/place"), &typed).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_added_and_placed_by_plain_forms() {
    let desk = Desk::open().await;
    let ada = desk.making.speaker("Ada").await;
    let talk = desk.add("Engines", &ada).await;
    let list = desk.staff.get(HOME).await.expect(200);
    assert!(list.says("Without a slot") && list.says("Engines Ada"), "{}", list.body);
    desk.place(&talk, "1", "10:00", &desk.hall).await.expect(303);
    let grid = desk.staff.get(&format!("{HOME}/schedule?day={}", desk.day())).await.expect(200);
    assert!(grid.says("10:00 am – 10:30 am") && grid.says("Ada"), "{}", grid.body);
    assert!(grid.body.contains("rowspan=\"6\""), "half an hour is six rows");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_late_reads_what_is_stored_before_she_writes_over_it() {
    let desk = Desk::open().await;
    let talk = desk.add("Engines", "").await;
    desk.place(&talk, "1", "10:00", &desk.hall).await.expect(303);
    let late = desk.place(&talk, "1", "11:00", &desk.annex).await.expect(409);
    assert!(late.says("Stored now:") && late.says("10:00 am"), "{}", late.body);
    assert_eq!(late.value_of("time").as_deref(), Some("11:00"), "nothing typed is lost");
    let version = late.value_of("version").unwrap();
    desk.place(&talk, &version, "11:00", &desk.annex).await.expect(303);

    let wrong = desk.place(&talk, "1", "11:03", &desk.annex).await.expect(422);
    assert_eq!(wrong.value_of("version").as_deref(), Some("1"), "what nobody told her she can't overwrite");
    assert!(wrong.addresses().contains(&"#f-time".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clash_shows_at_once_and_stands_with_a_reason() {
    let desk = Desk::open().await;
    let ada = desk.making.speaker("Ada").await;
    let (one, two) = (desk.add("One", &ada).await, desk.add("Two", &ada).await);
    desk.place(&one, "1", "10:00", &desk.hall).await.expect(303);
    desk.place(&two, "1", "10:15", &desk.annex).await.expect(303);
    let list = desk.staff.get(HOME).await.expect(200);
    assert!(list.says("Error A speaker in two sessions at once · Ada"), "{}", list.body);
    let key = list.value_of("key").unwrap();
    let blank = [("key", key.as_str()), ("reason", "")];
    desk.staff.post(&format!("{HOME}/acknowledge"), &blank).await.expect(422);
    let said = [("key", key.as_str()), ("reason", "She joins the second by video")];
    desk.staff.post(&format!("{HOME}/acknowledge"), &said).await.expect(303);
    let list = desk.staff.get(HOME).await.expect(200);
    assert!(list.says("May stand") && list.says("She joins the second by video"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_moves_sessions_and_keeps_them_from_two_hands_at_once() {
    let desk = Desk::open().await;
    let talk = desk.add("Engines", "").await;
    let start = desk.making.edition.starts_at.to_string();
    let to = [("version", "1"), ("starts_at", start.as_str()), ("rooms", desk.hall.as_str())];
    let moved = desk.staff.post(&format!("{HOME}/{talk}/move"), &to).await.expect(303);
    assert!(moved.location().contains(&format!("day={}", desk.day())), "{}", moved.location());
    let late = desk.staff.post(&format!("{HOME}/{talk}/move"), &to).await.expect(409);
    assert!(late.body.contains("data-version=\"2\""), "the grid as it is now");
    let aside = [("version", "2"), ("starts_at", "")];
    desk.staff.post(&format!("{HOME}/{talk}/move"), &aside).await.expect(303);
    assert!(desk.staff.get(HOME).await.expect(200).says("Without a slot"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_proposal_one_takes_some_and_leaves_the_rest() {
    let desk = Desk::open().await;
    for title in ["One", "Two"] {
        desk.add(title, "").await;
    }
    let hours = [("from", "09:30"), ("to", "12:00"), ("every", "30")];
    let proposed = desk.staff.post(&format!("{HOME}/arrange"), &hours).await.expect(200);
    assert!(proposed.says("The proposal"), "{}", proposed.body);
    let chosen = proposed.value_of("moves").expect("a change");
    assert!(desk.staff.get(HOME).await.expect(200).says("Without a slot"), "nothing is changed yet");
    let take = format!("{HOME}/arrange/take");
    desk.staff.post(&take, &[]).await.expect(422);
    desk.staff.post(&take, &[("moves", &chosen)]).await.expect(303);
    let list = desk.staff.get(HOME).await.expect(200);
    assert!(list.says("In the schedule") && list.says("Without a slot"), "one of two is taken");
    desk.staff.post(&take, &[("moves", &chosen)]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_shows_its_changes_and_tells_only_those_whose_slot_it_changes() {
    let desk = Desk::open().await;
    let (ada, bob) = (desk.making.speaker("Ada").await, desk.making.speaker("Bob").await);
    desk.making.app.run("UPDATE speaker SET email = lower(name_latin) || '@example.org', email_key = lower(name_latin) || '@example.org'").await;
    let (one, two) = (desk.add("Engines", &ada).await, desk.add("Bridges", &bob).await);
    desk.place(&one, "1", "10:00", &desk.hall).await.expect(303);
    desk.place(&two, "1", "11:00", &desk.hall).await.expect(303);
    let releases = format!("{HOME}/releases");
    desk.staff.post(&releases, &[("name", "v1")]).await.expect(303);
    desk.place(&one, "2", "14:00", &desk.annex).await.expect(303);
    let preview = desk.staff.get(&releases).await.expect(200);
    assert!(preview.says("Moved Engines") && preview.says("One person’s slot changes"), "{}", preview.body);
    assert!(!preview.says("Bridges"));
    desk.staff.post(&releases, &[("name", "v2")]).await.expect(303);
    let told = "SELECT string_agg(recipient || ' ' || n, ', ' ORDER BY recipient) FROM
        (SELECT recipient, count(*) n FROM mail WHERE template = 'slot-changed' GROUP BY 1) t";
    let told: String = desk.making.app.one(told).await;
    assert_eq!(told, "ada@example.org 2, bob@example.org 1");
    let public = desk.making.app.visitor().get("/en/2026/changes").await.expect(200);
    assert!(public.says("v2") && public.says("v1") && public.says("Moved Engines"), "{}", public.body);
}
