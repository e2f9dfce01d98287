//! Login sessions.

use plenary::accounts;
use secrecy::ExposeSecret;

use super::{Stage, code};

#[tokio::test(flavor = "multi_thread")]
async fn only_the_hash_of_a_sessions_token_is_stored() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[]).await;
    let session = stage.sign_in(&ada).await;
    let row: String = stage.sql.query_one("SELECT s::text FROM login_session s", &[]).await.unwrap().get(0);
    assert!(!row.contains(session.token.expose_secret()));
    assert!(!format!("{session:?}").contains(session.token.expose_secret()), "not in a log either");
    let mut conn = stage.db.read().await.unwrap();
    assert!(accounts::authenticate(&mut conn, "no such token").await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_idle_or_old() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[]).await;
    for aged in ["seen_at = now() - interval '14 days 1 minute'", "expires_at = now()"] {
        let session = stage.sign_in(&ada).await;
        assert!(stage.authority(&session).await.session().is_some());
        stage.run(&format!("UPDATE login_session SET {aged}")).await;
        assert!(stage.authority(&session).await.session().is_none(), "{aged}");
    }
    let system = plenary::accounts::proofs::System::duty();
    let swept = stage.db.transaction(async |tx| accounts::sweep_sessions(tx, &system).await).await.unwrap();
    assert_eq!(swept, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn being_seen_is_noted_once_a_minute() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[]).await;
    let session = stage.sign_in(&ada).await;
    let recent = "SELECT count(*) FROM login_session WHERE seen_at > now() - interval '10 seconds'";
    let authority = stage.authority(&session).await;
    assert!(!authority.is_unnoted());
    for (ago, noted) in [("59 seconds", 0), ("61 seconds", 1)] {
        stage.run(&format!("UPDATE login_session SET seen_at = now() - interval '{ago}'")).await;
        let authority = stage.authority(&session).await;
        assert_eq!(authority.is_unnoted(), noted == 1);
        stage.db.transaction(async |tx| authority.touch(tx).await).await.unwrap();
        assert_eq!(stage.count(recent).await, noted, "{ago}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn she_sees_and_ends_her_own_sessions_only() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.account("ada", &[]).await, stage.account("eve", &[]).await);
    let here = stage.sign_in(&ada).await;
    let there = stage.sign_in(&ada).await;
    let other = stage.sign_in(&eve).await;
    let who = stage.authority(&here).await.signed_in().unwrap();
    let mut conn = stage.db.read().await.unwrap();
    assert_eq!(accounts::sessions_of(&mut conn, &who).await.unwrap().len(), 2);
    let end = async |id| stage.db.transaction(async |tx| accounts::end_session(tx, &who, id).await).await;
    assert_eq!(code(end(other.id).await), "not found");
    end(there.id).await.unwrap();
    assert_eq!(code(end(there.id).await), "not found");
    stage.sign_in(&ada).await;
    let ended = stage.db.transaction(async |tx| accounts::end_all_other(tx, &who).await).await.unwrap();
    assert_eq!(ended, 1);
    stage.db.transaction(async |tx| accounts::sign_out(tx, &who).await).await.unwrap();
    assert!(stage.authority(&here).await.session().is_none());
    assert!(stage.authority(&other).await.session().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forms_token_is_of_one_session() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[]).await;
    let (one, two) = (stage.sign_in(&ada).await, stage.sign_in(&ada).await);
    let token = accounts::csrf_token(&stage.keys, one.id);
    assert!(accounts::csrf_valid(&stage.keys, one.id, &token));
    assert!(!accounts::csrf_valid(&stage.keys, two.id, &token));
    for wrong in ["", &token[..22], "not base64!"] {
        assert!(!accounts::csrf_valid(&stage.keys, one.id, wrong), "{wrong}");
    }
}
