//! Limits: what they stop, and whom they never stop.

use std::time::Duration;

use plenary::{
    accounts::{self, SignInFields},
    db::attempts::{self, Limit},
    error::Error,
};

use super::{BROWSER, Stage, code, email, visitor};

const FIVE: Limit = Limit { name: "test", hits: 5, minutes: 10 };

async fn guess(stage: &Stage, name: &str, network: &str) -> String {
    let fields = SignInFields { email: email(name).to_string(), password: "guess".to_owned() };
    let visitor = visitor(network);
    code(accounts::sign_in_with_password(&stage.db, &visitor, &stage.passwords, fields, BROWSER).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_are_all_counted() {
    let stage = Stage::new().await;
    let tries = (0..20).map(|_| stage.db.transaction(async |tx| attempts::count(tx, &FIVE, "key").await));
    let answers = futures_util::future::join_all(tries).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 5);
    let waits = answers.iter().filter_map(|answer| match answer {
        Err(Error::TooMany(wait)) => Some(*wait),
        _ => None,
    });
    assert!(
        waits.into_iter().all(|wait| wait <= Duration::from_secs(600) && wait > Duration::from_secs(500))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_and_limits_do_not_share_a_count_and_a_window_ends() {
    let stage = Stage::new().await;
    let count = async |limit: Limit, key: &'static str| {
        stage.db.transaction(async |tx| attempts::count(tx, &limit, key).await).await
    };
    for _ in 0..5 {
        count(FIVE, "key").await.unwrap();
    }
    assert_eq!(code(count(FIVE, "key").await), "too many");
    count(FIVE, "other").await.unwrap();
    count(Limit { name: "other", ..FIVE }, "key").await.unwrap();
    stage.run("UPDATE attempt SET window_ends_at = now()").await;
    count(FIVE, "key").await.unwrap();
    let swept = stage.db.transaction(async |tx| attempts::expire(tx).await).await.unwrap();
    assert_eq!(swept, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_address_is_kept_in_the_clear() {
    let stage = Stage::new().await;
    guess(&stage, "ada", "192.0.2.1").await;
    assert_eq!(stage.count("SELECT count(*) FROM attempt").await, 2);
    assert_eq!(stage.count("SELECT count(*) FROM attempt WHERE bucket LIKE '%ada%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_locks_out_his_own_network_only() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    for name in ["ada", "nobody"] {
        for _ in 0..10 {
            assert_eq!(guess(&stage, name, "2001:db8::1").await, "password: sign_in_wrong");
        }
        assert_eq!(guess(&stage, name, "2001:db8::2").await, "too many", "the same /64");
        assert_eq!(guess(&stage, name, "2001:db8:0:1::1").await, "password: sign_in_wrong");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_everywhere_leave_the_owner_the_mailed_way() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    for name in ["ada", "nobody"] {
        assert_eq!(guess(&stage, name, "192.0.2.1").await, "password: sign_in_wrong");
        stage.run("UPDATE attempt SET hits = 100 WHERE bucket LIKE 'password:%'").await;
        assert_eq!(guess(&stage, name, "192.0.2.2").await, "password_paused");
    }
    let id = stage.ask("ada", "192.0.2.2").await.unwrap();
    stage.type_code(id, &stage.keys.sign_in_code(id.uuid())).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_who_asks_for_mails_leaves_her_a_link_that_works() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let mut mailed = Vec::new();
    for _ in 0..5 {
        mailed.push(stage.ask("ada", "192.0.2.1").await.unwrap());
    }
    assert_eq!(code(stage.ask("ada", "192.0.2.1").await), "too many");
    for network in ["192.0.2.2", "192.0.2.3"] {
        while let Ok(id) = stage.ask("ada", network).await {
            mailed.push(id);
        }
    }
    assert_eq!(mailed.len(), 12, "from anywhere together");
    assert_eq!(code(stage.ask("ada", "198.51.100.1").await), "too many");
    stage.press(&stage.link(mailed[0])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn guessed_codes_stop_codes_for_the_day_and_never_links() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let first = stage.ask("ada", "192.0.2.1").await.unwrap();
    assert_eq!(code(stage.type_code(first, "no").await), "code: code_wrong");
    stage.run("UPDATE attempt SET hits = 30 WHERE bucket LIKE 'sign-in-code:%'").await;
    let second = stage.ask("ada", "192.0.2.1").await.unwrap();
    let right = stage.keys.sign_in_code(second.uuid());
    assert_eq!(code(stage.type_code(second, &right).await), "code: code_wrong");
    stage.press(&stage.link(second)).await.unwrap();
}
