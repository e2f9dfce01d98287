//! Releases: numbered, compared, never changed.

use plenary::{
    programme::diff::{Change, affected},
    submissions,
    values::Moment,
};

use super::{Making, conflict, refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_move_raises_the_calendars_number_and_concerns_only_those_who_are_in_it() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let (ada, bob) = (making.speaker("Ada").await, making.speaker("Bob").await);
    let (one, two) = (making.session("One", &[&ada]).await, making.session("Two", &[&bob]).await);
    let one = making.place(&one, &[hall], 0).await.unwrap();
    making.place(&two, &[hall], 60).await.unwrap();
    let (first, changes) = making.release("v1").await.unwrap();
    assert_eq!((first.number, changes.len()), (1, 2));
    assert_eq!(making.in_release(&first, one.id).await, (0, false));

    making.place(&one, &[hall], 120).await.unwrap();
    let (second, changes) = making.release("v2").await.unwrap();
    assert!(changes[&one.id].is_rescheduled());
    let told: Vec<String> = affected(&changes).keys().map(ToString::to_string).collect();
    assert_eq!(told, [ada]);
    assert_eq!(making.in_release(&second, one.id).await, (1, false));
    assert_eq!(making.in_release(&second, two.id).await, (0, false));
    assert_eq!(making.in_release(&first, one.id).await, (0, false), "the earlier release stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_off_stays_to_be_struck_out_of_calendars_and_may_come_back() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let (stays, goes) = (making.session("Stays", &[]).await, making.session("Goes", &[]).await);
    making.place(&stays, &[hall], 0).await.unwrap();
    let goes = making.place(&goes, &[hall], 60).await.unwrap();
    making.release("v1").await.unwrap();
    making.remove(&goes).await.unwrap();
    let (second, changes) = making.release("v2").await.unwrap();
    assert!(matches!(changes[&goes.id], Change::Cancelled(_)));
    assert_eq!(making.in_release(&second, goes.id).await, (1, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_talk_that_is_withdrawn_is_struck_out_of_the_next_release() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let (mei, talk, session) = making.confirmed("Mei").await;
    making.place(&session, &[hall], 0).await.unwrap();
    making.release("v1").await.unwrap();
    making.verb(async |tx| submissions::withdraw(tx, &mei, talk, Moment::now()).await).await.unwrap();
    let answer = format!("SELECT answer FROM submission WHERE id = '{talk}'");
    assert_eq!(making.app.one::<String>(&answer).await, "confirmed", "the answer stays what it was");
    let (second, changes) = making.release("v2").await.unwrap();
    assert!(matches!(changes[&session.id], Change::Cancelled(_)));
    assert_eq!(making.in_release(&second, session.id).await, (1, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_changes_something_and_has_a_name_of_its_own() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    assert_eq!(conflict(making.release("v1").await), "release_empty");
    let session = making.session("Opening", &[]).await;
    let session = making.place(&session, &[hall], 0).await.unwrap();
    making.release("v1").await.unwrap();
    assert_eq!(conflict(making.release("v2").await), "release_unchanged");
    making.place(&session, &[hall], 30).await.unwrap();
    assert_eq!(refused(making.release("v1").await, "name"), "release_name_taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_keeps_releases_as_they_are_and_rooms_single() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let annex = making.room("annex", 50).await;
    for (title, room) in [("One", hall), ("Two", annex)] {
        let session = making.session(title, &[]).await;
        making.place(&session, &[room], 0).await.unwrap();
    }
    making.release("v1").await.unwrap();
    assert_eq!(making.app.sql_state("UPDATE release SET name = 'other'").await, "23001");
    assert_eq!(making.app.sql_state("DELETE FROM released_slot").await, "23001");
    let twice = "INSERT INTO released_slot
                 SELECT slot.release_id, other.session_id, slot.room_id, slot.starts_at, slot.ends_at
                 FROM released_slot slot JOIN released_session other USING (release_id)
                 WHERE other.session_id <> slot.session_id LIMIT 1";
    assert_eq!(making.app.sql_state(twice).await, "23P01");
}
