//! What was handed in stays whole, and from the deadline on as it is.

use plenary::{
    companies::Member,
    db::Tx,
    editions::Edition,
    error::Error,
    files::File,
    submissions::{DemoFields, SubmissionId, demo},
    values::Moment,
};

use super::{applications::submit, code};
use crate::support::app::TestApp;

async fn handed_in(app: &TestApp) -> (Edition, Member, SubmissionId) {
    let edition = app.edition("2026").await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let call = app.demo_call(&edition).await;
    let id = app.demo(&who, &call).await;
    app.fill_demo(&who, id).await;
    submit(app, &who, id).await.unwrap();
    (edition, who, id)
}

async fn files(app: &TestApp, who: &Member, id: SubmissionId) -> Vec<File> {
    demo::demo_files(&mut app.app.db.read().await.unwrap(), who, id).await.unwrap()
}

async fn remove(app: &TestApp, who: &Member, id: SubmissionId) -> Result<(), Error> {
    let file = files(app, who, id).await[0].id;
    let verb = async |tx: &mut Tx| demo::remove_demo_file(tx, who, id, file, Moment::now()).await;
    app.app.db.transaction(verb).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_deck_may_be_replaced_but_not_taken_away() {
    let app = TestApp::start().await;
    let (_, who, id) = handed_in(&app).await;
    let old = files(&app, &who, id).await;
    let new = app.deck(&who, id).await.unwrap();
    assert_eq!(code(&remove(&app, &who, id).await.unwrap_err()), "required");
    let kept: Vec<_> = files(&app, &who, id).await.iter().map(|file| file.id).collect();
    assert_eq!((kept, old[0].id != new), (vec![new], true));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_changes_after_the_deadline_unless_it_was_accepted() {
    let app = TestApp::start().await;
    let (edition, who, id) = handed_in(&app).await;
    app.run("UPDATE call SET closes_at = now() - interval '1 hour'").await;
    let nothing = DemoFields::default().parse(&edition).unwrap();
    let details = async |tx: &mut Tx| demo::set_demo(tx, &who, id, &nothing, Moment::now()).await;
    let refused = app.app.db.transaction(details).await.unwrap_err();
    assert_eq!(code(&refused), "call_closed");
    assert_eq!(code(&app.deck(&who, id).await.unwrap_err()), "call_closed");
    assert_eq!(code(&remove(&app, &who, id).await.unwrap_err()), "call_closed");
    app.run(
        "UPDATE submission SET decision = 'accepted', told = 'accepted', told_at = now(), \
         confirm_by = now() + interval '1 day'",
    )
    .await;
    app.deck(&who, id).await.unwrap();
}
