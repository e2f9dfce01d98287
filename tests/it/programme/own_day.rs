//! What the reminder before the day tells of: her own programme, as it is released.

use plenary::{accounts::proofs::System, registrations};
use serde_json::Value;

use super::Making;

impl Making {
    /// It begins tomorrow, and everybody has had her ticket for a while; reminds them.
    async fn remind_of_tomorrow(&self) -> usize {
        let tomorrow = "UPDATE edition SET starts_at = now() + interval '20 hours', reminder_days = 2,
                               ends_at = now() + interval '30 hours';
                        UPDATE mail SET created_at = created_at - interval '7 days'";
        self.app.run(tomorrow).await;
        self.verb(async |tx| registrations::remind_of_the_day(tx, &System::duty()).await).await.unwrap()
    }

    /// The titles in her reminder.
    async fn own_programme(&self, name: &str) -> Vec<String> {
        let sql = format!(
            "SELECT (m.values->'values'->'sessions')::text FROM mail m JOIN registration r ON r.id = m.cause_id
             WHERE m.template = 'day-reminder' AND r.name_latin = '{name}'"
        );
        let sessions: Vec<Value> = serde_json::from_str(&self.app.one::<String>(&sql).await).unwrap();
        assert!(sessions.iter().all(|one| one["when"].as_str().unwrap().ends_with("Room")), "{sessions:?}");
        sessions.iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reminder_has_what_she_booked_and_what_she_is_on_in_and_nothing_else() {
    let (making, tour) = Making::limited(1).await;
    let (ada, bob, eve) = (making.guest("Ada").await, making.guest("Bob").await, making.guest("Eve").await);
    let speaker = making.speaker("Eve").await;
    let hers = making.session("Her talk", &[&speaker]).await;
    let hall = making.room("annex", 10).await;
    making.place(&hers, &[hall], 120).await.unwrap();
    let off = making.session("Off", &[&speaker]).await;
    let off = making.place(&off, &[hall], 240).await.unwrap();
    making.release("v2").await.unwrap();
    making.remove(&off).await.unwrap();
    making.release("v3").await.unwrap();
    for (who, session) in [(&ada.1, tour), (&bob.1, tour)] {
        making.sign_up(who, session).await.unwrap();
    }
    making.app.run(&format!("INSERT INTO speaker_registration VALUES ('{speaker}', '{}')", eve.0)).await;
    assert_eq!(making.remind_of_tomorrow().await, 3);
    assert_eq!(making.own_programme("Ada").await, ["Lab tour"]);
    assert!(making.own_programme("Bob").await.is_empty(), "he only waits");
    assert_eq!(making.own_programme("Eve").await, ["Her talk"], "what is off is not on it");
}
