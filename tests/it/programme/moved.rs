//! Who booked a session and what a release does to it: told once, and only where her slot changed.

use plenary::{accounts::proofs::System, programme::Session, registrations, values::Id};
use serde_json::Value;

use super::{Making, talk};

impl Making {
    /// The duty, until nobody is left to look at.
    async fn tell_moved(&self) -> usize {
        let mut looked = 0;
        loop {
            let once =
                self.verb(async |tx| registrations::tell_moved(tx, &System::duty()).await).await.unwrap();
            looked += once;
            if once == 0 {
                return looked;
            }
        }
    }

    /// The slots that the latest mail of this kind tells of.
    async fn slots(&self) -> Vec<Value> {
        let sql = "SELECT (values->'values'->'slots')::text FROM mail WHERE template = 'sessions-moved' ORDER BY id DESC LIMIT 1";
        serde_json::from_str(&self.app.one::<String>(sql).await).unwrap()
    }

    /// Releases the session at another minute of the day.
    async fn move_to(&self, session: Id<Session>, minute: i64, release: &str) {
        let hall =
            self.app.one::<String>("SELECT id::text FROM room WHERE slug = 'hall'").await.parse().unwrap();
        let seen = self.now(session).await;
        self.place(&seen, &[hall], minute).await.unwrap();
        self.release(release).await.unwrap();
    }

    /// Releases something that is nobody's booking.
    async fn release_another(&self, release: &str) {
        let other = self.create(talk("Another", &[])).await.unwrap();
        let room = self.room(release, 20).await;
        self.place(&other, &[room], 0).await.unwrap();
        self.release(release).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_place_or_waits_is_told_once_when_a_release_moves_her_session() {
    let (making, tour) = Making::limited(1).await;
    let (ada, bob) = (making.guest("Ada").await, making.guest("Bob").await);
    making.guest("Eve").await;
    making.sign_up(&ada.1, tour).await.unwrap();
    making.sign_up(&bob.1, tour).await.unwrap();
    assert_eq!(making.tell_moved().await, 0, "they know what they booked");
    making.move_to(tour, 60, "v2").await;
    assert_eq!(making.tell_moved().await, 2);
    assert_eq!(making.told("sessions-moved").await, ["ada@example.org", "bob@example.org"]);
    let [slot] = &making.slots().await[..] else { panic!("one slot") };
    assert_eq!((slot["what"].as_str(), slot["title"].as_str()), (Some("moved"), Some("Lab tour")));
    let (now, before) = (slot["now"].as_str().unwrap(), slot["before"].as_str().unwrap());
    assert!(now.contains("10:30") && now.ends_with("Room") && before.contains("9:30"), "{slot}");
    assert_eq!(making.tell_moved().await, 0, "twice run adds nothing");
    assert_eq!(making.told("sessions-moved").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_off_is_told_and_so_is_its_return() {
    let (making, tour) = Making::limited(5).await;
    let ada = making.guest("Ada").await;
    making.sign_up(&ada.1, tour).await.unwrap();
    making.release_another("v2").await;
    let seen = making.now(tour).await;
    making.place(&seen, &[], 0).await.unwrap();
    making.release("v3").await.unwrap();
    making.tell_moved().await;
    assert_eq!(making.slots().await[0]["what"], "gone");
    making.move_to(tour, 0, "v4").await;
    making.tell_moved().await;
    assert_eq!(making.slots().await[0]["what"], "new");
    assert_eq!(making.told("sessions-moved").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_hears_of_a_release_that_leaves_her_slot_where_she_knows_it() {
    let (making, tour) = Making::limited(5).await;
    let ada = making.guest("Ada").await;
    making.sign_up(&ada.1, tour).await.unwrap();
    making.release_another("v2").await;
    assert_eq!(making.tell_moved().await, 1, "looked at");
    // Moved and moved back before anybody was told.
    making.move_to(tour, 60, "v3").await;
    making.move_to(tour, 0, "v4").await;
    making.tell_moved().await;
    // Who booked after the move knows it already, and who gave her place back does not care.
    making.move_to(tour, 60, "v5").await;
    making.give_back(&ada.1, tour).await.unwrap();
    let bob = making.guest("Bob").await;
    making.sign_up(&bob.1, tour).await.unwrap();
    assert_eq!(making.tell_moved().await, 0);
    assert!(making.told("sessions-moved").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_of_one_address_each_get_their_mail_in_their_own_language() {
    let (making, tour) = Making::limited(5).await;
    let (ada, mei) = (making.guest("Ada").await, making.guest("Mei").await);
    making
        .app
        .run("UPDATE registration SET lang = 'zh-Hant', email = 'ada@example.org' WHERE name_latin = 'Mei'")
        .await;
    making.sign_up(&ada.1, tour).await.unwrap();
    making.sign_up(&mei.1, tour).await.unwrap();
    making.move_to(tour, 60, "v2").await;
    making.tell_moved().await;
    assert_eq!(making.told("sessions-moved").await, ["ada@example.org"; 2]);
    let langs = "SELECT string_agg(lang, ' ' ORDER BY lang) FROM mail WHERE template = 'sessions-moved'";
    assert_eq!(making.app.one::<String>(langs).await, "en zh-Hant");
}
