//! An attendee on a phone, and a hall that is full.

use plenary::{
    capacity::{self, NewPool, PoolFields},
    editions::{self, ConsentKind, ConsentTextFields, Edition},
    questions::{self, NewQuestion, QuestionFields},
    registrations::types::{self, TypeFields},
    values::Moment,
};
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::support::{app::TestApp, browser::walk};

fn read<T: serde::de::DeserializeOwned>(fields: Value) -> T {
    serde_json::from_value(fields).expect("the fields of a form")
}

/// A forum with `places` for guests, a question that depends on another, and consents.
async fn forum(places: i32) -> (TestApp, Edition) {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let who = app.organises(edition.id);
    let pool: PoolFields = read(
        json!({ "name": { "en": "Hall", "zh-Hant": "會堂", "zh-Hans": "会堂" }, "capacity": places.to_string() }),
    );
    let dinner: QuestionFields = read(json!({ "slug": "dinner", "kind": "yes-no", "required": true,
        "label": { "en": "Dinner?", "zh-Hant": "出席晚宴？", "zh-Hans": "参加晚宴？" } }));
    let make = app.app.db.transaction(async |tx| {
        let pool = capacity::create(tx, &who, NewPool::try_from(&pool)?).await?;
        let guest: TypeFields = read(json!({ "slug": "guest", "pools": [pool.id],
            "name": { "en": "Guest", "zh-Hant": "一般來賓", "zh-Hans": "普通来宾" } }));
        types::create(tx, &who, guest.parse(&edition.zone)?).await?;
        let dinner = questions::create(tx, &who, NewQuestion::try_from(&dinner)?).await?;
        let diet: QuestionFields = read(json!({ "slug": "diet", "kind": "short-text", "sensitive": true,
            "shown_if_question": dinner.slug, "shown_if_value": "yes",
            "label": { "en": "Diet", "zh-Hant": "飲食需要", "zh-Hans": "饮食需求" } }));
        questions::create(tx, &who, NewQuestion::try_from(&diet)?).await?;
        let transfer: ConsentTextFields = read(json!({ "required": true,
            "body": { "en": "Data may cross the border.", "zh-Hant": "同意跨境轉移資料。", "zh-Hans": "同意跨境传输信息。" } }));
        editions::set_consent_text(tx, &who, transfer.parse(ConsentKind::Transfer)?).await?;
        Ok(())
    });
    make.await.expect("a forum");
    assert!(edition.ends_at > Moment::now());
    (app, edition)
}

/// Takes the walk of this name, with the duties at work and the mails at hand.
pub(super) async fn take(name: &str, app: &TestApp) {
    take_with(name, app, json!({})).await;
}

/// The same, where it needs to know more: `facts` is an object.
pub(super) async fn take_with(name: &str, app: &TestApp, mut facts: Value) {
    facts["mail"] = json!(app.app.config.mail_folder());
    let (stop, stopped) = watch::channel(false);
    let duties = tokio::spawn(plenary::jobs::run(app.app.clone(), stopped));
    let walked = walk(&app.base, name, facts).await;
    stop.send(true).expect("the duties run");
    duties.await.expect("no panic").expect("duties that start");
    walked.unwrap_or_else(|problems| panic!("{problems}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attendee_registers_on_a_phone_and_looks_after_it_herself() {
    let (app, _) = forum(50).await;
    take("attendee", &app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_hall_has_a_line_and_a_freed_place_goes_to_the_first_in_it() {
    let (app, _) = forum(1).await;
    take("full-hall", &app).await;
    looking_changes_nothing(&app).await;
}

/// Mail scanners follow links: fetching every link of every mail changes no registration and no offer.
async fn looking_changes_nothing(app: &TestApp) {
    let standing = "SELECT string_agg(r::text || coalesce(o::text, ''), '|' ORDER BY r.id, o.id)
                    FROM registration r LEFT JOIN offer o ON o.registration_id = r.id";
    let before: String = app.one(standing).await;
    for mail in app.mails().await {
        for link in mail.links.values() {
            app.visitor().get(&app.path_of(link)).await;
        }
    }
    assert_eq!(before, app.one::<String>(standing).await);
}
