//! Everybody who asks: each role, each kind of token, and those who were somebody until just now.

use std::collections::HashMap;

use plenary::{
    accounts::{self, Manager, Role, RoleAt},
    companies::Member,
    editions::Edition,
    keys::{Link, Purpose},
    submissions::SubmissionId,
    values::Moment,
    webhooks::{self, NewWebhook, NewWebhookFields},
};
use serde_json::json;

use super::world::Parameters;
use crate::support::{actors::Staff, app::TestApp, calls::call_fields, client::Credential};

type People = HashMap<&'static str, Credential>;

/// A role in the edition.
fn at(role: Role, edition: &Edition) -> RoleAt {
    RoleAt::new(role, Some(edition.id.uuid())).unwrap()
}

/// Those who come by browser: a visitor, every role, an organiser elsewhere, one suspended.
pub async fn staff(app: &TestApp, here: &Edition, elsewhere: &Edition) -> People {
    let mut people = People::from([("visitor", Credential::default())]);
    for role in Role::ALL {
        let at = if *role == Role::Admin { RoleAt::ADMIN } else { at(*role, here) };
        people.insert(role.as_str(), shows(&app.staff(role.as_str(), &[at]).await));
    }
    people.insert("elsewhere", shows(&app.staff("elsewhere", &[at(Role::Organiser, elsewhere)]).await));
    let suspended = app.staff("suspended", &[at(Role::Organiser, here)]).await;
    suspend(app, &suspended).await;
    people.insert("suspended", shows(&suspended));
    people
}

/// What belongs to the admin's own account: another session of hers, a token.
pub async fn belongings(app: &TestApp, edition: &Edition) -> Parameters {
    let admin = app.admin().await;
    let (token, _) = app.token(&admin, &["admin:read"], None).await;
    let company = app.company(&admin).await;
    let who = app.member(&admin, &company).await;
    app.colleague(&who, "colleague@example.org").await;
    let answer = app.mailed("company").await;
    let asked = app.colleague(&who, "another@example.org").await;
    let call = app.demo_call(edition).await;
    let demo = app.demo(&who, &call).await;
    let deck = app.deck(&who, demo).await.unwrap();
    let logo = app.logo(&who).await;
    let (pass, link) = pass(app, edition, demo).await;
    shows_something(app, edition, &who).await;
    let (hook, delivery) = hook(app, &admin, edition).await;
    Parameters::from([
        ("webhooks/{id}".to_owned(), hook.clone()),
        ("webhooks/{webhook}".to_owned(), hook),
        ("deliveries/{id}".to_owned(), delivery.clone()),
        ("deliveries/{delivery}".to_owned(), delivery),
        ("passes/{pass}".to_owned(), pass.clone()),
        ("pass/{token}".to_owned(), link),
        ("companies/{company}".to_owned(), company.id.to_string()),
        ("companies/{id}".to_owned(), company.id.to_string()),
        ("applications/{submission}".to_owned(), demo.to_string()),
        ("applications/passes/{id}".to_owned(), pass),
        ("applications/files/{id}".to_owned(), deck.to_string()),
        ("companies/invitations/{id}".to_owned(), asked.id.to_string()),
        ("logo/{file}".to_owned(), logo.to_string()),
        ("company/{token}".to_owned(), answer),
        ("demos/{call}".to_owned(), call.id.to_string()),
        ("applications/{id}".to_owned(), demo.to_string()),
        ("applications/files/{file}".to_owned(), deck.to_string()),
        ("account/sessions/{id}".to_owned(), admin.proof().session().to_string()),
        ("tokens/{id}".to_owned(), token.to_string()),
    ])
}

/// A webhook of the edition, and a delivery that waits for it.
async fn hook(app: &TestApp, admin: &Staff, edition: &Edition) -> (String, String) {
    let fields = NewWebhookFields {
        edition: edition.id.to_string(),
        url: "https://example.org/hook".to_owned(),
        ..NewWebhookFields::default()
    };
    let (new, who, owner) = (NewWebhook::try_from(&fields).unwrap(), app.shell(), admin.account.id);
    let make = app.app.db.transaction(async |tx| {
        let (hook, _) = webhooks::create(tx, &app.app.keys, &who, owner, &new).await?;
        let delivery = webhooks::send_test(tx, &who, hook.id, Moment::now()).await?;
        Ok((hook.id.to_string(), delivery.to_string()))
    });
    make.await.unwrap()
}

/// An application of the company, to a call of its own, that came onto the programme.
async fn shows_something(app: &TestApp, edition: &Edition, who: &Member) {
    let mut typed = call_fields("shows");
    typed["kind"] = json!("demo");
    let call = app.call(edition, typed).await;
    let room: String =
        app.one(&format!("SELECT id::text FROM room WHERE edition_id = '{}'", edition.id)).await;
    let shown = app.accepted_demo(edition, (who, &call), (room.parse().unwrap(), 60)).await;
    app.tell_demo(edition, shown).await;
    app.answer_demo(who, shown, true).await;
    app.released(edition, "v2").await;
}

/// A pass that somebody was asked to claim, of the demo, which is confirmed with it; and its link's secret.
async fn pass(app: &TestApp, edition: &Edition, demo: SubmissionId) -> (String, String) {
    app.run(&format!(
        "UPDATE submission SET title = '{{\"original\":\"en\",\"en\":\"Arm\"}}', lifecycle = 'submitted', submitted_at = now(),
                decision = 'accepted', told = 'accepted', told_at = now(), answer = 'confirmed', answered_at = now(),
                answered_through = 'account' WHERE id = '{demo}'"
    ))
    .await;
    let way = app.way(edition, "exhibitor", &[]).await;
    let id: String = app
        .one(&format!(
            "INSERT INTO pass (id, edition_id, submission_id, type_id, number, state, name, email, email_key, lang, expires_at)
             VALUES (gen_random_uuid(), '{}', '{demo}', '{way}', 1, 'sent', 'Guest', 'guest@example.org', 'guest@example.org',
                     'en', now() + interval '1 day') RETURNING id::text",
            edition.id
        ))
        .await;
    let link = Link { purpose: Purpose::Pass, id: id.parse().unwrap(), version: 1 };
    (id, app.app.keys.link_token(&link))
}

/// Those who call the API, each under the name of its column.
pub async fn programs(app: &TestApp, here: &Edition, elsewhere: &Edition) -> People {
    let admin = app.staff("chief", &[RoleAt::ADMIN]).await;
    let organiser = app.staff("maker", &[at(Role::Organiser, here)]).await;
    let stranger = app.staff("stranger", &[at(Role::Organiser, elsewhere)]).await;
    let mut people = People::from([("api/visitor", Credential::default()), ("api/cookie", shows(&admin))]);
    let made = [
        ("api/admin", &admin, "admin:write", None),
        ("api/organiser", &organiser, "organiser:write", None),
        ("api/reads", &organiser, "organiser:read", None),
        ("api/desk", &organiser, "desk:write", None),
        ("api/observes", &organiser, "observer:read", None),
        ("api/elsewhere", &stranger, "organiser:write", None),
        ("api/bound", &admin, "admin:write", Some(elsewhere.id)),
    ];
    for (name, maker, scope, edition) in made {
        let (_, program) = app.token(maker, &[scope], edition).await;
        people.insert(name, program.credential().clone());
    }
    let (_, program) = app.token(&app.admin().await, &["own:write"], None).await;
    people.insert("api/owner", program.credential().clone());
    let judge = app.staff("judge", &[at(Role::Reviewer, here)]).await;
    let (_, program) = app.token(&judge, &["reviewer:write"], None).await;
    people.insert("api/reviewer", program.credential().clone());
    people.extend(those_who_were(app, here, &organiser).await);
    people
}

/// Tokens that were good until just now.
async fn those_who_were(app: &TestApp, here: &Edition, organiser: &Staff) -> People {
    let (ended, expired) = app.token(organiser, &["organiser:write"], None).await;
    app.run(&format!("UPDATE api_token SET expires_at = clock_timestamp() WHERE id = '{ended}'")).await;

    let (id, revoked) = app.token(organiser, &["organiser:write"], None).await;
    let revoke = app.app.db.transaction(async |tx| accounts::revoke_token(tx, &organiser.proof(), id).await);
    revoke.await.unwrap();

    let gone = app.staff("gone", &[at(Role::Organiser, here)]).await;
    let (_, suspended) = app.token(&gone, &["organiser:write"], None).await;
    suspend(app, &gone).await;

    let plain = app.staff("plain", &[at(Role::Organiser, here)]).await;
    let (_, demoted) = app.token(&plain, &["organiser:write"], None).await;
    let admin = app.shell();
    let withdraw = app.app.db.transaction(async |tx| {
        let member = accounts::staff_member(tx, Manager::Admin(&admin), plain.account.id).await?;
        accounts::withdraw(tx, Manager::Admin(&admin), member.grants[0].id).await
    });
    withdraw.await.unwrap();

    let were = [
        ("api/expired", expired),
        ("api/revoked", revoked),
        ("api/suspended", suspended),
        ("api/demoted", demoted),
    ];
    were.into_iter().map(|(name, program)| (name, program.credential().clone())).collect()
}

async fn suspend(app: &TestApp, staff: &Staff) {
    let suspend =
        app.app.db.transaction(async |tx| accounts::suspend(tx, &app.shell(), staff.account.id).await);
    suspend.await.unwrap();
}

fn shows(staff: &Staff) -> Credential {
    staff.credential().clone()
}
