//! Invitations by mail.

use plenary::{
    accounts::{
        self, AcceptFields, Access, Invitation, InvitationFields, Manager, Role, RoleAt, SignedInSession,
    },
    error::Error,
    keys::{Link, Purpose},
};
use uuid::Uuid;

use super::{BROWSER, Stage, code, email, operator, visitor};

impl Stage {
    async fn invite(&self, name: &str, at: RoleAt) -> Result<Invitation, Error> {
        let organiser = operator().organiser_of(self.editions[0]);
        let fields = InvitationFields {
            email: email(name).to_string(),
            name: name.to_owned(),
            lang: "zh-Hant".to_owned(),
            role: at.role().to_string(),
            edition: at.edition().map(|id| id.to_string()).unwrap_or_default(),
        };
        let new: accounts::NewInvitation = fields.try_into().unwrap();
        self.db.transaction(async |tx| accounts::invite(tx, Manager::Organiser(&organiser), new).await).await
    }

    fn invitation_link(&self, invitation: &Invitation) -> String {
        self.keys.link_token(&Link { purpose: Purpose::Invitation, id: invitation.id.uuid(), version: 1 })
    }

    async fn accept(&self, token: &str, name: &str, password: &str) -> Result<SignedInSession, Error> {
        let fields = AcceptFields { name: name.to_owned(), password: password.to_owned() };
        let (visitor, keys) = (visitor("192.0.2.1"), &self.keys);
        accounts::accept_invitation(&self.db, &visitor, keys, &self.passwords, token, fields, BROWSER).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn accepting_makes_the_account_grants_the_role_and_signs_in() {
    let stage = Stage::new().await;
    let invitation = stage.invite("ada", stage.at(Role::Organiser)).await.unwrap();
    let mail = "SELECT count(*) FROM mail WHERE template = 'invitation' AND lang = 'zh-Hant'
                AND edition_id IS NOT NULL AND recipient = 'ada@example.org'";
    assert_eq!(stage.count(mail).await, 1);
    let token = stage.invitation_link(&invitation);
    let mut conn = stage.db.read().await.unwrap();
    let (shown, known) = accounts::invitation(&mut conn, &stage.keys, &token).await.unwrap();
    assert_eq!((shown.id, known), (invitation.id, false));
    let session = stage.accept(&token, "Ada Lovelace", "kx7#vQ9!pl").await.unwrap();
    assert!(session.account.has_password);
    assert_eq!(session.account.name, "Ada Lovelace");
    stage.authority(&session).await.organiser(stage.editions[0], Access::Write).unwrap();
    assert_eq!(code(stage.accept(&token, "Ada", "").await), "invitation_over");
    assert_eq!(stage.count("SELECT count(*) FROM mail").await, 1, "no mail about the role she accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_exists_is_extended_and_keeps_its_name_and_password() {
    let stage = Stage::new().await;
    let ada = stage.account("ada", &[stage.at(Role::Desk)]).await;
    let earlier = stage.sign_in(&ada).await;
    let token = stage.invitation_link(&stage.invite("ADA", stage.at(Role::Programme)).await.unwrap());
    let session = stage.accept(&token, "Mallory", "kx7#vQ9!pl").await.unwrap();
    assert_eq!((session.account.id, session.account.name.as_str()), (ada.id, "ada"));
    assert!(!session.account.has_password);
    assert_eq!(stage.authority(&session).await.roles().len(), 2);
    assert!(stage.authority(&earlier).await.session().is_none(), "a changed role ends sessions");
}

#[tokio::test(flavor = "multi_thread")]
async fn accepted_twice_at_once_it_is_accepted_once() {
    let stage = Stage::new().await;
    let token = stage.invitation_link(&stage.invite("ada", stage.at(Role::Desk)).await.unwrap());
    let (one, two) = tokio::join!(stage.accept(&token, "Ada", ""), stage.accept(&token, "Ada", ""));
    assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1);
    assert_eq!(stage.count("SELECT count(*) FROM account").await, 1);
    assert_eq!(stage.count("SELECT count(*) FROM role_grant").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_invitation_is_open_at_a_time_and_a_held_role_is_not_offered() {
    let stage = Stage::new().await;
    let at = stage.at(Role::Desk);
    let first = stage.invite("ada", at).await.unwrap();
    assert_eq!(code(stage.invite("Ada", at).await), "email: invitation_open");
    stage.invite("ada", stage.at(Role::Observer)).await.unwrap();
    stage.run("UPDATE invitation SET expires_at = now() WHERE role = 'desk'").await;
    let second = stage.invite("ada", at).await.unwrap();
    assert_eq!(code(stage.accept(&stage.invitation_link(&first), "Ada", "").await), "invitation_over");
    stage.accept(&stage.invitation_link(&second), "Ada", "").await.unwrap();
    assert_eq!(code(stage.invite("ada", at).await), "role: role_held");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_withdrawn_or_altered_invitation_gives_nothing() {
    let stage = Stage::new().await;
    let organiser = operator().organiser_of(stage.editions[0]);
    let foreign = operator().organiser_of(stage.editions[1]);
    let invitation = stage.invite("ada", stage.at(Role::Desk)).await.unwrap();
    let withdraw = async |by: Manager<'_>| {
        stage.db.transaction(async |tx| accounts::withdraw_invitation(tx, by, invitation.id).await).await
    };
    assert_eq!(code(withdraw(Manager::Organiser(&foreign)).await), "not found");
    withdraw(Manager::Organiser(&organiser)).await.unwrap();
    assert_eq!(code(withdraw(Manager::Organiser(&organiser)).await), "invitation_over");
    let token = stage.invitation_link(&invitation);
    assert_eq!(code(stage.accept(&token, "Ada", "").await), "invitation_over");
    let late = stage.invite("bob", stage.at(Role::Desk)).await.unwrap();
    stage.run("UPDATE invitation SET expires_at = now()").await;
    assert_eq!(code(stage.accept(&stage.invitation_link(&late), "Bob", "").await), "invitation_over");
    let sign_in = Link { purpose: Purpose::SignIn, id: late.id.uuid(), version: 1 };
    assert_eq!(code(stage.accept(&stage.keys.link_token(&sign_in), "Bob", "").await), "not found");
    assert_eq!(stage.count("SELECT count(*) FROM account").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_suspended_cannot_come_back_by_invitation() {
    let stage = Stage::new().await;
    let token = stage.invitation_link(&stage.invite("ada", stage.at(Role::Desk)).await.unwrap());
    stage.account("ada", &[]).await;
    stage.run("UPDATE account SET suspended_at = now()").await;
    assert_eq!(code(stage.accept(&token, "", "").await), "invitation_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_types_is_checked_before_anything_is_made() {
    let stage = Stage::new().await;
    let token = stage.invitation_link(&stage.invite("ada", stage.at(Role::Desk)).await.unwrap());
    assert_eq!(code(stage.accept(&token, " ", "").await), "name: required");
    assert_eq!(code(stage.accept(&token, "Ada", "ada@example").await), "password: password_weak");
    assert_eq!(stage.count("SELECT count(*) FROM account").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_invites_into_her_edition_only_and_sees_its_invitations() {
    let stage = Stage::new().await;
    assert_eq!(code(stage.invite("ada", RoleAt::ADMIN).await), "not found");
    let other = RoleAt::new(Role::Desk, Some(stage.editions[1])).unwrap();
    assert_eq!(code(stage.invite("ada", other).await), "not found");
    let nowhere = RoleAt::new(Role::Desk, Some(Uuid::now_v7())).unwrap();
    assert_eq!(code(stage.invite("ada", nowhere).await), "not found");
    stage.invite("ada", stage.at(Role::Desk)).await.unwrap();
    let mut conn = stage.db.read().await.unwrap();
    for (edition, seen) in [(stage.editions[0], 1), (stage.editions[1], 0)] {
        let organiser = operator().organiser_of(edition);
        let list = accounts::invitations(&mut conn, Manager::Organiser(&organiser)).await.unwrap();
        assert_eq!(list.len(), seen);
    }
}
