//! Communications word the edition's mails: tried before they are kept, and every version kept.

use plenary::accounts::Role;

use crate::support::{actors::Staff, app::TestApp};

const LIST: &str = "/console/2026/mails/wording";
const WAITING: &str = "/console/2026/mails/wording/registration-waitlisted/en";
const TEXT: &str = "All places for {edition.name} are taken.\n\n{button}";
/// The same as a page is read, where line ends are spaces.
const SHOWN: &str = "All places for {edition.name} are taken. {button}";

async fn start() -> (TestApp, Staff) {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let staff = app.with_role(Role::Communications, edition.id).await;
    (app, staff)
}

fn typed<'a>(text: &'a str, seen: &'a str) -> [(&'a str, &'a str); 3] {
    [("subject", "Waiting for {edition.name}"), ("text", text), ("seen", seen)]
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_kept_version_by_version_and_taken_back() {
    let (_app, staff) = start().await;
    assert!(staff.get(LIST).await.expect(200).says("Somebody registers, and no place is free"));
    let ours = staff.get(WAITING).await.expect(200).text_of("textarea");
    assert!(ours.contains("{button}") && ours.contains("{edition.name}"), "{ours}");

    staff.post(WAITING, &typed(TEXT, "0")).await.expect(303);
    assert_eq!(staff.get(WAITING).await.text_of("textarea"), SHOWN);
    assert!(staff.get(LIST).await.says("Some languages are worded by you"));
    let late = staff.post(WAITING, &typed("Too late.\n\n{button}", "0")).await.expect(409);
    assert!(late.says("Somebody else has changed these words meanwhile"));
    assert_eq!(late.text_of("textarea"), "Too late. {button}", "nothing typed is lost");

    let back = format!("{WAITING}/back");
    staff.post(&back, &[("seen", "1"), ("to", "")]).await.expect(303);
    assert_eq!(staff.get(WAITING).await.text_of("textarea"), ours);
    staff.post(&back, &[("seen", "2"), ("to", "1")]).await.expect(303);
    assert_eq!(staff.get(WAITING).await.text_of("textarea"), SHOWN, "version 3 says what 1 said");
    staff.post(&back, &[("seen", "3"), ("to", "9")]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_beside_its_field() {
    let (_app, staff) = start().await;
    for (text, said) in [
        ("Nothing to press.", "{button} has to stand in the text"),
        ("{titel} {button}", "Nothing fills {titel}."),
        ("{% if name %}{button}", "can’t be read (line 1)"),
    ] {
        let refused = staff.post(WAITING, &typed(text, "0")).await.expect(422);
        assert!(refused.says(said), "{text}");
        assert_eq!(refused.text_of("textarea"), text);
        let framed = staff.post(&format!("{WAITING}/preview"), &typed(text, "0")).await.expect(200);
        assert!(framed.says(said), "{text}");
    }
    for private in ["sign-in", "invitation", "company-invitation", "role-changed", "nothing"] {
        staff.get(&format!("{LIST}/{private}/en")).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_and_a_test_hold_no_live_link() {
    let (app, staff) = start().await;
    let framed = staff.post(&format!("{WAITING}/preview"), &typed(TEXT, "0")).await.expect(200);
    assert!(framed.says("[personal link]"));
    assert!(
        staff.post(&format!("{WAITING}/test"), &typed(TEXT, "0")).await.expect(200).says("on its way to you")
    );
    let test = "FROM mail WHERE cause_kind = 'mail_test'";
    let links: String = app.one(&format!("SELECT (values -> 'links')::text {test}")).await;
    let text: String = app.one(&format!("SELECT body_text || body_html || subject {test}")).await;
    assert_eq!(links, "{}");
    assert!(text.contains("Test: Waiting for") && !text.contains('\u{FDD0}'), "{text}");
    let kept: i64 = app.one("SELECT count(*) FROM mail_wording").await;
    assert_eq!(kept, 0, "a test keeps nothing");
}
