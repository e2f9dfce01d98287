//! Calls for whoever has a code.

use plenary::{
    calls::{self, Call, CallCode, CallFields, CodeFields},
    error::Error,
};

use super::stage::{Stage, at, fields, open};
use crate::support::forum::field_code;

async fn invited(stage: &Stage) -> Call {
    stage.listed(&CallFields { visibility: "code".into(), ..fields("keynotes") }).await
}

async fn issue(stage: &Stage, call: &Call, fields: CodeFields) -> CallCode {
    let new = fields.parse(&stage.edition.zone).unwrap();
    stage
        .forum
        .db
        .transaction(async |tx| calls::issue_code(tx, &stage.who, call.id, new).await)
        .await
        .unwrap()
}

async fn redeem(stage: &Stage, call: &Call, typed: &str) -> Result<(), Error> {
    stage.forum.db.transaction(async |tx| calls::redeem_code(tx, call, typed, open()).await).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_by_code_is_not_there_for_who_has_none() {
    let stage = Stage::set().await;
    let call = invited(&stage).await;
    let code = issue(&stage, &call, CodeFields::default()).await;
    let mut conn = stage.forum.conn().await;
    assert!(calls::public_calls(&mut conn, stage.edition.id).await.unwrap().is_empty());
    for typed in [None, Some("ABCD-EFGH-JKMN"), Some("")] {
        let seen = calls::public_call(&mut conn, stage.edition.id, "keynotes", typed, open()).await;
        assert!(matches!(seen, Err(Error::NotFound)), "{typed:?}");
    }
    let typed = code.code.replace('-', " ").to_lowercase();
    let seen = calls::public_call(&mut conn, stage.edition.id, "keynotes", Some(&typed), open()).await;
    assert_eq!(seen.unwrap().id, call.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_worth_its_uses_until_it_ends_or_is_taken_back() {
    let stage = Stage::set().await;
    let call = invited(&stage).await;
    let twice = issue(&stage, &call, CodeFields { max_uses: 2.into(), ..CodeFields::default() }).await;
    redeem(&stage, &call, &twice.code).await.unwrap();
    redeem(&stage, &call, &twice.code).await.unwrap();
    assert_eq!(field_code(redeem(&stage, &call, &twice.code).await, "code"), "call_code_wrong");

    let ended = CodeFields { expires_at: "2027-03-10T00:00".into(), ..CodeFields::default() };
    let ended = issue(&stage, &call, ended).await;
    assert!(ended.expires_at < Some(open()) && ended.expires_at > Some(at("2027-03-09T00:00:00Z")));
    assert_eq!(field_code(redeem(&stage, &call, &ended.code).await, "code"), "call_code_wrong");

    let revoked = issue(&stage, &call, CodeFields::default()).await;
    let revoke = async || {
        let db = &stage.forum.db;
        db.transaction(async |tx| calls::revoke_code(tx, &stage.who, call.id, revoked.id, open()).await).await
    };
    revoke().await.unwrap();
    assert!(matches!(revoke().await, Err(Error::NotFound)));
    assert_eq!(field_code(redeem(&stage, &call, &revoked.code).await, "code"), "call_code_wrong");

    let other = stage.listed(&fields("talks")).await;
    let elsewhere = issue(&stage, &other, CodeFields::default()).await;
    assert_eq!(field_code(redeem(&stage, &call, &elsewhere.code).await, "code"), "call_code_wrong");
    let codes = calls::codes(&mut *stage.forum.conn().await, &stage.who, call.id).await.unwrap();
    assert_eq!(codes.iter().map(|code| code.uses).collect::<Vec<_>>(), [2, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_at_once_do_not_share_the_last_use() {
    let stage = Stage::set().await;
    let call = invited(&stage).await;
    let once = issue(&stage, &call, CodeFields { max_uses: 1.into(), ..CodeFields::default() }).await;
    let (one, other) = tokio::join!(redeem(&stage, &call, &once.code), redeem(&stage, &call, &once.code));
    assert_eq!([one, other].iter().filter(|redeemed| redeemed.is_ok()).count(), 1);
}
