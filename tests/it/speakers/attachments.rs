//! Answers that are files: taken beside their question, refused in words, and read by nobody who may not.

use plenary::{
    calls,
    editions::Edition,
    questions::{self, CallQuestionFields},
    values::Moment,
};
use reqwest::Method;
use serde_json::json;

use super::files::{MIB, SVG, send};
use crate::support::{
    app::TestApp,
    calls::call_fields,
    client::Client,
    editions::{fields, trilingual},
};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

/// A speaker with a draft to a call that demands a letter: she, the page of it, and its id.
async fn asked(app: &TestApp) -> (Edition, Client, String, String) {
    let edition = app.edition("2026").await;
    let call = app.call(&edition, call_fields("talks")).await;
    let letter: CallQuestionFields = fields(json!({ "question": {
        "slug": "letter", "kind": "file", "label": trilingual("A letter", "信函", "信函"), "required": true,
    } }));
    let (who, new) = (app.plans(&edition), letter.parse(&edition.zone).unwrap());
    let ask = app.app.db.transaction(async |tx| {
        let editor = calls::editor(tx, &who, call.id, Moment::now()).await?;
        questions::create(tx, editor, new).await
    });
    ask.await.unwrap();
    let speaker = app.speaker(&edition, "Chan Mei").await;
    let id = app.submission(&call, &edition, speaker.id).await;
    app.run(&format!("UPDATE submission SET lifecycle = 'draft', submitted_at = NULL WHERE id = '{id}'"))
        .await;
    let mei = app.presents(&edition, speaker.id).await;
    (edition, mei, format!("/en/2026/speaker/submissions/{id}"), id.to_string())
}

async fn hand_in(mei: &Client, talk: &str) -> crate::support::page::Page {
    let page = mei.get(talk).await.expect(200);
    let [title, version] = ["title.en", "version"].map(|name| page.value_of(name).expect("an input"));
    let fields = [
        ("title.en", title.as_str()),
        ("version", version.as_str()),
        ("summary.en", "Why"),
        ("spoken", "en"),
        ("session_type", "talk"),
        ("then", "submit"),
    ];
    mei.post(&format!("{talk}/save"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_demands_a_file_is_not_handed_in_without_one() {
    let app = TestApp::start().await;
    let (_, mei, talk, id) = asked(&app).await;
    let refused = hand_in(&mei, &talk).await.expect(422);
    assert!(refused.addresses().contains(&"#f-answers.letter".to_owned()), "{}", refused.body);
    let act = format!("{talk}/answers/letter");
    let sent = send(&app, &mei, &act, ("file", "推薦信.pdf"), PDF).await.expect(303);
    let page = mei.get(sent.location()).await.expect(200);
    assert!(page.says("推薦信.pdf"));
    hand_in(&mei, &talk).await.expect(303);
    let state: String = app.one(&format!("SELECT lifecycle FROM submission WHERE id = '{id}'")).await;
    assert_eq!(state, "submitted");
    let kept = mei.post(&format!("{act}/remove"), &[]).await.expect(422);
    assert!(kept.addresses().contains(&"#f-answers.letter".to_owned()), "what was handed in may not lack it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_file_is_refused_beside_its_question_and_the_next_takes_the_place_of_the_last() {
    let app = TestApp::start().await;
    let (_, mei, talk, _) = asked(&app).await;
    let act = format!("{talk}/answers/letter");
    let huge = [PDF.to_vec(), vec![b' '; 21 * MIB]].concat();
    let archive = [PDF, b"PK\x05\x06", &[0; 18]].concat();
    let cases: [(&[u8], &str); 4] = [
        (SVG, "Send one of these: PDF, JPEG, PNG, WebP"),
        (&huge, "This file is too large. Send at most 20 MB."),
        (&archive, "This file holds another one inside"),
        (b"", "This file is empty."),
    ];
    for (content, said) in cases {
        let refused = send(&app, &mei, &act, ("file", "letter.pdf"), content).await.expect(422);
        assert!(refused.says(said), "{said}: {}", refused.body);
        assert!(refused.addresses().contains(&"#f-answers.letter".to_owned()));
    }
    send(&app, &mei, &act, ("file", "letter.pdf"), PDF).await.expect(303);
    let picture = plenary::formats::qr::png("scanned").unwrap();
    send(&app, &mei, &act, ("file", "scan.png"), &picture).await.expect(303);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM file").await, 1);
    mei.post(&format!("{act}/remove"), &[]).await.expect(303);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM file").await, 0);
    send(&app, &mei, &format!("{talk}/answers/nothing"), ("file", "letter.pdf"), PDF).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_read_it_and_nobody_else() {
    let app = TestApp::start().await;
    let (edition, mei, talk, id) = asked(&app).await;
    send(&app, &mei, &format!("{talk}/answers/letter"), ("file", "letter.pdf"), PDF).await.expect(303);
    let file: String = app.one("SELECT id::text FROM file").await;
    let organiser = app.organiser(edition.id).await;
    let page = format!("/console/2026/submissions/{id}");
    assert!(organiser.get(&page).await.expect(200).says("letter.pdf"));
    let read = organiser.get(&format!("{page}/files/{file}")).await.expect(200);
    assert_eq!(read.header("content-type"), "application/pdf");
    let other = app.speaker(&edition, "Wong Siu Ming").await.id;
    let other = app.presents(&edition, other).await;
    other.get(&format!("{talk}/files/{file}")).await.expect(404);
    app.visitor().get(&format!("{page}/files/{file}")).await.expect(303);
    let gone = mei.request(Method::GET, &format!("{talk}/files/{file}")).send().await.unwrap();
    assert_eq!(gone.headers()["x-content-type-options"], "nosniff");
}
