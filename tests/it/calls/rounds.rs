//! The rounds of a call.

use std::collections::BTreeMap;

use plenary::{
    calls::{self, Call, CriterionFields, Round, RoundFields},
    error::Error,
};

use super::stage::{Stage, fields, open};
use crate::support::forum::{conflict_code, text};

fn rubric(criteria: &[&str]) -> RoundFields {
    let criterion = |name: &&str| CriterionFields {
        name: text(name),
        weight: 2.into(),
        low: 1.into(),
        high: 5.into(),
        anchors: BTreeMap::from([(1, text("Poor")), (5, text("Excellent"))]),
    };
    RoundFields {
        kind: "rubric".into(),
        name: text("Rubric"),
        blind: true,
        criteria: criteria.iter().map(criterion).collect(),
        ..RoundFields::default()
    }
}

async fn add(stage: &Stage, call: &Call, fields: &RoundFields) -> Round {
    let new = fields.parse(&stage.edition.zone).unwrap();
    let made = stage.forum.db.transaction(async |tx| calls::create_round(tx, &stage.who, call.id, new).await);
    made.await.unwrap()
}

async fn change(stage: &Stage, call: &Call, round: &Round, fields: &RoundFields) -> Result<Round, Error> {
    let new = fields.parse(&stage.edition.zone).unwrap();
    let db = &stage.forum.db;
    db.transaction(async |tx| calls::change_round(tx, &stage.who, call.id, round.id, new).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rounds_stand_in_order_and_criteria_keep_their_places() {
    let stage = Stage::set().await;
    let call = stage.create(&fields("talks")).await.unwrap();
    let eligible = RoundFields { kind: "eligibility".into(), name: text("Rules"), ..RoundFields::default() };
    let first = add(&stage, &call, &eligible).await;
    let second = add(&stage, &call, &rubric(&["Novelty", "Clarity"])).await;
    assert_eq!(second.criteria[0].anchors.of(5).unwrap().get(plenary::values::Lang::En), Some("Excellent"));
    let changed = change(&stage, &call, &second, &rubric(&["Originality"])).await.unwrap();
    assert_eq!(changed.criteria.len(), 1);
    assert_eq!(changed.criteria[0].id, second.criteria[0].id);
    let db = &stage.forum.db;
    db.transaction(async |tx| calls::reorder_rounds(tx, &stage.who, call.id, &[second.id]).await)
        .await
        .unwrap();
    let rounds = calls::rounds(&mut *stage.forum.conn().await, &stage.who, call.id).await.unwrap();
    assert_eq!(rounds.iter().map(|round| round.id).collect::<Vec<_>>(), [second.id, first.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_round_never_changes_and_an_open_one_can_go() {
    let stage = Stage::set().await;
    let call = stage.create(&fields("talks")).await.unwrap();
    let (kept, gone) =
        (add(&stage, &call, &rubric(&["Novelty"])).await, add(&stage, &call, &rubric(&["Fit"])).await);
    let db = &stage.forum.db;
    let close = async || {
        db.transaction(async |tx| calls::close_round(tx, &stage.who, call.id, kept.id, open()).await).await
    };
    close().await.unwrap();
    assert_eq!(conflict_code(close().await), "round_closed");
    assert_eq!(conflict_code(change(&stage, &call, &kept, &rubric(&["Other"])).await), "round_closed");
    let remove =
        async |id| db.transaction(async |tx| calls::remove_round(tx, &stage.who, call.id, id).await).await;
    assert_eq!(conflict_code(remove(kept.id).await), "round_closed");
    remove(gone.id).await.unwrap();
    assert!(matches!(remove(gone.id).await, Err(Error::NotFound)));
}
