//! Who is reminded of what, and when: once, and nobody else.

use plenary::{accounts::proofs::System, registrations};

use super::Forum;

impl Forum {
    /// Whom mails of this template are for, and in which languages, in the order of addresses.
    async fn told(&self, template: &str) -> String {
        let told =
            "SELECT coalesce(string_agg(recipient || ' ' || lang, ', ' ORDER BY recipient), '') FROM mail";
        self.one(&format!("{told} WHERE template = '{template}'")).await
    }

    async fn remind_of_offers(&self) -> usize {
        let remind = async |tx: &mut _| registrations::remind_of_offers(tx, &System::duty()).await;
        self.db.transaction(remind).await.unwrap()
    }

    /// The hall is full; Ada gives her place back, and it is offered to Bob; Eve waits behind him.
    async fn offered() -> Self {
        let forum = Self::open().await;
        let hall = forum.pool(1).await;
        forum.way("delegate", &[hall]).await;
        let ada = forum.come("delegate", "Ada").await;
        for name in ["Bob", "Eve"] {
            forum.come("delegate", name).await;
        }
        forum.run("UPDATE registration SET lang = 'zh-Hans' WHERE name_latin = 'Bob'").await;
        forum.cancel(ada).await;
        forum.offer_places().await;
        forum
    }

    /// The offer was made so many hours ago and runs for two days.
    async fn pass_of_the_offer(&self, hours: i32) {
        let sql = "offered_at = now() - interval '1 hour' * {h}, expires_at = now() + interval '1 hour' * (48 - {h})";
        self.run(&format!("UPDATE offer SET {}", sql.replace("{h}", &hours.to_string()))).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_an_offer_unanswered_is_reminded_once_before_it_ends() {
    let forum = Forum::offered().await;
    assert_eq!(forum.remind_of_offers().await, 0, "its clock has not started");
    forum.pass_of_the_offer(12).await;
    assert_eq!(forum.remind_of_offers().await, 0, "there is time");
    // A reminder waits for no night: it is due at the latest when a quarter of the time is left.
    forum.pass_of_the_offer(37).await;
    assert_eq!((forum.remind_of_offers().await, forum.remind_of_offers().await), (1, 0));
    assert_eq!(forum.told("offer-expiring").await, "bob@example.org zh-Hans");
    let until: String =
        forum.one("SELECT values->'values'->>'until' FROM mail WHERE template = 'offer-expiring'").await;
    assert!(until.ends_with("（香港时间）"), "{until}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_of_an_offer_that_is_answered_or_over() {
    let forum = Forum::offered().await;
    forum.pass_of_the_offer(49).await;
    assert_eq!(forum.remind_of_offers().await, 0, "its time is up");
    forum.pass_of_the_offer(37).await;
    let bob: String = forum.one("SELECT id::text FROM registration WHERE name_latin = 'Bob'").await;
    forum.accept(bob.parse().unwrap()).await.unwrap();
    assert_eq!(forum.remind_of_offers().await, 0);
    assert_eq!(forum.told("offer-expiring").await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_remind_once() {
    let forum = Forum::offered().await;
    forum.pass_of_the_offer(40).await;
    tokio::join!(forum.remind_of_offers(), forum.remind_of_offers(), forum.remind_of_offers());
    assert_eq!(forum.told("offer-expiring").await, "bob@example.org zh-Hans");
}
