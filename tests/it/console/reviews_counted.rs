//! Which reviews count, what has too few of them, and who is told of hers.

use super::reviews::{HOME, stage};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_not_to_fit_after_the_sharing_leaves_the_judges_desks() {
    let stage = stage("", &["ada"]).await;
    let [ada] = stage.reviewers.as_slice() else { panic!("one reviewer") };
    let unfit = stage.submission("Fission", "lise@elsewhere.example", "").await;
    stage.submission("Fusion", "otto@elsewhere.example", "").await;
    stage.share_out("", "1").await;
    let row = format!("('{unfit}', false, 'Too long.', now())");
    stage
        .app
        .run(&format!("INSERT INTO eligibility (submission_id, passed, reason, checked_at) VALUES {row}"))
        .await;
    let desk = ada.get(&stage.desk()).await.expect(200);
    assert!(desk.says("0 of 1") && desk.says("Fusion") && !desk.says("Fission"), "{}", desk.body);
    let input = format!("{unfit}.points.{}", stage.criterion().await);
    ada.post(&stage.desk(), &[("ids", unfit.as_str()), (&input, "5")]).await.expect(404);
    stage.app.run("UPDATE eligibility SET passed = true").await;
    assert!(ada.get(&stage.desk()).await.says("Fission"), "until it passes");
}

#[tokio::test(flavor = "multi_thread")]
async fn scores_by_who_was_not_free_and_of_what_is_out_of_the_running_count_nowhere() {
    let stage = stage("", &["ada", "grace"]).await;
    let [ada, grace] = stage.reviewers.as_slice() else { panic!("two reviewers") };
    let mut ids = Vec::new();
    for title in ["Fission", "Fusion", "Taken back", "Unfit"] {
        let email = format!("{}@elsewhere.example", title.replace(' ', "-").to_lowercase());
        ids.push(stage.submission(title, &email, "").await);
    }
    stage.share_out("", "2").await;
    for id in &ids {
        stage.scores(ada, id, "5").await;
        stage.scores(grace, id, "1").await;
    }
    let page = async |room: &str| stage.organiser.get(&format!("{}/{room}", stage.call)).await.expect(200);
    let line = async |title: &str| {
        let table = stage.organiser.get(&format!("{HOME}/results.csv")).await.expect(200);
        table.body.lines().find(|line| line.contains(title)).unwrap().to_owned()
    };
    let ranking = page("ranking").await;
    assert!(ranking.says("One more than the number of submissions"), "each number is explained");
    assert!(ranking.says("How many scores she gave that count"));
    assert!(ranking.says("Taken back") && line("Fission").await.contains("\"50.00\""));
    let unfree = format!("INSERT INTO declared_conflict VALUES ('{}', '{}', now())", ids[0], ada.account.id);
    stage.app.run(&unfree).await;
    let withdrawn = "UPDATE submission SET lifecycle = 'withdrawn', withdrawn_at = now() WHERE id =";
    stage.app.run(&format!("{withdrawn} '{}'", ids[2])).await;
    let failed = format!("('{}', false, 'Too long.', now())", ids[3]);
    stage
        .app
        .run(&format!("INSERT INTO eligibility (submission_id, passed, reason, checked_at) VALUES {failed}"))
        .await;
    let ranking = page("ranking").await;
    assert!(ranking.says("Fission") && !ranking.says("Taken back") && !ranking.says("Unfit"));
    let panel = page("reviewers").await;
    assert!(panel.says("1 of 1") && panel.says("2 of 2"), "as each finds on her desk: {}", panel.body);
    assert!(line("Fission").await.contains("\"0.00\""), "what grace said alone: {}", line("Fission").await);
    assert!(line("Fusion").await.contains("\"50.00\""));
    for title in ["Taken back", "Unfit"] {
        assert!(!line(title).await.contains("50.00"), "{title}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_too_few_reviewers_is_named_with_the_reason() {
    let stage = stage("", &["ada", "grace"]).await;
    stage.submission("Free to judge", "lise@elsewhere.example", "").await;
    stage.submission("A neighbour's", "otto@example.org", "").await;
    let panel = async || stage.organiser.get(&format!("{}/reviewers", stage.call)).await.expect(200);
    assert!(!panel().await.says("Fewer reviewers"), "nothing is short before anything is shared out");
    stage.share_out("", "2").await;
    let page = panel().await;
    assert!(
        page.says("Fewer reviewers than asked for")
            && page.says("0 of 2 reviewers. Nobody on the panel is free")
    );
    assert!(!page.says("Free to judge"), "{}", page.body);
    stage.submission("Late", "mary@elsewhere.example", "").await;
    assert!(panel().await.says("0 of 2 reviewers. It came, or lost a reviewer, after sharing out"));
    stage.share_out("", "2").await;
    let page = panel().await;
    assert!(page.says("A neighbour") && !page.says("Late"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_given_something_to_review_is_told_once_a_round() {
    let stage = stage("", &["ada"]).await;
    let count =
        async || stage.app.one::<i64>("SELECT count(*) FROM mail WHERE template = 'reviews-assigned'").await;
    let own = stage.submission("Hers", "ada@example.org", "").await;
    stage.share_out("", "1").await;
    assert_eq!(count().await, 0, "nothing of {own} is hers to judge");
    stage.submission("Fission", "lise@elsewhere.example", "").await;
    for _ in 0..2 {
        stage.share_out("", "1").await;
    }
    assert_eq!(count().await, 1);
    let to = "SELECT recipient FROM mail WHERE template = 'reviews-assigned'";
    assert_eq!(stage.app.one::<String>(to).await, "ada@example.org");
}
