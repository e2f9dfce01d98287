//! Decision letters in the chair's own words: read as they will be sent, and sent as they were read.

use crate::support::{actors::Staff, app::TestApp, page::Page};

use super::submissions::{HOME, decide, invited, start, tell};

const ENGLISH: &str = "/console/2026/submissions/wording/accepted/en";

async fn word(organiser: &Staff, path: &str, subject: &str, text: &str) -> Page {
    organiser.post(path, &[("subject", subject), ("text", text)]).await
}

async fn letters(organiser: &Staff) -> Page {
    organiser.get(&format!("{HOME}/tell")).await.expect(200)
}

/// The subject and text of a mail that waits, as a worker will find them.
async fn queued(app: &TestApp, recipient: &str) -> String {
    let values = "SELECT values::text FROM mail WHERE template = 'decision-accepted' AND recipient =";
    app.one::<String>(&format!("{values} '{recipient}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_worded_for_a_language_or_for_one_and_sent_as_they_were_read() {
    let (app, organiser) = start().await;
    let one = invited(&organiser, "Fission", "lise@example.org", &[]).await;
    let two = invited(&organiser, "Fusion at evil.example", "otto@example.org", &[]).await;
    decide(&organiser, &[&one, &two], "", "accepted").await.expect(303);

    let form = organiser.get(ENGLISH).await.expect(200);
    assert_eq!(form.value_of("subject").as_deref(), Some("Accepted: {title}. Please confirm"));
    assert!(form.says("Please confirm by {confirm_by}."), "the template's own words to begin with");
    let text = "Welcome, “{title}”!\n\nSee https://forum.example/stage before {confirm_by}.\n\n{button}";
    word(&organiser, ENGLISH, "You are in: {title}", text).await.expect(303);
    let own = format!("{ENGLISH}?submission={one}");
    assert!(organiser.get(&own).await.expect(200).says("See https://forum.example/stage"), "what all get");
    word(&organiser, &own, "Dear Lise", "Only for you.\n\n{button}").await.expect(303);

    let page = letters(&organiser).await;
    assert!(page.says("Dear Lise") && page.says("Only for you."));
    assert!(page.says("You are in: Fusion at evil. example"), "the applicant's words are defused");
    assert!(page.says("https://forum.example/stage"), "the chair's are not");
    tell(&organiser, &[(&one, "accepted"), (&two, "accepted")]).await.expect(303);
    assert!(queued(&app, "lise@example.org").await.contains("Only for you."));
    assert!(queued(&app, "otto@example.org").await.contains("You are in: {title}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_says_something_else_by_now_is_not_sent() {
    let (app, organiser) = start().await;
    let one = invited(&organiser, "Fission", "lise@example.org", &[]).await;
    decide(&organiser, &[&one], "", "accepted").await.expect(303);
    let letter = format!("letter.{one}");
    let read = letters(&organiser).await.value_of(&letter).unwrap();
    word(&organiser, ENGLISH, "Another subject", "Another text.\n\n{button}").await.expect(303);
    let seen = format!("seen.{one}");
    let fields = [("ids", one.as_str()), (seen.as_str(), "accepted"), (letter.as_str(), read.as_str())];
    let refused = organiser.post(&format!("{HOME}/tell"), &fields).await.expect(409);
    assert!(refused.says("A letter says something else by now") && refused.says("Another text."));
    let sent: i64 = app.one("SELECT count(*) FROM mail WHERE template = 'decision-accepted'").await;
    assert_eq!(sent, 0);

    organiser.post(ENGLISH, &[("reset", "yes")]).await.expect(303);
    assert_eq!(letters(&organiser).await.value_of(&letter), Some(read), "its first words are back");
    tell(&organiser, &[(&one, "accepted")]).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    let (_app, organiser) = start().await;
    let refused = word(&organiser, ENGLISH, "About {titel}", "").await.expect(422);
    assert!(refused.says("Nothing fills {titel}."));
    assert_eq!(refused.value_of("subject").as_deref(), Some("About {titel}"));
    for nowhere in
        ["/accepted/tlh", "/maybe/en", "/accepted/en?submission=01a2066d-b088-73dd-92c5-4aeca06822d9"]
    {
        organiser.get(&format!("{HOME}/wording{nowhere}")).await.expect(404);
    }
}
