//! What is left of a person who was erased.

use plenary::{
    accounts::proofs::System,
    registrations,
    values::{Email, Moment},
};

use super::Forum;

#[tokio::test(flavor = "multi_thread")]
async fn no_mail_keeps_anything_of_an_erased_person() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("guest", &[hall]).await;
    let (first, second) =
        (forum.come("guest", "Chan Tai Man").await, forum.come("guest", "Au Wing Sze").await);
    let leaves = forum.holder(first).await;
    forum.db.transaction(async |tx| registrations::cancel(tx, &leaves, Moment::now()).await).await.unwrap();
    forum.db.transaction(async |tx| registrations::offer_places(tx, &System::duty()).await).await.unwrap();
    let holder = forum.holder(second).await;
    let elsewhere = Email::parse("wing.sze@example.net").unwrap();
    let asked = forum.db.transaction(async |tx| registrations::ask_for_address(tx, &holder, elsewhere).await);
    asked.await.unwrap();

    let mut conn = forum.db.read().await.unwrap();
    let detail = registrations::full_detail(&mut conn, &forum.keys, &forum.organiser, second).await.unwrap();
    let written: Vec<&str> = detail.mails.iter().map(|mail| mail.template.as_str()).collect();
    assert_eq!(written, ["address-proof", "registration-offered", "registration-waitlisted"]);

    forum.db.transaction(async |tx| registrations::erase(tx, &holder, Moment::now()).await).await.unwrap();
    assert_eq!(forum.count("mail WHERE mail::text ~* 'wing'").await, 0);
    assert_eq!(forum.count("address_change").await, 0);
    assert_eq!(forum.count("mail WHERE state = 'queued' AND recipient LIKE 'chan%'").await, 2);
}
