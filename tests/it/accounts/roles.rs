//! Roles: who may give and take them, and what they open.

use plenary::{
    accounts::{
        self, Access, Account, Authority, Grant, Manager, Role, RoleAt,
        proofs::{Admin, Organiser},
    },
    error::Error,
    values::Id,
};
use uuid::Uuid;

use super::{Stage, code, operator, visitor};

impl Stage {
    async fn grants(&self, account: &Account) -> Vec<Grant> {
        let mut conn = self.db.read().await.unwrap();
        accounts::staff_member(&mut conn, Manager::Admin(&operator()), account.id).await.unwrap().grants
    }

    async fn grant(&self, by: Manager<'_>, to: &Account, at: RoleAt) -> Result<Grant, Error> {
        self.db.transaction(async |tx| accounts::grant(tx, by, to.id, at).await).await
    }

    async fn withdraw(&self, by: Manager<'_>, id: Id<Grant>) -> Result<(), Error> {
        self.db.transaction(async |tx| accounts::withdraw(tx, by, id).await).await
    }

    async fn suspend(&self, account: &Account) -> Result<(), Error> {
        self.db.transaction(async |tx| accounts::suspend(tx, &operator(), account.id).await).await
    }

    fn organiser(&self) -> Organiser {
        operator().organiser_of(self.editions[0])
    }

    async fn active_admins(&self) -> i64 {
        let active = "SELECT count(*) FROM role_grant g JOIN account a ON a.id = g.account_id
                      WHERE g.role = 'admin' AND a.suspended_at IS NULL";
        self.count(active).await
    }
}

/// What each proof answers, in one line.
fn answers(who: &Authority, edition: Uuid, access: Access) -> Vec<String> {
    let said =
        |answer: Result<(), Error>| answer.map_or_else(|error| error.to_string(), |()| "yes".to_owned());
    vec![
        said(who.admin(access).map(drop)),
        said(who.organiser(edition, access).map(drop)),
        said(who.programme(edition, access).map(drop)),
        said(who.communications(edition, access).map(drop)),
        said(who.desk(edition, access).map(drop)),
        said(who.observer(edition).map(drop)),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_opens_what_it_covers_and_hides_other_editions() {
    let stage = Stage::new().await;
    let (yes, no, none) = ("yes", "forbidden", "not found");
    let here = [
        (Role::Admin, [yes, yes, yes, yes, yes, yes]),
        (Role::Organiser, [no, yes, yes, yes, yes, yes]),
        (Role::Programme, [no, no, yes, no, no, yes]),
        (Role::Reviewer, [no, no, no, no, no, yes]),
        (Role::Communications, [no, no, no, yes, no, yes]),
        (Role::Desk, [no, no, no, no, yes, yes]),
        (Role::Observer, [no, no, no, no, no, yes]),
    ];
    for (role, expected) in here {
        let account = stage.account(role.as_str(), &[stage.at(role)]).await;
        let who = stage.authority(&stage.sign_in(&account).await).await;
        assert_eq!(answers(&who, stage.editions[0], Access::Write), expected, "{role}");
        let elsewhere = answers(&who, stage.editions[1], Access::Write);
        let hidden = if role == Role::Admin { [yes; 6] } else { [no, none, none, none, none, none] };
        assert_eq!(elsewhere, hidden, "{role} elsewhere");
    }
    let nobody = Authority::nobody(visitor("192.0.2.1"));
    assert_eq!(answers(&nobody, stage.editions[0], Access::Read), ["sign-in needed"; 6]);
    let attendee = stage.account("attendee", &[]).await;
    let who = stage.authority(&stage.sign_in(&attendee).await).await;
    assert_eq!(answers(&who, stage.editions[0], Access::Read), [none; 6]);
    who.signed_in().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_manages_roles_inside_her_edition_and_never_the_admins() {
    let stage = Stage::new().await;
    let (organiser, admin) = (stage.organiser(), operator());
    let by = Manager::Organiser(&organiser);
    let ada = stage.account("ada", &[]).await;
    let given = stage.grant(by, &ada, stage.at(Role::Desk)).await.unwrap();
    let other = RoleAt::new(Role::Desk, Some(stage.editions[1])).unwrap();
    assert_eq!(code(stage.grant(by, &ada, other).await), "not found");
    assert_eq!(code(stage.grant(by, &ada, RoleAt::ADMIN).await), "not found");
    let foreign = stage.grant(Manager::Admin(&admin), &ada, other).await.unwrap();
    assert_eq!(code(stage.withdraw(by, foreign.id).await), "not found");
    let mut conn = stage.db.read().await.unwrap();
    let seen = accounts::who_has_what(&mut conn, by).await.unwrap();
    assert_eq!(seen.iter().map(|member| member.grants.len()).collect::<Vec<_>>(), [1]);
    stage.withdraw(by, given.id).await.unwrap();
    assert_eq!(code(stage.withdraw(by, given.id).await), "not found");
    assert_eq!(code(accounts::staff_member(&mut conn, by, ada.id).await), "not found");
    assert_eq!(stage.grants(&ada).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_role_ends_sessions_and_is_told_by_mail() {
    let stage = Stage::new().await;
    let admin = operator();
    let ada = stage.account("ada", &[]).await;
    let session = stage.sign_in(&ada).await;
    let given = stage.grant(Manager::Admin(&admin), &ada, stage.at(Role::Desk)).await.unwrap();
    assert!(stage.authority(&session).await.session().is_none());
    let session = stage.sign_in(&ada).await;
    stage.withdraw(Manager::Admin(&admin), given.id).await.unwrap();
    assert!(stage.authority(&session).await.session().is_none());
    let told = "SELECT count(*) FROM mail WHERE template = 'role-changed' AND edition_id IS NOT NULL";
    assert_eq!(stage.count(told).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_held_once_and_in_an_edition_that_exists() {
    let stage = Stage::new().await;
    let admin = operator();
    let by = Manager::Admin(&admin);
    let ada = stage.account("ada", &[stage.at(Role::Desk), RoleAt::ADMIN]).await;
    assert_eq!(code(stage.grant(by, &ada, stage.at(Role::Desk)).await), "role: role_held");
    assert_eq!(code(stage.grant(by, &ada, RoleAt::ADMIN).await), "role: role_held");
    let nowhere = RoleAt::new(Role::Desk, Some(Uuid::now_v7())).unwrap();
    assert_eq!(code(stage.grant(by, &ada, nowhere).await), "edition: edition_unknown");
    let again: accounts::NewAccount = super::person("ADA").try_into().unwrap();
    let create = stage.db.transaction(async |tx| accounts::create(tx, &admin, again).await).await;
    assert_eq!(code(create), "email: account_exists");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_admin_who_can_sign_in_stays() {
    let stage = Stage::new().await;
    let admin = operator();
    let ada = stage.account("ada", &[RoleAt::ADMIN]).await;
    let grant = stage.grants(&ada).await[0].id;
    let bob = stage.account("bob", &[RoleAt::ADMIN]).await;
    stage.suspend(&bob).await.unwrap();
    assert_eq!(code(stage.suspend(&ada).await), "last_admin");
    assert_eq!(code(stage.withdraw(Manager::Admin(&admin), grant).await), "last_admin");
    stage.db.transaction(async |tx| accounts::reinstate(tx, &admin, bob.id).await).await.unwrap();
    stage.withdraw(Manager::Admin(&admin), grant).await.unwrap();
    assert_eq!(code(stage.suspend(&bob).await), "last_admin");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_cannot_take_each_other_away_at_once() {
    let stage = Stage::new().await;
    for round in 0..8 {
        let ada = stage.account(&format!("ada{round}"), &[RoleAt::ADMIN]).await;
        let bob = stage.account(&format!("bob{round}"), &[RoleAt::ADMIN]).await;
        let (left, right) = (stage.grants(&ada).await[0].id, stage.grants(&bob).await[0].id);
        let admin: Admin = operator();
        let (one, two) = if round % 2 == 0 {
            tokio::join!(
                stage.withdraw(Manager::Admin(&admin), left),
                stage.withdraw(Manager::Admin(&admin), right)
            )
        } else {
            tokio::join!(stage.withdraw(Manager::Admin(&admin), left), stage.suspend(&bob))
        };
        assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1, "{one:?} {two:?}");
        assert_eq!(stage.active_admins().await, 1);
        stage.run("DELETE FROM role_grant").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_is_in_the_trail_under_a_declared_action() {
    let stage = Stage::new().await;
    let admin = operator();
    let ada = stage.account("ada", &[RoleAt::ADMIN]).await;
    stage.account("bob", &[RoleAt::ADMIN]).await;
    let session = stage.sign_in(&ada).await;
    let who = stage.authority(&session).await.signed_in().unwrap();
    let fields = accounts::ProfileFields { name: "Ada L.".into(), lang: "zh-HK".into() };
    let change: accounts::ProfileChange = fields.try_into().unwrap();
    stage.db.transaction(async |tx| accounts::change_profile(tx, &who, change).await).await.unwrap();
    let given = stage.grant(Manager::Admin(&admin), &ada, stage.at(Role::Desk)).await.unwrap();
    stage.withdraw(Manager::Admin(&admin), given.id).await.unwrap();
    stage.suspend(&ada).await.unwrap();
    let rows = stage.sql.query("SELECT action FROM audit_entry ORDER BY id", &[]).await.unwrap();
    let actions: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    for expected in ["account.create", "account.change", "role.grant", "role.withdraw", "account.suspend"] {
        assert!(actions.iter().any(|action| action == expected), "{expected}");
    }
    assert!(actions.iter().all(|action| accounts::ACTIONS.contains(&action.as_str())), "{actions:?}");
}
