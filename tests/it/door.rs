//! The door: whose name we answer to, where a change may come from, what every answer says to the browser.

use std::net::IpAddr;

use actix_web::{cookie::SameSite, test::TestRequest, web::Data};
use plenary::http::{Asker, assets, cookies::Jar};
use reqwest::Method;

use crate::support::{app::TestApp, client::Client, page::Page};

/// As a browser that was told to look here for somebody else's name.
async fn as_host(client: &Client, path: &str, host: &str) -> Page {
    Page::of(client.request(Method::GET, path).header("host", host)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn we_answer_to_our_own_name_only() {
    let app = TestApp::with(&[("PLENARY_BASE_URL", "https://forum.example.org")]).await;
    let visitor = app.visitor();
    for ours in ["forum.example.org", "FORUM.example.org", "localhost", "127.0.0.1:80", "[::1]"] {
        as_host(&visitor, "/assets/x/css/base.css", ours).await.expect(200);
    }
    for foreign in ["evil.example", "forum.example.org.evil.example", "10.0.0.1", "evil.example:80", "@", ""]
    {
        as_host(&visitor, "/", foreign).await.expect(421);
        as_host(&visitor, "/api/v1/editions", foreign).await.expect(421);
    }
    as_host(&visitor, "/healthz", "10.0.0.1").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_forwarding_header_names_the_host() {
    let app = TestApp::start().await;
    let ours = app.base.trim_start_matches("http://").to_owned();
    let visitor = app.visitor();
    for (name, value) in [("forwarded", format!("host={ours}")), ("x-forwarded-host", ours.clone())] {
        let foreign = visitor.request(Method::GET, "/").header("host", "evil.example");
        Page::of(foreign.header(name, &value)).await.expect(421);
        // A page of theirs, handed to us as if it were ours.
        let origin = ("origin", "http://evil.example");
        let theirs = visitor.request(Method::POST, "/").header(origin.0, origin.1);
        let value = value.replace(&ours, "evil.example");
        Page::of(theirs.header(name, value).form(&[("name", "value")])).await.expect(403);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_for_another_name_is_told_ours() {
    let app = TestApp::with(&[("PLENARY_BASE_URL", "https://forum.example.org")]).await;
    let visitor = app.visitor();
    for (lang, says) in [
        ("en", "Ours is https://forum.example.org."),
        ("zh-Hant", "我們的網址是 https://forum.example.org。"),
        ("zh-Hans", "我们的网址是 https://forum.example.org。"),
    ] {
        let foreign = |path: &str| {
            let request = visitor.request(Method::GET, path).header("host", "evil.example");
            Page::of(request.header("accept-language", lang))
        };
        let page = foreign("/console").await.expect(421);
        assert!(page.says(says), "{}", page.body);
        assert!(page.addresses().contains(&"https://forum.example.org/".to_owned()), "{}", page.body);
        let problem = foreign("/api/v1/editions").await.expect(421);
        assert_eq!(problem.header("content-type"), "application/problem+json");
        assert_eq!(problem.code(), "foreign_host");
        assert_eq!(problem.json()["detail"], page.text_of("h1"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_published_the_start_page_leads_to_the_sign_in() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/").await.expect(404);
    assert!(page.says("Nothing is published here yet."), "{}", page.body);
    assert!(page.addresses().contains(&"/sign-in".to_owned()), "{}", page.body);
}

/// The address that a request from `peer` counts for.
fn address(app: &TestApp, peer: &str, forwarded: &[&str]) -> IpAddr {
    let mut request = TestRequest::default().peer_addr(format!("{peer}:4711").parse().unwrap());
    for value in forwarded {
        request = request.append_header(("x-forwarded-for", *value));
    }
    Asker::of(&request.app_data(Data::new(app.app.clone())).to_http_request()).address
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forwarded_address_counts_from_a_trusted_proxy_alone() {
    let alone = TestApp::start().await;
    assert_eq!(address(&alone, "198.51.100.7", &["203.0.113.9"]).to_string(), "198.51.100.7");

    let behind = TestApp::with(&[("PLENARY_TRUSTED_PROXIES", "10.0.0.0/8")]).await;
    let cases: [(&str, &[&str], &str); 7] = [
        ("10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
        ("198.51.100.7", &["203.0.113.9"], "198.51.100.7"),
        // What the client itself wrote stands to the left of what our proxies added.
        ("10.0.0.1", &["192.0.2.66, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
        ("10.0.0.1", &["192.0.2.66", "203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["nonsense"], "10.0.0.1"),
        ("10.0.0.1", &["10.0.0.2"], "10.0.0.1"),
        ("[::ffff:10.0.0.1]", &["2001:db8::9"], "2001:db8::9"),
    ];
    for (peer, forwarded, counts) in cases {
        assert_eq!(address(&behind, peer, forwarded).to_string(), counts, "{peer} says {forwarded:?}");
    }
    // Proxies that write the one hand the other on as the client wrote it.
    let request = TestRequest::default().peer_addr("10.0.0.1:4711".parse().unwrap());
    let request = request.insert_header(("forwarded", "for=203.0.113.9"));
    let request = request.app_data(Data::new(behind.app.clone())).to_http_request();
    assert_eq!(Asker::of(&request).address.to_string(), "10.0.0.1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_comes_from_our_own_pages_alone() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let ours = ("origin", app.base.as_str());
    let foreign = ("origin", "https://evil.example");
    let fetch = |site| ("sec-fetch-site", site);
    let refused: [&[(&str, &str)]; 7] = [
        &[],
        &[foreign],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:1")],
        &[fetch("cross-site")],
        &[fetch("same-site"), ours],
        &[fetch("cross-site"), ours],
    ];
    // No page is posted to here, so what the door lets through is told that by 405.
    for headers in refused {
        post(&visitor, headers).await.expect(403);
    }
    for headers in [&[ours][..], &[fetch("same-origin")], &[fetch("none")]] {
        post(&visitor, headers).await.expect(405);
    }
}

async fn post(client: &Client, headers: &[(&str, &str)]) -> Page {
    let request = client.request(Method::POST, "/").form(&[("name", "value")]);
    Page::of(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_tells_the_browser_to_be_careful() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let visitor = app.visitor();
    let asset = assets::url("css/base.css");
    let paths = ["/", &asset, "/nowhere", "/api/nowhere", "/healthz", "/metrics", "/%ff", "/en/2026"];
    let mut answers = Vec::new();
    for path in paths {
        answers.push(visitor.get(path).await);
    }
    answers.push(as_host(&visitor, "/", "evil.example").await);
    answers.push(visitor.post("/", &[]).await);
    for answer in answers {
        let says = |name: &str, part: &str| {
            let value = answer.header(name);
            assert!(value.contains(part), "{} answers {}: {name}: {value}", answer.path, answer.status);
        };
        says("content-security-policy", "default-src 'none'; script-src 'self'; style-src 'self'");
        says("content-security-policy", "frame-ancestors 'none'");
        says("x-content-type-options", "nosniff");
        says("referrer-policy", "same-origin");
        says("cross-origin-opener-policy", "same-origin");
        says("permissions-policy", "camera=()");
        assert_eq!(answer.header("x-request-id").len(), 36, "{}", answer.path);
        assert_eq!(answer.header("strict-transport-security"), "", "plain http promises nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn over_https_the_browser_stays_there_and_cookies_are_ours_alone() {
    let app = TestApp::with(&[("PLENARY_BASE_URL", "https://forum.example.org")]).await;
    let page = app.visitor().get("/nowhere").await.expect(404);
    assert!(page.header("strict-transport-security").starts_with("max-age=31536000"));

    let cookie = Jar::of(&app.app).secret("session", "x".to_owned(), None);
    assert_eq!(cookie.name(), "__Host-session");
    assert_eq!((cookie.secure(), cookie.path(), cookie.domain()), (Some(true), Some("/"), None));

    let plain = Jar::of(&TestApp::start().await.app).secret("session", "x".to_owned(), None);
    assert_eq!((plain.name(), plain.secure()), ("session", Some(false)));
    for cookie in [cookie, plain] {
        assert_eq!((cookie.http_only(), cookie.same_site()), (Some(true), Some(SameSite::Lax)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_method_is_told_which_ones_there_are() {
    let app = TestApp::start().await;
    let answer = app.visitor().post("/", &[]).await.expect(405);
    assert_eq!(answer.header("allow"), "GET");
    let head = Page::of(app.visitor().request(Method::HEAD, "/assets/x/css/base.css")).await.expect(200);
    assert!(head.body.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_from_one_network_is_stopped_and_no_other_network_with_it() {
    let app = TestApp::with(&[("PLENARY_TRUSTED_PROXIES", "127.0.0.1")]).await;
    // An IPv6 address counts with its /64.
    let (flood, other) = ("2001:db8:1:2::".parse().unwrap(), "2001:db8:1:3::1");
    let from = |address: &'static str| {
        let request = app.visitor().request(Method::POST, "/").header("sec-fetch-site", "same-origin");
        Page::of(request.header("x-forwarded-for", address))
    };
    // One more is allowed every hundredth of a second, which may pass before the request arrives.
    let mut stopped = None;
    while stopped.is_none() {
        while app.app.limiter.count(flood).is_ok() {}
        stopped = Some(from("2001:db8:1:2:ffff::9").await).filter(|page| page.status == 429);
    }
    assert!(!stopped.unwrap().header("retry-after").is_empty());
    from(other).await.expect(405);
}
