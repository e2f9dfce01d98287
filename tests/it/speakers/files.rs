//! Her photo and her slides, and what is not taken as such.

use plenary::{accounts::Role, editions::Edition, values::Id};
use reqwest::Method;

use crate::{
    files::http::part,
    support::{app::TestApp, calls::call_fields, client::Client, page::Page},
};

const HOME: &str = "/en/2026/speaker";
pub const MIB: usize = 1 << 20;
pub const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

pub async fn send(
    app: &TestApp,
    who: &Client,
    path: &str,
    (field, name): (&str, &str),
    content: &[u8],
) -> Page {
    let csrf = who.credential().csrf.clone().unwrap();
    let parts = [part("_csrf", None, csrf.as_bytes()), part(field, Some(name), content)];
    let request = who.request(Method::POST, path).header("origin", &app.base);
    let request = request.header("content-type", "multipart/form-data; boundary=edge");
    Page::of(request.body([parts.concat(), b"--edge--\r\n".to_vec()].concat())).await
}

/// A speaker with a submission: she, and its page.
async fn speaker(app: &TestApp) -> (Client, String) {
    let edition = app.edition("2026").await;
    let call = app.call(&edition, call_fields("talks")).await;
    let speaker = app.speaker(&edition, "Chan Mei").await;
    let id = app.submission(&call, &edition, speaker.id).await;
    (app.presents(&edition, speaker.id).await, format!("{HOME}/submissions/{id}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_drawn_anew_and_nothing_else_of_its_file_is_kept() {
    let app = TestApp::start().await;
    let (mei, _) = speaker(&app).await;
    let act = format!("{HOME}/photo");
    // A picture that is a page as well, for whoever reads it as one.
    let stowaway = b"<html><script>alert(1)</script> 22.28 N 114.16 E";
    let polyglot = [plenary::formats::qr::png("me").unwrap(), stowaway.to_vec()].concat();
    let sent = send(&app, &mei, &act, ("photo", "me.png"), &polyglot).await.expect(303);
    let home = mei.get(sent.location()).await.expect(200);
    let src = home.addresses().into_iter().find(|address| address.starts_with(&format!("{act}/"))).unwrap();
    let answer = mei.request(Method::GET, &src).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/jpeg");
    let bytes = answer.bytes().await.unwrap();
    assert!(!bytes.windows(7).any(|window| window == b"<script"), "the stowaway is still there");
    app.visitor().get(&src).await.expect(404);

    let again = plenary::formats::qr::png("I").unwrap();
    send(&app, &mei, &act, ("photo", "me.png"), &again).await.expect(303);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM file").await, 1, "one takes the other's place");
    mei.get(&src).await.expect(404);
    mei.post(&format!("{act}/remove"), &[]).await.expect(303);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM file").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_photo_is_refused_beside_the_field_and_in_words() {
    let app = TestApp::start().await;
    let (mei, _) = speaker(&app).await;
    let act = format!("{HOME}/photo");
    let huge = [b"\xFF\xD8\xFF".to_vec(), vec![0; 50 * MIB]].concat();
    let cases: [(&[u8], &str); 4] = [
        (&huge, "This file is too large. Send at most 20 MB."),
        (SVG, "This kind of file is not taken here."),
        (b"\x89PNG\r\n\x1A\n and no more", "could not be read to its end"),
        (b"", "This file is empty."),
    ];
    for (content, said) in cases {
        let refused = send(&app, &mei, &act, ("photo", "me.jpg"), content).await.expect(422);
        assert!(refused.says(said), "{said}: {}", refused.body);
        assert!(refused.addresses().contains(&"#f-photo".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_programmes_staff_find_and_read_slides_and_other_staff_do_not() {
    let app = TestApp::start().await;
    let (mei, talk) = speaker(&app).await;
    let deck = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    send(&app, &mei, &format!("{talk}/slides"), ("slides", "deck.pdf"), deck).await.expect(303);
    let edition: Id<Edition> = app.one::<String>("SELECT id::text FROM edition").await.parse().unwrap();
    let id = talk.rsplit('/').next().unwrap();
    let page = format!("/console/2026/submissions/{id}");
    let chair = app.with_role(Role::Programme, edition).await;
    let shown = chair.get(&page).await.expect(200);
    assert!(shown.says("deck.pdf"), "{}", shown.body);
    let files = format!("{page}/files/");
    let file = shown.addresses().into_iter().find(|address| address.starts_with(&files)).unwrap();
    assert_eq!(chair.get(&file).await.expect(200).header("content-type"), "application/pdf");
    app.with_role(Role::Desk, edition).await.get(&file).await.expect(403);

    let (_, program) = app.token(&chair, &["programme:read"], Some(edition)).await;
    let at = format!("/api/v1/editions/2026/submissions/{id}");
    let told = program.get(&at).await.expect(200).json();
    assert_eq!(told["slides"][0]["name"], "deck.pdf");
    let file = told["slides"][0]["id"].as_str().unwrap();
    program.get(&format!("{at}/files/{file}")).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn slides_go_in_and_out_and_nobody_else_reads_them() {
    let app = TestApp::start().await;
    let (mei, talk) = speaker(&app).await;
    let act = format!("{talk}/slides");
    let deck = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    let sent = send(&app, &mei, &act, ("slides", "路演.pdf"), deck).await.expect(303);
    let page = mei.get(sent.location()).await.expect(200);
    assert!(page.says("路演.pdf"));
    let file = page.addresses().into_iter().find(|address| address.starts_with(&format!("{act}/"))).unwrap();
    assert_eq!(mei.get(&file).await.expect(200).header("content-type"), "application/pdf");
    app.visitor().get(&file).await.expect(404);

    let archive = [deck.as_slice(), b"PK\x05\x06", &[0; 18]].concat();
    let cases: [(&[u8], &str); 2] =
        [(SVG, "This kind of file is not taken here."), (&archive, "This file holds another one inside")];
    for (content, said) in cases {
        let refused = send(&app, &mei, &act, ("slides", "deck.pdf"), content).await.expect(422);
        assert!(refused.says(said) && refused.addresses().contains(&"#f-slides".to_owned()));
    }
    mei.post(&format!("{file}/remove"), &[]).await.expect(303);
    mei.get(&file).await.expect(404);
    mei.post(&format!("{talk}/withdraw"), &[]).await.expect(303);
    send(&app, &mei, &act, ("slides", "late.pdf"), deck).await.expect(409);
}
