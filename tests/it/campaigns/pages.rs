//! Communications write a campaign on the console, from choosing people to stopping it.

use plenary::{accounts::Role, jobs};

use super::desk::Office;

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_is_written_tested_scheduled_and_stopped_on_the_console() {
    let office = Office::open().await;
    let staff = office.app.with_role(Role::Communications, office.edition.id).await;
    let list = "/console/2026/campaigns";
    assert!(staff.get("/console/2026/mails").await.expect(200).addresses().contains(&list.to_owned()));
    assert!(staff.get(list).await.expect(200).says("No campaigns yet"));
    let typed = [("name", "Another hall"), ("kind", "notice"), ("of", "registrations")];
    let refused = staff.post(&format!("{list}/new"), &typed).await.expect(422);
    assert_eq!(refused.value_of("name").as_deref(), Some("Another hall"), "nothing typed is lost");
    let whole = [typed.as_slice(), &[("states", "confirmed")]].concat();
    let made = staff.post(&format!("{list}/new"), &whole).await.expect(303).location().to_owned();
    let home = made.split('?').next().unwrap().to_owned();
    let shown = staff.get(&made).await.expect(200);
    assert!(shown.says("3 addresses get it.") && shown.says("People who registered"));
    assert!(staff.get(&format!("{home}/people")).await.expect(200).says("bea@example.org"));

    let text = format!("{home}/text/en");
    let seen = staff.get(&text).await.expect(200).value_of("seen").unwrap();
    let words = |body: &'static str| [("subject", "Another hall"), ("text", body), ("seen", seen.as_str())];
    let wrong = staff.post(&text, &words("Dear {nmae}")).await.expect(422);
    assert!(wrong.says("Nothing fills {nmae}.") && wrong.text_of("textarea") == "Dear {nmae}");
    assert!(
        staff
            .post(&format!("{text}/preview"), &words("Dear {name}, go to hall B."))
            .await
            .expect(200)
            .says("hall B")
    );
    assert!(
        staff
            .post(&format!("{text}/test"), &words("Dear {name}, go to hall B."))
            .await
            .expect(200)
            .says("on its way to you")
    );
    staff.post(&text, &words("Dear {name}, go to hall B.")).await.expect(303);
    let late = staff.post(&text, &words("Too late.")).await.expect(409);
    assert!(late.says("Somebody else has changed this campaign") && late.text_of("textarea") == "Too late.");

    staff.post(&format!("{home}/schedule"), &[("send_at", "2020-01-01T09:00")]).await.expect(422);
    staff.post(&format!("{home}/schedule"), &[("send_at", "")]).await.expect(303);
    jobs::run_once(&office.app.app).await.unwrap();
    let going = staff.get(&home).await.expect(200);
    assert!(going.says("Being sent") && going.says("In the outbox"));
    assert!(staff.get(&format!("{home}/people")).await.expect(200).says("Ada"));
    staff.post(&format!("{home}/pause"), &[]).await.expect(303);
    assert!(staff.get(&home).await.says("Paused"));
    staff.post(&format!("{home}/pause"), &[]).await.expect(409);
    staff.post(&format!("{home}/stop"), &[]).await.expect(303);
    assert!(staff.get(list).await.says("Stopped"));
    staff.post(&format!("{home}/edit"), &whole).await.expect(409);
}
