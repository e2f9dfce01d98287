//! What an edition really publishes keeps to the schemas, in every language.

use plenary::{accounts::proofs::System, sample, values::Lang};
use serde_json::Value;

use super::exports::{breaches, xmllint};
use crate::{programme::Making, support::app::TestApp, transfer::Importing};

async fn keeps_to_the_schemas(app: &TestApp, edition: &str) {
    for lang in Lang::ALL {
        let file =
            async |name: &str| app.visitor().get(&format!("/{lang}/{edition}/{name}")).await.expect(200).body;
        let xml = file("schedule.xml").await;
        let (fine, said) = xmllint(&xml);
        assert!(fine, "{edition} in {lang}: {said}\n{xml}");
        assert_eq!(breaches(&file("schedule.json").await), Vec::<String>::new(), "{edition} in {lang}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_samples_files_keep_to_the_schemas() {
    let app = TestApp::start().await;
    let now = plenary::values::Moment::now();
    let load = async |tx: &mut _| sample::load(tx, &System::duty(), &app.app.keys, now).await;
    app.app.db.transaction(load).await.unwrap();
    app.refresh().await;
    let released =
        "SELECT string_agg(DISTINCT slug, ' ') FROM edition JOIN release ON edition_id = edition.id";
    let slugs: String = app.one(released).await;
    for slug in slugs.split(' ') {
        keeps_to_the_schemas(&app, slug).await;
    }
}

// A file that breaks the rules itself goes out as it came in; these are without what breaks them.

fn valid_xml() -> String {
    let broken = [
        ("HOqeNIb6G7M4hYFKFRkCmQ", "7a1f6b86-93a5-4f0e-9b1d-3c1f2f6b1aff"),
        ("<slug></slug>", "<slug>lantern24-502-night-walk</slug>"),
        ("'/files/slides.pdf'", "'https://lantern.example/slides.pdf'"),
    ];
    let xml = broken.iter().fold(include_str!("frab.xml").to_owned(), |xml, (was, is)| xml.replace(was, is));
    let kept = |line: &&str| !line.starts_with("<mood") && !line.starts_with("<video_download_url");
    xml.lines().filter(kept).collect::<Vec<_>>().join("\n")
}

fn valid_json() -> String {
    let mut file: Value = serde_json::from_str(include_str!("pretalx.json")).unwrap();
    let event = &mut file["schedule"]["conference"]["days"][0]["rooms"]["Zimmer 2"][0];
    event.as_object_mut().unwrap().remove("answers");
    file.to_string().replace("7-lamps", "lamps")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_imported_keeps_to_the_schemas() {
    let files = [(valid_xml(), "Europe/Berlin"), (valid_json(), "Asia/Hong_Kong")];
    for (file, zone) in files {
        let importing = Importing::begin(zone).await;
        importing.import(&file, Lang::En).await.unwrap();
        importing.release("v1").await;
        keeps_to_the_schemas(&importing.app, "2026").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_in_which_all_is_off_and_nobody_has_a_name_keeps_to_the_schemas() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let nobody = making.speaker("Nobody").await;
    let session = making.session("Engines", &[&nobody]).await;
    making.place(&session, &[hall], 0).await.unwrap();
    making.app.run("UPDATE speaker SET name_latin = NULL").await;
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    keeps_to_the_schemas(&making.app, "2026").await;
    let page = making.app.visitor().get(&format!("/en/2026/sessions/{}", session.id)).await.expect(200);
    assert!(!page.body.contains(&format!("/speakers/{nobody}")), "{}", page.body);

    making.app.run("UPDATE session SET starts_at = NULL").await;
    making.release("v2").await.unwrap();
    making.app.refresh().await;
    keeps_to_the_schemas(&making.app, "2026").await;
}
