//! What becomes of passes when somebody gives something up.

use plenary::{
    error::Error,
    keys::{LinkToken, Purpose},
    registrations::{self, PassState},
    values::Moment,
};

use super::{Team, code};
use crate::support::actors::anybody;

const CANCELLED: &str = "mail WHERE template = 'registration-cancelled' AND values->'values'->>'reason' = ";

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_gives_up_its_demo_keeps_no_pass_and_those_who_claimed_are_told() {
    let team = Team::ready(10, 3).await;
    team.claimed("Bob").await;
    let sent = team.send("Eve").await.unwrap();
    let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
    team.turn_down().await;
    assert_eq!(code(&team.claim(&holder, "Eve").await.unwrap_err()), "pass_ended", "before any duty ran");
    assert_eq!(code(&team.send("Joe").await.unwrap_err()), "passes_over");
    team.end().await;
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("ended 3", 0));
    assert_eq!(team.count(&format!("{CANCELLED} 'pass-ended' AND recipient = 'bob@example.org'")).await, 1);
    assert_eq!(team.give().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_edition_has_begun_nobody_who_claimed_is_sent_away() {
    let team = Team::ready(10, 2).await;
    let (pass, _) = team.claimed("Bob").await;
    team.app.run("UPDATE edition SET starts_at = now() - interval '1 hour'").await;
    assert_eq!(code(&team.take_back(pass.id, PassState::Claimed).await.unwrap_err()), "pass_edition_begun");
    team.turn_down().await;
    team.end().await;
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("claimed 1, ended 1", 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn passes_end_with_the_edition_and_whom_they_were_sent_to_is_forgotten() {
    let team = Team::ready(10, 2).await;
    let sent = team.send("Bob").await.unwrap();
    let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
    team.app.run("UPDATE edition SET state = 'draft'").await;
    let hidden = team.claim(&holder, "Bob").await;
    assert!(matches!(hidden, Err(Error::NotFound)), "nobody knows of the edition");
    team.app
        .run("UPDATE edition SET state = 'published', starts_at = now() - interval '2 days', ends_at = now()")
        .await;
    assert_eq!(code(&team.claim(&holder, "Bob").await.unwrap_err()), "pass_ended", "before any duty ran");
    team.end().await;
    assert_eq!(team.standing().await, "ended 2");
    assert_eq!(team.count("mail WHERE recipient = 'bob@example.org'").await, 0);
    assert_eq!(team.give().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_ends_gives_its_place_back_to_the_pass_whoever_ended_it() {
    let team = Team::ready(2, 2).await;
    team.app.attendee(&team.edition, "exhibitor", "Zoe").await;
    let (_, hers) = team.claimed("Bob").await;
    let secret = team.app.link(Purpose::Manage, hers.id()).await;
    let mut conn = team.app.app.db.read().await.unwrap();
    let token = LinkToken::parse(&secret).unwrap();
    let holder = registrations::holder(&mut conn, &anybody(), &team.app.app.keys, &token).await.unwrap();
    drop(conn);
    let cancel =
        team.app.app.db.transaction(async |tx| registrations::cancel(tx, &holder, Moment::now()).await);
    cancel.await.unwrap();
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("free 2", 2));
    assert_eq!(
        team.app.one::<String>("SELECT state FROM registration WHERE email = 'zoe@example.org'").await,
        "waitlisted"
    );
    let (_, next) = team.claimed("Eve").await;
    let who = team.app.organises(team.edition.id);
    let erase = team
        .app
        .app
        .db
        .transaction(async |tx| registrations::erase_by_staff(tx, &who, next.id(), Moment::now()).await);
    erase.await.unwrap();
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("free 2", 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_a_claimed_pass_back_cancels_the_registration_and_tells_its_person() {
    let team = Team::ready(10, 1).await;
    let (pass, hers) = team.claimed("Bob").await;
    assert_eq!(
        code(&team.take_back(pass.id, PassState::Sent).await.unwrap_err()),
        "pass_changed",
        "seen before"
    );
    team.take_back(pass.id, PassState::Claimed).await.unwrap();
    assert_eq!(team.standing().await, "free 1");
    assert_eq!(
        team.count(&format!("{CANCELLED} 'pass-taken-back' AND recipient = 'bob@example.org'")).await,
        1
    );
    let state = format!("SELECT state FROM registration WHERE id = '{}'", hers.id());
    assert_eq!(team.app.one::<String>(&state).await, "cancelled");
    assert_eq!(code(&team.take_back(pass.id, PassState::Claimed).await.unwrap_err()), "pass_changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_company_has_no_part_in_it() {
    let team = Team::ready(10, 1).await;
    let sent = team.send("Bob").await.unwrap();
    let eve = team.app.person("eve").await;
    let other = team.app.company(&eve).await;
    let other = Team { who: team.app.member(&eve, &other).await, ada: eve, ..team };
    assert!(matches!(other.take_back(sent.id, PassState::Sent).await, Err(Error::NotFound)));
    assert!(matches!(other.send("Joe").await, Err(Error::NotFound)));
    let mut conn = other.app.app.db.read().await.unwrap();
    let read = registrations::passes_of(&mut conn, &other.who, other.demo).await;
    assert!(matches!(read, Err(Error::NotFound)));
}
