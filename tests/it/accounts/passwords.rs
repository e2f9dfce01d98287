//! Signing in by password, and setting one.

use plenary::accounts::{self, Account, PasswordFields, SignInFields, SignedInSession};

use super::{BROWSER, Stage, code, email, visitor};

const GOOD: &str = "kx7#vQ9!pl";

async fn sign_in(
    stage: &Stage,
    name: &str,
    password: &str,
) -> Result<SignedInSession, plenary::error::Error> {
    let fields =
        SignInFields { email: email(name).to_string().to_uppercase(), password: password.to_owned() };
    accounts::sign_in_with_password(&stage.db, &visitor("192.0.2.1"), &stage.passwords, fields, BROWSER).await
}

async fn set(
    stage: &Stage,
    session: &SignedInSession,
    current: &str,
    new: &str,
) -> Result<SignedInSession, plenary::error::Error> {
    let who = stage.authority(session).await.signed_in().unwrap();
    let fields = PasswordFields { current: current.to_owned(), new: new.to_owned() };
    accounts::set_password(&stage.db, &stage.passwords, &who, fields, BROWSER).await
}

async fn with_password(stage: &Stage) -> (Account, SignedInSession) {
    let ada = stage.account("ada", &[]).await;
    let session = set(stage, &stage.sign_in(&ada).await, "", GOOD).await.unwrap();
    (ada, session)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_password_signs_in_and_counts_for_nothing() {
    let stage = Stage::new().await;
    with_password(&stage).await;
    for _ in 0..12 {
        assert_eq!(sign_in(&stage, "ada", GOOD).await.unwrap().account.name, "ada");
    }
    assert_eq!(stage.count("SELECT sum(hits)::bigint FROM attempt").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_way_gets_the_same_answer() {
    let stage = Stage::new().await;
    with_password(&stage).await;
    stage.account("without", &[]).await;
    let suspended = stage.account("gone", &[]).await;
    set(&stage, &stage.sign_in(&suspended).await, "", GOOD).await.unwrap();
    stage.run("UPDATE account SET suspended_at = now() WHERE name = 'gone'").await;
    for (name, password) in [("ada", "kx7#vQ9!pL"), ("without", GOOD), ("nobody", GOOD), ("gone", GOOD)] {
        assert_eq!(code(sign_in(&stage, name, password).await), "password: sign_in_wrong", "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_every_session_and_is_told_by_mail() {
    let stage = Stage::new().await;
    let (ada, first) = with_password(&stage).await;
    let elsewhere = stage.sign_in(&ada).await;
    let fresh = set(&stage, &first, GOOD, "another kx7#vQ9!").await.unwrap();
    assert!(stage.authority(&first).await.account().is_none());
    assert!(stage.authority(&elsewhere).await.account().is_none());
    assert!(stage.authority(&fresh).await.account().is_some());
    assert_eq!(code(sign_in(&stage, "ada", GOOD).await), "password: sign_in_wrong");
    assert_eq!(stage.count("SELECT count(*) FROM mail WHERE template = 'password-changed'").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_present_password_is_asked_for_unless_she_just_came_by_mail() {
    let stage = Stage::new().await;
    let (ada, session) = with_password(&stage).await;
    assert_eq!(code(set(&stage, &session, "wrong", "another kx7#vQ9!").await), "current: password_wrong");
    let mailed = stage.sign_in(&ada).await;
    stage.run("UPDATE login_session SET created_at = now() - interval '16 minutes'").await;
    assert_eq!(code(set(&stage, &mailed, "", "another kx7#vQ9!").await), "current: password_wrong");
    let mailed = stage.sign_in(&ada).await;
    set(&stage, &mailed, "", "another kx7#vQ9!").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weak_password_is_refused_before_anything_is_hashed() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[]).await;
    let session = stage.sign_in(&ada).await;
    for (new, reason) in [("short", "password_short"), ("password1", "password_weak")] {
        assert_eq!(code(set(&stage, &session, "", new).await), format!("new: {reason}"));
    }
    assert_eq!(stage.count("SELECT count(*) FROM account WHERE password_hash IS NOT NULL").await, 0);
}
