//! In whose language a page answers: what was chosen, else hers whom it is about, else the browser's.

use crate::{
    access::world::World,
    support::{app::TestApp, client::Client, page::Page},
};
use reqwest::Method;

/// The language that a page says it is in.
async fn lang_of(client: &Client, path: &str) -> String {
    let page = Page::of(client.request(Method::GET, path).header("accept-language", "en")).await;
    page.body.split("<html lang=\"").nth(1).expect("a page").split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_is_remembered_and_no_kept_page_carries_a_cookie() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let reader = app.visitor();
    let start = async || reader.get("/").await.expect(303).location().to_owned();
    assert_eq!(start().await, "/en/2026");

    let home = reader.get("/en/2026").await.expect(200);
    let switch = "/zh-Hant/2026?lang=zh-Hant";
    assert!(home.addresses().iter().any(|address| address == switch), "{:?}", home.addresses());
    let led = reader.get(switch).await.expect(303);
    assert_eq!((led.location(), led.header("cache-control")), ("/zh-Hant/2026", "no-store"));
    let kept = reader.get("/zh-Hant/2026").await.expect(200);
    assert_eq!((kept.header("set-cookie"), kept.header("cache-control")), ("", "public, no-cache"));
    assert_eq!(start().await, "/zh-Hant/2026");

    assert_eq!(lang_of(&reader, "/sign-in").await, "zh-Hant");
    assert_eq!(lang_of(&reader, "/sign-in?lang=zh-Hans").await, "zh-Hans");
    assert_eq!(start().await, "/zh-Hans/2026", "the last choice sticks");
    assert_eq!(
        reader.get("/en/2026/register?email=a&lang=zh-Hans").await.location(),
        "/zh-Hans/2026/register?email=a"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_read_in_their_accounts_language_until_they_choose_another() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    app.run("UPDATE account SET lang = 'zh-Hant'").await;
    // What is refused, the last one, is said in it too.
    for path in ["/console", "/console/2026", "/account", "/console/1999"] {
        assert_eq!(lang_of(&organiser, path).await, "zh-Hant", "{path}");
    }
    assert_eq!(lang_of(&organiser, "/account?lang=en").await, "en");
    assert_eq!(lang_of(&organiser, "/console").await, "en");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailed_link_speaks_the_language_of_its_mail() {
    let world = World::make().await;
    world.app.run("UPDATE registration SET lang = 'zh-Hans'").await;
    for link in ["t", "o", "address"] {
        let path = format!("/{link}/{}", world.here[&format!("{link}/{{token}}")]);
        assert_eq!(lang_of(&world.app.visitor(), &path).await, "zh-Hans", "{link}");
        assert_eq!(lang_of(&world.app.visitor(), &format!("{path}?lang=zh-Hant")).await, "zh-Hant", "{link}");
    }
    let manage = format!("/m/{}", world.here["m/{token}"]);
    let led = world.app.visitor().get(&manage).await.expect(303);
    assert_eq!(led.location(), "/zh-Hans/2026/manage");
    let chose = world.app.visitor();
    chose.get("/sign-in?lang=en").await.expect(200);
    assert_eq!(chose.get(&manage).await.expect(303).location(), "/en/2026/manage");
}
