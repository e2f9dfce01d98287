//! A founder's way: an account of her own, a company, a colleague.

use crate::support::{app::TestApp, client::Client};

/// The six digits of the last mail that holds some.
async fn digits(app: &TestApp) -> String {
    let mails = app.mails().await;
    let code = mails.iter().rev().find_map(|mail| mail.links.get("code")).expect("a code");
    app.app.keys.sign_in_code(code.id)
}

/// Somebody who has just made her account in this browser.
async fn newcomer(app: &TestApp, email: &str) -> Client {
    let browser = app.visitor();
    let typed = [("name", "Chan Mei"), ("email", email), ("next", "/en/account/companies")];
    let asked = browser.post("/sign-up", &typed).await.expect(303);
    assert_eq!(asked.location(), "/sign-in/code?next=%2Fen%2Faccount%2Fcompanies");
    let code = digits(app).await;
    let signed = browser.post("/sign-in/code", &[("code", &*code), ("next", "/en/account/companies")]).await;
    assert_eq!(signed.expect(303).location(), "/en/account/companies");
    let page = browser.get("/en/account/companies/new").await.expect(200);
    browser.carrying(page.value_of("_csrf").unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_makes_her_account_and_her_company_and_asks_a_colleague() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let mei = newcomer(&app, "mei@example.org").await;
    assert!(mei.get("/en/account/companies").await.expect(200).says("You act for no company yet"));
    assert_eq!(mei.get("/console").await.expect(303).location(), "/en/account/companies");
    let new = "/zh-Hant/account/companies/new";
    let refused = mei.post(new, &[("city", "香港"), ("name.zh-Hant", "")]).await.expect(422);
    assert!(refused.body.contains("香港"), "nothing typed is lost");
    let typed = [("name.zh-Hant", "海港機械人"), ("city", "香港"), ("region", "hong-kong")];
    let made = mei.post(new, &typed).await.expect(303).location().to_owned();
    let home = made.split('?').next().unwrap().to_owned();
    assert!(mei.get(&made).await.expect(200).says("海港機械人"));
    mei.post(&format!("{home}/invite"), &[("email", "no")]).await.expect(422);
    mei.post(&format!("{home}/invite"), &[("email", "lau@example.org")]).await.expect(303);
    assert!(mei.get(&home).await.says("lau@example.org"));
    assert!(mei.post(&format!("{home}/leave"), &[]).await.expect(409).says("最後一位成員"));

    let link = format!("/company/{}", app.mailed("company").await);
    let lau = app.visitor();
    assert!(lau.get(&link).await.expect(200).body.contains("name=\"name\""));
    lau.post(&format!("{link}/accept"), &[]).await.expect(422);
    let joined = lau.post(&format!("{link}/accept"), &[("name", "Lau")]).await.expect(303);
    assert!(lau.get(joined.location()).await.expect(200).says("lau@example.org"));
    app.visitor().get(&link).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn making_an_account_looks_the_same_for_an_address_that_has_one() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    newcomer(&app, "mei@example.org").await;
    let mut answers = Vec::new();
    for email in ["mei@example.org", "new@example.org"] {
        let typed = [("name", "Somebody"), ("email", email)];
        let asked = app.visitor().post("/sign-up", &typed).await.expect(303);
        answers.push((asked.location().to_owned(), asked.body.clone()));
        assert_eq!(app.one::<String>("SELECT recipient FROM mail ORDER BY id DESC LIMIT 1").await, email);
    }
    assert_eq!(answers[0], answers[1]);
    let names: i64 = app.one("SELECT count(*) FROM account WHERE name = 'Somebody'").await;
    assert_eq!(names, 0, "nobody is called anything by a stranger");
    app.visitor().post("/sign-up", &[("email", "x")]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_does_not_make_an_account() {
    let app = TestApp::start().await;
    let browser = app.visitor();
    let typed = [("name", "Chan Mei"), ("email", "mei@example.org")];
    browser.post("/sign-up", &typed).await.expect(303);
    let right = digits(&app).await;
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        browser.post("/sign-in/code", &[("code", wrong)]).await.expect(422);
    }
    browser.post("/sign-in/code", &[("code", &*right)]).await.expect(422);
    let accounts: i64 = app.one("SELECT count(*) FROM account").await;
    assert_eq!(accounts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_a_company_says_of_itself_comes_back_in_its_form_as_it_was_typed() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let mei = newcomer(&app, "mei@example.org").await;
    let typed = [
        ("name.en", "Harbour Robotics"),
        ("one_liner.en", "Arms that feel."),
        ("one_liner.zh-Hant", "有觸覺的機械臂。"),
        ("city", "Hong Kong"),
        ("region", "hong-kong"),
        ("stage", "pilot"),
        ("size", "11-50"),
        ("website", "https://harbour.example/"),
    ];
    let made = mei.post("/en/account/companies/new", &typed).await.expect(303).location().to_owned();
    let home = made.split('?').next().unwrap();
    let form = mei.get(&format!("{home}/edit")).await.expect(200);
    for name in ["one_liner.en", "one_liner.zh-Hant", "website", "city"] {
        let (_, value) = typed.iter().find(|(one, _)| *one == name).unwrap();
        let stands = form.value_of(name).as_deref() == Some(*value)
            || form.body.contains(&format!(">{value}</textarea>"));
        assert!(stands, "{name}: {}", form.body);
    }
    for chosen in ["pilot", "11-50", "hong-kong"] {
        let marked = |mark: &str| form.body.contains(&format!("value=\"{chosen}\" {mark}"));
        assert!(marked("selected") || marked("checked"), "{chosen}: {}", form.body);
    }
    let version = form.value_of("version").unwrap();
    let again: Vec<(&str, &str)> = typed
        .into_iter()
        .map(|(name, value)| (name, if name == "stage" { "growth" } else { value }))
        .chain([("version", version.as_str())])
        .collect();
    mei.post(&format!("{home}/edit"), &again).await.expect(303);
    let stored = "SELECT concat_ws(' ', stage, size, website, one_liner->>'en') FROM company";
    assert_eq!(app.one::<String>(stored).await, "growth 11-50 https://harbour.example/ Arms that feel.");
}
