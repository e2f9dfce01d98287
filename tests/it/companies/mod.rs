//! Companies and those who act for them.

pub mod applications;
mod checked;
mod decks;
mod handed_in;
mod pages;
pub mod passes;

use futures_util::future::join_all;
use plenary::{
    companies::{self, Colleague, CompanyFields, NewCompany},
    error::Error,
    values::{Email, Lang},
};
use serde_json::json;

use crate::support::{actors::anybody, app::TestApp, editions::fields};

fn code(error: &Error) -> String {
    match error {
        Error::Conflict(reason) => reason.code.to_owned(),
        Error::Invalid(errors) => errors.iter().map(|one| one.reason.code).collect::<Vec<_>>().join(" "),
        other => format!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_there_for_its_members_alone() {
    let app = TestApp::start().await;
    let (ada, bob) = (app.person("ada").await, app.person("bob").await);
    let company = app.company(&ada).await;
    let mut conn = app.app.db.read().await.unwrap();
    assert_eq!(companies::mine(&mut conn, &ada.proof()).await.unwrap(), vec![company.clone()]);
    assert!(companies::mine(&mut conn, &bob.proof()).await.unwrap().is_empty());
    let refused = companies::member(&mut conn, &bob.proof(), company.id).await;
    assert!(matches!(refused, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_made_at_once_the_second_is_told() {
    let app = TestApp::start().await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let typed: CompanyFields = fields(json!({
        "name": { "en": "Harbour" }, "city": "Shenzhen", "region": "mainland", "version": company.version,
    }));
    let new = NewCompany::try_from(&typed).unwrap();
    let change = async || app.app.db.transaction(async |tx| companies::change(tx, &who, &new).await).await;
    assert_eq!(change().await.unwrap().city.as_str(), "Shenzhen");
    assert_eq!(code(&change().await.unwrap_err()), "edited_meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_joins_by_her_link_which_makes_her_account_and_works_once() {
    let app = TestApp::start().await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    app.colleague(&who, "mei@example.org").await;
    let again = Colleague { email: Email::parse("MEI@example.org").unwrap(), lang: Lang::En };
    let again = app.app.db.transaction(async |tx| companies::invite(tx, &who, &again).await).await;
    assert_eq!(code(&again.unwrap_err()), "company_invitation_open");

    let token = app.mailed("company").await;
    let accept = async |name: &'static str| {
        let verb = async |tx: &mut plenary::db::Tx| {
            companies::accept(tx, &anybody(), &app.app.keys, (&token, name), "a test").await
        };
        app.app.db.transaction(verb).await
    };
    assert_eq!(code(&accept("").await.unwrap_err()), "required");
    let (joined, session) = accept("Chan Mei").await.unwrap();
    assert_eq!((joined, session.account.name.as_str()), (company.id, "Chan Mei"));
    assert_eq!(code(&accept("Chan Mei").await.unwrap_err()), "company_invitation_over");
    let mut conn = app.app.db.read().await.unwrap();
    let people = companies::members(&mut conn, &who).await.unwrap();
    assert_eq!(
        people.iter().map(|one| one.account.email.as_str()).collect::<Vec<_>>(),
        ["ada@example.org", "mei@example.org"]
    );
    assert!(companies::open_invitations(&mut conn, &who).await.unwrap().is_empty());
    let known = Colleague { email: Email::parse("mei@example.org").unwrap(), lang: Lang::En };
    let known = app.app.db.transaction(async |tx| companies::invite(tx, &who, &known).await).await;
    assert_eq!(code(&known.unwrap_err()), "company_member_known");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_declined_or_withdrawn_can_no_longer_be_accepted() {
    let app = TestApp::start().await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let who = app.member(&ada, &company).await;
    let open = async || {
        let token = app.mailed("company").await;
        let mut conn = app.app.db.read().await.unwrap();
        companies::offer(&mut conn, &app.app.keys, &token).await.map(|offer| offer.known)
    };
    let asked = app.colleague(&who, "mei@example.org").await;
    assert!(!open().await.unwrap());
    app.app.db.transaction(async |tx| companies::withdraw(tx, &who, asked.id).await).await.unwrap();
    assert_eq!(code(&open().await.unwrap_err()), "company_invitation_over");
    app.run("DELETE FROM mail").await;
    app.colleague(&who, "mei@example.org").await;
    let token = app.mailed("company").await;
    let decline =
        async |tx: &mut plenary::db::Tx| companies::decline(tx, &anybody(), &app.app.keys, &token).await;
    app.app.db.transaction(decline).await.unwrap();
    assert_eq!(code(&open().await.unwrap_err()), "company_invitation_over");
    let members: i64 = app.one("SELECT count(*) FROM company_member").await;
    assert_eq!(members, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_one_stays_even_when_all_leave_at_once() {
    let app = TestApp::start().await;
    let ada = app.person("ada").await;
    let company = app.company(&ada).await;
    let mut members = vec![app.member(&ada, &company).await];
    for name in ["bob", "eve", "mei"] {
        let staff = app.person(name).await;
        let row = format!("('{}', '{}')", company.id, staff.account.id);
        app.run(&format!("INSERT INTO company_member (company_id, account_id) VALUES {row}")).await;
        members.push(app.member(&staff, &company).await);
    }
    let leave = async |who| app.app.db.transaction(async |tx| companies::leave(tx, who).await).await;
    let left = join_all(members.iter().map(leave)).await;
    let refused: Vec<String> = left.iter().filter_map(|one| one.as_ref().err()).map(code).collect();
    assert_eq!(refused, ["company_last_member"]);
    let members: i64 = app.one("SELECT count(*) FROM company_member").await;
    assert_eq!(members, 1);
}
