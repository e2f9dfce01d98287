//! Signing in by mailed link and code.

use plenary::{
    accounts::{self, proofs::System},
    values::Id,
};

use super::{Stage, code, operator};

/// A code that is not the one.
fn another(right: &str) -> String {
    if right == "000000" { "000001".to_owned() } else { "000000".to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailed_code_signs_in_once() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let id = stage.ask("ada", "192.0.2.1").await.unwrap();
    let right = stage.keys.sign_in_code(id.uuid());
    let spaced = format!(" {} {}", &right[..3], &right[3..]);
    assert_eq!(stage.type_code(id, &spaced).await.unwrap().account.name, "ada");
    assert_eq!(code(stage.type_code(id, &right).await), "code: code_wrong");
    assert_eq!(code(stage.press(&stage.link(id)).await), "sign_in_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailed_link_signs_in_once_even_when_pressed_often_at_once() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let link = stage.link(stage.ask("ada", "192.0.2.1").await.unwrap());
    let answers = futures_util::future::join_all((0..24).map(|_| stage.press(&link))).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert_eq!(stage.count("SELECT count(*) FROM login_session").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_a_link_uses_nothing_up() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let link = stage.link(stage.ask("ada", "192.0.2.1").await.unwrap());
    for _ in 0..3 {
        let mut conn = stage.db.read().await.unwrap();
        assert_eq!(accounts::link_account(&mut conn, &stage.keys, &link).await.unwrap().name, "ada");
    }
    stage.press(&link).await.unwrap();
    let mut conn = stage.db.read().await.unwrap();
    assert_eq!(code(accounts::link_account(&mut conn, &stage.keys, &link).await), "sign_in_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_five_wrong_codes_the_right_one_is_refused_and_the_link_is_not() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let id = stage.ask("ada", "192.0.2.1").await.unwrap();
    let right = stage.keys.sign_in_code(id.uuid());
    for _ in 0..5 {
        assert_eq!(code(stage.type_code(id, &another(&right)).await), "code: code_wrong");
    }
    assert_eq!(code(stage.type_code(id, &right).await), "code: code_wrong");
    stage.press(&stage.link(id)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn five_tries_are_five_however_fast_they_come() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let id = stage.ask("ada", "192.0.2.1").await.unwrap();
    let wrong = another(&stage.keys.sign_in_code(id.uuid()));
    let tries = (0..12).map(|_| stage.type_code(id, &wrong));
    futures_util::future::join_all(tries).await;
    assert_eq!(stage.count("SELECT tries::bigint FROM sign_in").await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn link_and_code_end_after_a_quarter_of_an_hour() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let id = stage.ask("ada", "192.0.2.1").await.unwrap();
    let kept = "SELECT count(*) FROM sign_in WHERE expires_at - created_at BETWEEN '00:14:59' AND '00:15:01'";
    assert_eq!(stage.count(kept).await, 1);
    stage.run("UPDATE sign_in SET expires_at = now()").await;
    assert_eq!(code(stage.type_code(id, &stage.keys.sign_in_code(id.uuid())).await), "code: code_wrong");
    assert_eq!(code(stage.press(&stage.link(id)).await), "sign_in_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_is_forgotten_a_day_after_its_end() {
    let stage = Stage::new().await;
    let sweep = async || {
        let swept = async |tx: &mut _| accounts::sweep_sign_ins(tx, &System::duty()).await;
        stage.db.transaction(swept).await.unwrap()
    };
    stage.ask("ada", "192.0.2.1").await.unwrap();
    stage.run("UPDATE sign_in SET expires_at = now() - interval '23 hours'").await;
    assert_eq!(sweep().await, 0);
    stage.run("UPDATE sign_in SET expires_at = now() - interval '25 hours'").await;
    assert_eq!(sweep().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_altered_link_is_not_found() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let link = stage.link(stage.ask("ada", "192.0.2.1").await.unwrap());
    let flipped = if link.starts_with('A') { "B" } else { "A" };
    let manage = plenary::keys::Link {
        purpose: plenary::keys::Purpose::Manage,
        id: plenary::keys::LinkToken::parse(&link).unwrap().id(),
        version: 1,
    };
    for altered in [format!("{flipped}{}", &link[1..]), stage.keys.link_token(&manage), String::new()] {
        assert_eq!(code(stage.press(&altered).await), "not found", "{altered}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_is_answered_as_a_known_one() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let known = stage.ask("ada", "192.0.2.1").await.unwrap();
    let unknown = stage.ask("eve", "192.0.2.1").await.unwrap();
    for _ in 0..7 {
        let answers = [code(stage.type_code(known, "x").await), code(stage.type_code(unknown, "x").await)];
        assert_eq!(answers[0], answers[1]);
    }
    // Even who could reckon the code of nobody's sign-in gets nowhere.
    let reckoned = stage.ask("eve", "192.0.2.1").await.unwrap();
    let right = stage.keys.sign_in_code(reckoned.uuid());
    assert_eq!(code(stage.type_code(reckoned, &right).await), "code: code_wrong");
    assert_eq!(code(stage.type_code(Id::fresh(), "000000").await), "code: code_wrong");
    assert_eq!(stage.count("SELECT count(*) FROM mail WHERE recipient = 'ada@example.org'").await, 1);
    assert_eq!(stage.count("SELECT count(*) FROM mail").await, 1, "nobody gets a mail");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_row_holds_neither_link_nor_code() {
    let stage = Stage::new().await;
    stage.account("ada", &[]).await;
    let id = stage.ask("ada", "192.0.2.1").await.unwrap();
    let row: String = stage.sql.query_one("SELECT mail::text FROM mail", &[]).await.unwrap().get(0);
    assert!(row.contains("sign-in-code"), "the code is named: {row}");
    assert!(!row.contains(&stage.link(id)) && !row.contains(&stage.keys.sign_in_code(id.uuid())), "{row}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shells_link_works_once_for_half_an_hour() {
    let stage = Stage::new().await;
    let new: accounts::NewAccount = super::person("ada").try_into().unwrap();
    let made = stage.db.transaction(async |tx| {
        let one = accounts::first_admin(tx, &System::shell(), new.clone()).await?;
        let again = accounts::first_admin(tx, &System::shell(), new).await?;
        assert_eq!(one.id, again.id);
        accounts::one_time_link(tx, &System::shell(), &stage.keys, one.id).await
    });
    let link = made.await.unwrap();
    let ends = "SELECT count(*) FROM sign_in WHERE expires_at - created_at BETWEEN '00:29:59' AND '00:30:01'";
    assert_eq!(stage.count(ends).await, 1);
    let session = stage.press(&link).await.unwrap();
    stage.authority(&session).await.admin(accounts::Access::Write).unwrap();
    assert_eq!(code(stage.press(&link).await), "sign_in_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_suspended_has_no_way_in() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[]).await;
    let id = stage.ask("ada", "192.0.2.1").await.unwrap();
    let session = stage.sign_in(&ada).await;
    let suspend = async |tx: &mut _| accounts::suspend(tx, &operator(), ada.id).await;
    stage.db.transaction(suspend).await.unwrap();
    assert!(stage.authority(&session).await.account().is_none(), "the session lives on");
    assert_eq!(code(stage.type_code(id, &stage.keys.sign_in_code(id.uuid())).await), "code: code_wrong");
    assert_eq!(code(stage.press(&stage.link(id)).await), "sign_in_over");
    stage.ask("ada", "192.0.2.1").await.unwrap();
    assert_eq!(stage.count("SELECT count(*) FROM mail").await, 1, "no mail after the suspension");
    let reinstate = async |tx: &mut _| accounts::reinstate(tx, &operator(), ada.id).await;
    stage.db.transaction(reinstate).await.unwrap();
    stage.sign_in(&ada).await;
}
