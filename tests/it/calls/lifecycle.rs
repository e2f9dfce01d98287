//! From a draft to a call that is open, closed, put away.

use plenary::{
    accounts::proofs::Programme,
    calls::{self, CallState},
    error::Error,
    values::Moment,
};

use super::stage::{Stage, at, fields, open};
use crate::support::forum::{conflict_code, field_code, organiser};

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_seen_once_it_is_listed_and_open_in_its_window() {
    let stage = Stage::set().await;
    let draft = stage.create(&fields("talks")).await.unwrap();
    let mut conn = stage.forum.conn().await;
    assert_eq!(draft.state(open()), CallState::Draft);
    assert!(calls::public_calls(&mut conn, stage.edition.id).await.unwrap().is_empty());
    let hidden = calls::public_call(&mut conn, stage.edition.id, "talks", None, open()).await;
    assert!(matches!(hidden, Err(Error::NotFound)));

    let list = async || {
        stage.forum.db.transaction(async |tx| calls::list(tx, &stage.who, draft.id, open()).await).await
    };
    list().await.unwrap();
    assert_eq!(conflict_code(list().await), "call_listed");
    let seen = calls::public_call(&mut conn, stage.edition.id, "talks", None, open()).await.unwrap();
    // The deadline is midnight in Hong Kong, not in Greenwich.
    for (time, state) in [
        ("2027-03-01T00:59:59Z", CallState::Upcoming),
        ("2027-03-01T01:00:00Z", CallState::Open),
        ("2027-03-31T15:59:59Z", CallState::Open),
        ("2027-03-31T16:00:00Z", CallState::Closed),
    ] {
        assert_eq!(seen.state(at(time)), state, "{time}");
    }
    assert_eq!(conflict_code(seen.check_open(at("2027-02-01T00:00:00Z"))), "call_not_open");
    assert_eq!(conflict_code(seen.check_open(at("2027-03-31T16:00:00Z"))), "call_closed");

    let archive =
        stage.forum.db.transaction(async |tx| calls::archive(tx, &stage.who, draft.id, open()).await);
    archive.await.unwrap();
    assert!(calls::public_calls(&mut conn, stage.edition.id).await.unwrap().is_empty());
    assert_eq!(conflict_code(stage.change(&seen, &fields("talks")).await), "call_archived");
    assert_eq!(stage.forum.history(draft.id.uuid()).await, ["call.create", "call.list", "call.archive"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_keeps_the_ids_of_what_stays_and_overwrites_nobody_unseen() {
    let stage = Stage::set().await;
    let call = stage.listed(&fields("talks")).await;
    let mut conn = stage.forum.conn().await;
    let before = call.session_types(&mut conn).await.unwrap();
    let mut raw = fields("talks");
    raw.session_types.remove(0);
    raw.session_types[0].minutes = 45.into();
    raw.tracks.remove(0);
    raw.version = Some(call.version);
    let changed = stage.change(&call, &raw).await.unwrap();
    let after = changed.session_types(&mut conn).await.unwrap();
    assert_eq!((after.len(), after[0].id, after[0].minutes), (1, before[1].id, 45));
    let tracks = changed.tracks(&mut conn).await.unwrap();
    assert_eq!((tracks.len(), tracks[0].track, tracks[0].quota), (1, stage.tracks[1].id, Some(2)));
    assert_eq!(conflict_code(stage.change(&call, &raw).await), "edited_meanwhile");
    raw.version = None;
    raw.kind = "demo".into();
    assert_eq!(field_code(stage.change(&call, &raw).await, "kind"), "call_kind_fixed");
    assert_eq!(field_code(stage.create(&fields("talks")).await, "slug"), "slug_taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_is_the_organisers_and_ends_at_the_edition() {
    let stage = Stage::set().await;
    let talks = stage.listed(&fields("talks")).await;
    let panels = stage.listed(&fields("panels")).await;
    let order = [panels.id, talks.id];
    stage.forum.db.transaction(async |tx| calls::reorder(tx, &stage.who, &order).await).await.unwrap();
    let mut conn = stage.forum.conn().await;
    let public = calls::public_calls(&mut conn, stage.edition.id).await.unwrap();
    assert_eq!(public.iter().map(|call| call.id).collect::<Vec<_>>(), order);

    let other = stage.forum.draft("2028").await;
    let stranger = Programme::from(&organiser(&other));
    let db = &stage.forum.db;
    let listed = db.transaction(async |tx| calls::list(tx, &stranger, talks.id, Moment::now()).await).await;
    assert!(matches!(listed, Err(Error::NotFound)));
    let new = stage.parse(&fields("talks")).unwrap();
    let changed = db.transaction(async |tx| calls::change(tx, &stranger, talks.id, new).await).await;
    assert!(matches!(changed, Err(Error::NotFound)));
    assert!(matches!(calls::call(&mut conn, &stranger, talks.id).await, Err(Error::NotFound)));
}
