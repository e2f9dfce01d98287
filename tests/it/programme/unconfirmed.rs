//! Talks on the grid whose speakers do not come after all, and what staff are told of that.

use plenary::{
    accounts::proofs::Observer,
    calls, jobs,
    overview::{self, Doing},
    programme::SessionRow,
    speakers::Presenter,
    submissions::{self, Decision, SubmissionId},
    values::Moment,
};

use super::{Making, talk};

impl Making {
    /// She turns the slot of her talk down, and the duties run.
    async fn turns_down(&self, who: &Presenter, talk: SubmissionId) {
        self.verb(async |tx| submissions::turn_down(tx, who, talk, Moment::now()).await).await.unwrap();
        jobs::run_once(&self.app.app).await.unwrap();
    }

    async fn is_in_the_draft(&self, session: &SessionRow) -> bool {
        self.app.one(&format!("SELECT removed_at IS NULL FROM session WHERE id = '{}'", session.id)).await
    }

    async fn needed(&self, doing: Doing) -> i64 {
        let (mut conn, who) = (self.app.app.db.read().await.unwrap(), Observer::from(&self.who));
        let today = overview::today(&mut conn, &who, &self.edition, Moment::now()).await.unwrap();
        today.to_do.iter().find(|one| one.doing == doing).map_or(0, |one| one.count)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_that_is_given_up_leaves_the_draft_and_frees_its_slot() {
    let making = Making::begin().await;
    let organiser = making.app.organiser(making.edition.id).await;
    let hall = making.room("hall", 100).await;
    let (mei, talk, session) = making.confirmed("Mei").await;
    making.place(&session, &[hall], 0).await.unwrap();
    making.turns_down(&mei, talk).await;
    assert!(!making.is_in_the_draft(&session).await);
    assert!(organiser.get("/console/2026").await.expect(200).says("Its slot is free again"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_promoted_has_the_slot_and_may_give_it_up_in_turn() {
    let making = Making::begin().await;
    let organiser = making.app.organiser(making.edition.id).await;
    let hall = making.room("hall", 100).await;
    let (mei, first, session) = making.confirmed("Mei").await;
    making.place(&session, &[hall], 0).await.unwrap();
    let call: String = making.app.one("SELECT id::text FROM call").await;
    let mut conn = making.app.app.db.read().await.unwrap();
    let call = calls::call(&mut conn, &making.who, call.parse().unwrap()).await.unwrap();
    drop(conn);
    let lau = making.app.speaker(&making.edition, "Lau").await.id;
    let next = making.app.submission(&call, &making.edition, lau).await;
    making.app.told(&making.edition, next, Decision::Standby(1)).await;
    making.turns_down(&mei, first).await;
    organiser.post(&format!("/console/2026/submissions/{first}/promote"), &[]).await.expect(303);
    let slots = async || {
        let there = "SELECT count(*) FROM session JOIN session_room ON session_id = session.id WHERE removed_at IS NULL";
        making.app.one::<i64>(&format!("{there} AND submission_id = '{next}'")).await
    };
    assert_eq!(slots().await, 1);
    making.turns_down(&making.app.presenter(lau).await, next).await;
    assert_eq!(slots().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_staff_pinned_or_put_others_into_stays_and_is_marked() {
    let making = Making::begin().await;
    let organiser = making.app.organiser(making.edition.id).await;
    let hall = making.room("hall", 100).await;
    let (mei, first, pinned) = making.confirmed("Mei").await;
    let (lau, second, shared) = making.confirmed("Lau").await;
    for (session, minute) in [(&pinned, 0), (&shared, 60)] {
        making.place(session, &[hall], minute).await.unwrap();
    }
    let guest = making.speaker("Ada").await;
    making.app.run(&format!("UPDATE session SET pinned = true WHERE id = '{}'", pinned.id)).await;
    let joins = format!(
        "INSERT INTO session_speaker (session_id, edition_id, speaker_id, part, position)
         VALUES ('{}', '{}', '{guest}', 'speaker', 2)",
        shared.id, making.edition.id
    );
    making.app.run(&joins).await;
    let pages = ["/console/2026/programme", "/console/2026/programme/schedule"];
    for page in pages {
        assert!(!organiser.get(page).await.expect(200).says("Not confirmed"), "{page}");
    }
    making.turns_down(&mei, first).await;
    making.turns_down(&lau, second).await;
    for session in [&pinned, &shared] {
        assert!(making.is_in_the_draft(session).await);
    }
    for page in pages {
        let body = organiser.get(page).await.expect(200).body;
        assert_eq!(body.matches("Not confirmed").count(), 2, "{page}: {body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_confirmed_and_no_session_yet_needs_doing_and_so_does_what_is_not_released() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let (_, _, session) = making.confirmed("Mei").await;
    assert_eq!((making.needed(Doing::Adopt).await, making.needed(Doing::Release).await), (0, 0));
    let session = making.place(&session, &[hall], 0).await.unwrap();
    assert_eq!(making.needed(Doing::Release).await, 0, "nothing was released yet");
    making.release("v1").await.unwrap();
    assert_eq!(making.needed(Doing::Release).await, 0);
    let session = making.place(&session, &[hall], 60).await.unwrap();
    let other = making.create(talk("Other", &[])).await.unwrap();
    making.place(&other, &[hall], 120).await.unwrap();
    assert_eq!(making.needed(Doing::Release).await, 2);
    making.remove(&session).await.unwrap();
    assert_eq!(making.needed(Doing::Adopt).await, 1);
}
