//! The chair's work by the API: people added, things handed in, decided, told, answered, and a place passed on.

use reqwest::Method;
use serde_json::{Value, json};

use super::{
    Site, act,
    calls::{of, talks},
};
use crate::support::page::Page;

/// A site with one open call.
pub struct Chair {
    pub site: Site,
    pub call: Value,
}

impl Chair {
    pub async fn sit() -> Self {
        let site = Site::open().await;
        let call = site.post("/calls", &talks()).await;
        site.act(&of(&call, "/publish")).await;
        Self { site, call }
    }

    /// Somebody who can be reached.
    pub async fn speaker(&self, name: &str) -> Value {
        let email = format!("{}@elsewhere.example", name.to_lowercase());
        self.site.post("/speakers", &json!({ "email": email, "profile": { "name_latin": name } })).await
    }

    /// What she hands in.
    pub async fn submission(&self, speaker: &Value, title: &str) -> Value {
        let body = json!({
            "call": self.call["id"], "speaker": speaker["id"],
            "submission": { "title": { "en": title }, "session_type": "talk" },
        });
        self.site.post("/submissions", &body).await
    }

    pub async fn send(&self, path: &str, body: &Value) -> Page {
        self.site.program.send(Method::POST, &self.site.at(path), body).await
    }

    async fn decide(&self, submission: &Value, verdict: &str) -> Value {
        let path = format!("/submissions/{}/decide", submission["id"].as_str().unwrap());
        self.send(&path, &json!({ "decision": { "verdict": verdict } })).await.expect(200).json()
    }

    async fn tell(&self, letters: &Value) -> Page {
        self.send("/submissions/tell", &json!({ "letters": letters })).await
    }
}

fn one(submission: &Value, act: &str) -> String {
    format!("/submissions/{}{act}", submission["id"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_decided_is_told_after_its_letters_were_read_and_a_place_given_up_passes_on() {
    let chair = Chair::sit().await;
    let (lise, otto) = (chair.speaker("Lise").await, chair.speaker("Otto").await);
    let (first, second) =
        (chair.submission(&lise, "Fission").await, chair.submission(&otto, "Uranium").await);
    chair.decide(&first, "accepted").await;
    let line = chair.decide(&second, "standby").await;
    assert_eq!(line["decision"], json!({ "verdict": "standby", "standby_order": 1 }));

    let letters = chair.site.read("/decision-letters").await["items"].clone();
    assert_eq!(letters[1]["mail"]["to"], "lise@elsewhere.example");
    assert!(letters[1]["mail"]["text"].as_str().unwrap().contains("Fission"), "{letters}");
    let read = json!([
        { "submission": first["id"], "verdict": "accepted" }, { "submission": second["id"], "verdict": "standby" },
    ]);
    chair.tell(&read).await.expect(200);
    assert_eq!(chair.tell(&read).await.expect(409).code(), "submission_told_already");
    assert_eq!(chair.site.read("/decision-letters").await["items"], json!([]));

    let said = json!({ "comes": false, "note": "She called" });
    let answered = chair.send(&one(&first, "/answer"), &said).await.expect(200).json();
    assert_eq!(
        (answered["answer"].clone(), answered["answered_through"].clone()),
        (json!("turned-down"), json!("staff"))
    );
    let vacancy = chair.site.read("/vacancies").await["items"][0].clone();
    assert_eq!(
        (vacancy["given_up"]["id"].clone(), vacancy["next"]["id"].clone()),
        (first["id"].clone(), second["id"].clone())
    );
    chair.site.act(&one(&first, "/promote-next")).await;
    assert_eq!(chair.site.read(&one(&second, "")).await["submission"]["told"], "accepted");
    let again = act(&chair.site.program, &chair.site.at(&one(&first, "/promote-next"))).await;
    assert_eq!(again.expect(409).code(), "no_standby");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_decided_together_or_none_is() {
    let chair = Chair::sit().await;
    let lise = chair.speaker("Lise").await;
    let (first, second) = (chair.submission(&lise, "One").await, chair.submission(&lise, "Two").await);
    chair.decide(&second, "declined").await;
    let choice = |row: &Value, seen: Value| json!({ "submission": row["id"], "seen": seen, "decision": { "verdict": "standby" } });
    let stale = json!({ "choices": [choice(&first, Value::Null), choice(&second, Value::Null)] });
    assert_eq!(chair.send("/submissions/decide", &stale).await.expect(409).code(), "decided_meanwhile");
    assert_eq!(chair.site.read(&one(&first, "")).await["submission"]["decision"], Value::Null);
    let seen = json!({ "verdict": "declined", "standby_order": null });
    let fresh = json!({ "choices": [choice(&first, Value::Null), choice(&second, seen)] });
    let made = chair.send("/submissions/decide", &fresh).await.expect(200).json();
    let places: Vec<&Value> =
        made["items"].as_array().unwrap().iter().map(|row| &row["decision"]["standby_order"]).collect();
    assert_eq!(places, [&json!(1), &json!(2)]);
    let odd = json!({ "choices": [{ "submission": first["id"], "decision": { "verdict": "accepted", "standby_order": 3 } }] });
    let refused = chair.send("/submissions/decide", &odd).await.expect(422).json();
    assert_eq!(refused["errors"][0]["code"], "standby_order_unwanted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_read_page_by_page_and_by_what_it_is_filtered() {
    let chair = Chair::sit().await;
    let lise = chair.speaker("Lise").await;
    for title in ["Alpha", "Beta", "Gamma"] {
        let made = chair.submission(&lise, title).await;
        chair.decide(&made, "standby").await;
    }
    let titles = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap().iter();
        items.map(|row| row["title"]["en"].as_str().unwrap().to_owned()).collect()
    };
    for filter in ["", "stage=standby&", "q=lise&"] {
        let first = chair.site.read(&format!("/submissions?{filter}limit=2")).await;
        assert_eq!(titles(&first), ["Gamma", "Beta"], "{filter}");
        let next = first["next"].as_str().unwrap();
        let second = chair.site.read(&format!("/submissions?{filter}limit=2&cursor={next}")).await;
        assert_eq!(
            (titles(&second), second["next"].clone()),
            (vec!["Alpha".to_owned()], Value::Null),
            "{filter}"
        );
    }
    assert_eq!(titles(&chair.site.read("/submissions?q=beta").await), ["Beta"]);
    assert_eq!(titles(&chair.site.read("/submissions?stage=accepted").await), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_speaker_is_added_by_name_corrected_and_sent_her_link() {
    let chair = Chair::sit().await;
    let keynote = chair.site.post("/speakers", &json!({ "profile": { "name_han": "陳美" } })).await;
    let path = |act: &str| format!("/speakers/{}{act}", keynote["id"].as_str().unwrap());
    let send = act(&chair.site.program, &chair.site.at(&path("/send-link"))).await;
    assert_eq!(send.expect(409).code(), "speaker_unreachable");
    let body = json!({
        "contact_name": "Her office", "contact_email": "office@elsewhere.example", "lang": "zh-Hant",
        "profile": { "name_han": "陳美", "name_title": "教授", "version": keynote["version"] },
    });
    let put = async || chair.site.program.send(Method::PUT, &chair.site.at(&path("")), &body).await;
    assert_eq!(put().await.expect(200).json()["name_title"], "教授");
    assert_eq!(put().await.expect(409).code(), "edited_meanwhile");
    chair.site.act(&path("/send-link")).await;
    let mails = chair.site.read("/mails?template=speaker-invited").await;
    assert_eq!(mails["items"][0]["recipient"], "office@elsewhere.example");

    let lise = chair.speaker("Lise").await;
    let order = json!({ "ids": [lise["id"]] });
    chair.send("/speakers/reorder", &order).await.expect(204);
    assert_eq!(chair.site.read("/speakers").await["items"][0]["id"], lise["id"]);
    assert_eq!(chair.site.read("/speakers?q=陈").await["items"][0]["id"], keynote["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_submission_is_corrected_against_the_version_that_was_read() {
    let chair = Chair::sit().await;
    let lise = chair.speaker("Lise").await;
    let row = chair.submission(&lise, "Fission").await;
    let body = json!({ "title": { "en": "On fission" }, "session_type": "talk", "version": row["version"] });
    let put = async || chair.site.program.send(Method::PUT, &chair.site.at(&one(&row, "")), &body).await;
    assert_eq!(put().await.expect(200).json()["title"]["en"], "On fission");
    assert_eq!(put().await.expect(409).code(), "edited_meanwhile");
    let history = chair.site.read(&one(&row, "/history")).await;
    let actions: Vec<&Value> =
        history["items"].as_array().unwrap().iter().map(|entry| &entry["action"]).collect();
    assert_eq!(actions, ["submission.add", "submission.submit", "submission.correct"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_sent_only_if_it_still_says_what_was_read() {
    let chair = Chair::sit().await;
    let lise = chair.speaker("Lise").await;
    let row = chair.submission(&lise, "Fission").await;
    chair.decide(&row, "accepted").await;
    let letter = chair.site.read("/decision-letters").await["items"][0]["mail"].clone();
    let read = |fingerprint: &Value| json!([{ "submission": row["id"], "verdict": "accepted", "fingerprint": fingerprint }]);
    assert_eq!(chair.tell(&read(&json!("another"))).await.expect(409).code(), "letters_changed");
    chair.tell(&read(&letter["fingerprint"])).await.expect(200);
}
