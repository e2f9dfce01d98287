//! What whoever comes is told around the day.

use plenary::{accounts::proofs::System, registrations};

use super::Forum;

/// The forum begins (or ends) at 9:00 in so many days; the hour makes no difference to the day of a reminder.
const BEGINS: &str = "UPDATE edition SET (starts_at, ends_at) = (day, day + interval '9 hours') FROM
    (SELECT (date_trunc('day', now() AT TIME ZONE 'Asia/Hong_Kong') + interval '9 hours 30 minutes'
             + interval '1 day' * {days}) AT TIME ZONE 'Asia/Hong_Kong' AS day) AS moved";

impl Forum {
    /// A forum that begins in so many days, at 9:30, with a hall that is large enough.
    async fn in_days(days: i32) -> Self {
        let forum = Self::open().await;
        let hall = forum.pool(10).await;
        forum.way("delegate", &[hall]).await;
        forum.move_to(days).await;
        forum.run("UPDATE edition SET reminder_days = 2, thanks_days = 1").await;
        forum
    }

    async fn move_to(&self, days: i32) {
        self.run(&BEGINS.replace("{days}", &days.to_string())).await;
    }

    /// As if they had come a week ago.
    async fn long_ago(&self) {
        self.run("UPDATE mail SET created_at = created_at - interval '7 days'").await;
    }

    async fn remind(&self) -> usize {
        let remind = async |tx: &mut _| registrations::remind_of_the_day(tx, &System::duty()).await;
        self.db.transaction(remind).await.unwrap()
    }

    async fn thank(&self) -> usize {
        self.db.transaction(async |tx| registrations::thank(tx, &System::duty()).await).await.unwrap()
    }

    async fn written(&self, template: &str) -> String {
        let told =
            "SELECT coalesce(string_agg(recipient || ' ' || lang, ', ' ORDER BY recipient), '') FROM mail";
        self.one(&format!("{told} WHERE template = '{template}'")).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_place_is_reminded_once_with_her_ticket() {
    let forum = Forum::in_days(4).await;
    let (ada, bob) = (forum.come("delegate", "Ada").await, forum.come("delegate", "Bob").await);
    forum.come("delegate", "Eve").await;
    forum.run("UPDATE registration SET lang = 'zh-Hant' WHERE name_latin = 'Eve'").await;
    forum.cancel(bob).await;
    forum.long_ago().await;
    assert_eq!(forum.remind().await, 0, "it is four days off");
    forum.move_to(1).await;
    assert_eq!((forum.remind().await, forum.remind().await), (2, 0));
    assert_eq!(forum.written("day-reminder").await, "ada@example.org en, eve@example.org zh-Hant");
    let code = "SELECT count(*) FROM mail JOIN registration r ON r.id = mail.cause_id
                WHERE template = 'day-reminder' AND mail.values->'values'->>'ticket_code' = r.ticket_code
                  AND mail.values->'values'->'sessions' = '[]'";
    assert_eq!(forum.one::<i64>(code).await, 2);
    // Another address is no reason to say it again.
    forum.run(&format!("UPDATE registration SET email = 'ada@other.example' WHERE id = '{ada}'")).await;
    assert_eq!(forum.remind().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_just_got_her_ticket_is_not_reminded_of_it() {
    let forum = Forum::in_days(1).await;
    forum.come("delegate", "Ada").await;
    assert_eq!(forum.remind().await, 0);
    forum.long_ago().await;
    forum.run("UPDATE edition SET reminder_days = NULL").await;
    assert_eq!(forum.remind().await, 0, "the edition wants none");
    forum.run("UPDATE edition SET reminder_days = 2").await;
    forum.move_to(0).await;
    forum
        .run(
            "UPDATE edition SET starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour'",
        )
        .await;
    assert_eq!(forum.remind().await, 0, "it has begun");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_came_is_thanked_once() {
    let forum = Forum::in_days(1).await;
    let ada = forum.come("delegate", "Ada").await;
    let bob = forum.come("delegate", "Bob").await;
    forum.run(&format!("UPDATE registration SET checked_in_at = now() WHERE id = '{ada}'")).await;
    forum.move_to(-2).await;
    assert_eq!((forum.thank().await, forum.thank().await), (1, 0));
    assert_eq!(forum.written("thanks").await, "ada@example.org en");
    // Where nobody was checked in, nobody knows who came, and all with a place are thanked.
    forum.run("UPDATE registration SET checked_in_at = NULL").await;
    forum.move_to(1).await;
    forum.cancel(bob).await;
    forum.come("delegate", "Eve").await;
    forum.move_to(-2).await;
    assert_eq!((forum.thank().await, forum.thank().await), (1, 0));
    assert_eq!(forum.written("thanks").await, "ada@example.org en, eve@example.org en");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_thanked_too_early_too_late_or_where_the_edition_wants_none() {
    let forum = Forum::in_days(3).await;
    forum.come("delegate", "Ada").await;
    for days in [0, 3, -12] {
        forum.move_to(days).await;
        assert_eq!(forum.thank().await, 0, "{days}");
    }
    forum.move_to(-2).await;
    forum.run("UPDATE edition SET thanks_days = NULL").await;
    assert_eq!(forum.thank().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_write_at_once_write_once() {
    let forum = Forum::in_days(1).await;
    for name in ["Ada", "Bob", "Eve"] {
        forum.come("delegate", name).await;
    }
    forum.long_ago().await;
    tokio::join!(forum.remind(), forum.remind(), forum.remind());
    forum.remind().await;
    assert_eq!(forum.count("mail WHERE template = 'day-reminder'").await, 3);
}
