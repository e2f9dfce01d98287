//! What whoever hands something in hears of it later.

use plenary::{accounts::proofs::System, submissions, values::Moment};

use super::desk::{Desk, complete};

impl Desk {
    async fn tell_edited(&self) -> usize {
        self.run(async |tx| submissions::tell_edited(tx, &System::duty()).await).await.unwrap()
    }

    /// Nobody touches anything for so long.
    async fn rest(&self, minutes: i32) {
        let client = crate::support::cluster::connect(&self.stage.forum.database.url).await;
        let sql = format!("UPDATE submission SET edited_at = edited_at - interval '{minutes} minutes'");
        client.execute(&sql, &[]).await.unwrap();
    }
}

const HANDED_IN: [&str; 2] = ["submission-draft", "submission-received"];

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_edits_makes_one_mail_once_it_is_over() {
    let desk = Desk::open().await;
    let (id, who) = desk.handed_in("Mei").await;
    for title in ["Robots", "Better robots"] {
        desk.save(&who, id, &complete(title), Moment::now()).await.unwrap();
        desk.rest(20).await;
        assert_eq!(desk.tell_edited().await, 0, "she may not be done");
    }
    desk.rest(20).await;
    assert_eq!((desk.tell_edited().await, desk.tell_edited().await), (1, 0));
    assert_eq!(desk.mails("mei@example.org").await[2..], ["submission-edited"]);
    let told =
        "SELECT lang || ' ' || (values->'values'->>'title') FROM mail WHERE template = 'submission-edited'";
    assert_eq!(desk.one::<String>(told).await, "zh-Hant Better robots（繁）");
    // Another day, another mail; of a correction by staff too.
    let draft = complete("Corrected robots").parse(&desk.form().await).unwrap();
    desk.run(async |tx| submissions::correct(tx, &desk.keys, &desk.stage.who, id, &draft).await)
        .await
        .unwrap();
    desk.rest(31).await;
    assert_eq!(desk.tell_edited().await, 1);
    assert_eq!(desk.mails("mei@example.org").await[2..], ["submission-edited"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_hears_of_a_draft_or_of_a_save_that_changed_nothing() {
    let desk = Desk::open().await;
    let (id, who) = desk.handed_in("Mei").await;
    let draft = desk.start("lau@example.org", &complete("Drafts"), Moment::now()).await.unwrap();
    let lau = desk.named(draft, "Lau").await;
    desk.save(&lau, draft, &complete("Other drafts"), Moment::now()).await.unwrap();
    desk.save(&who, id, &complete("Mei"), Moment::now()).await.unwrap();
    desk.rest(31).await;
    assert_eq!(desk.tell_edited().await, 0);
    // What was edited and then taken back is told as taken back.
    desk.save(&who, id, &complete("Robots"), Moment::now()).await.unwrap();
    desk.run(async |tx| submissions::withdraw(tx, &who, id, Moment::now()).await).await.unwrap();
    desk.rest(31).await;
    assert_eq!(desk.tell_edited().await, 0);
    assert_eq!(desk.mails("mei@example.org").await[2..], ["submission-withdrawn"]);
    assert_eq!(desk.mails("mei@example.org").await[..2], HANDED_IN);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_withdraws_it_the_applicant_is_told_once() {
    let desk = Desk::open().await;
    let ((one, mei), (other, _)) = (desk.handed_in("Mei").await, desk.handed_in("Lau").await);
    desk.run(async |tx| submissions::withdraw(tx, &mei, one, Moment::now()).await).await.unwrap();
    desk.run(async |tx| submissions::withdraw(tx, &mei, one, Moment::now()).await).await.unwrap_err();
    let staff = &desk.stage.who;
    desk.run(async |tx| submissions::withdraw_by_staff(tx, staff, other, Moment::now()).await).await.unwrap();
    for applicant in ["mei@example.org", "lau@example.org"] {
        assert_eq!(desk.mails(applicant).await[2..], ["submission-withdrawn"], "{applicant}");
    }
}
