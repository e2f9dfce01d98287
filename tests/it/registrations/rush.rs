//! Many at once, on two nodes, and batches in which something is wrong.

use futures_util::future::join_all;
use plenary::{
    db::{Db, idempotency::Claim},
    error::Error,
    registrations::{Admission, Admissions, Admitted},
};

use super::Forum;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn four_hundred_want_fifty_places_on_two_nodes() {
    let forum = Forum::open().await;
    let hall = forum.pool(50).await;
    forum.way("delegate", &[hall]).await;
    let form = forum.form().await;
    let other = Db::open(&forum.database.url, 4).await.unwrap();
    let nodes = [Admissions::open(&forum.db), Admissions::open(&other)];
    let guest = |number: usize| {
        let mut fields = Forum::fields("delegate", "Guest");
        fields.email = format!("guest{number}@example.org");
        forum.admission(&form, &fields, None)
    };
    let coming = (0..400).map(|number| nodes[number % 2].admit(guest(number)));
    for answer in join_all(coming).await {
        assert!(matches!(answer, Ok(Admitted::New { .. })), "{answer:?}");
    }
    assert_eq!(forum.count("registration WHERE state = 'confirmed' AND holds").await, 50);
    assert_eq!(forum.count("registration WHERE state = 'waitlisted'").await, 350);
    let last_seated = "SELECT max(arrival) FILTER (WHERE state = 'confirmed') < min(arrival) FILTER (WHERE state = 'waitlisted')
                       FROM registration";
    assert!(forum.one::<bool>(last_seated).await, "somebody who waits came before somebody who has a place");
    assert_eq!(forum.one::<i64>("SELECT count(DISTINCT cause_id) FROM mail").await, 400);
    assert_eq!(forum.count("mail").await, 400);
    assert_eq!(forum.count("audit_entry WHERE action = 'registration.admit'").await, 400);
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poison_row_a_duplicate_and_a_repeated_key_are_each_answered_rightly() {
    let forum = Forum::open().await;
    let hall = forum.pool(10).await;
    forum.way("delegate", &[hall]).await;
    let form = forum.form().await;
    // No input makes such a row; a database that refuses one all the same must not spoil the others.
    forum.run("ALTER TABLE registration ADD CONSTRAINT poison CHECK (name_latin <> 'Poison')").await;
    let claim =
        |body: &str| Some(Claim::new("visitor".into(), "POST /x".into(), "key".into(), body.as_bytes()));
    let one = |name, claim| forum.admission(&form, &Forum::fields("delegate", name), claim);
    let members: Vec<Admission> = vec![
        one("Ada", claim("Ada")),
        one("Poison", None),
        one("Bob", None),
        one("BOB", None),
        one("Ada", claim("Ada")),
        one("Eve", claim("Eve")),
    ];
    let (ada, bob) = (members[0].id, members[2].id);
    let door = Admissions::open(&forum.db);
    let answers = join_all(members.into_iter().map(|member| door.admit(member))).await;
    assert!(matches!(answers[0], Ok(Admitted::New { id, .. }) if id == ada), "{:?}", answers[0]);
    assert!(matches!(answers[1], Err(Error::Internal(_))), "{:?}", answers[1]);
    assert!(matches!(answers[2], Ok(Admitted::New { id, .. }) if id == bob), "{:?}", answers[2]);
    assert!(matches!(answers[3], Ok(Admitted::Known(id)) if id == bob), "{:?}", answers[3]);
    assert!(matches!(answers[4], Ok(Admitted::Repeated(id)) if id == ada), "{:?}", answers[4]);
    assert!(matches!(&answers[5], Err(Error::Invalid(errors)) if errors.of("Idempotency-Key").is_some()));
    assert_eq!(forum.count("registration").await, 2);
    assert_eq!(forum.one::<i32>("SELECT taken FROM capacity_pool").await, 2);
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_admission_run_again_after_a_lost_answer_is_there_once() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let admission = forum.admission(&forum.form().await, &Forum::fields("delegate", "Ada"), None);
    let members = [admission];
    forum.admit(&members).await;
    let again = forum.admit(&members).await.remove(0).unwrap();
    assert_eq!(again, Admitted::Repeated(members[0].id));
    assert_eq!(forum.count("mail").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_hangs_up_is_taken_in_all_the_same() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let form = forum.form().await;
    let door = Admissions::open(&forum.db);
    let gone = forum.admission(&form, &Forum::fields("delegate", "Ada"), None);
    // Polled once, so that it is in line, and dropped.
    let mut waiting = Box::pin(door.admit(gone));
    assert!(futures_util::poll!(&mut waiting).is_pending());
    drop(waiting);
    door.admit(forum.admission(&form, &Forum::fields("delegate", "Bob"), None)).await.unwrap();
    assert_eq!(forum.count("registration").await, 2);
}
