//! Deciding, telling, answering, and what follows from silence.

use jiff::SignedDuration;
use plenary::{
    accounts::proofs::{Observer, Programme, System},
    error::Error,
    overview::{self, Doing},
    submissions::{self, Answer, Choice, Decision, Next, SubmissionId, Verdict},
    values::Moment,
};

use super::desk::{Desk, hours};
use crate::support::forum::{conflict_code, organiser};

async fn lapse(desk: &Desk) -> usize {
    desk.run(async |tx| submissions::lapse(tx, &System::duty()).await).await.unwrap()
}

async fn accepted_and_told(desk: &Desk, name: &str) -> (SubmissionId, plenary::speakers::Presenter) {
    let (id, who) = desk.handed_in(name).await;
    desk.decide(id, Some(Decision::Accepted)).await.unwrap();
    desk.tell(&[id]).await.unwrap();
    (id, who)
}

#[tokio::test(flavor = "multi_thread")]
async fn deciding_tells_nobody_and_telling_mails_each_once() {
    let desk = Desk::open().await;
    let ((one, mei), (other, lau)) = (desk.handed_in("Mei").await, desk.handed_in("Lau").await);
    desk.decide(one, Some(Decision::Accepted)).await.unwrap();
    desk.decide(other, Some(Decision::Standby(1))).await.unwrap();
    let own = async |who| submissions::own(&mut *desk.stage.forum.conn().await, who).await.unwrap().remove(0);
    assert_eq!(own(&mei).await.next, Next::AwaitDecision);
    assert_eq!(desk.mails("mei@example.org").await.len(), 2);

    desk.tell(&[one, other]).await.unwrap();
    assert_eq!((own(&mei).await.next, own(&lau).await.next), (Next::Confirm, Next::StandBy));
    assert_eq!(desk.mails("mei@example.org").await[2..], ["decision-accepted"]);
    assert_eq!(desk.mails("lau@example.org").await[2..], ["decision-standby"]);
    assert!(own(&mei).await.confirm_by.is_some() && own(&lau).await.confirm_by.is_none());
    assert_eq!(conflict_code(desk.tell(&[one]).await), "submission_told_already");
    assert_eq!(conflict_code(desk.decide(one, Some(Decision::Declined)).await), "submission_promised");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_chairs_do_not_overwrite_each_other_and_bulk_is_all_or_nothing() {
    let desk = Desk::open().await;
    let ((one, _), (other, _)) = (desk.handed_in("Mei").await, desk.handed_in("Lau").await);
    desk.decide(other, Some(Decision::Declined)).await.unwrap();
    let choice = |submission| Choice { submission, seen: None, decision: Some(Decision::Accepted) };
    let both = [choice(one), choice(other)];
    let decide = async |who: &Programme| {
        desk.run(async |tx| submissions::decide(tx, who, &both, Moment::now()).await).await
    };
    assert_eq!(conflict_code(decide(&desk.stage.who).await), "decided_meanwhile");
    assert_eq!(desk.row(one).await.decision, None);
    let elsewhere = Programme::from(&organiser(&desk.stage.forum.draft("2028").await));
    assert!(matches!(decide(&elsewhere).await, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn she_confirms_in_time_is_reminded_once_and_silence_lapses() {
    let desk = Desk::open().await;
    let ((one, mei), (other, lau)) =
        (accepted_and_told(&desk, "Mei").await, accepted_and_told(&desk, "Lau").await);
    let confirm =
        async |who, id| desk.run(async |tx| submissions::confirm(tx, who, id, Moment::now()).await).await;
    let remind = async || desk.run(async |tx| submissions::remind(tx, &System::duty()).await).await.unwrap();
    assert_eq!((remind().await, lapse(&desk).await), (0, 0));
    assert_eq!(confirm(&mei, one).await.unwrap().answer, Answer::Confirmed);
    confirm(&mei, one).await.unwrap();

    for id in [one, other] {
        desk.pass(id, 12 * 24).await;
    }
    assert_eq!((remind().await, remind().await), (1, 0));
    assert_eq!(desk.mails("lau@example.org").await.last().unwrap(), "confirm-reminder");
    desk.pass(other, 3 * 24).await;
    assert_eq!((lapse(&desk).await, lapse(&desk).await), (1, 0));
    assert_eq!(conflict_code(confirm(&lau, other).await), "submission_lapsed");
    let edition = &desk.stage.edition;
    let again =
        desk.run(async |tx| submissions::ask_again(tx, &desk.stage.who, edition, other, Moment::now()).await);
    again.await.unwrap();
    assert_eq!(confirm(&lau, other).await.unwrap().answer, Answer::Confirmed);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_handed_in_needs_deciding_once_the_call_is_closed_and_then_telling() {
    let desk = Desk::open().await;
    let (first, _) = desk.handed_in("Mei").await;
    desk.handed_in("Lau").await;
    let needed = async |now: Moment| {
        let (mut conn, who) = (desk.stage.forum.conn().await, Observer::from(&desk.stage.who));
        let today = overview::today(&mut conn, &who, &desk.stage.edition, now).await.unwrap();
        let of = |doing| today.to_do.iter().find(|one| one.doing == doing).map_or(0, |one| one.count);
        (of(Doing::Decide), of(Doing::Tell))
    };
    assert_eq!(needed(Moment::now()).await, (0, 0), "more may come");
    assert_eq!(needed(hours(25)).await, (2, 0));
    desk.decide(first, Some(Decision::Declined)).await.unwrap();
    assert_eq!(needed(hours(25)).await, (1, 1));
    let over = desk.stage.edition.ends_at.plus(SignedDuration::from_hours(1));
    assert_eq!(needed(over).await, (0, 0), "it is too late");
    desk.tell(&[first]).await.unwrap();
    assert_eq!(needed(hours(25)).await, (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_given_up_needs_doing_until_the_next_on_standby_has_it() {
    let desk = Desk::open().await;
    let (given_up, mei) = accepted_and_told(&desk, "Mei").await;
    let ((third, _), (second, lau)) = (desk.handed_in("Third").await, desk.handed_in("Lau").await);
    desk.decide(third, Some(Decision::Standby(2))).await.unwrap();
    desk.decide(second, Some(Decision::Standby(1))).await.unwrap();
    let needed = async || {
        let mut conn = desk.stage.forum.conn().await;
        submissions::vacancies(&mut conn, &desk.stage.who).await.unwrap()
    };
    assert!(needed().await.is_empty());
    desk.run(async |tx| submissions::turn_down(tx, &mei, given_up, Moment::now()).await).await.unwrap();
    let vacancy = needed().await.remove(0);
    assert_eq!((vacancy.given_up.id, vacancy.next.unwrap().id), (given_up, second));

    let none =
        desk.run(async |tx| submissions::promote_by_themselves(tx, &System::duty()).await).await.unwrap();
    assert_eq!(none, [], "only where the call says so");
    let (who, edition) = (&desk.stage.who, &desk.stage.edition);
    let promote = async || {
        desk.run(async |tx| submissions::promote(tx, who, edition, given_up, Moment::now()).await).await
    };
    promote().await.unwrap();
    let row = desk.row(second).await;
    assert_eq!((row.decision, row.told), (Some(Verdict::Accepted), Some(Verdict::Accepted)));
    assert_eq!(desk.mails("lau@example.org").await.last().unwrap(), "decision-accepted");
    assert!(needed().await.is_empty());
    assert_eq!(conflict_code(promote().await), "vacancy_settled");

    desk.run(async |tx| submissions::withdraw(tx, &lau, second, Moment::now()).await).await.unwrap();
    let leave =
        async || desk.run(async |tx| submissions::leave_empty(tx, who, second, Moment::now()).await).await;
    assert_eq!(needed().await.len(), 1);
    leave().await.unwrap();
    assert_eq!(conflict_code(leave().await), "vacancy_settled");
    assert!(needed().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_call_says_so_the_next_moves_up_by_itself_once() {
    let desk = Desk::with(|call| call.promotes_by_itself = true).await;
    let (given_up, _) = accepted_and_told(&desk, "Mei").await;
    for (place, name) in [(1, "Lau"), (2, "Third")] {
        let (id, _) = desk.handed_in(name).await;
        desk.decide(id, Some(Decision::Standby(place))).await.unwrap();
    }
    desk.pass(given_up, 20 * 24).await;
    assert_eq!(lapse(&desk).await, 1);
    let promote = async || {
        desk.run(async |tx| submissions::promote_by_themselves(tx, &System::duty()).await).await.unwrap()
    };
    assert_eq!((promote().await.len(), promote().await.len()), (1, 0));
    assert_eq!(desk.mails("lau@example.org").await.last().unwrap(), "decision-accepted");
    assert_eq!(desk.mails("third@example.org").await.len(), 2);
}
