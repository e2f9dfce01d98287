//! The one way in: who gets a place, who waits, who is known already.

use plenary::{
    db::idempotency::Claim,
    error::Error,
    registrations::{Admitted, State},
};

use super::Forum;

fn states(answers: &[Result<Admitted, Error>]) -> Vec<State> {
    let state = |answer: &Result<Admitted, Error>| match answer {
        Ok(Admitted::New { state, .. }) => *state,
        other => panic!("{other:?}"),
    };
    answers.iter().map(state).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn places_go_in_the_order_of_receipt_and_then_people_wait() {
    let forum = Forum::open().await;
    let hall = forum.pool(2).await;
    forum.way("delegate", &[hall]).await;
    let form = forum.form().await;
    let guests =
        ["Ada", "Bob", "Eve"].map(|name| forum.admission(&form, &Forum::fields("delegate", name), None));
    let answers = forum.admit(&guests).await;
    assert_eq!(states(&answers), [State::Confirmed, State::Confirmed, State::Waitlisted]);
    assert_eq!(forum.one::<i32>("SELECT taken FROM capacity_pool").await, 2);
    let order: String =
        forum.one("SELECT string_agg(name_latin, ' ' ORDER BY arrival) FROM registration").await;
    assert_eq!(order, "Ada Bob Eve");
    let mails: String = forum.one("SELECT string_agg(template, ' ' ORDER BY id) FROM mail").await;
    assert_eq!(mails, "registration-confirmed registration-confirmed registration-waitlisted");
    assert_eq!(forum.count("audit_entry WHERE action = 'registration.admit'").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_registers_again_is_known_and_is_written_to_once_an_hour() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let first = forum.come("delegate", "Ada Lee").await;
    let form = forum.form().await;
    let again = Forum::fields("delegate", "ADA LEE");
    let (one, two) = (forum.admission(&form, &again, None), forum.admission(&form, &again, None));
    for answer in forum.admit(&[one, two]).await {
        assert_eq!(answer.unwrap(), Admitted::Known(first));
    }
    assert_eq!(forum.count("registration").await, 1);
    assert_eq!(forum.count("mail WHERE template = 'registration-known'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_makes_one_registration_and_fits_one_body_only() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let form = forum.form().await;
    let claim =
        |body: &str| Some(Claim::new("visitor".into(), "POST /x".into(), "k".into(), body.as_bytes()));
    let fields = |name| Forum::fields("delegate", name);
    let first = forum.admission(&form, &fields("Ada"), claim("Ada"));
    let id = first.id;
    forum.admit(&[first]).await.remove(0).unwrap();
    let repeat = forum.admission(&form, &fields("Ada"), claim("Ada"));
    let other = forum.admission(&form, &fields("Bob"), claim("Bob"));
    let answers = forum.admit(&[repeat, other]).await;
    assert_eq!(*answers[0].as_ref().unwrap(), Admitted::Repeated(id));
    assert!(matches!(&answers[1], Err(Error::Invalid(errors)) if errors.of("Idempotency-Key").is_some()));
    assert_eq!(forum.count("registration").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_registers_a_party_but_not_a_crowd() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let form = forum.form().await;
    let guest = |number: u32| {
        let letter = char::from_u32(u32::from('a') + number).unwrap();
        let mut fields = Forum::fields("delegate", &format!("Guest {letter}"));
        fields.email = "assistant@example.org".into();
        forum.admission(&form, &fields, None)
    };
    let answers = forum.admit(&(0..21).map(guest).collect::<Vec<_>>()).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 20);
    let Err(Error::Invalid(errors)) = &answers[20] else { panic!("{:?}", answers[20]) };
    assert_eq!(errors.of("email").unwrap().code, "too_many_for_address");
}
