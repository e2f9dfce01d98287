//! What companies show: told, confirmed and released, on their pages and in everything that is made of the programme.

use plenary::{
    calls::Call,
    companies::{self, CompanyFields, Member, NewCompany},
    editions::{Edition, Room},
    submissions::{SubmissionId, demo},
    values::Id,
};
use serde_json::json;

use crate::support::{
    app::TestApp,
    editions::{fields, trilingual},
};

/// Harbour Robotics, accepted with a slot in the draft, beside a talk that can be released.
pub struct Show {
    pub app: TestApp,
    pub edition: Edition,
    pub who: Member,
    call: Call,
    room: Id<Room>,
    demo: SubmissionId,
}

impl Show {
    async fn accepted() -> Self {
        let making = super::Making::begin().await;
        let room = making.room("hall", 100).await;
        let opening = making.session("Opening", &[]).await;
        making.place(&opening, &[room], 0).await.unwrap();
        let super::Making { app, edition, .. } = making;
        let ada = app.person("ada").await;
        let company = app.company(&ada).await;
        let who = app.member(&ada, &company).await;
        app.logo(&who).await;
        let call = app.demo_call(&edition).await;
        let demo = app.accepted_demo(&edition, (&who, &call), (room, 60)).await;
        Self { app, edition, who, call, room, demo }
    }

    async fn told() -> Self {
        let show = Self::accepted().await;
        show.app.tell_demo(&show.edition, show.demo).await;
        show
    }

    async fn confirmed() -> Self {
        let show = Self::told().await;
        show.app.answer_demo(&show.who, show.demo, true).await;
        show
    }

    pub async fn on_show() -> Self {
        let show = Self::confirmed().await;
        show.app.released(&show.edition, "v1").await;
        show
    }

    fn page(&self) -> String {
        format!("companies/{}", self.who.company())
    }

    async fn logo(&self) -> String {
        let id: String = self.app.one("SELECT id::text FROM file WHERE owner_kind = 'company'").await;
        format!("{}/logo/{id}", self.page())
    }

    async fn text(&self, path: &str) -> String {
        self.app.visitor().get(&format!("/en/2026/{path}")).await.expect(200).body
    }

    /// Nothing that anybody can read names the company.
    async fn is_nowhere(&self) {
        for path in ["", "/demos", "/demos?by=time", "/programme", "/programme?q=harbour"] {
            let page = self.app.visitor().get(&format!("/en/2026{path}")).await.expect(200);
            assert!(!page.body.contains("Harbour Robotics") && !page.body.contains(&self.page()), "{path}");
            let leads = page.body.contains("<li><a href=\"/en/2026/demos\">");
            assert!(!leads, "{path} leads to demos");
        }
        for file in ["schedule.xml", "schedule.json", "programme.ics", "programme.csv"] {
            let got = self.app.visitor().get(&format!("/en/2026/{file}")).await;
            assert!(!got.body.contains("Harbour Robotics"), "{file}: {}", got.body);
        }
        assert!(!self.app.visitor().get("/sitemap.xml").await.expect(200).body.contains("/companies/"));
        for gone in [self.page(), self.logo().await] {
            self.app.visitor().get(&format!("/en/2026/{gone}")).await.expect(404);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_company_is_public_before_it_was_told() {
    let show = Show::accepted().await;
    show.app.released(&show.edition, "v1").await;
    show.is_nowhere().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_company_is_public_before_it_confirmed() {
    let show = Show::told().await;
    show.app.released(&show.edition, "v1").await;
    show.is_nowhere().await;
    show.app.answer_demo(&show.who, show.demo, true).await;
    show.app.refresh().await;
    show.is_nowhere().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_company_is_public_before_its_slot_is_released() {
    let show = Show::confirmed().await;
    show.app.refresh().await;
    show.is_nowhere().await;
    show.app.run("UPDATE session SET starts_at = NULL, pinned = false WHERE submission_id IS NOT NULL").await;
    show.app.released(&show.edition, "v1").await;
    show.is_nowhere().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_on_show_has_its_place_by_field_and_by_time_and_everybody_finds_the_way() {
    let show = Show::on_show().await;
    let home = show.app.visitor().get("/en/2026").await.expect(200);
    assert!(home.body.contains("href=\"/en/2026/demos\""), "{}", home.body);
    for path in ["/en/2026/demos", "/en/2026/demos?by=time"] {
        let page = show.app.visitor().get(path).await.expect(200);
        for said in ["Harbour Robotics", "Hong Kong", "Arm", "10:30", "Room"] {
            assert!(page.says(said), "{path}: {said}: {}", page.body);
        }
        let kept = show.app.visitor().request(reqwest::Method::GET, path);
        let kept = kept.header("if-none-match", page.header("etag")).send().await.unwrap();
        assert_eq!(kept.status(), 304);
    }
    let chinese = show.app.visitor().get("/zh-Hant/2026/demos").await.expect(200);
    assert!(chinese.says("海港機械人") && chinese.says("機械臂"), "{}", chinese.body);
    let session =
        show.app.one::<String>("SELECT id::text FROM session WHERE submission_id IS NOT NULL").await;
    let session = show.text(&format!("sessions/{session}")).await;
    assert!(session.contains(&show.page()) && session.contains("\"Organization\""), "{session}");
    assert!(show.text("programme?q=harbour").await.contains(&show.page()));
    let map = show.app.visitor().get("/sitemap.xml").await.expect(200).body;
    assert!(map.contains(&format!("/zh-Hans/2026/{}</loc>", show.page())) && map.contains("/en/2026/demos"));
    assert!(show.app.visitor().get("/robots.txt").await.expect(200).body.contains("/sitemap.xml"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_page_says_what_it_shows_and_nothing_that_only_judges_read() {
    let show = Show::on_show().await;
    show.app.run("UPDATE company SET website = 'https://harbour.example/', city = '香港'").await;
    show.app
        .run("UPDATE submission_demo SET novelty = '{\"en\": \"Secret sauce\"}', equipment = 'A crane'")
        .await;
    show.app.run("UPDATE publication SET version = version + 1").await;
    show.app.refresh().await;
    let page = show.app.visitor().get(&format!("/en/2026/{}", show.page())).await.expect(200);
    for said in
        ["Harbour Robotics", "海港機械人", "海港机器人", "香港 (Hong Kong)", "Text", "Tea", "Cantonese"]
    {
        assert!(page.says(said), "{said}: {}", page.body);
    }
    let link = "href=\"https://harbour.example/\" rel=\"nofollow noopener noreferrer\"";
    assert!(page.body.contains(link), "{}", page.body);
    for private in ["Secret sauce", "A crane", "1200", "1,200", "ada@example.org", "deck.pdf"] {
        assert!(!page.body.contains(private), "{private}: {}", page.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feeds_name_the_company_as_far_as_they_can() {
    let show = Show::on_show().await;
    let json: serde_json::Value = serde_json::from_str(&show.text("schedule.json").await).unwrap();
    let text = json.to_string();
    assert!(text.contains("\"subtitle\":\"Harbour Robotics\"") && text.contains(&show.page()), "{text}");
    let xml = show.text("schedule.xml").await;
    assert!(xml.contains("<subtitle>Harbour Robotics</subtitle>") && xml.contains(&show.page()), "{xml}");
    assert!(show.text("programme.ics").await.contains("DESCRIPTION;LANGUAGE=en:Harbour Robotics\\n\\nTea"));
    let table = show.text("programme.csv").await;
    assert!(table.contains("\"company\"") && table.contains("\"Arm\",\"Harbour Robotics\""), "{table}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_may_be_kept_for_a_day_and_is_not_sent_twice() {
    let show = Show::on_show().await;
    let path = format!("/en/2026/{}", show.logo().await);
    let logo = show.app.visitor().get(&path).await.expect(200);
    assert_eq!(logo.header("cache-control"), "public, max-age=86400");
    let again = show.app.visitor().request(reqwest::Method::GET, &path);
    let again = again.header("if-none-match", logo.header("etag")).send().await.unwrap();
    assert_eq!(again.status(), 304);
    let other = format!("/en/2026/{}/logo/{}", show.page(), uuid::Uuid::nil());
    show.app.visitor().get(&other).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gives_the_slot_up_is_off_at_once() {
    let show = Show::on_show().await;
    show.app.answer_demo(&show.who, show.demo, false).await;
    show.app.refresh().await;
    show.is_nowhere().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_draft_takes_out_stays_on_show_until_the_next_release() {
    let show = Show::on_show().await;
    show.app.run("UPDATE session SET removed_at = now(), starts_at = NULL, pinned = false, submission_id = NULL WHERE submission_id IS NOT NULL").await;
    show.app.run("UPDATE publication SET version = version + 1").await;
    show.app.refresh().await;
    assert!(show.text("demos").await.contains("Harbour Robotics"));
    show.app.released(&show.edition, "v2").await;
    show.is_nowhere().await;
    assert!(!show.text("releases/1").await.contains(&show.page()), "a link that leads nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_better_name_logo_or_product_shows_without_another_release() {
    let show = Show::on_show().await;
    assert!(show.text("demos").await.contains("Harbour Robotics"));
    let typed: CompanyFields = fields(json!({
        "name": trilingual("Harbour Arms", "海港機械臂", "海港机械臂"), "city": "Hong Kong", "region": "hong-kong",
    }));
    let new = NewCompany::try_from(&typed).unwrap();
    let change = show.app.app.db.transaction(async |tx| {
        companies::change(tx, &show.who, &new).await?;
        demo::refresh(tx, show.who.company()).await
    });
    change.await.unwrap();
    show.app.refresh().await;
    assert!(show.text("demos").await.contains("Harbour Arms"));
    let details: plenary::submissions::DemoFields = fields(json!({
        "product": { "en": "Now with feeling" }, "novelty": { "en": "x" }, "team": { "en": "x" }, "watts": 1,
    }));
    let details = details.parse(&show.edition).unwrap();
    let now = plenary::values::Moment::now();
    let set =
        show.app.app.db.transaction(async |tx| demo::set_demo(tx, &show.who, show.demo, &details, now).await);
    set.await.unwrap();
    show.app.refresh().await;
    assert!(show.text(&show.page()).await.contains("Now with feeling"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_with_two_demos_has_one_page_with_both() {
    let show = Show::confirmed().await;
    show.app.run("DROP INDEX submission_company_track_key").await;
    let second = show.app.accepted_demo(&show.edition, (&show.who, &show.call), (show.room, 120)).await;
    show.app.tell_demo(&show.edition, second).await;
    show.app.answer_demo(&show.who, second, true).await;
    show.app.released(&show.edition, "v1").await;
    assert_eq!(show.text(&show.page()).await.matches("<h2 id=\"demo-").count(), 2);
    assert_eq!(
        show.text("demos").await.matches(&format!("<h3><a href=\"/en/2026/{}\"", show.page())).count(),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_read_what_is_on_show_and_what_it_needs() {
    let show = Show::on_show().await;
    let demos = show.app.visitor().get("/api/v1/editions/2026/demos").await.expect(200).json();
    assert_eq!(demos["items"][0]["company"]["name"]["en"], "Harbour Robotics", "{demos}");
    assert_eq!(demos["items"][0]["product"]["en"], "Text", "{demos}");
    assert!(!demos.to_string().contains("novelty") && !demos.to_string().contains('@'), "{demos}");
    let organiser = show.app.organiser(show.edition.id).await;
    let (_, program) = show.app.token(&organiser, &["programme:read"], None).await;
    let sheet = program.get("/api/v1/editions/2026/power-sheet").await.expect(200).json();
    assert_eq!(sheet["places"][0]["demos"][0]["watts"], 1200, "{sheet}");
    let load = &sheet["places"][0]["loads"][0];
    assert_eq!((&load["watts"], &load["watts_at_once"]), (&json!(1200), &json!(1200)), "{sheet}");
}
