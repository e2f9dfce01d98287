//! Reviewers who are behind are reminded before their round ends.

use plenary::{accounts::proofs::System, reviews};

use super::reviews::stage;

#[tokio::test(flavor = "multi_thread")]
async fn who_has_something_left_to_review_is_reminded_once_before_the_round_ends() {
    let stage = stage("", &["ada", "bob", "eve"]).await;
    let (one, two) = (
        stage.submission("One", "x@far.example", "").await,
        stage.submission("Two", "y@far.example", "").await,
    );
    stage.share_out("", "3").await;
    let [ada, bob, eve] = stage.reviewers.as_slice() else { panic!("three reviewers") };
    // Ada is done, Bob is not free to judge what is left to him, and Eve has one to do.
    for (who, submission) in [(ada, &one), (ada, &two), (bob, &one), (eve, &one)] {
        stage.scores(who, submission, "3").await;
    }
    let conflict = format!("INSERT INTO declared_conflict VALUES ('{two}', '{}', now())", bob.account.id);
    stage.app.run(&conflict).await;
    stage.app.run("UPDATE account SET lang = 'zh-Hant' WHERE name = 'eve'").await;
    let remind = async || {
        let remind = async |tx: &mut _| reviews::remind(tx, &stage.app.app.keys, &System::duty()).await;
        stage.app.app.db.transaction(remind).await.unwrap()
    };
    let ends = async |hours: i32| {
        stage.app.run(&format!("UPDATE round SET closes_at = now() + interval '{hours} hours'")).await;
    };
    assert_eq!(remind().await, 0, "it has no end");
    for hours in [60, -1] {
        ends(hours).await;
        assert_eq!(remind().await, 0, "{hours}");
    }
    ends(40).await;
    assert_eq!((remind().await, remind().await), (1, 0));
    let told = "SELECT recipient || ' ' || lang || ' ' || (values->'values'->>'left') FROM mail
                WHERE template = 'review-reminder'";
    assert_eq!(stage.app.one::<String>(told).await, format!("{} zh-Hant 1", eve.account.email));
}
