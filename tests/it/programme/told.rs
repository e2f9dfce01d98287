//! What a release tells those who are on: one mail for each slot, with what their calendars are to do.

use serde_json::Value;

use super::Making;

impl Making {
    /// A speaker with an address of her own.
    async fn addressed(&self, name: &str) -> String {
        let id = self.speaker(name).await;
        let email = format!("{}@example.org", name.to_lowercase());
        self.app
            .run(&format!("UPDATE speaker SET email = '{email}', email_key = '{email}' WHERE id = '{id}'"))
            .await;
        id
    }

    /// Whom each mail about a slot is for, and what it tells her calendar, in the order they were queued.
    async fn calendars(&self) -> Vec<(String, Value)> {
        let sql = "SELECT coalesce(json_agg(json_build_array(recipient, values->'values'->'calendar') ORDER BY id), '[]')::text
                   FROM mail WHERE template = 'slot-changed'";
        serde_json::from_str(&self.app.one::<String>(sql).await).unwrap()
    }
}

fn told<'a>(all: &'a [(String, Value)], who: &str) -> Vec<(&'a str, bool, u64)> {
    let hers = all.iter().filter(|(to, _)| to.starts_with(who)).map(|(_, calendar)| calendar);
    let fact = |it: &'a Value| {
        (it["title"].as_str().unwrap(), it["cancelled"].as_bool().unwrap(), it["sequence"].as_u64().unwrap())
    };
    hers.map(fact).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_slot_makes_a_mail_of_its_own_whose_number_rises_with_every_change() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let (ada, bob) = (making.addressed("Ada").await, making.addressed("Bob").await);
    making.speaker("Nobody").await;
    let one = making.session("One", &[&ada, &bob]).await;
    let two = making.session("Two", &[&ada]).await;
    let one = making.place(&one, &[hall], 0).await.unwrap();
    making.place(&two, &[hall], 60).await.unwrap();
    making.release("v1").await.unwrap();
    let all = making.calendars().await;
    let mut hers = told(&all, "ada");
    hers.sort_unstable();
    assert_eq!(hers, [("One", false, 0), ("Two", false, 0)]);
    assert_eq!(told(&all, "bob"), [("One", false, 0)]);

    let one = making.place(&one, &[hall], 120).await.unwrap();
    making.release("v2").await.unwrap();
    let all = making.calendars().await;
    assert_eq!(
        (told(&all, "ada")[2..].to_vec(), told(&all, "bob")[1..].to_vec()),
        (vec![("One", false, 1)], vec![("One", false, 1)])
    );
    let (_, moved) = all.last().unwrap();
    assert_eq!(moved["session"], one.id.to_string());
    assert_eq!(
        moved["starts_at"],
        making.edition.starts_at.plus(jiff::SignedDuration::from_mins(120)).to_string()
    );

    making.remove(&one).await.unwrap();
    making.release("v3").await.unwrap();
    let all = making.calendars().await;
    assert_eq!(told(&all, "bob")[2..], [("One", true, 2)]);
    assert_eq!(told(&all, "ada")[3..], [("One", true, 2)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_a_session_that_goes_on_has_it_struck_out_and_comes_back_with_a_higher_number() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let (ada, bob) = (making.addressed("Ada").await, making.addressed("Bob").await);
    let one = making.session("One", &[&ada, &bob]).await;
    making.place(&one, &[hall], 0).await.unwrap();
    making.release("v1").await.unwrap();
    making.app.run(&format!("DELETE FROM session_speaker WHERE speaker_id = '{bob}'")).await;
    making.release("v2").await.unwrap();
    making
        .app
        .run(&format!(
            "INSERT INTO session_speaker SELECT (jsonb_populate_record(s, jsonb_build_object('speaker_id', '{bob}', 'position', 2))).*
             FROM session_speaker s WHERE s.speaker_id = '{ada}'"
        ))
        .await;
    making.release("v3").await.unwrap();
    let all = making.calendars().await;
    assert_eq!(told(&all, "bob"), [("One", false, 0), ("One", true, 1), ("One", false, 2)]);
    assert_eq!(told(&all, "ada"), [("One", false, 0)], "nothing changed for her");
}
