//! Each address once, whatever breaks; late joiners; resting and ending.

use plenary::{
    accounts::proofs::System,
    campaigns::{self, Standing, State},
    error::Error,
    registrations,
    values::Moment,
};

use super::desk::Office;
use crate::support::{calls::hours, forum::conflict_code};

const WAITS: &str = "'queued'";
const ANY: &str = "'draft', 'queued', 'sending', 'sent', 'failed', 'suppressed'";

#[tokio::test(flavor = "multi_thread")]
async fn everybody_gets_it_once_however_often_the_duty_runs() {
    let office = Office::open().await;
    // Ada's assistant registered a second person with her address, in another spelling.
    office.joins("Dee").await;
    office.app.run("UPDATE registration SET email = 'ADA@example.org' WHERE name_latin = 'Dee'").await;
    let id = office.to_everybody("notice").await;
    office.schedule(id, None).await.unwrap();
    office.run().await;
    office.run().await;
    assert_eq!(office.mails(id, ANY).await, "ada bea cho");
    let again = format!(
        "INSERT INTO campaign_recipient (id, campaign_id, address) VALUES (gen_random_uuid(), '{id}', 'BEA@Example.org')"
    );
    assert_eq!(office.app.sql_state(&again).await, "23505", "the database itself refuses a second row");

    assert_eq!(office.state(id).await, State::Sending, "mails are under way");
    office.deliver().await;
    office.run().await;
    assert_eq!(office.state(id).await, State::Sent);
    let progress = office.progress(id).await;
    assert_eq!((progress.people, progress.sent, progress.waiting), (3, 3, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_dies_before_its_end_is_taken_again_and_nobody_gets_it_twice() {
    let office = Office::open().await;
    let id = office.to_everybody("notice").await;
    office.schedule(id, None).await.unwrap();
    for _ in 0..4 {
        let dies = office.app.app.db.transaction(async |tx| {
            campaigns::advance(tx, &System::duty()).await?;
            Err::<(), _>(Error::conflict("killed"))
        });
        assert_eq!(conflict_code(dies.await), "killed");
        office.step().await;
    }
    assert_eq!(office.mails(id, ANY).await, "ada bea cho");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_joins_late_gets_it_until_the_moment_that_was_set() {
    let office = Office::open().await;
    let (open, closed) = (office.to_everybody("notice").await, office.to_everybody("notice").await);
    office.schedule(open, Some(hours(1))).await.unwrap();
    office.schedule(closed, None).await.unwrap();
    office.run().await;
    office.joins("Dee").await;
    office.later().await;
    office.run().await;
    assert_eq!(office.mails(open, ANY).await, "ada bea cho dee");
    assert_eq!(office.mails(closed, ANY).await, "ada bea cho");
    office.deliver().await;
    office.run().await;
    assert_eq!(office.state(open).await, State::Sending, "somebody may join still");

    office.app.run("UPDATE campaign SET joins_until = clock_timestamp()").await;
    office.run().await;
    office.joins("Eve").await;
    office.later().await;
    office.run().await;
    assert_eq!(office.mails(open, ANY).await, "ada bea cho dee");
    assert_eq!(office.state(open).await, State::Sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_holds_what_is_not_sent_and_going_on_lets_it_go() {
    let office = Office::open().await;
    let id = office.to_everybody("notice").await;
    office.schedule(id, None).await.unwrap();
    office.run().await;
    // A worker has Ada's mail just now; the mail server puts it off.
    office
        .app
        .run(
            "UPDATE mail SET state = 'sending', lease_until = clock_timestamp() WHERE recipient LIKE 'ada@%' AND cause_kind = 'campaign'",
        )
        .await;
    office.pause(id).await;
    assert_eq!(office.mails(id, "'draft'").await, "bea cho");
    office.app.run("UPDATE mail SET state = 'queued', lease_until = NULL WHERE state = 'sending'").await;
    office.run().await;
    assert_eq!(office.mails(id, WAITS).await, "", "what came back is held too");
    assert_eq!(office.progress(id).await.under_way, 3);

    office.resume(id).await;
    assert_eq!(office.mails(id, WAITS).await, "ada bea cho");
    let again = office.act(async |tx, who| campaigns::resume(tx, who, id).await).await;
    assert_eq!(conflict_code(again), "campaign_not_paused");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_before_the_first_batch_queues_nobody() {
    let office = Office::open().await;
    let id = office.to_everybody("notice").await;
    office.schedule(id, None).await.unwrap();
    assert!(office.step().await, "people are looked for");
    office.pause(id).await;
    office.run().await;
    assert_eq!((office.mails(id, ANY).await.as_str(), office.progress(id).await.waiting), ("", 3));
    office.resume(id).await;
    office.run().await;
    assert_eq!(office.mails(id, WAITS).await, "ada bea cho");
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_takes_out_what_is_not_sent_and_skips_who_waits() {
    let office = Office::open().await;
    let (queued, waiting) = (office.to_everybody("notice").await, office.to_everybody("notice").await);
    office.schedule(queued, Some(hours(1))).await.unwrap();
    office.run().await;
    office.app.run("UPDATE mail SET state = 'sent', sent_at = now() WHERE recipient LIKE 'ada@%'").await;
    office.stop(queued).await;
    assert_eq!(office.mails(queued, "'suppressed'").await, "bea cho");
    office.app.run("UPDATE mail SET state = 'queued', withheld = NULL WHERE recipient LIKE 'bea@%'").await;
    office.run().await;
    assert_eq!(office.mails(queued, WAITS).await, "", "what came back is taken out too");
    office.joins("Dee").await;
    office.later().await;
    office.run().await;
    assert_eq!(office.mails(queued, ANY).await, "ada bea cho", "nobody joins any more");

    office.schedule(waiting, None).await.unwrap();
    office.step().await;
    office.stop(waiting).await;
    office.run().await;
    assert_eq!(office.mails(waiting, ANY).await, "");
    assert_eq!(office.progress(waiting).await.skipped, [(Standing::Stopped, 4)]);
    let again = office.act(async |tx, who| campaigns::stop(tx, who, waiting).await).await;
    assert_eq!(conflict_code(again), "campaign_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_out_before_its_time_and_it_may_be_called_back_until_then() {
    let office = Office::open().await;
    let id = office.to_everybody("notice").await;
    let when = campaigns::Schedule { send_at: Some(hours(1)), joins_until: None };
    let schedule = office.act(async |tx, who| campaigns::schedule(tx, who, id, when, Moment::now()).await);
    schedule.await.unwrap();
    office.run().await;
    assert_eq!((office.mails(id, ANY).await.as_str(), office.state(id).await), ("", State::Scheduled));
    office.act(async |tx, who| campaigns::unschedule(tx, who, id).await).await.unwrap();
    assert_eq!(office.state(id).await, State::Draft);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_leaves_no_address_behind() {
    let office = Office::open().await;
    let id = office.to_everybody("notice").await;
    office.schedule(id, None).await.unwrap();
    office.step().await;
    let her: String = office.app.one("SELECT id::text FROM registration WHERE name_latin = 'Bea'").await;
    let cho: String = office.app.one("SELECT id::text FROM registration WHERE name_latin = 'Cho'").await;
    let erase = async |id: String| {
        let (who, id) = (office.app.organises(office.edition.id), id.parse().unwrap());
        let db = &office.app.app.db;
        db.transaction(async |tx| registrations::erase_by_staff(tx, &who, id, Moment::now()).await)
            .await
            .unwrap();
    };
    erase(her).await;
    office.run().await;
    assert_eq!(office.mails(id, WAITS).await, "ada cho", "she waited and gets nothing");
    erase(cho).await;
    assert_eq!(office.mails(id, WAITS).await, "ada");
    let left = "SELECT count(*) FROM campaign_recipient w FULL JOIN mail m ON m.id = w.mail_id
                WHERE concat(w::text, m::text) ~* 'bea@|cho@'";
    assert_eq!(office.app.one::<i64>(left).await, 0);
}
